"""Characters of a scalar's value back to their places in the lines of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.inputs.nodes import Scalar
from reportgen.regexes import regex

Position = tuple[int, int]
"""Row and column, from 0."""

_UNITS = {
    "": regex(r"."),
    "'": regex(r"''|."),
    '"': regex(r"\\x..|\\u.{4}|\\U.{8}|\\.|."),
}


def place(scalar: Scalar, lines: Sequence[str], offset: int, spread: dict[Scalar, list[Position]]) -> Position:
    """The position of character `offset` of a scalar's value; the end of the scalar for any offset beyond it.

    `spread` keeps the positions of the scalar asked for last, which one with many faults is asked for again and again.
    """
    if scalar.style == "|":
        return _in_literal(scalar, lines, offset)
    if scalar.style != ">" and _stands_as_is(scalar):
        return scalar.start_mark.line, scalar.start_mark.column + bool(scalar.style) + min(offset, len(scalar.value))
    positions = spread.get(scalar)
    if positions is None:
        positions = folded_places(scalar, lines) if scalar.style == ">" else flow_places(scalar, lines)
        spread.clear()
        spread[scalar] = positions
    return positions[min(offset, len(positions) - 1)]


def _stands_as_is(scalar: Scalar) -> bool:
    """Whether a plain or quoted scalar stands in one line, each of its characters for itself."""
    start, end = scalar.start_mark, scalar.end_mark
    return start.line == end.line and end.column - start.column == len(scalar.value) + 2 * bool(scalar.style)


def _in_literal(scalar: Scalar, lines: Sequence[str], offset: int) -> Position:
    """Line by line: a literal's lines are the file's, less the indentation."""
    before = scalar.value.count("\n", 0, offset)
    column = min(offset, len(scalar.value)) - (scalar.value.rfind("\n", 0, offset) + 1)
    row = min(scalar.start_mark.line + 1 + before, len(lines) - 1)
    return row, min(_indentation(scalar, lines) + column, len(lines[row]))


def _indentation(scalar: Scalar, lines: Sequence[str]) -> int:
    """How many blanks a block scalar's lines lost, seen from its first line that has text."""
    first = len(scalar.value) - len(scalar.value.lstrip("\n "))
    kept = first - (scalar.value.rfind("\n", 0, first) + 1)
    for line in lines[scalar.start_mark.line + 1 :]:
        if line.strip(" "):
            return max(len(line) - len(line.lstrip(" ")) - kept, 0)
    return 0


def folded_places(scalar: Scalar, lines: Sequence[str]) -> list[Position]:
    """The position of each character of a `>` scalar, and of its end.

    The line ends between two rows have become one blank or some line feeds: they stand where the upper row ends.
    """
    value, indentation, places = scalar.value, _indentation(scalar, lines), list[Position]()
    end = (scalar.start_mark.line, len(lines[scalar.start_mark.line]))
    for row in range(scalar.start_mark.line + 1, min(scalar.end_mark.line + 1, len(lines))):
        text = lines[row][indentation:]
        if not text or len(places) >= len(value):
            continue
        while len(places) < len(value) and value[len(places)] == "\n":
            places.append(end)
        if not value.startswith(text, len(places)):
            places.append(end)
        places += [(row, indentation + column) for column in range(len(text))]
        end = (row, len(lines[row]))
    places += [end] * (len(value) + 1 - len(places))
    return places[: len(value) + 1]


def flow_places(scalar: Scalar, lines: Sequence[str]) -> list[Position]:
    """The position of each character of a plain or quoted scalar, and of its end."""
    style = scalar.style or ""
    quote = 1 if style else 0
    first, last = scalar.start_mark.line, scalar.end_mark.line
    places: list[Position] = []
    end = (first, scalar.start_mark.column + quote)
    breaks = 0
    joined = False
    for row in range(first, last + 1):
        start = end[1] if row == first else 0
        stop = scalar.end_mark.column - quote if row == last else len(lines[row])
        start, stop = _without_blanks(lines[row], start, stop, left=row > first, right=row < last, escapes=style == '"')
        if row > first:
            breaks += 1
        if start == stop and first < row < last:
            continue
        if breaks:
            places += [end] * (breaks - 1 if breaks > 1 or joined else 1)
            breaks = 0
        joined = style == '"' and row < last and _ends_in_backslash(lines[row], start, stop)
        places += _units(style, lines[row], row, start, stop - joined)
        end = (row, stop)
    return [*places, (last, scalar.end_mark.column - quote)]


def _units(style: str, line: str, row: int, start: int, stop: int) -> Iterator[Position]:
    for unit in _UNITS[style].finditer(line, start, stop):
        yield row, unit.start()


def _without_blanks(line: str, start: int, stop: int, *, left: bool, right: bool, escapes: bool) -> Position:
    """The stretch less the blanks that folding drops; an escaped blank is none of them."""
    while left and start < stop and line[start] in " \t":
        start += 1
    kept = stop
    while right and kept > start and line[kept - 1] in " \t":
        kept -= 1
    if escapes and kept < stop and _ends_in_backslash(line, start, kept):
        kept += 1
    return start, kept


def _ends_in_backslash(line: str, start: int, stop: int) -> bool:
    text = line[start:stop]
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
