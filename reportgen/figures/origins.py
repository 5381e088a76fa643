"""Where in the input a value comes from: its own line, or for a figure that is worked out, the lines of what its formula read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportgen.figures.figure import Figure
from reportgen.figures.places import steps
from reportgen.findings import Span
from reportgen.packs.layers import Path

_MOST_DEEP = 8


def origins(name: str, figures: Mapping[str, Figure], span_of: Callable[[Path], Span], depth: int = 0) -> Iterator[Span]:
    """The places in the input of the value of this dotted name (`indicators[3].rate`), each once."""
    figure = figures.get(name)
    if figure is None or figure.given or depth == _MOST_DEEP:
        span = span_of(steps(name))
        if span.line:
            yield span
        return
    seen: set[Span] = set()
    row = name.rpartition("].")[0]
    for read, _ in figure.inputs:
        absolute = f"{row}].{read.removeprefix('row.')}" if row and read.startswith("row.") else read
        for span in origins(absolute, figures, span_of, depth + 1):
            if span not in seen:
                seen.add(span)
                yield span
