"""The style that a paragraph's part asks for, put on in place of formatting by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.formatting import Part
from reportgen.formatting.parts import HEADINGS
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import put_in_order
from reportgen.ooxml.styles import Styles
from reportgen.typesetting.blanks import drop_leading_blanks
from reportgen.typesetting.running_in import head_runs

if TYPE_CHECKING:
    from lxml.etree import _Element

_R, _PPR, _RPR, _T = (qn(f"w:{name}") for name in ("r", "pPr", "rPr", "t"))
_STYLES: dict[str, str] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "addressee": "Salutation",
    "body": "Body Text",
    "attachment": "Attachment",
    "attachment_note": "附件说明",
    "caption": "caption",
    "table": "Table Text",
    "table_heading": "Table Heading",
    "signature": "Signature",
    "date": "Date",
    **{role: f"heading {level}" for level, role in enumerate(HEADINGS, 1)},
}
_NUMBER = qn("w:numPr")
_CELLS = ("table", "table_heading")
_PLAIN_WEIGHT = frozenset(("title", "table_heading", *HEADINGS))
"""Parts whose weight the profile sets; elsewhere bold letters are an author's emphasis."""


def _names(names: str) -> frozenset[str]:
    return frozenset(qn(f"w:{name}") for name in names.split())


_SHAPE = _names(
    "pStyle spacing ind jc outlineLvl contextualSpacing snapToGrid tabs rPr textAlignment autoSpaceDE autoSpaceDN adjustRightInd "
    "widowControl kinsoku overflowPunct topLinePunct wordWrap"
)
"""What a style says, and so goes from the paragraph."""
_LOOK = _names("rFonts sz szCs color spacing w kern position")
_WEIGHT = _names("b bCs i iCs")
_BULLETS = _names("pStyle ind tabs")
_ALIGN = _names("jc")
"""What stays where a clerk has aligned figures in a table, or a picture."""
_LINE = "240"
"""Twips, for viewers that do not know lines."""
_SYMBOLS = ("wingdings", "webdings", "symbol", "marlett")
_ASIDE = ("\u3400", "\u4dbf")
"""CJK extension A, which few faces have."""


class Wardrobe:
    """The styles of a dressed Word file, by the part that they are for."""

    def __init__(self, styles: Styles) -> None:
        found = {role: styles.named(name) for role, name in _STYLES.items()}
        self._ids: dict[str, str] = {role: style.id for role, style in found.items() if style is not None}
        self._run_in = {role: style.link for role, style in found.items() if style is not None and style.link}

    def clothe(self, paragraph: _Element, part: Part, number: str = "", *, free_line: bool = False, new_page: bool = False) -> None:
        """Put on the style of `part`; `number` is what Word counted before the paragraph, typed from now on.

        `free_line` asks for one above it, `new_page` for a page of its own.

        Contents, notes and empty lines stay as they are; pictures only lose the line pitch that would cut them.
        """
        if part.role in ("contents", "note", "blank"):
            return
        role = "body" if part.run_in else part.role
        self._shape(paragraph, role, part, number)
        for run in paragraph.iter(_R):
            _undress(run, weight=part.role in _PLAIN_WEIGHT and not part.run_in)
        if part.run_in and (style := self._run_in.get(part.role)):
            for run in head_runs(paragraph, part.run_in):
                _undress(run, weight=True)
                put_in_order(_properties(run, _RPR), etree.Element(qn("w:rStyle"), {qn("w:val"): style}))
        if role != "picture" and role not in _CELLS:
            drop_leading_blanks(paragraph)
        if number:
            _type(paragraph, number)
        if free_line:
            put_in_order(_properties(paragraph, _PPR), etree.Element(qn("w:spacing"), {qn("w:beforeLines"): "100", qn("w:before"): _LINE}))
        if new_page:
            put_in_order(_properties(paragraph, _PPR), etree.Element(qn("w:pageBreakBefore")))

    def _shape(self, paragraph: _Element, role: str, part: Part, number: str) -> None:
        properties = _properties(paragraph, _PPR)
        bullet = part.block.label == "bullet" and not number
        kept = _BULLETS if bullet else _ALIGN if role in (*_CELLS, "picture") else frozenset()
        gone = (_SHAPE | {_NUMBER} if number else _SHAPE) - kept
        for child in [child for child in properties if child.tag in gone]:
            properties.remove(child)
        style = self._ids.get(role, "")
        if style and not bullet:
            put_in_order(properties, etree.Element(qn("w:pStyle"), {qn("w:val"): style}))


def _properties(holder: _Element, name: str) -> _Element:
    found = holder.find(name)
    if found is None:
        found = etree.Element(name)
        holder.insert(0, found)
    return found


def _undress(run: _Element, *, weight: bool) -> None:
    """Take a run's own face, size, colour and width away; its weight and slant too where the profile sets them."""
    properties = run.find(_RPR)
    if properties is None:
        return
    for child in list(properties):
        if (child.tag in _LOOK and not (child.tag == qn("w:rFonts") and _needs_its_face(run, child))) or (weight and child.tag in _WEIGHT):
            properties.remove(child)
    if not len(properties):
        run.remove(properties)


def _needs_its_face(run: _Element, fonts: _Element) -> bool:
    """Whether letters would be others in another face: symbols, and characters that the usual faces lack."""
    if any(str(face).casefold().startswith(_SYMBOLS) for face in fonts.attrib.values()):
        return True
    text = "".join(one.text or "" for one in run.iter(_T))
    return any(_ASIDE[0] <= sign <= _ASIDE[1] or sign > "\uffff" for sign in text)


def _type(paragraph: _Element, number: str) -> None:
    """Write a number as text before all else; a blank parts it from the words where it ends with a letter or digit."""
    run = etree.Element(_R)
    text = etree.SubElement(run, _T, {qn("xml:space"): "preserve"})
    text.text = number + (" " if number[-1].isalnum() else "")
    _properties(paragraph, _PPR).addnext(run)
