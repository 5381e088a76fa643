"""The outline that a pack prescribes, read off a document made by it, and which of its parts another document lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.chinese import leading_ordinal
from reportgen.findings import Finding
from reportgen.formatting import trace_faults as faults
from reportgen.formatting.manuscript import Manuscript
from reportgen.formatting.parts import Part
from reportgen.formatting.roles import roles
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs import Demand
from reportgen.values import dataclass

_DEEPEST = 2
"""Levels that districts prescribe; what stands below is an author's own."""
_ALIKE = 0.6
"""How near two headings' words must come, from 0 to 1, to mean one part: 存在问题 and 存在的主要问题 do."""
_NO_WORDS = re.compile(r"[\s，。、：；（）()《》“”0-9]+")
_WEIGHTS = {1: Demand("usual"), 2: Demand("practice")}


@dataclass(frozen=True, slots=True)
class Heading:
    """One part of an outline."""

    level: int
    words: str
    """Without its mark."""


def outline_of(manuscript: Manuscript, numbering: Sequence[str]) -> tuple[Heading, ...]:
    """The headings of a document, down to the second level."""
    return tuple(Heading(part.level, _words(part)) for part in roles(manuscript, numbering) if 0 < part.level <= _DEEPEST)


def missing(sheet: Sheet, outline: Sequence[Heading]) -> Iterator[Finding]:
    """The parts of an outline that a document has under no heading; below a missing one, its own are not told again. Findings: G601."""
    present = [_plain(_words(part)) for part in sheet.parts if part.level]
    told = False
    for heading in outline:
        there = any(_alike(_plain(heading.words), words) for words in present)
        if heading.level == 1:
            told = not there
        if not there and not (told and heading.level > 1):
            yield from found(faults.MISSING_SECTION, _WEIGHTS[heading.level], [sheet.whole], wanted=heading.words)


def _words(part: Part) -> str:
    text = (part.block.raw[: part.run_in] or part.block.text).strip()
    marked = leading_ordinal(text)
    return (marked[2] if marked else text).strip()


def _plain(words: str) -> str:
    return _NO_WORDS.sub("", words)


def _alike(one: str, other: str) -> bool:
    if one in other or (len(other) > 3 and other in one):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
