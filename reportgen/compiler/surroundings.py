"""The tags of a part to their spots: what stands around each, and how text may be broken there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from reportgen.compiler.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES, SECTION, TABLE, TAG, TEXT
from reportgen.compiler.spots import Kind, Spot
from reportgen.compiler.tags import FIRST, LAST, MARK_BEGIN, MARK_END, MARK_FIRST, MARK_LAST, Marked
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[Any, Kind] = {PARAGRAPH: "run", TABLE: "row", ROW: "cell", CELL: "paragraph"}
_TRANSPARENT = {
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "hyperlink", "fldSimple", "ins", "del", "moveTo", "moveFrom")
}
_WRAPPERS = {
    qn(f"w:{name}") for name in ("hyperlink", "fldSimple", "ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "dir", "bdo")
}
_NUMBER = re.compile(f"{FIRST}(\\d+){LAST}")
_HEADING = re.compile(f"{MARK_FIRST}(h\\d+){MARK_LAST}")
_DECLARATION = re.compile(r' xmlns(?::\w+)?="[^"]*"')


_ANEW = ("renumber", "重新编号")
"""Calls behind which headings are counted, and so nested, from the first again."""


def spots_of(marked: Marked) -> dict[int, Spot]:
    """The spot of every tag of a part; the tag elements are emptied of what they carried along."""
    finder = _Finder()
    spots: dict[int, Spot] = {}
    under = 0
    for element in list(marked.root.iter(PARAGRAPH, TAG)):
        if element.tag == PARAGRAPH:
            match = _HEADING.match(element.text or "")
            under = int(match[1][1:]) if match else under
            continue
        number = int(element.get("n", "0"))
        if marked.tags[number].source.partition("(")[0].strip() in _ANEW:
            under = 0
        spot = finder.spot(element)
        # Macros are words for the line that calls them, wherever the tag stands that brings them in.
        kind = "text" if marked.tags[number].word in ("from", "import") else spot.kind
        spots[number] = replace(spot, kind=kind, under=under)
        for carried in list(element):
            element.remove(carried)
    for number, owner, name in _placeholders(marked.root):
        spots[number] = Spot("attribute" if name else "plain", (name, str(owner.tag), *_path(owner)))
    return spots


def _placeholders(root: _Element) -> list[tuple[int, _Element, str]]:
    """Number, element and attribute (or "") of every tag that stands in a string."""
    found: Any = etree.XPath(f".//@*[contains(., '{FIRST}')] | .//text()[contains(., '{FIRST}')]")(root)
    return [
        (int(n), string.getparent(), string.attrname if string.is_attribute else "") for string in found for n in _NUMBER.findall(string)
    ]


def _path(element: _Element) -> tuple[str, ...]:
    return tuple(str(ancestor.tag) for ancestor in element.iterancestors())


class _Finder:
    """Spots of one part, with the XML of properties kept by element."""

    def __init__(self) -> None:
        self._xml: dict[_Element, str] = {}
        self._of_paragraph: dict[_Element, _Element | None] = {}

    def spot(self, element: _Element) -> Spot:
        parent = element.getparent()
        if parent is None:
            return Spot()
        if parent.tag == TEXT:
            return self._in_text(element, parent)
        kind: Kind = next((_KINDS.get(a.tag, "paragraph") for a in element.iterancestors() if a.tag not in _TRANSPARENT), "paragraph")
        run = element.find(RUN_PROPERTIES)
        properties = element.find(PARAGRAPH_PROPERTIES)
        paragraph = next(element.iterancestors(PARAGRAPH), None) if kind == "run" else None
        if paragraph is not None:
            properties = self._own(paragraph)
        opening, closing = self._wrappers(element) if kind == "run" else ("", "")
        heading = _heading(paragraph) if paragraph is not None else ""
        return Spot(kind, _path(element), self._properties(properties), self._properties(run), opening, closing, heading)

    def _in_text(self, element: _Element, text: _Element) -> Spot:
        run = text.getparent()
        paragraph = next(text.iterancestors(PARAGRAPH), None)
        if run is None or run.tag != RUN or paragraph is None:
            return Spot("plain", _path(element))
        properties = self._own(paragraph)
        opening, closing = self._wrappers(run)
        path = _path(element)
        return Spot(
            "text", path, self._properties(properties), self._properties(run.find(RUN_PROPERTIES)), opening, closing, _heading(paragraph)
        )

    def _own(self, paragraph: _Element) -> _Element | None:
        """The `w:pPr` of a paragraph, looked for once however many tags the paragraph has."""
        if paragraph not in self._of_paragraph:
            self._of_paragraph[paragraph] = paragraph.find(PARAGRAPH_PROPERTIES)
        return self._of_paragraph[paragraph]

    def _wrappers(self, inner: _Element) -> tuple[str, str]:
        """What must be closed and opened again between a run and its paragraph."""
        opening = closing = ""
        for ancestor in inner.iterancestors():
            if ancestor.tag not in _WRAPPERS:
                break
            opening = _start_tag(ancestor) + opening
            closing += f"</{_qualified(ancestor)}>"
        return opening, closing

    def _properties(self, element: _Element | None) -> str:
        """The XML of properties, without section breaks and whatever holds tags itself."""
        if element is None:
            return ""
        if element not in self._xml:
            self._xml[element] = _without_tags(element).replace(MARK_FIRST, MARK_BEGIN).replace(MARK_LAST, MARK_END)
        return self._xml[element]


def _heading(paragraph: _Element) -> str:
    match = _HEADING.match(paragraph.text or "")
    return f"{MARK_BEGIN}{match[1]}{MARK_END}" if match else ""


def _without_tags(element: _Element) -> str:
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    if FIRST not in xml and ":sectPr" not in xml:
        return _DECLARATION.sub("", xml)
    copy = etree.fromstring(xml)
    for part in list(copy.iter()):
        parent = part.getparent()
        if parent is not None and (part.tag == SECTION or any(FIRST in str(value) for value in part.attrib.values())):
            parent.remove(part)
    return _DECLARATION.sub("", etree.tostring(copy, encoding="unicode"))


def _qualified(element: _Element) -> str:
    return f"{element.prefix}:{etree.QName(element).localname}" if element.prefix else etree.QName(element).localname


def _start_tag(element: _Element) -> str:
    attributes = {str(name): str(value) for name, value in element.items() if FIRST not in str(value)}
    clone = element.makeelement(element.tag, attributes, {prefix: uri for prefix, uri in element.nsmap.items() if prefix})
    return _DECLARATION.sub("", etree.tostring(clone, encoding="unicode")).removesuffix("/>") + ">"
