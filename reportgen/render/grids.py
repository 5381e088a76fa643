"""The grid of a table whose number of columns was not known before."""

from __future__ import annotations

import re

from reportgen.regexes import regex
from reportgen.values import dataclass

MOST_COLUMNS = 63
"""Columns of a table that Word can open. Source: Word's specifications and limits."""
_TOKEN = regex(
    rb"<(/?)w:(tbl|tr|tc|trPr|tblPrEx)(?=[ >/])[^>]*?(/?)>"
    rb"|<w:(gridSpan|gridBefore|gridAfter) [^>]*?w:val=\"(\d*)\"[^>]*/>"
)
_WIDTH = regex(rb'w:w="(\d+)(?:\.\d+)?"')
_GRID = regex(rb"<w:tblGrid(?: [^>]*)?>.*?</w:tblGrid>|<w:tblGrid/>", re.S)


@dataclass(slots=True)
class _Row:
    """A row of a table's XML, its place in that and its width in grid columns."""

    gap: tuple[int, int]
    """Where its properties would stand, from and to: nothing, or an empty element."""
    width: int = 0
    properties: int = 0
    """Where its properties end; 0 where it has none."""
    after: tuple[int, int, int] = (0, 0, 0)
    """The columns that it leaves empty at its end, and where its XML says so, from and to."""


def with_grid(table: bytes) -> bytes:
    """A table's XML with as many grid columns as its widest row needs, together as wide as before; shorter rows end before the grid.

    Tables within it keep theirs.
    """
    rows = _rows(table)
    needed = max((row.width for row in rows), default=0)
    grid = _GRID.search(table)
    if grid is None or not needed:
        return table
    for row in reversed(rows):
        if row.width < needed:
            table = _filled(table, row, needed - row.width)
    columns = [int(width[1]) if (width := _WIDTH.search(column)) else 0 for column in re.findall(rb"<w:gridCol\b[^>]*>", grid[0])]
    if len(columns) == needed:
        return table
    widths = _shared(columns, needed)
    inner = b"".join(b'<w:gridCol w:w="%d"/>' % width for width in widths) if any(widths) else b"<w:gridCol/>" * needed
    return table[: grid.start()] + b"<w:tblGrid>" + inner + b"</w:tblGrid>" + table[grid.end() :]


def _filled(table: bytes, row: _Row, missing: int) -> bytes:
    """The table with a row that leaves so many more grid columns empty at its end."""
    columns, start, end = row.after
    said = b'<w:gridAfter w:val="%d"/>' % (columns + missing)
    if end:
        return table[:start] + said + table[end:]
    if row.properties:
        return table[: row.properties] + said + table[row.properties :]
    return table[: row.gap[0]] + b"<w:trPr>" + said + b"</w:trPr>" + table[row.gap[1] :]


def _shared(columns: list[int], needed: int) -> list[int]:
    """Widths of so many columns that add up to the old width: the old ones scaled, new ones of average width; or the rest widened."""
    total = sum(columns)
    if len(columns) < needed:
        average = total // needed
        old = [width * len(columns) // needed for width in columns]
        return old + [average] * (needed - len(columns))
    extra = sum(columns[needed:]) // needed
    return [width + extra for width in columns[:needed]]


def _rows(table: bytes) -> list[_Row]:
    """The table's rows; those of nested tables not counted."""
    rows: list[_Row] = []
    depth = 0
    for token in _TOKEN.finditer(table):
        closing, name, empty, skip, value = token[1], token[2], token[3], token[4], token[5]
        if name == b"tbl":
            depth += -1 if closing else 1
        elif depth != 1:
            continue
        elif name == b"tr":
            rows += () if closing or empty else (_Row((token.end(), token.end())),)
        elif not rows:
            continue
        elif name == b"tc":
            rows[-1].width += not closing and not empty
        elif name == b"tblPrEx":
            rows[-1].gap = (token.end(), token.end())
        elif name == b"trPr" and empty:
            rows[-1].gap = token.span()
        elif name == b"trPr" and closing:
            rows[-1].properties = token.start()
        elif skip and value:
            _count(rows[-1], skip, _columns(value), token)
    return rows


def _count(row: _Row, kind: bytes, columns: int, token: re.Match[bytes]) -> None:
    """Count the columns that a property of a row or cell speaks of."""
    row.width += max(columns, 1) - 1 if kind == b"gridSpan" else columns
    if kind == b"gridAfter":
        row.after = (columns, *token.span())


def _columns(digits: bytes) -> int:
    """How many columns an attribute says, never more than there can be."""
    return min(int(digits), MOST_COLUMNS) if len(digits) <= len(str(MOST_COLUMNS)) else MOST_COLUMNS
