"""The grid of a table whose number of columns was not known before."""

from __future__ import annotations

import re

MOST_COLUMNS = 63
"""Columns of a table that Word can open. Source: Word's specifications and limits."""
_TOKEN = re.compile(
    rb"<(/?)w:(tbl|tr|tc|tblGrid)(?=[ >/])[^>]*?(/?)>|<w:(gridSpan|gridBefore|gridAfter) [^>]*?w:val=\"(\d*)\"[^>]*/>|<w:gridCol\b[^>]*?/>"
)
_WIDTH = re.compile(rb'w:w="(\d+)(?:\.\d+)?"')
_GRID = re.compile(rb"<w:tblGrid(?: [^>]*)?>.*?</w:tblGrid>|<w:tblGrid/>", re.S)


def with_grid(table: bytes) -> bytes:
    """A table's XML with as many grid columns as its widest row needs, together as wide as before.

    Tables within it keep theirs.
    """
    needed = _widest_row(table)
    grid = _GRID.search(table)
    if grid is None or not needed:
        return table
    columns = [int(width[1]) if (width := _WIDTH.search(column)) else 0 for column in re.findall(rb"<w:gridCol\b[^>]*>", grid[0])]
    if len(columns) == needed:
        return table
    widths = _shared(columns, needed)
    inner = b"".join(b'<w:gridCol w:w="%d"/>' % width for width in widths) if any(widths) else b"<w:gridCol/>" * needed
    return table[: grid.start()] + b"<w:tblGrid>" + inner + b"</w:tblGrid>" + table[grid.end() :]


def _shared(columns: list[int], needed: int) -> list[int]:
    """Widths of so many columns that add up to the old width: the old ones scaled, new ones of average width; or the rest widened."""
    total = sum(columns)
    if len(columns) < needed:
        average = total // needed
        old = [width * len(columns) // needed for width in columns]
        return old + [average] * (needed - len(columns))
    extra = sum(columns[needed:]) // needed
    return [width + extra for width in columns[:needed]]


def _widest_row(table: bytes) -> int:
    """Grid columns of the row that takes most, nested tables not counted."""
    widest = width = depth = 0
    for token in _TOKEN.finditer(table):
        closing, name, empty, skip, value = token[1], token[2], token[3], token[4], token[5]
        if name == b"tbl":
            depth += -1 if closing else 1
        elif depth != 1:
            continue
        elif name == b"tr":
            widest, width = max(widest, width), 0
        elif name == b"tc" and not closing and not empty:
            width += 1
        elif skip == b"gridSpan" and value:
            width += max(_columns(value), 1) - 1
        elif skip and value:
            width += _columns(value)
    return max(widest, width)


def _columns(digits: bytes) -> int:
    """How many columns an attribute says, never more than there can be."""
    return min(int(digits), MOST_COLUMNS) if len(digits) <= len(str(MOST_COLUMNS)) else MOST_COLUMNS
