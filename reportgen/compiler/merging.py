"""`merge` and `merge_column`: cells that become one with the cell above where both say the same, marked for the renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.compiler import faults
from reportgen.compiler.content import contents, take_out, tidy
from reportgen.compiler.names import CELL, CELL_PROPERTIES, ROW, TAG, VALUE
from reportgen.compiler.tags import MARK_FIRST, Marked, Tag, mark, placeholder
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import put_in_order

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELL_WORDS = ("merge", "合并")
_COLUMN_WORDS = ("merge_column", "合并列")
_SPAN = qn("w:gridSpan")
_MERGE = qn("w:vMerge")
_ROW_PROPERTIES = qn("w:trPr")
_SKIPPED = qn("w:gridBefore")


def set_merges(marked: Marked) -> None:
    """Take the tags out of their cells, and leave marks by which the renderer merges the cells that come out alike.

    `{% merge %}` goes by what its cell prints; `{% merge value %}` goes by a value, and prints it where the cell shows nothing
    else; `{% merge_column %}` in a head's cell speaks for the column below. A cell goes on with the one above when its own value
    and those of the merging cells to its left are the ones of the row before; nothing means the same as above.
    Findings: T009.
    """
    for element, tag in list(marked.elements()):
        if tag.kind != "block" or tag.word not in _CELL_WORDS + _COLUMN_WORDS:
            continue
        cell = next(element.iterancestors(CELL), None)
        value = tag.derived(f"({tag.source.removeprefix(tag.word)})|default('')", "variable") if tag.source != tag.word else None
        if value is not None and cell is not None and list(contents(cell)) == [element]:
            marked.tags[int(element.get("n", "0"))], value = value, None
        elif (paragraph := take_out(element)) is not None:
            tidy(paragraph)
        row = cell.getparent() if cell is not None else None
        if cell is None or row is None:
            marked.findings.append(
                faults.TAG_OUTSIDE.at(tag.span, tag=tag.typed, container_zh="表格单元格", container_en="table cell", level=tag.word)
            )
            continue
        for one in [cell] if tag.word in _CELL_WORDS else _below(cell, row):
            if not merges(one):
                _mark_cell(marked, one, value)


def merges(cell: _Element) -> bool:
    """Whether a cell is marked so."""
    return MARK_FIRST in _first(cell.find(f"{CELL_PROPERTIES}/{_MERGE}"), "")


def _mark_cell(marked: Marked, cell: _Element, value: Tag | None) -> None:
    """Marks around what decides (a value, or what the cell prints), the cell's properties and its content."""
    properties = cell.find(CELL_PROPERTIES)
    if properties is None:
        properties = cell.makeelement(CELL_PROPERTIES)
        cell.insert(0, properties)
    key = placeholder(marked.add(value)) if value is not None else ""
    merge = properties.makeelement(_MERGE, {VALUE: f"{mark(f'v{_column(cell)}')}{key}{mark('k' if key else 'K')}"})
    put_in_order(properties, merge)
    properties.tail = mark("p") + (properties.tail or "")
    last = cell[-1]
    last.tail = (last.tail or "") + mark("P")


def _below(cell: _Element, row: _Element) -> list[_Element]:
    """The cells of a table's later rows that stand in the same columns as a cell."""
    column = _column(cell)
    return [one for later in row.itersiblings(ROW) for one in later.iterchildren(CELL) if _column(one) == column]


def _column(cell: _Element) -> str:
    """Where a cell stands in its table's grid and how wide it is; cells whose place only the output knows are counted."""
    row = cell.getparent()
    place = int(_first(row.find(f"{_ROW_PROPERTIES}/{_SKIPPED}"), "0")) if row is not None else 0
    counted = ""
    for before in cell.itersiblings(TAG, CELL, preceding=True):
        width = _width(before) if before.tag == CELL else ""
        place += int(width) if width else 1
        counted = counted if width else "?"
    return f"{counted}{place}+{_width(cell) or '?'}"


def _width(cell: _Element) -> str:
    """The columns that a cell takes; "" where a tag says how many."""
    value = _first(cell.find(f"{CELL_PROPERTIES}/{_SPAN}"), "1")
    return value if value.isdecimal() else ""


def _first(element: _Element | None, default: str) -> str:
    return element.get(VALUE, default) if element is not None else default
