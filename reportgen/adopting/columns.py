"""Where the cells of a table's row stand, whatever is merged beside and above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole

if TYPE_CHECKING:
    from lxml.etree import _Element


def columns(row: _Element) -> dict[int, _Element]:
    """The cells of a row by the grid column that each begins at; those that only go on from the row above are left out."""
    found: dict[int, _Element] = {}
    column = 0
    for cell in row.iterchildren(qn("w:tc")):
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is None or merge.get(qn("w:val")) == "restart":
            found[column] = cell
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        column += 1 if span is None else max(1, whole(span.get(qn("w:val")), 1))
    return found
