"""Heading numbers: counted in the order of the output, written before a heading's first words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from reportgen.chinese import MARK_STARTS, leading_ordinal, ordinal
from reportgen.compiler import faults
from reportgen.findings import Finding, Place, Span
from reportgen.render.text import unescaped
from reportgen.values import dataclass

_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_WATCHED = frozenset(start.encode() for start in MARK_STARTS.union(_SPACES))
_CHINESE = 0xE0
"""The first byte of characters of three bytes, and of longer ones, is not below."""
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]+)")
_FIRST = re.compile(rb"<w:t(?=[ >])[^>]*>(?=[^<])")
_ZEROS = (0,) * 10
"""A number for every level."""
_BELOW = [_ZEROS[level + 1 :] for level in range(10)]


@dataclass(slots=True)
class Counters:
    """Where the numbers of the headings stand."""

    forms: Mapping[int, str]
    """Form of number by level from 1, in `reportgen.chinese.ordinal`'s terms."""
    file: str = ""
    findings: list[Finding] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=lambda: list(_ZEROS))
    _saved: list[list[int]] = field(default_factory=list)

    def next(self, level: int) -> bytes:
        """The number of the next heading of a level; deeper levels begin anew."""
        numbers = self._numbers
        number = numbers[level] + 1
        numbers[level:] = (number, *_BELOW[level])
        return _written(number, self.forms[level])

    def set(self, level: int, number: int) -> None:
        """Let a heading have this number."""
        self._numbers[level] = number
        self._numbers[level + 1 :] = _BELOW[level]

    def begin_anew(self) -> None:
        """Let the next heading of each level be the first."""
        self._numbers = list(_ZEROS)

    def save(self) -> None:
        """Remember where the numbers stand, for a second wording of what follows."""
        self._saved.append(self._numbers.copy())

    def restore(self) -> None:
        """Go back there."""
        if self._saved:
            self._numbers = self._saved.pop()


@lru_cache(maxsize=1024)
def _written(number: int, form: str) -> bytes:
    return ordinal(number, form).encode()


def numbered(paragraph: bytes, level: int, counters: Counters) -> bytes:
    """A heading's XML with its number; one without words has none, and a number that is typed stays.

    Findings: T030, put into `counters`.
    """
    first = _FIRST.search(paragraph)
    if first is None:
        return paragraph
    start = first.end()
    if paragraph[start] < _CHINESE or paragraph[start : start + 3] in _WATCHED:
        return _numbered_with_care(paragraph, level, counters)
    return paragraph[:start] + counters.next(level) + paragraph[start:]


def _numbered_with_care(paragraph: bytes, level: int, counters: Counters) -> bytes:
    """The same for a heading that begins with blanks, or may begin with a number."""
    for match in _TEXT.finditer(paragraph):
        shown = match[1].decode().lstrip()
        if shown and _has_typed_number(paragraph, level, counters):
            break
        if shown:
            return paragraph[: match.start(1)] + counters.next(level) + paragraph[match.end() - len(shown.encode()) :]
    return paragraph


def _has_typed_number(paragraph: bytes, level: int, counters: Counters) -> bool:
    """Whether a heading brings its number along, from which it then goes on."""
    text = unescaped(b"".join(_TEXT.findall(paragraph)).decode())
    typed = leading_ordinal(text)
    if typed is None:
        return False
    form, number, rest = typed
    counters.set(level, number)
    span = Span(counters.file, place=Place(heading=text[:60]))
    counters.findings.append(faults.TYPED_NUMBER.at(span, heading=rest[:60], number=ordinal(number, form)))
    return True
