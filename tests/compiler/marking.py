"""Paragraphs marked inline, and the tree that comes of them as short text."""

from __future__ import annotations

import re

from lxml import etree

from reportgen.compiler.lexing import Syntax
from reportgen.compiler.marking import mark
from reportgen.compiler.tags import Marked
from tests.documents import W, p

_PROPERTIES = re.compile(r"<w:(pPr|rPr|tcPr|tblPr|tblGrid)>.*?</w:\1>|<w:\w+Pr/>")
_TAG = re.compile(r'<rg:tag n="(\d+)"/>')


def marked(*blocks: str, syntax: Syntax | None = None) -> Marked:
    """A body of these blocks with its tags marked."""
    body = "".join(block if block.startswith("<") else p(block) for block in blocks)
    root = etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return mark(root, "word/document.xml", syntax or Syntax(), file="a.docx", headings={"Heading1"})


def outline(*blocks: str, syntax: Syntax | None = None) -> str:
    """The marked body: `p(a⟨name⟩)` is a paragraph of a text and a tag; runs and properties are left out."""
    found = marked(*blocks, syntax=syntax)
    xml = etree.tostring(found.root[0], encoding="unicode")
    xml = re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", xml)
    xml = re.sub(r"(<rg:tag n=\"\d+\")>.*?</rg:tag>", r"\1/>", xml)
    xml = _PROPERTIES.sub("", xml)
    xml = _TAG.sub(lambda match: f"⟨{found.tags[int(match[1])].source}⟩", xml)
    xml = re.sub(r"</?w:(body|r|t)>|<w:t/>", "", xml)
    return re.sub(r"</w:\w+>", ")", re.sub(r"<w:(\w+)>", r"\1(", re.sub(r"<w:(\w+)/>", r"\1()", xml)))


def codes(*blocks: str) -> list[str]:
    """Codes of what marking finds."""
    return [finding.code for finding in marked(*blocks).findings]
