"""Word's automatic numbers: how each level of a list counts, what mark it shows, and the indents that it brings.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.chinese import leading_ordinal
from reportgen.formatting.properties import NOTHING, Flat, paragraph_properties
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

CHINESE = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand"})
CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_BULLET = "bullet"
_LEVELS = 9
_MOST = 32_767
"""The largest number with which Word lets a list begin."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    indents: Flat
    form: str
    """The form of its mark, by the first member: `（一）`; `bullet`; "" for another."""
    kind: str
    """Word's name of the numerals."""
    text: str
    """`（%1）`."""
    start: int
    restarts: int
    """Depth of the level below which it begins anew: its own unless the file says another; 0 for never."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a Word file, by number and level."""

    levels: Mapping[tuple[str, str], Level] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    """By list, the definition whose counters it shares with others."""
    restarted: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    """By list, the numbers with which it begins levels anew when it first appears."""

    def indents(self, number: str, level: str) -> Flat:
        """What a level says of its paragraphs; nothing where there is no such list."""
        found = self.levels.get((number, level))
        return found.indents if found else NOTHING

    def form(self, number: str, level: str) -> str:
        """The form of a level's mark; "" where there is none that offices use."""
        found = self.levels.get((number, level))
        return found.form if found else ""


def read_numbering(root: _Element | None) -> Numbering:
    """The lists in the root element of a numbering part."""
    if root is None:
        return Numbering()
    abstract = {one.get(qn("w:abstractNumId"), ""): one for one in root.iterchildren(qn("w:abstractNum"))}
    levels: dict[tuple[str, str], Level] = {}
    definitions: dict[str, str] = {}
    restarted: dict[str, dict[int, int]] = {}
    for number in root.iterchildren(qn("w:num")):
        id_, key = number.get(qn("w:numId"), ""), _value(number, "w:abstractNumId")
        definitions[id_], restarted[id_] = key, {}
        for element in abstract[key].iterchildren(qn("w:lvl")) if key in abstract else ():
            levels[id_, element.get(qn("w:ilvl"), "0")] = _level(element)
        for override in number.iterchildren(qn("w:lvlOverride")):
            depth = override.get(qn("w:ilvl"), "0")
            own = override.find(qn("w:lvl"))
            if own is not None:
                levels[id_, depth] = _level(own)
            if (start := _count(_value(override, "w:startOverride"), -1)) >= 0:
                restarted[id_][whole(depth)] = start
    return Numbering(levels, definitions, restarted)


def _level(element: _Element) -> Level:
    kind, text, start, restarts = (_value(element, name) for name in ("w:numFmt", "w:lvlText", "w:start", "w:lvlRestart"))
    indents = paragraph_properties(element.find(qn("w:pPr")))
    return Level(indents, _form(kind, text), kind, text, _count(start, 1), _count(restarts, _LEVELS))


def _count(digits: str, otherwise: int) -> int:
    number = whole(digits, otherwise)
    return number if 0 <= number <= _MOST else otherwise


def _form(kind: str, text: str) -> str:
    """The form of `%1、` in Chinese numerals: 一、"""
    if kind == _BULLET:
        return _BULLET
    shown = "一" if kind in CHINESE else "①" if kind in CIRCLED else "1" if kind.startswith("decimal") else ""
    before, percent, after = text.partition("%")
    if not shown or not percent or "%" in after:
        return ""
    found = leading_ordinal(before + shown + after[1:] + "\u3000")
    return found[0] if found else ""


def _value(element: _Element, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")
