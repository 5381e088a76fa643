"""Word's automatic numbers: the form of mark that a level shows, and the indents that it brings.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.chinese import leading_ordinal
from reportgen.formatting.properties import NOTHING, Flat, paragraph_properties
from reportgen.ooxml.namespaces import qn
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHINESE = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand"})
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    indents: Flat
    form: str
    """The form of its mark, by the first member: `（一）`; `bullet`; "" for another."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a Word file, by number and level."""

    levels: Mapping[tuple[str, str], Level] = field(default_factory=dict)

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
    for number in root.iterchildren(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        source = None if link is None else abstract.get(link.get(qn("w:val"), ""))
        for element in () if source is None else source.iterchildren(qn("w:lvl")):
            levels[number.get(qn("w:numId"), ""), element.get(qn("w:ilvl"), "0")] = _level(element)
        for override in number.iterchildren(qn("w:lvlOverride")):
            own = override.find(qn("w:lvl"))
            if own is not None:
                levels[number.get(qn("w:numId"), ""), override.get(qn("w:ilvl"), "0")] = _level(own)
    return Numbering(levels)


def _level(element: _Element) -> Level:
    kind, text = (_value(element, name) for name in ("w:numFmt", "w:lvlText"))
    return Level(paragraph_properties(element.find(qn("w:pPr"))), _form(kind, text))


def _form(kind: str, text: str) -> str:
    """The form of `%1、` in Chinese numerals: 一、"""
    if kind == _BULLET:
        return _BULLET
    shown = "一" if kind in _CHINESE else "①" if kind in _CIRCLED else "1" if kind.startswith("decimal") else ""
    before, percent, after = text.partition("%")
    if not shown or not percent or "%" in after:
        return ""
    found = leading_ordinal(before + shown + after[1:] + "\u3000")
    return found[0] if found else ""


def _value(element: _Element, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")
