"""Paragraphs that a template leaves in Word's default style, given the styles of text and of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.compiler.names import TAG
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import insert_in_order
from reportgen.ooxml.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, PROPERTIES = qn("w:p"), qn("w:pPr")
_BOXED = qn("w:txbxContent")
_CELL, _ROW = qn("w:tc"), qn("w:tr")
_NOT_TEXT = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
"""What the body's exact pitch would cut off."""
_ASIDE = ("center", "right", "end")


def style_plain_text(root: _Element, styles: Styles) -> None:
    """Make paragraphs of no style of their own body text, those in tables text of tables; pictures and lists stay as they are.

    `root` is a marked part: a tag that stands for paragraphs carries the properties of its own.

    In Word a new paragraph is 正文, the default style, which says nothing of indents and pitch, since cells and text boxes use it too.
    """
    default, body = styles.default(), styles.named("Body Text")
    cell, heading = styles.named("Table Text"), styles.named("Table Heading")
    if body is None or cell is None or heading is None:
        return
    for paragraph in _plain(root, default.id if default else ""):
        row = next(paragraph.iterancestors(_ROW), None)
        if row is None:
            _wear(paragraph, body.id)
            _keep_aside(paragraph)
        else:
            _wear(paragraph, heading.id if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None else cell.id)


def _plain(root: _Element, default: str) -> Iterator[_Element]:
    for paragraph in list(root.iter(PARAGRAPH, TAG)):
        if paragraph.tag == TAG and next(paragraph.iterancestors(PARAGRAPH), None) is not None:
            continue
        properties = paragraph.find(PROPERTIES)
        style = None if properties is None else properties.find(qn("w:pStyle"))
        listed = properties is not None and properties.find(qn("w:numPr")) is not None
        named = style is not None and style.get(qn("w:val")) != default
        boxed = next(paragraph.iterancestors(_BOXED), None) is not None
        if not (named or listed or boxed or next(paragraph.iter(*_NOT_TEXT), None) is not None):
            yield paragraph


def _wear(paragraph: _Element, style: str) -> None:
    properties = paragraph.find(PROPERTIES)
    if properties is None:
        properties = paragraph.makeelement(PROPERTIES, {})
        paragraph.insert(0, properties)
    old = properties.find(qn("w:pStyle"))
    if old is not None:
        properties.remove(old)
    insert_in_order(properties, properties.makeelement(qn("w:pStyle"), {qn("w:val"): style}))


def _keep_aside(paragraph: _Element) -> None:
    """A line that was put in the middle or to the right has no first-line indent."""
    properties = paragraph.find(PROPERTIES)
    if properties is None:
        return
    aligned = properties.find(qn("w:jc"))
    if aligned is not None and aligned.get(qn("w:val")) in _ASIDE and properties.find(qn("w:ind")) is None:
        indent = properties.makeelement(qn("w:ind"), {qn("w:firstLine"): "0", qn("w:firstLineChars"): "0"})
        insert_in_order(properties, indent)
