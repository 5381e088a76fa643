"""What only several reports beside each other show: paragraphs copied from one to another, another unit's name left in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks import faults
from reportgen.checks.document import Document, Paragraph
from reportgen.findings import Finding
from reportgen.regexes import regex

_LONG = 60
"""Characters from which a paragraph is no set phrase."""
_SAME_FOR_ALL = ("department",)
"""What units of one kind have in common by their statutes."""
_KIND_OF_UNIT = regex(r".*(?:省|市|区|县|旗|镇|街道|乡)(?P<kind>[^省市区县旗镇乡]{3,})$")
_NUMBERS = regex(r"\d[\d,.]*")


def across(documents: Sequence[Document]) -> list[Finding]:
    """What a comparison of a run's documents finds, in their order.

    Findings: C301 a paragraph that another report has too, C302 another unit's name.
    """
    return [*_copies(documents), *_strangers(documents)]


def _copies(documents: Sequence[Document]) -> Iterator[Finding]:
    first: dict[str, tuple[Document, Paragraph]] = {}
    for document in documents:
        own: dict[str, Paragraph] = {}
        for paragraph in document.paragraphs:
            if len(paragraph.text) >= _LONG and paragraph.scope[:1] != _SAME_FOR_ALL:
                own.setdefault(_NUMBERS.sub("0", paragraph.text), paragraph)
        for words, paragraph in own.items():
            other, there = first.setdefault(words, (document, paragraph))
            if other is not document:
                span = paragraph.span(0, len(paragraph.text))
                yield faults.COPIED.at(span, related=(there.span(0, len(there.text)),), other=other.file, unit=other.unit or other.file)


def _strangers(documents: Sequence[Document]) -> Iterator[Finding]:
    names = dict.fromkeys(document.unit for document in documents if document.unit)
    for document in documents:
        for name in names:
            if name != document.unit and _kind(name) and _kind(name) == _kind(document.unit):
                yield from _named(document, name)


def _kind(unit: str) -> str:
    match = _KIND_OF_UNIT.match(unit)
    return match["kind"] if match else ""


def _named(document: Document, name: str) -> Iterator[Finding]:
    for paragraph in document.paragraphs:
        at = paragraph.text.find(name)
        if at >= 0:
            yield faults.STRANGER.at(paragraph.span(at, at + len(name)), name=name, own=document.unit)
