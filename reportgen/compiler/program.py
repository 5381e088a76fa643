"""What writes one part: its code, and what the renderer must know of its tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context

from reportgen.compiler.captured import CAPTURING
from reportgen.compiler.spots import Spot
from reportgen.compiler.tags import Tag
from reportgen.folding import Folded
from reportgen.values import dataclass

Root = Callable[[Context], Iterator[Any]]

EMISSION = "reportgen.emission"
"""Where a rendering's writers stand in its context: a name that no template can spell."""
WRITERS = "write, write_raw, place, place_raw, keep, keep_raw, as_bytes, as_text, number, mark, look, peek, nothing"
"""`write` gives a value's bytes where it stands in text, `place` anywhere; `keep` gives text, to be captured.

The `_raw` ones are for values that are not escaped. `as_bytes` and `as_text` take what is finished.
`number` gives a whole heading its number, which waits for what `mark` gives: text of the template with marks.
`look` is the environment's `getattr`; `peek` is the same, and `nothing` an absent value, where it does not matter what it is called.
"""


@dataclass(frozen=True, slots=True)
class Program:
    """What writes one part."""

    part: str
    code: CodeType
    folded: Folded[tuple[Tag, ...]]
    spots: Mapping[int, Spot]
    lines: tuple[tuple[int, int], ...]
    """Tag number + 1, and the line of code where that tag's code begins."""
    namespaces: str
    """The namespace declarations of the part's root element."""
    names: frozenset[str]
    """Dotted names that the part takes from the context."""

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The part's tags by their number."""
        return self.folded.value

    @property
    def file(self) -> str:
        """The name that the code bears in tracebacks."""
        return self.code.co_filename

    def bind(self, environment: Environment) -> tuple[Root, Mapping[str, Any]]:
        """The part's function for an environment, and the functions of its blocks."""
        namespace: dict[str, Any] = {"environment": environment, **CAPTURING}
        exec(self.code, namespace)  # code of our own generator
        return namespace["root"], namespace["blocks"]

    def tag_at(self, line: int) -> Tag | None:
        """The tag whose code holds a line."""
        index = bisect_right([code_line for _, code_line in self.lines], line) - 1
        return self.tags[self.lines[index][0] - 1] if index >= 0 else None
