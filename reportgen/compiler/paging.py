"""The pages of a Word file, made what a profile says they are: paper, margins, page numbers.

Source: ECMA-376 Part 1, 17.6 and 17.10; GB/T 9704—2012, 5.1, 5.2.1 and 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.ooxml import Draft, Package, serialize
from reportgen.ooxml.namespaces import R, W, part_type, qn
from reportgen.ooxml.order import insert_in_order, put_in_order
from reportgen.packs import Page, PageNumber, Profile

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY_SETTINGS = f'<w:settings xmlns:w="{W}"/>'.encode()
_CONTENT = frozenset(qn(f"w:{name}") for name in ("t", "instrText", "fldSimple", "drawing", "pict", "sdt", "tbl", "sym"))


def dress_pages(package: Package, draft: Draft, profile: Profile, footer_style: str) -> None:
    """Writes page set-up, page numbers and settings into `draft`."""
    root = package.root(package.main)
    sections = list(_sections(root))
    for section in sections:
        _set_page(section, profile)
        _count_notes(section)
    footers = _footers(package, draft, profile.page_number, footer_style)
    for section in sections:
        _refer(section, "footer", footers)
    odd_and_even = bool(footers) and profile.page_number.position == "outer"
    if odd_and_even:
        for section in sections:
            _show_header_on_even_pages(section)
    draft.put(package.main, serialize(root))
    _set_settings(package, draft, odd_and_even)


def _sections(root: _Element) -> Iterator[_Element]:
    """The set-up of each section, the last of which is made where it is missing; old set-ups kept by tracked changes are none."""
    body = root.find(qn("w:body"))
    if body is None:
        return
    if body.find(qn("w:sectPr")) is None:
        etree.SubElement(body, qn("w:sectPr"))
    for section in body.iter(qn("w:sectPr")):
        parent = section.getparent()
        if parent is not None and parent.tag != qn("w:sectPrChange"):
            yield section


def _set_page(section: _Element, profile: Profile) -> None:
    """Paper and margins; a section laid across in the Word file stays so, its head towards the binding edge (GB/T 9704, 8)."""
    page, number = profile.page, profile.page_number
    size = section.find(qn("w:pgSz"))
    across = size is not None and size.get(qn("w:orient")) == "landscape"
    width, height = (page.width, page.height) if across is page.landscape or not across else (page.height, page.width)
    turned = across and not page.landscape
    top, right, bottom, left = _turned(page) if turned else (page.top, page.right, page.bottom, page.left)
    orient = {"orient": "landscape"} if width > height else {}
    old = section.find(qn("w:pgMar"))
    gutter = "0" if old is None else old.get(qn("w:gutter"), "0")
    margins = {
        "top": top,
        "right": right,
        "bottom": bottom,
        "left": left,
        "header": page.header,
        "footer": _footer_distance(bottom, number),
    }
    _put(section, "pgSz", w=str(width), h=str(height), **orient)
    _put(section, "pgMar", **{side: str(value) for side, value in margins.items()}, gutter=gutter)
    for grid in section.findall(qn("w:docGrid")):
        section.remove(grid)


def _count_notes(section: _Element) -> None:
    """Footnotes numbered ① on each page, as offices do, where the Word file says nothing of them."""
    if section.find(qn("w:footnotePr")) is None:
        notes = etree.Element(qn("w:footnotePr"))
        for name, value in (("numFmt", "decimalEnclosedCircleChinese"), ("numRestart", "eachPage")):
            etree.SubElement(notes, qn(f"w:{name}"), {qn("w:val"): value})
        put_in_order(section, notes)


def _turned(page: Page) -> tuple[int, int, int, int]:
    """Margins (top, right, bottom, left) of a page that lies across: the sheet's left edge is on top."""
    return page.left, page.top, page.right, page.bottom


def _footer_distance(bottom: int, number: PageNumber) -> int:
    """From the paper's lower edge to the footer's: the dash, in the middle of the line, stands `distance` below the type area."""
    return max(0, bottom - number.distance - number.letters.size * 5)


