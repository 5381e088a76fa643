"""What the rules of page format read: a manuscript with the parts of its paragraphs, and the format that it is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from reportgen.findings import Fault, Finding, Place, Severity, Span
from reportgen.formatting.manuscript import Block, Manuscript
from reportgen.formatting.parts import HEADINGS, Part, Role
from reportgen.formatting.reading import read_part
from reportgen.formatting.roles import NUMBERING, roles
from reportgen.formatting.saying import basis_words, both
from reportgen.packs import Demand, Profile
from reportgen.values import dataclass

RUNNING: tuple[Role, ...] = ("body", *HEADINGS)
"""What fills pages in lines."""
_SEVERITIES = {"must": Severity.ERROR, "usual": Severity.WARNING, "practice": Severity.NOTICE}
_MOST_RELATED = 4
_AROUND, _LONGEST_HEADING = 24, 40


@dataclass(frozen=True, eq=False)
class Sheet:
    """One document under review."""

    manuscript: Manuscript
    parts: tuple[Part, ...]
    profile: Profile
    numbering: tuple[str, ...] = NUMBERING

    @cached_property
    def lines(self) -> tuple[Part, ...]:
        """The parts outside tables, empty lines among them."""
        return tuple(part for part in self.parts if part.block.cell is None)

    def part_beside(self, name: str) -> tuple[Block, ...]:
        """The paragraphs of a header or footer, read once."""
        if name not in self._beside:
            self._beside[name] = read_part(self.manuscript, name)
        return self._beside[name]

    @cached_property
    def _beside(self) -> dict[str, tuple[Block, ...]]:
        return {}

    def of(self, *wanted: Role) -> list[Part]:
        """The parts that play one of these roles, in order."""
        return [part for part in self.parts if part.role in wanted]

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        """The heading above each paragraph."""
        above, found = "", []
        for part in self.parts:
            found.append("" if part.level else above)
            if part.level:
                above = (part.block.raw[: part.run_in] or part.block.text).strip()[:_LONGEST_HEADING]
        return tuple(found)

    def span(self, one: Part | Block, words: str = "") -> Span:
        """The place of a paragraph, with these words of it."""
        block = one.block if isinstance(one, Part) else one
        return self.at(block.place, words or block.text[:_AROUND])

    def at(self, place: Place, words: str = "") -> Span:
        """A place of the body, with the heading above it."""
        in_body = place.part == self.manuscript.package.main and 0 < place.block <= len(self._headings)
        heading = self._headings[place.block - 1] if in_body else ""
        return Span(self.manuscript.file, place=replace(place, heading=heading, words=words))

    @property
    def whole(self) -> Span:
        """The document itself."""
        return Span(self.manuscript.file)


def sheet_of(manuscript: Manuscript, profile: Profile, numbering: Sequence[str] = NUMBERING) -> Sheet:
    """A manuscript ready for review."""
    return Sheet(manuscript, roles(manuscript, numbering), profile, tuple(numbering))


def found(fault: Fault, demand: Demand, places: Iterable[Span], **values: object) -> Iterator[Finding]:
    """One finding for all `places` of a fault, at the first of them; none where there are no places or nobody asks.

    The wording may name `{times_zh}`, `{times_en}` (how often, where more than once) and `{basis_zh}`, `{basis_en}`.
    """
    spans = list(dict.fromkeys(places))
    if not spans or demand.strength == "off":
        return
    count = len(spans)
    times = (f"（共{count}处）", f" ({count} places)") if count > 1 else ("", "")
    weighed = replace(fault, severity=_SEVERITIES[demand.strength])
    wording: dict[str, Any] = {**both("times", times), **both("basis", basis_words(demand)), **values}
    yield weighed.at(spans[0], related=spans[1 : 1 + _MOST_RELATED], **wording)
