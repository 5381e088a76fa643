"""One Word file, whoever made it, through every check that needs nothing but the file: format, prose, figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from reportgen.checks import Document, check, weighed
from reportgen.checks.word import document_of_word
from reportgen.findings import Finding, in_order
from reportgen.formatting.checking import check_sheet
from reportgen.formatting.manuscript import Manuscript
from reportgen.formatting.outline import Heading, missing
from reportgen.formatting.prose import understood
from reportgen.formatting.reading import open_manuscript
from reportgen.formatting.sheet import sheet_of
from reportgen.packs import Pack
from reportgen.values import dataclass

Outline: TypeAlias = Callable[[str], Sequence[Heading]]
"""The headings that a kind of document prescribes."""

_LAST_WORD = 2
"""Characters."""
_OPENING = 6
"""Lines among which a title is looked for."""


@dataclass(frozen=True)
class Reviewed:
    """What was found in a Word file, and its words."""

    findings: tuple[Finding, ...]
    document: Document
    kind: str
    """The kind of document that it was taken for; "" for none that the pack makes."""


def review_word(content: bytes, file: str, pack: Pack, kind: str = "", outline: Outline | None = None) -> Reviewed:
    """Hold a Word file against a pack: its page format, and its words against the rules over prose.

    Of several kinds of document in the pack it is the one that its title names, unless `kind` says so. `outline` gives the headings
    that a kind prescribes.
    Findings: G… of the format, C… of the words, weighed as the pack says, in reading order. Raises: NotADocx.
    """
    manuscript = open_manuscript(content, file)
    kind = kind or _kind_of(manuscript, pack)
    sheet = sheet_of(manuscript, pack.profile_of(kind), pack.numbering)
    grades = tuple(band.word for band in pack.bands.get("grade", ()))
    document = understood(document_of_word(content, file, pack.settings, grades), sheet)
    prescribed = outline(kind) if outline and kind else ()
    found = [*check_sheet(sheet), *missing(sheet, prescribed), *check(document)]
    return Reviewed(tuple(in_order(weighed(found, pack.settings))), document, kind)


def _kind_of(manuscript: Manuscript, pack: Pack) -> str:
    """The kind whose title stands among the first lines, else the one that is called by the same last word (报告, 评表)."""
    opening = "".join("".join(block.text for block, _ in zip(manuscript.texts(), range(_OPENING), strict=False)).split())
    titled = [kind for kind in pack.kinds.values() if kind.title]
    alike = [kind for kind in titled if kind.title in opening] or [kind for kind in titled if kind.title[-_LAST_WORD:] in opening]
    return alike[0].name if alike else ""