def _footers(package: Package, draft: Draft, number: PageNumber, style: str) -> dict[str, str]:
    """Relationship ids of the page numbers' footers, by type; none where there are to be none, or where footers hold something."""
    if number.position == "none" or any(_holds_something(package.root(part)) for part in package.parts("footer")):
        return {}
    sides = ("right", "left") if number.position == "outer" else (number.position,)
    names = [draft.add("word/footer1.xml", serialize(_footer(number, side, style)), part_type("footer")) for side in sides]
    ids = [draft.relate(package.main, "footer", name) for name in names]
    return {"default": ids[0], "even": ids[-1]}


def _holds_something(root: _Element) -> bool:
    return any(element.tag in _CONTENT for element in root.iter())


def _footer(number: PageNumber, side: str, style: str) -> _Element:
    """A footer with one page number, a character in from its side."""
    root = etree.Element(qn("w:ftr"), nsmap={"w": W})
    paragraph = etree.SubElement(root, qn("w:p"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    _put(properties, "pStyle", val=style)
    if side in ("left", "right"):
        _put(properties, "ind", **{f"{side}Chars": str(number.indent.hundredths), side: str(number.indent.twips)})
    _put(properties, "jc", val=side)
    _text(paragraph, "t", number.before)
    _field_mark(paragraph, "begin")
    _text(paragraph, "instrText", " PAGE ")
    _field_mark(paragraph, "separate")
    _text(paragraph, "t", "1")
    _field_mark(paragraph, "end")
    _text(paragraph, "t", number.after)
    return root


def _text(paragraph: _Element, name: str, text: str) -> None:
    if text:
        run = etree.SubElement(paragraph, qn("w:r"))
        etree.SubElement(run, qn(f"w:{name}"), {qn("xml:space"): "preserve"}).text = text


def _field_mark(paragraph: _Element, kind: str) -> None:
    run = etree.SubElement(paragraph, qn("w:r"))
    etree.SubElement(run, qn("w:fldChar"), {qn("w:fldCharType"): kind})


def _refer(section: _Element, part: str, ids: dict[str, str]) -> None:
    """Point a section at parts by type, in place of those it pointed at."""
    tag = qn(f"w:{part}Reference")
    for old in section.findall(tag):
        if old.get(qn("w:type")) in ids:
            section.remove(old)
    for kind, id_ in ids.items():
        insert_in_order(section, etree.Element(tag, {qn("w:type"): kind, qn("r:id"): id_}, nsmap={"w": W, "r": R}))


def _show_header_on_even_pages(section: _Element) -> None:
    """Once odd and even pages differ, a header of all pages would show on odd ones alone."""
    headers = {header.get(qn("w:type")): header.get(qn("r:id"), "") for header in section.findall(qn("w:headerReference"))}
    if "default" in headers and "even" not in headers:
        even = {qn("w:type"): "even", qn("r:id"): headers["default"]}
        insert_in_order(section, etree.Element(qn("w:headerReference"), even, nsmap={"w": W, "r": R}))


def _set_settings(package: Package, draft: Draft, odd_and_even: bool) -> None:
    part = package.part("settings") or draft.add("word/settings.xml", _EMPTY_SETTINGS, part_type("settings"))
    draft.relate(package.main, "settings", part)
    root = package.root(part) if part in package else etree.fromstring(_EMPTY_SETTINGS)
    if odd_and_even:
        _put(root, "evenAndOddHeaders")
    languages = root.find(qn("w:themeFontLang"))
    known = {} if languages is None else {str(key).rpartition("}")[2]: str(value) for key, value in languages.attrib.items()}
    _put(root, "themeFontLang", **{"val": "en-US", **known, "eastAsia": "zh-CN"})
    draft.put(part, serialize(root))


def _put(parent: _Element, name: str, **values: str) -> None:
    put_in_order(parent, etree.Element(qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in values.items()}))
