"""One Word file, whoever made it, through every check that needs nothing but the file: format, prose, figures."""

from __future__ import annotations

from reportgen.checks import Document, check, weighed
from reportgen.checks.word import document_of_word
from reportgen.findings import Finding, in_order
from reportgen.formatting.checking import check_sheet
from reportgen.formatting.manuscript import Manuscript
from reportgen.formatting.prose import understood
from reportgen.formatting.reading import open_manuscript
from reportgen.formatting.sheet import sheet_of
from reportgen.packs import Pack
from reportgen.values import dataclass

_OPENING = 6
"""Lines among which a title is looked for."""


@dataclass(frozen=True)
class Reviewed:
    """What was found in a Word file, and its words."""

    findings: tuple[Finding, ...]
    document: Document
    kind: str
    """The kind of document that it was taken for; "" for none that the pack makes."""


def review_word(content: bytes, file: str, pack: Pack, kind: str = "") -> Reviewed:
    """Hold a Word file against a pack: its page format, and its words against the rules over prose.

    Of several kinds of document in the pack it is the one that its title names, unless `kind` says so.
    Findings: G… of the format, C… of the words, weighed as the pack says, in reading order. Raises: NotADocx.
    """
    manuscript = open_manuscript(content, file)
    kind = kind or _kind_of(manuscript, pack)
    sheet = sheet_of(manuscript, pack.profile_of(kind), pack.numbering)
    grades = tuple(band.word for band in pack.bands.get("grade", ()))
    document = understood(document_of_word(content, file, pack.settings, grades), sheet)
    found = [*check_sheet(sheet), *check(document)]
    return Reviewed(tuple(in_order(weighed(found, pack.settings))), document, kind)


def _kind_of(manuscript: Manuscript, pack: Pack) -> str:
    """The kind whose title stands among the first lines."""
    opening = "".join(block.text for block, _ in zip(manuscript.texts(), range(_OPENING), strict=False))
    plain = "".join(opening.split())
    return next((kind.name for kind in pack.kinds.values() if kind.title and kind.title in plain), "")
