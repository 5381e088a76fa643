"""The levels of headings whose mark stands at two levels of a pack's numbering (一、 above （一）, and below it again): told by the count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.chinese import leading_ordinal
from reportgen.formatting.parts import HEADINGS, Part


def leveled(parts: Sequence[Part], numbering: Sequence[str], also: Mapping[str, str]) -> list[Part]:
    """The parts, headings by mark moved to the level at which their number goes on or, below an open heading, begins."""
    marks = [also.get(one, one) for one in numbering]
    if len(set(marks)) == len(marks):
        return list(parts)
    return list(_counted(parts, marks, also))


def _counted(parts: Sequence[Part], marks: Sequence[str], also: Mapping[str, str]) -> Iterator[Part]:
    counts: dict[int, int] = {}
    for part in parts:
        if not part.level:
            yield part
            continue
        number = _number(part)
        form = also.get(part.form, part.form)
        levels = [level for level, mark in enumerate(marks, 1) if mark == form]
        level = part.level if part.sure or len(levels) < 2 else _level(levels, number, counts)
        counts = {one: count for one, count in counts.items() if one < level} | {level: number or counts.get(level, 0) + 1}
        yield part if level == part.level else replace(part, role=HEADINGS[level - 1])


def _level(levels: Sequence[int], number: int, counts: Mapping[int, int]) -> int:
    """The deepest level at which a number is due; where it is due nowhere, the highest."""
    open_to = max(counts, default=0) + 1
    due = [level for level in levels if level <= open_to and counts.get(level, 0) + 1 == number]
    return due[-1] if due else levels[0]


def _number(part: Part) -> int:
    """The number of a heading's mark; 0 where Word counts it, or it has none."""
    found = leading_ordinal(part.block.text)
    return found[1] if found and not part.block.label else 0
