"""Numbered lists of which the output has several: each further one is a list of its own, with the same look, that begins anew.

Source: ECMA-376 Part 1, 17.9.15 (num), 17.9.8 (lvlOverride), 17.9.26 (startOverride).
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.ooxml import parse, serialize
from reportgen.ooxml.namespaces import qn
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

FIRST_NUMBER = 100_000
"""Number of the first further list: beyond what Word and documents put in hand out."""
_NUM, _NUM_ID = qn("w:num"), qn("w:numId")
_ABSTRACT, _ABSTRACT_ID = qn("w:abstractNum"), qn("w:abstractNumId")
_OVERRIDE, _START_OVERRIDE = qn("w:lvlOverride"), qn("w:startOverride")
_LEVEL, _START, _VALUE = qn("w:ilvl"), qn("w:start"), qn("w:val")
_LEVELS = 9
_DURABLE = "durableId"


@dataclass(slots=True)
class Lists:
    """The lists of one document under way."""

    further: list[tuple[str, str]] = field(default_factory=list)
    """Number of each further list, and of the list that it looks like."""
    _current: dict[str, str] = field(default_factory=dict)
    """By list: the number of the one that is being written; none where the next paragraph begins another."""
    _outer: dict[str, list[str | None]] = field(default_factory=dict)
    """By list: those that go on later."""
    _used: set[str] = field(default_factory=set)

    def begin_anew(self, number: str) -> None:
        """Let the next paragraph of this list be the first of another, if the list has any yet."""
        self._outer.setdefault(number, []).append(self._current.pop(number, None))

    def end(self, number: str) -> None:
        """Let the next paragraph of this list belong to the one that was under way before."""
        before = self._outer[number].pop() if self._outer.get(number) else None
        self._current.pop(number, None)
        if before is not None:
            self._current[number] = before

    def number(self, number: str) -> str:
        """The number of the list that the next paragraph of this list belongs to."""
        if number not in self._current:
            self._current[number] = number
            if number in self._used:
                self._current[number] = str(FIRST_NUMBER + len(self.further))
                self.further.append((self._current[number], number))
            self._used.add(number)
        return self._current[number]


def with_lists(part: bytes, lists: Lists) -> bytes:
    """The numbering part with the further lists of a document."""
    root = parse(part)
    known = {one.get(_NUM_ID, ""): one for one in root.findall(_NUM)}
    starts = {one.get(_ABSTRACT_ID, ""): _starts(one) for one in root.findall(_ABSTRACT)}
    last = root.findall(_NUM)[-1] if known else None
    for number, like in lists.further:
        if like in known and last is not None:
            copy = _anew(known[like], number, starts)
            last.addnext(copy)
            last = copy
    return serialize(root)


def _starts(abstract: _Element) -> list[str]:
    """The first number of each level."""
    found = {level.get(_LEVEL, ""): level.find(_START) for level in abstract.findall(qn("w:lvl"))}
    return [one.get(_VALUE, "1") if (one := found.get(str(level))) is not None else "1" for level in range(_LEVELS)]


def _anew(num: _Element, number: str, starts: dict[str, list[str]]) -> _Element:
    """A copy of a list whose levels begin anew."""
    copy = deepcopy(num)
    copy.tail = None
    copy.set(_NUM_ID, number)
    for name in [str(name) for name in copy.attrib if str(name).endswith(_DURABLE)]:
        del copy.attrib[name]
    abstract = copy.find(_ABSTRACT_ID)
    first = starts.get("" if abstract is None else abstract.get(_VALUE, ""), ["1"] * _LEVELS)
    overrides = {one.get(_LEVEL, ""): one for one in copy.findall(_OVERRIDE)}
    for level in range(_LEVELS):
        override = overrides.get(str(level))
        if override is None:
            override = copy.makeelement(_OVERRIDE, {_LEVEL: str(level)})
            copy.append(override)
        if override.find(_START_OVERRIDE) is None:
            override.insert(0, override.makeelement(_START_OVERRIDE, {_VALUE: first[level]}))
    return copy
