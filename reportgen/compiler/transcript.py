"""A Word file as plain text: a line a paragraph, with its style and tags, rows and cells as they lie; for reading and for comparing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.compiler.names import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN,
    RUN_PROPERTIES,
    SECTION,
    TABLE,
    TEXT,
    VALUE,
)
from reportgen.ooxml import Package
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.styles import Styles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_STORIES = ("header", "footer", "footnotes", "endnotes")
_STYLE = f"{PARAGRAPH_PROPERTIES}/{qn('w:pStyle')}"
_FACE = f"{RUN_PROPERTIES}/{qn('w:rStyle')}"
_BOLD = f"{RUN_PROPERTIES}/{qn('w:b')}"
_TABLE_STYLE = f"{qn('w:tblPr')}/{qn('w:tblStyle')}"
_LIST = f"{PARAGRAPH_PROPERTIES}/{qn('w:numPr')}/{qn('w:numId')}"
_OFF = ("0", "false", "off")
_STEP = "  "
_BREAK = qn("w:br")
_BREAKS = {"page": "⇟", "column": "⇟"}
_SIGNS = {
    qn("w:cr"): "⏎",
    qn("w:tab"): "→",
    qn("w:noBreakHyphen"): "-",
    qn("w:drawing"): "[图]",
    qn("w:pict"): "[图]",
    qn("w:footnoteReference"): "[注]",
    qn("w:endnoteReference"): "[注]",
}
_SKIPPED = {
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    *map(qn, ("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "mc:Fallback", "w:instrText", "w:delText")),
}
_NOTES = (qn("w:footnote"), qn("w:endnote"))
_DRAWN = (qn("w:drawing"), qn("w:pict"), qn("w:object"), qn("mc:AlternateContent"))
Words = tuple[str, str]
"""Text, and the name of its look."""


def transcript(package: Package) -> Iterator[str]:
    """The lines of a Word file: its body, then headers, footers and notes, each under the name of its part."""
    part = package.part("styles")
    styles = read_styles(package.root(part)) if part else Styles(())
    for name in (package.main, *(name for kind in _STORIES for name in package.parts(kind))):
        yield f"# {name}"
        yield from _blocks(package.root(name), styles, "")
        yield ""


def lines(elements: Iterable[_Element], styles: Styles) -> list[str]:
    """The lines of some paragraphs and tables."""
    return list(_blocks(elements, styles, ""))


def _blocks(container: Iterable[_Element], styles: Styles, indent: str) -> Iterator[str]:
    for element in container:
        if element.tag == PARAGRAPH:
            yield from _paragraph(element, styles, indent)
        elif element.tag == TABLE:
            yield f"{indent}[表 {_named(element.find(_TABLE_STYLE), styles)}]".replace(" ]", "]")
            yield from _rows(element, styles, indent + _STEP)
        elif element.tag == SECTION:
            yield f"{indent}[节]"
        elif element.tag in _NOTES and element.get(qn("w:type")) is not None:
            continue  # the rule above the notes
        elif element.tag not in _SKIPPED and isinstance(element.tag, str):
            yield from _blocks(element, styles, indent)


def _rows(table: _Element, styles: Styles, indent: str) -> Iterator[str]:
    for number, row in enumerate(table.iter(ROW), 1):
        if next(row.iterancestors(TABLE)) is not table:
            continue
        yield f"{indent}行{number}"
        for place, cell in enumerate((one for one in row.iter(CELL) if next(one.iterancestors(ROW)) is row), 1):
            lines = list(_blocks(cell, styles, ""))
            for line in lines:
                yield f"{indent}{_STEP}格{place} {line}"


def _paragraph(paragraph: _Element, styles: Styles, indent: str) -> Iterator[str]:
    style = paragraph.find(_STYLE)
    name = _named(style, styles) or (default.name if (default := styles.default()) else "")
    number = paragraph.find(_LIST)
    listed = f" 列表{number.get(VALUE)}" if number is not None and number.get(VALUE) not in (None, "0") else ""
    text = "".join(_looking(look, "".join(text for text, _ in words)) for look, words in groupby(_words(paragraph, styles), lambda w: w[1]))
    yield f"{indent}[{name}{listed}] {text}".rstrip()
    for box in _boxes(paragraph):
        yield f"{indent}{_STEP}[文本框]"
        yield from _blocks(box, styles, indent + 2 * _STEP)
    if paragraph.find(f"{PARAGRAPH_PROPERTIES}/{SECTION}") is not None:
        yield f"{indent}[节]"


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph, not those in their fallback for old programs."""
    for box in paragraph.iter(qn("w:txbxContent")):
        around = list(box.iterancestors(PARAGRAPH, qn("mc:Fallback")))
        if around and around[0] is paragraph:
            yield box


def _words(element: _Element, styles: Styles, look: str = "") -> Iterator[Words]:
    for child in element:
        if child.tag == RUN:
            yield from _words(child, styles, _look(child, styles))
        elif child.tag == TEXT:
            yield child.text or "", look
        elif child.tag == _BREAK:
            yield _BREAKS.get(child.get(qn("w:type"), ""), "⏎"), look
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag], look
        elif child.tag not in _SKIPPED and child.tag not in _DRAWN and child.tag != PARAGRAPH and isinstance(child.tag, str):
            yield from _words(child, styles, look)


def _look(run: _Element, styles: Styles) -> str:
    bold = run.find(_BOLD)
    return _named(run.find(_FACE), styles) or ("**" if bold is not None and bold.get(VALUE) not in _OFF else "")


def _looking(look: str, text: str) -> str:
    return text if not look or not text else f"**{text}**" if look == "**" else f"‹{look}：{text}›"


def _named(reference: _Element | None, styles: Styles) -> str:
    """The name of the style that an element refers to; its id where the file has no such style."""
    style_id = "" if reference is None else reference.get(VALUE, "")
    style = styles.by_id.get(style_id)
    return style.name if style is not None else style_id


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines one step further in."""
    return (_STEP + line for line in lines)
