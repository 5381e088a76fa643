"""Text in the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata

from reportgen.regexes import regex

_UNITS = regex(r"[!-~]+|.", re.DOTALL)
_NO_START = frozenset("，。；：、！？）》”’】〕%％")
"""Marks that no line begins with."""
CUT = "…"


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def head(text: str, columns: int) -> str:
    """As much of the text's start as fits, with … where it was cut."""
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > columns:
            return text[:index] + CUT
    return text


def tail(text: str, columns: int) -> str:
    """As much of the text's end as fits, with … where it was cut."""
    taken = 0
    for index in range(len(text) - 1, -1, -1):
        taken += width(text[index])
        if taken > columns:
            return CUT + text[index + 1 :]
    return text


def wrapped(text: str, columns: int, taken: int, indent: int) -> str:
    """The text in lines of at most `columns`, `taken` of the first being used, the others behind `indent` blanks.

    Words of ASCII stay whole where a line holds them; no line begins with a closing mark.
    """
    lines, line, room = [], "", columns - taken
    for unit in (match[0] for match in _UNITS.finditer(text)):
        if line.strip() and width(line) + width(unit) > room and unit not in _NO_START:
            lines.append(line.rstrip())
            line, room = "", columns - indent
            if unit.isspace():
                continue
        line += unit
    return ("\n" + " " * indent).join([*lines, line])
