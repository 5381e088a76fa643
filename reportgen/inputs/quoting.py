"""Quotation marks around a value that YAML would read otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.inputs.source import Edit
from reportgen.regexes import regex

_OPENING = regex(r"[\[{]")
_CLOSING = regex(r"[\]}]")
_ITEM = regex(r"[^,\[\]{}]+")


def quote(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> list[Edit]:
    """The edits that put quotation marks around the text from `start` to `end` (row and column), keeping it as it stands."""
    last = end[0]
    stretches = [(row, start[1] if row == start[0] else 0, end[1] if row == last else len(lines[row])) for row in range(start[0], last + 1)]
    if not any(re.search(r'["\\]', lines[row][left:right]) for row, left, right in stretches):
        return [Edit(*start, start[1], '"'), Edit(*end, end[1], '"')]
    doubled = [
        Edit(row, match.start(), match.end(), "''")
        for row, left, right in stretches
        for match in re.compile("'").finditer(lines[row], left, right)
    ]
    return [Edit(*start, start[1], "'"), *doubled, Edit(*end, end[1], "'")]


def item_at(line: str, column: int) -> tuple[int, int] | None:
    """The stretch of the item that a column lies in, between the commas and brackets of a list or mapping in one line."""
    before = line[: column + 1]
    if len(_OPENING.findall(before)) <= len(_CLOSING.findall(line[:column])):
        return None
    for match in _ITEM.finditer(line):
        if match.start() <= column < match.end():
            start = match.start()
            key = match[0].find(": ")
            if key >= 0 and start + key < column:
                start += key + 1
            stretch = line[start : match.end()]
            return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
    return None
