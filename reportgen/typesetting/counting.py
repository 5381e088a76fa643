"""The numbers that Word counts, as the text that it shows for them.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.chinese import circled, numeral
from reportgen.formatting import Manuscript
from reportgen.formatting.cascade import Cascade
from reportgen.formatting.properties import paragraph_properties
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.regexes import regex
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_SLOT = regex(r"%([1-9])")
_MOST_CIRCLED = 50
_MOST = 32_767
"""The largest number with which Word lets a list begin."""


def typed_numbers(manuscript: Manuscript) -> list[str]:
    """What stands before each paragraph by Word's counting: `（一）`; "" where nothing does, and for bullets and hidden numbers."""
    cascade = Cascade(manuscript.package)
    part = manuscript.package.part("numbering")
    counter = _Counter(_lists(manuscript.package.root(part)) if part else {})
    shown = []
    for block in manuscript.blocks:
        flat = cascade.paragraph(paragraph_properties(block.element.find(qn("w:pPr"))))
        level = flat.get("numPr.ilvl", "0")
        shown.append(counter.next(flat.get("numPr.numId", "0"), whole(level)))
    return shown


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    """Word's name of the numerals."""
    text: str
    """`（%1）`."""
    start: int
    restarts: int
    """Depth of the level below which it begins anew: its own unless the file says another; 0 for never."""


@dataclass(frozen=True, slots=True)
class _List:
    key: str
    """Of the definition whose counters it shares."""
    levels: Mapping[int, _Level]
    restarted: Mapping[int, int]
    """The numbers with which it begins levels anew when it first appears."""


@dataclass(slots=True)
class _Counter:
    """Where every list has come to."""

    lists: Mapping[str, _List]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def next(self, number: str, level: int) -> str:
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.key, {})
        if number not in self.seen:
            self.seen.add(number)
            for depth, start in found.restarted.items():
                counts[depth] = start - 1
        own = found.levels[level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [depth for depth in counts if depth > level]:
            if deeper not in found.levels or found.levels[deeper].restarts > level:
                del counts[deeper]
        return _SLOT.sub(lambda slot: _shown(found, counts, int(slot[1]) - 1), own.text) if own.kind not in ("bullet", "none") else ""


def _shown(found: _List, counts: Mapping[int, int], depth: int) -> str:
    level = found.levels.get(depth)
    if level is None:
        return ""
    return _NUMERALS.get(level.kind, str)(counts.get(depth, level.start))


def _lists(root: _Element) -> dict[str, _List]:
    abstract = {one.get(qn("w:abstractNumId"), ""): one for one in root.iterchildren(qn("w:abstractNum"))}
    return {number.get(qn("w:numId"), ""): _list(number, abstract) for number in root.iterchildren(qn("w:num"))}


def _list(number: _Element, abstract: Mapping[str, _Element]) -> _List:
    key = _value(number, "w:abstractNumId")
    levels = dict(_levels(abstract[key])) if key in abstract else {}
    restarted = {}
    for override in number.iterchildren(qn("w:lvlOverride")):
        depth = whole(override.get(qn("w:ilvl")))
        levels |= dict(_levels(override))
        if (start := _count(_value(override, "w:startOverride"), -1)) >= 0:
            restarted[depth] = start
    return _List(key, levels, restarted)


def _levels(holder: _Element) -> Iterator[tuple[int, _Level]]:
    for element in holder.iterchildren(qn("w:lvl")):
        depth = whole(element.get(qn("w:ilvl")))
        start, restarts = _value(element, "w:start"), _value(element, "w:lvlRestart")
        yield depth, _Level(_value(element, "w:numFmt"), _value(element, "w:lvlText"), _count(start, 1), _count(restarts, _LEVELS))


def _count(digits: str, otherwise: int) -> int:
    number = whole(digits, otherwise)
    return number if 0 <= number <= _MOST else otherwise


def _value(element: _Element, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")


def _letters(number: int) -> str:
    """A to z, then aa to zz, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def _roman(number: int) -> str:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
    written = ""
    for value, sign in (*signs, (5, "v"), (4, "iv"), (1, "i")):
        written += sign * (number // value)
        number %= value
    return written


def _circled(number: int) -> str:
    return circled(number) if 1 <= number <= _MOST_CIRCLED else str(number)


_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand", "ideographDigital")
_NUMERALS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, numeral),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalZero": "{:02}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
