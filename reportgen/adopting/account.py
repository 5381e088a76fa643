"""What was made of a file, paragraph by paragraph, for its owner to look through."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from reportgen.findings import Fault, Finding, Place, Span
from reportgen.formatting import Part

_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Taken:
    """A paragraph or table, and what it was taken for."""

    place: Place
    words: str
    role_zh: str
    role_en: str
    tag: str
    """What stands in the template for it; "" where it was kept as it is."""


@dataclass
class Account:
    """All of them, in the order of the file, and what the owner must look at."""

    file: str
    taken: list[Taken] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def in_order(self) -> list[Taken]:
        """What was taken, in the order of the file."""
        return sorted(self.taken, key=lambda one: one.place.block)

    def note(self, part: Part | None, role: tuple[str, str], tag: str = "") -> None:
        """Note what a paragraph (or the first of a table) was taken for, in Chinese and in English."""
        if part is not None:
            self.taken.append(Taken(part.block.place, " ".join(part.block.text.split()), *role, tag))

    def find(self, fault: Fault, place: Place, at: str, **values: Any) -> None:
        """Note what the owner must look at."""
        words = at if len(at) <= _LONGEST else f"{at[: _LONGEST - 1]}…"
        self.findings.append(fault.at(Span(self.file, place=replace(place, words=words)), **values))
