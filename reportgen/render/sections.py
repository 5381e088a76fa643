"""Pages that lie across the sheet: sections that begin where a value says so, the page number where other pages have it.

On a sheet that lies across, the head of a table is towards the binding edge on odd pages and towards the outer edge on
even ones; its page number stays at the foot of the sheet as it stands in the file. Source: GB/T 9704—2012, 8; ECMA-376
Part 1, 17.6 and 17.4.57 (tblpPr).
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.compiler import faults
from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.errors import FindingsError
from reportgen.expressions.official import Section
from reportgen.ooxml import parse, serialize
from reportgen.ooxml.namespaces import PREFIXES, part_type, qn
from reportgen.render.insertion import Insertion
from reportgen.render.state import Rendering
from reportgen.render.steps import Step

if TYPE_CHECKING:
    from lxml.etree import _Element

_SECTION = re.compile(rb"<w:p>\x01S(\d)\x02</w:p>")
_SET_UP = re.compile(rb"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.S)
_DECLARATIONS = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items() if prefix != "xml").encode()
_DECLARATION = re.compile(rb' xmlns(?::\w+)?="[^"]*"')
_UPRIGHT = {"top": "left", "left": "bottom", "bottom": "right", "right": "top"}
"""By side of a sheet that lies across: the side that it is of the sheet upright; the sheet's left edge is on top."""
_TINY = b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>%b</w:pPr></w:p>'
"""A paragraph that only ends a section, and takes no room."""
_CONTENT_TAGS = (qn("w:p"), qn("w:tbl"), qn("w:sdt"))
_LINE = 280
"""Height of the page number's line, in twips."""


class Sections(Step):
    """The sections of a document, as its last one is set up or turned by a quarter."""

    rank = 5

    def __init__(self, rendering: Rendering) -> None:
        super().__init__(rendering)
        self._known: dict[str, str] = {}

    def __call__(self, whole: bytes) -> bytes:
        """Ends of sections where the direction changes; the last section lies as the pages before it."""
        set_ups = list(_SET_UP.finditer(whole))
        if self.rendering.part != self.rendering.package.main:
            return whole
        if not set_ups:  # pages of which nothing is said cannot be turned
            return _SECTION.sub(b"", whole)
        last = set_ups[-1]
        own = _read(last[0])
        across = begun = _lies_across(own)
        out, position = [], 0
        for match in _SECTION.finditer(whole, 0, last.start()):
            out.append(whole[position : match.start()])
            position = match.end()
            if across != (match[1] == b"1"):
                out.append(_TINY % self._set_up(own, across is not begun, first=not any(out[1::2])))
                across = not across
            else:
                out.append(b"")
        closing = self._set_up(own, across is not begun, first=not any(out[1::2]))
        return b"".join([*out, whole[position : last.start()], closing, whole[last.end() :]])

    def _set_up(self, own: _Element, turned: bool, *, first: bool) -> bytes:
        """XML of a section's properties; only the first begins to count pages anew and has a title page."""
        section = deepcopy(own)
        if not first:
            for name in ("w:pgNumType", "w:titlePg"):
                for element in section.findall(qn(name)):
                    section.remove(element)
        if turned:
            self._turn(section)
        return _DECLARATION.sub(b"", etree.tostring(section))

    def _turn(self, section: _Element) -> None:
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        if size is None or margins is None:
            return
        width, height = size.get(qn("w:h"), ""), size.get(qn("w:w"), "")
        upright = {side: margins.get(qn(f"w:{side}"), "0") for side in (*_UPRIGHT, "footer")}
        lies_across = size.get(qn("w:orient")) == "landscape"
        sides = {old: new for new, old in _UPRIGHT.items()} if lies_across else _UPRIGHT
        size.set(qn("w:w"), width)
        size.set(qn("w:h"), height)
        if lies_across:
            del size.attrib[qn("w:orient")]
        else:
            size.set(qn("w:orient"), "landscape")
            for reference in section.findall(qn("w:footerReference")):
                reference.set(qn("r:id"), self._turned_footer(reference.get(qn("r:id"), ""), upright, int(height)))
        for side, other in sides.items():
            margins.set(qn(f"w:{side}"), upright[other])

    def _turned_footer(self, id_: str, upright: dict[str, str], long: int) -> str:
        """The id of a footer at the sheet's foot, which is now on the left; one with tags of its own stays below."""
        draft, package = self.rendering.draft, self.rendering.package
        part = next((one.target for one in package.relationships(package.main) if one.id == id_), "")
        if part not in package or part in self.rendering.dynamic:
            return id_
        known = self._known.get(part)
        if known is None:
            length = long - int(upright["left"]) - int(upright["right"])
            made = _at_left(package.root(part), int(upright["footer"]), int(upright["left"]), length)
            known = self._known[part] = draft.add("word/footer1.xml", serialize(made), part_type("footer"))
        return draft.relate(package.main, "footer", known)


def section_xml(section: Section, place: Insertion) -> str:
    """A paragraph that stands for the end of the section before.

    Raises: FindingsError (T023) in cells, headers, notes.
    """
    rendering = place.rendering
    if rendering.part != rendering.package.main or qn("w:tc") in place.spot.path:
        raise FindingsError(
            [
                faults.MISPLACED_VALUE.at(
                    place.tag.span, tag=place.tag.typed, value="…", place_zh="表格、页眉页脚", place_en="in a table or header"
                )
            ]
        )
    rendering.step(Sections)
    return f"<w:p>{MARK_BEGIN}S{int(section.landscape)}{MARK_END}</w:p>"


def _read(xml: bytes) -> _Element:
    return parse(b"<w:body" + _DECLARATIONS + b">" + xml + b"</w:body>")[0]


def _lies_across(section: _Element) -> bool:
    size = section.find(qn("w:pgSz"))
    return size is not None and size.get(qn("w:orient")) == "landscape"


def _at_left(footer: _Element, distance: int, top: int, long: int) -> _Element:
    """A footer whose content stands in a cell along the left edge, turned as the sheet is."""
    content = b"".join(_DECLARATION.sub(b"", etree.tostring(block, with_tail=False)) for block in footer if block.tag in _CONTENT_TAGS)
    table = (
        f'<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{distance}" w:tblpY="{top}"/>'
        f'<w:tblW w:w="{_LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{_LINE}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{long}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{_LINE}" w:type="dxa"/>'
        '<w:textDirection w:val="tbRl"/></w:tcPr>'
    )
    return parse(b"<w:ftr" + _DECLARATIONS + b">" + table.encode() + content + b"</w:tc></w:tr></w:tbl><w:p/></w:ftr>")
