"""`cellbg`, `colspan`, `hm` and `vm`: tags that stand in a table cell and set a property of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.compiler import faults
from reportgen.compiler.content import take_out, tidy
from reportgen.compiler.names import CELL, CELL_PROPERTIES, PARAGRAPH, PARAGRAPH_PROPERTIES, TAG, VALUE
from reportgen.compiler.tags import Marked, Tag, placeholder, tag_element
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import put_in_order

if TYPE_CHECKING:
    from lxml.etree import _Element

WORDS = ("cellbg", "colspan", "hm", "vm")
_SPAN = qn("w:gridSpan")
_FIRST = "loop.first is not false"
"""Whether this is a loop's first turn; outside of loops, where nothing is merged, it is."""


def set_cells(marked: Marked) -> None:
    """Turn every such tag into the property that it stands for.

    Findings: T009.
    """
    for element, tag in list(marked.elements()):
        if tag.kind != "block" or tag.word not in WORDS:
            continue
        cell = next(element.iterancestors(CELL), None)
        if cell is None:
            marked.findings.append(
                faults.TAG_OUTSIDE.at(tag.span, tag=tag.typed, container_zh="表格单元格", container_en="table cell", level=tag.word)
            )
            continue
        if (paragraph := take_out(element)) is not None:
            tidy(paragraph)
        expression = tag.source.removeprefix(tag.word).strip()
        if tag.word == "cellbg":
            _shade(marked, cell, tag.derived(expression or "''", "variable"))
        elif tag.word == "colspan":
            _span(marked, cell, tag.derived(expression or "''", "variable"))
        elif tag.word == "hm":
            _merge_across(marked, cell, tag)
        else:
            _merge_down(marked, cell, tag)


def _properties(cell: _Element) -> _Element:
    properties = cell.find(CELL_PROPERTIES)
    if properties is None:
        properties = cell.makeelement(CELL_PROPERTIES)
        cell.insert(0, properties)
    return properties


def _set(cell: _Element, name: str, attributes: dict[str, str]) -> None:
    properties = _properties(cell)
    put_in_order(properties, properties.makeelement(qn(name), {qn(f"w:{key}"): value for key, value in attributes.items()}))


def _shade(marked: Marked, cell: _Element, colour: Tag) -> None:
    _set(cell, "w:shd", {"val": "clear", "color": "auto", "fill": placeholder(marked.add(colour))})


def _span(marked: Marked, cell: _Element, columns: Tag) -> None:
    _set(cell, "w:gridSpan", {"val": placeholder(marked.add(columns))})


def _merge_across(marked: Marked, cell: _Element, tag: Tag) -> None:
    """One cell instead of a loop's cells, as wide as all of them."""
    span = _properties(cell).find(_SPAN)
    columns = span.get(VALUE, "1") if span is not None else "1"
    factor = f"{columns} * " if columns.isdecimal() and columns != "1" else ""
    _span(marked, cell, tag.derived(f"{factor}(loop.length or 1)", "variable"))
    cell.addprevious(tag_element(cell, marked.add(tag.derived(f"if {_FIRST}"))))
    cell.addnext(tag_element(cell, marked.add(tag.derived("endif"))))


def _merge_down(marked: Marked, cell: _Element, tag: Tag) -> None:
    """The cells of a loop's rows as one: the first starts the merge and holds the text, the others hold an empty paragraph."""
    first = _first_row(marked, cell, tag)
    begin, other, end = (placeholder(marked.add(tag.derived(source))) for source in (f"if {first}", "else", "endif"))
    _set(cell, "w:vMerge", {"val": f"{begin}restart{other}continue{end}"})
    children = [child for child in cell if child.tag != CELL_PROPERTIES]
    if not children:
        return
    head = children[0]
    if head.tag == PARAGRAPH:
        inside = [child for child in head if child.tag != PARAGRAPH_PROPERTIES]
        if inside:
            _wrap(marked, tag, inside, first)
        children = children[1:]
    if children:
        _wrap(marked, tag, children, first)


def _first_row(marked: Marked, cell: _Element, tag: Tag) -> str:
    """What tells whether the row is its loop's first: noted before the row where, by the cell, the row's columns are looped over."""
    row = cell.getparent()
    before = (marked.tags[int(one.get("n", "0"))].word for one in cell.itersiblings(TAG, preceding=True))
    if row is None or not sum({"for": 1, "endfor": -1}.get(word, 0) for word in before):
        return _FIRST
    number = marked.add(tag)
    name = f"first_row_{number}"
    marked.tags[number] = tag.derived(f"set {name} = {_FIRST}")
    row.addprevious(tag_element(row, number))
    return name


def _wrap(marked: Marked, tag: Tag, elements: list[_Element], condition: str) -> None:
    elements[0].addprevious(tag_element(elements[0], marked.add(tag.derived(f"if {condition}"))))
    elements[-1].addnext(tag_element(elements[-1], marked.add(tag.derived("endif"))))
