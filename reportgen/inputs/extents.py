"""How far a plain value reaches in the lines of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.inputs.nodes import Scalar
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows and columns count from 0; the end column is the first beyond the value."""

    row: int
    column: int
    end_row: int
    end_column: int
    block: bool
    """Whether it is text below a `|` or `>`, its first row being that of the mark."""


_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)+")


def extent(scalar: Scalar, lines: Sequence[str]) -> Extent:
    """Where `scalar` begins and ends, less its anchor; blank lines after a text below a `|` are none of it."""
    start, end = scalar.start_mark, scalar.end_mark
    before = _PROPERTIES.match(lines[start.line], start.column)
    column = before.end() if before else start.column
    if scalar.style not in ("|", ">"):
        return Extent(start.line, column, end.line, end.column, block=False)
    row = last = start.line
    inside = 0
    while (row := row + 1) < len(lines):
        body = lines[row].strip(" ")
        indent = len(lines[row]) - len(lines[row].lstrip(" "))
        inside = inside or (indent if body else 0)
        if body and (indent < inside or row > max(end.line, start.line)):
            break
        last = row if body else last
    return Extent(start.line, column, last, len(lines[last]), block=True)
