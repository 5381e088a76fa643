"""The pages on which findings in a Word file stand, as LibreOffice lays the file out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from reportgen.convert import faults
from reportgen.convert.contents import pages_told
from reportgen.findings import Finding, Span
from reportgen.formatting import Manuscript, open_manuscript
from reportgen.ooxml import serialize
from reportgen.ooxml.namespaces import qn

_NAME = "_Rg%d"
_FIRST_ID = 900_000
"""Of our bookmarks, beyond those that a file may have."""


def with_page_numbers(findings: Sequence[Finding], content: bytes, file: str) -> list[Finding]:
    """The findings of one Word file, each with the number that is printed on its page.

    Findings: L110 in addition, where nobody can tell. Raises: NotADocx.
    """
    manuscript = open_manuscript(content, file)
    blocks = sorted({number for finding in findings for number in _blocks(finding, manuscript)})
    if not blocks:
        return list(findings)
    pages = _pages(manuscript, blocks)
    if not pages:
        return [*findings, faults.PLACES_WITHOUT_PAGES.at(Span(file))]
    return [
        replace(finding, span=_paged(finding.span, pages), related=tuple(_paged(span, pages) for span in finding.related))
        for finding in findings
    ]


def _blocks(finding: Finding, manuscript: Manuscript) -> Iterable[int]:
    """The paragraphs of the body at which a finding points."""
    places = [span.place for span in (finding.span, *finding.related) if span.place is not None]
    return (one.block for one in places if one.part == manuscript.package.main and 0 < one.block <= len(manuscript.blocks))


def _pages(manuscript: Manuscript, blocks: Sequence[int]) -> Mapping[int, str]:
    for number in blocks:
        _bookmark(manuscript, number)
    text = serialize(manuscript.body.getroottree().getroot())
    told = pages_told(manuscript.package, text, [(_NAME % number).encode() for number in blocks]) or {}
    return {number: told[name].decode() for number in blocks if (name := (_NAME % number).encode()) in told}


def _bookmark(manuscript: Manuscript, number: int) -> None:
    paragraph = manuscript.blocks[number - 1].element
    properties = paragraph.find(qn("w:pPr"))
    id_ = str(_FIRST_ID + number)
    start = etree.Element(qn("w:bookmarkStart"), {qn("w:id"): id_, qn("w:name"): _NAME % number})
    end = etree.Element(qn("w:bookmarkEnd"), {qn("w:id"): id_})
    at = 0 if properties is None else 1
    paragraph[at:at] = [start, end]


def _paged(span: Span, pages: Mapping[int, str]) -> Span:
    if span.place is None or span.place.block not in pages:
        return span
    return replace(span, place=replace(span.place, page=pages[span.place.block]))
