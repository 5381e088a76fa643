"""The numbers that Word counts, as the text that it shows for them.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from reportgen.chinese import circled, numeral
from reportgen.formatting import Manuscript
from reportgen.formatting.cascade import Cascade
from reportgen.formatting.numbering import CHINESE, CIRCLED, Level, Numbering
from reportgen.formatting.properties import paragraph_properties
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.regexes import regex
from reportgen.values import dataclass

_SLOT = regex(r"%([1-9])")
_MOST_CIRCLED = 50


def typed_numbers(manuscript: Manuscript) -> list[str]:
    """What stands before each paragraph by Word's counting: `（一）`; "" where nothing does, and for bullets and hidden numbers."""
    cascade = Cascade(manuscript.package)
    counter = _Counter(cascade.numbering)
    shown = []
    for block in manuscript.blocks:
        flat = cascade.paragraph(paragraph_properties(block.element.find(qn("w:pPr"))))
        level = flat.get("numPr.ilvl", "0")
        shown.append(counter.next(flat.get("numPr.numId", "0"), whole(level)))
    return shown


@dataclass(slots=True)
class _Counter:
    """Where every list has come to."""

    numbering: Numbering
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By definition and depth."""
    seen: set[str] = field(default_factory=set)

    def next(self, number: str, depth: int) -> str:
        own = self._level(number, depth)
        if own is None:
            return ""
        counts = self.counts.setdefault(self.numbering.definitions[number], {})
        if number not in self.seen:
            self.seen.add(number)
            for restarted, start in self.numbering.restarted[number].items():
                counts[restarted] = start - 1
        counts[depth] = counts.get(depth, own.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            level = self._level(number, deeper)
            if level is None or level.restarts > depth:
                del counts[deeper]
        if own.kind in ("bullet", "none"):
            return ""
        return _SLOT.sub(lambda slot: self._shown(number, counts, int(slot[1]) - 1), own.text)

    def _level(self, number: str, depth: int) -> Level | None:
        return self.numbering.levels.get((number, str(depth)))

    def _shown(self, number: str, counts: Mapping[int, int], depth: int) -> str:
        level = self._level(number, depth)
        return "" if level is None else _NUMERALS.get(level.kind, str)(counts.get(depth, level.start))


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


_NUMERALS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(CHINESE, numeral),
    **dict.fromkeys(CIRCLED, _circled),
    "decimalZero": "{:02}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
