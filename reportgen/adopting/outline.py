"""A Word file as its outline: what stands before the first heading, and below each heading its own paragraphs, tables and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.adopting.blanks import line_of
from reportgen.chinese import leading_ordinal
from reportgen.formatting import Manuscript, Part, roles
from reportgen.formatting.roles import ALSO, NUMBERING
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 5
EACH = re.compile(r"(?:[_＿×✕*○〇…]+|[xX]{2,}|某+|（[^（）]*）|【[^【】]*】)\s*(?=项目)")
"""What stands before 项目 in the heading of a part that is written once for each project."""
_CHAPTERS = ("第一部分", "第一章", "第一节")


@dataclass(frozen=True, eq=False)
class Grid:
    """A table, with the parts of its paragraphs."""

    element: _Element
    parts: tuple[Part, ...]


Piece = Part | Grid


@dataclass(eq=False)
class Section:
    """A heading with what stands below it; level 0 is the whole file."""

    level: int
    words: str = ""
    """The heading without its mark."""
    part: Part | None = None
    rest: str = ""
    """What follows a heading that runs on into its text."""
    pieces: list[Piece] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def for_each(self) -> bool:
        """Whether it is written once for each project: ××项目绩效情况."""
        return bool(EACH.search(self.words))

    def named(self, *, for_each: bool = False, inside: bool = False) -> list[str]:
        """The headings below this one: those in parts written once for each project, or all others."""
        found: list[str] = []
        for section in self.sections:
            within = inside or section.for_each
            found += [section.words] if within is for_each else []
            found += section.named(for_each=for_each, inside=within)
        return found

    def flattened(self) -> Section:
        """The same heading with everything below it as its own text."""
        pieces = list(self.pieces)
        for section in self.sections:
            pieces += [section.part] if section.part else []
            pieces += section.flattened().pieces
        return replace(self, pieces=pieces, sections=[])

    def walk(self) -> Iterator[Section]:
        """The headings below this one, in order."""
        for section in self.sections:
            yield section
            yield from section.walk()


def outline(manuscript: Manuscript) -> Section:
    """The outline of a file. Levels follow the marks that it uses: one that leaves out （一） has 1. at its second level."""
    parts = parts_of(manuscript)
    rank = _ranks(parts)
    root = Section(0)
    trail = [root]
    for piece in _pieces(parts):
        if isinstance(piece, Part) and piece.level:
            level = rank[piece.level]
            trail = [section for section in trail if section.level < level]
            trail[-1].sections.append(_section(piece, level))
            trail.append(trail[-1].sections[-1])
        else:
            trail[-1].pieces.append(piece)
    return root


def parts_of(manuscript: Manuscript) -> tuple[Part, ...]:
    """The part of every paragraph; a file in chapters (第一章 or 第一部分, 第一节) has 一、 and what follows it further down."""
    found = (leading_ordinal(block.text) for block in manuscript.blocks if block.cell is None)
    used = {ALSO.get(mark[0], mark[0]) for mark in found if mark}
    chapters = [form for form in _CHAPTERS if form in used]
    return roles(manuscript, [*chapters, *(form for form in NUMBERING if form in used)][:DEEPEST] if chapters else NUMBERING)


def numbering(root: Section) -> list[str]:
    """The form of mark at each level, from the first; it ends at a level whose headings bear none."""
    found: list[str] = []
    for level in range(1, DEEPEST + 1):
        usual = Counter(section.part.form for section in root.walk() if section.level == level and section.part).most_common(1)
        if not usual or not usual[0][0]:
            break
        found.append(usual[0][0])
    return found


def _ranks(parts: Sequence[Part]) -> dict[int, int]:
    """The level of each level of heading: where marks alone tell them, those that are not used are passed over."""
    used = sorted({part.level for part in parts if part.level})
    typed = all(part.reason in ("number", "look") for part in parts if part.level)
    return {level: number for number, level in enumerate(used, 1)} if typed else {level: level for level in used}


def _section(part: Part, level: int) -> Section:
    text = line_of(part.block)
    if not part.run_in:
        return Section(level, unmarked(text), part)
    return Section(level, unmarked(text[: part.run_in]).rstrip("。：:．. "), part, text[part.run_in :].lstrip("。：: "))


def unmarked(text: str) -> str:
    """A heading without the mark that numbers it."""
    found = leading_ordinal(text.strip())
    return (found[2] if found else text).strip()


def _pieces(parts: Iterable[Part]) -> Iterator[Piece]:
    """Paragraphs one by one, tables whole."""
    grid: list[Part] = []
    table: _Element | None = None
    for part in parts:
        above = _outermost_table(part)
        if table is not None and above is not table:
            yield Grid(table, tuple(grid))
        if above is None:
            yield part
        else:
            grid = [*(grid if above is table else []), part]
        table = above
    if table is not None:
        yield Grid(table, tuple(grid))


def _outermost_table(part: Part) -> _Element | None:
    if part.block.cell is None:
        return None
    tables = list(part.block.element.iterancestors(qn("w:tbl")))
    return tables[-1] if tables else None
