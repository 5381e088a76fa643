"""Cells of a table merged downwards where a row repeats the one before it."""

from __future__ import annotations

import re
from dataclasses import field

from reportgen.regexes import regex
from reportgen.values import dataclass

_TEXT = regex(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SHOWN = regex(rb"<w:(?:drawing|pict|object|sym)\b|<m:oMath\b")
_HEAD = regex(rb"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>)?", re.S)


@dataclass(slots=True)
class Columns:
    """The merging columns of one table that is being written."""

    _above: dict[str, bytes] = field(default_factory=dict)
    _row: dict[str, bytes] = field(default_factory=dict)
    _alike: bool = True

    def next_row(self) -> None:
        """Go on to the next row."""
        self._above, self._row, self._alike = self._row, {}, True

    def continues(self, column: str, key: bytes) -> bool:
        """Whether a cell goes on with the one above: this key and all to its left are those of the row before; an empty key is.

        Cells must come from left to right.
        """
        above = self._above.get(column)
        same_columns = list(self._above)[: len(self._row) + 1] == [*self._row, column]
        self._alike = self._alike and same_columns and above is not None and key in (b"", above)
        self._row[column] = above if self._alike and above is not None else key
        return self._alike


def key_of(content: bytes) -> bytes:
    """What a cell's XML is known by: its words, or all of it where a picture stands in it; empty where it shows nothing."""
    if _SHOWN.search(content):
        return content
    return b"".join(_TEXT.findall(content)).strip()


def emptied(content: bytes) -> bytes:
    """A cell's content without what it shows: one paragraph, looking as its first one did."""
    head = _HEAD.match(content)
    return b"<w:p>" + (head[1] or b"" if head else b"") + b"</w:p>"
