"""XML bytes to lxml trees and back, without document types, entities, network or unbounded growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import NotADocx
from reportgen.findings import Span
from reportgen.ooxml.faults import DAMAGED_XML, DOCTYPE, TOO_LARGE

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_XML = 32 * 1024 * 1024
"""Bytes of one XML part. Word's own files stay far below; a tree takes up to thirty times its text."""


MAX_TAGS = 500_000
"""Tags of one XML part, each start and end counted. A long report has some ten thousand."""


def parse(data: bytes, part: str = "", file: str = "") -> _Element:
    """The root element of an XML part; `part` and `file` only serve the message.

    Raises: NotADocx (P006, P013, P014).
    """
    # Only here: documents are written without parsing any XML, and a short run should not pay for the parser.
    from lxml import etree

    span = Span(file)
    if len(data) > MAX_XML:
        raise NotADocx(
            TOO_LARGE.at(span, what_zh=f"部件 {part}", what_en=f"part {part} has", actual=f"{len(data):,} B", limit=f"{MAX_XML:,} B")
        )
    # UTF-16 writes a sign of ASCII with a zero byte beside it, so that this counts it too.
    if (tags := data.count(b"<")) > MAX_TAGS:
        zh, en = f"部件 {part} 的标签数", f"part {part} has, in tags,"
        raise NotADocx(TOO_LARGE.at(span, what_zh=zh, what_en=en, actual=f"{tags:,}", limit=f"{MAX_TAGS:,}"))
    if _declares_type(data):
        raise NotADocx(DOCTYPE.at(span, part=part))
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotADocx(DAMAGED_XML.at(span, part=part, detail=error.msg or "")) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs: a parsed tree has a DocInfo
        raise NotADocx(DOCTYPE.at(span, part=part))
    return root


def serialize(root: _Element) -> bytes:
    """A part's bytes, in UTF-8 with the standalone declaration that Word writes."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _declares_type(data: bytes) -> bool:
    """Whether a document type stands in the bytes; looked for before libxml2 would expand anything."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        return b"<!DOCTYPE" in data.replace(b"\0", b"")
    return b"<!DOCTYPE" in data
