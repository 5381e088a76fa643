"""The levels of headings whose mark a pack uses at two levels (一、 above （一）, and below it again): told by the count."""

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
    for n, part in enumerate(parts):
        if not part.level:
            yield part
            continue
        number = _number(part)
        form = also.get(part.form, part.form)
        levels = [level for level, mark in enumerate(marks, 1) if mark == form]
        level = part.level
        if not part.sure and len(levels) > 1:
            due = _due(levels, number, counts)
            level = due[0] if _begins_anew(parts[n + 1 :], form) else due[-1]
        counts = {one: count for one, count in counts.items() if one < level} | {level: number or counts.get(level, 0) + 1}
        yield part if level == part.level else replace(part, role=HEADINGS[level - 1])


def _due(levels: Sequence[int], number: int, counts: Mapping[int, int]) -> list[int]:
    """The levels at which a number is due; where it is due nowhere, the highest."""
    open_to = max(counts, default=0) + 1
    return [level for level in levels if level <= open_to and counts.get(level, 0) + 1 == number] or [levels[0]]


def _begins_anew(following: Sequence[Part], form: str) -> bool:
    """Whether the next heading of another form is the first of its kind: then it stands below, not beside what is above."""
    other = next((part for part in following if part.level and part.form and part.form != form), None)
    return other is not None and _number(other) == 1


def _number(part: Part) -> int:
    """The number of a heading's mark; 0 where Word counts it, or it has none."""
    found = leading_ordinal(part.block.text)
    return found[1] if found and not part.block.label else 0
