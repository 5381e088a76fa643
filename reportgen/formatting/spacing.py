"""Rules over blanks and empty lines that do the work of indents, alignment, page breaks and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.findings import Finding, Span
from reportgen.formatting import trace_faults as faults
from reportgen.formatting.manuscript import MARGIN, Block
from reportgen.formatting.parts import Part
from reportgen.formatting.saying import both, role_words
from reportgen.formatting.sheet import RUNNING, Sheet, found
from reportgen.packs import Demand

_BESIDE = frozenset(
    {"title", "subtitle", "addressee", "attachment", "attachment_note", "signature", "date", "caption", "picture", "contents", "note"}
)
_INDENTED = (*RUNNING, "title", "subtitle", "signature", "date", "attachment", "addressee")
_MOST_FREE = 2
"""Empty lines that may stand beside a title or a signature."""
_PRACTICE = Demand("practice")


def spacing(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G406 to G408."""
    yield from found(faults.EMPTY_LINES, _PRACTICE, [sheet.span(part) for part in _after_empty(sheet)])
    yield from _indents(sheet)
    broken = [part for part in sheet.lines if part.role in RUNNING and "\n" in part.block.text]
    yield from found(faults.LINE_BREAK, _PRACTICE, [sheet.span(part) for part in broken])


def _after_empty(sheet: Sheet) -> Iterator[Part]:
    """The paragraphs before which empty lines stand that no part of the format asks for."""
    empty = 0
    above: Part | None = None
    for part in sheet.parts:
        if part.role == "blank" and part.block.cell is None and not _breaks_page(part.block):
            empty += 1
            continue
        if empty and above is not None and not _asked_for(above, part, empty):
            yield part
        empty, above = 0, part


def _asked_for(above: Part, below: Part, empty: int) -> bool:
    beside = above.role in _BESIDE or below.role in _BESIDE
    tables = above.block.cell is not None or below.block.cell is not None
    return (beside or tables) and empty <= _MOST_FREE


def _breaks_page(block: Block) -> bool:
    return "\f" in block.raw


def _indents(sheet: Sheet) -> Iterator[Finding]:
    by_role: dict[str, list[Part]] = {}
    for part in sheet.lines:
        if part.role in _INDENTED and _leading(part.block) >= 2:
            by_role.setdefault("running" if part.role in RUNNING else part.role, []).append(part)
    for role, parts in by_role.items():
        yield from found(faults.BLANKS, _PRACTICE, _spans(sheet, parts), **both("shown", role_words(role)))


def _spans(sheet: Sheet, parts: Sequence[Part]) -> list[Span]:
    return [sheet.span(part) for part in parts]


def _leading(block: Block) -> int:
    """Blanks at the beginning, in halves of a character; a tab is as wide as two."""
    raw = block.raw.lstrip("\f")
    leading = raw[: len(raw) - len(raw.lstrip(MARGIN))]
    return sum(2 if blank in "\u3000\t" else 1 for blank in leading)
