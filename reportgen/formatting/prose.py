"""The words of a Word file as rules over prose read them, told by the parts that its paragraphs play what is heading and what is text."""

from __future__ import annotations

from dataclasses import replace

from reportgen.checks import Document, Paragraph
from reportgen.checks.document import Kind
from reportgen.formatting.parts import Part
from reportgen.formatting.sheet import Sheet

_TITLES = frozenset({"title", "subtitle", "caption", "signature", "date"})
_UNREAD = frozenset({"contents"})
"""Word makes them from the headings; what is wrong there is wrong here."""


def understood(document: Document, sheet: Sheet) -> Document:
    """The same document; in files without styles, headings are headings all the same."""
    paired = [(paragraph, _part(paragraph, sheet)) for paragraph in document.paragraphs]
    return replace(document, paragraphs=tuple(_told(one, part) for one, part in paired if part is None or part.role not in _UNREAD))


def _part(paragraph: Paragraph, sheet: Sheet) -> Part | None:
    place = paragraph.span(0, 1).place
    return sheet.parts[place.block - 1] if place is not None and 0 < place.block <= len(sheet.parts) else None


def _told(paragraph: Paragraph, part: Part | None) -> Paragraph:
    if part is None or paragraph.kind == "cell":
        return paragraph
    whole_line = part.level and not part.run_in
    kind: Kind = "title" if whole_line or part.role in _TITLES else "text"
    return replace(paragraph, kind=kind, level=part.level)
