"""Where a tag stands, in terms that Word shows: heading, paragraph, or row and cell of a table, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from reportgen.compiler.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, TABLE, TEXT, VALUE
from reportgen.findings import Place, Span
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE = f"{PARAGRAPH_PROPERTIES}/{qn('w:pStyle')}"
_OUTLINE = f"{PARAGRAPH_PROPERTIES}/{qn('w:outlineLvl')}"
_TAGS = re.compile(r"[{｛](?:[{｛].*?[}｝]|[%％].*?[%％]|[#＃].*?[#＃])[}｝]")
_AROUND = 12
_LONGEST = 60


class Places:
    """The places of one part; its paragraphs must be visited in document order."""

    def __init__(self, root: _Element, part: str, file: str, headings: Container[str]) -> None:
        self._part, self._file, self._headings = part, file, headings
        tables = (table for table in root.iter(TABLE) if next(table.iterancestors(TABLE), None) is None)
        self._tables = {table: number for number, table in enumerate(tables, 1)}
        self._heading, self._paragraphs, self._blocks = "", 0, 0
        self._cell: tuple[int, int, int] = (0, 0, 0)
        self._in_cell = 0

    def visit(self, paragraph: _Element) -> None:
        """Go on to the next paragraph."""
        self._blocks += 1
        outer = next(paragraph.iterancestors(PARAGRAPH), None)
        if outer is not None:
            return
        cell = self._outermost_cell(paragraph)
        if cell == (0, 0, 0):
            self._paragraphs += 1
            if self._is_heading(paragraph):
                self._heading = _words("".join(text.text or "" for text in paragraph.iter(TEXT)))
        self._in_cell = self._in_cell + 1 if cell == self._cell else 1
        self._cell = cell

    def span(self, text: str = "", start: int = 0, end: int = 0) -> Span:
        """The place of a tag that stands at [start, end) of a text of the paragraph last visited."""
        words = f"{text[max(0, start - _AROUND) : start]}{text[start:end][:_LONGEST]}{text[end : end + _AROUND]}"
        table, row, cell = self._cell
        number = self._in_cell if table else self._paragraphs
        tag = text[start:end][: 2 * _LONGEST]
        place = Place(self._part, self._heading, number, table, row, cell, " ".join(words.split()), tag, self._blocks, start)
        return Span(self._file, place=place)

    def _is_heading(self, paragraph: _Element) -> bool:
        style = paragraph.find(_STYLE)
        return (style is not None and style.get(VALUE, "") in self._headings) or paragraph.find(_OUTLINE) is not None

    def _outermost_cell(self, paragraph: _Element) -> tuple[int, int, int]:
        """Table, row and cell; zeros outside of tables."""
        row = cell = None
        for ancestor in paragraph.iterancestors(CELL, ROW, TABLE):
            if ancestor.tag == CELL:
                cell = ancestor
            elif ancestor.tag == ROW:
                row = ancestor
            elif ancestor in self._tables and row is not None and cell is not None:
                return self._tables[ancestor], 1 + len(list(row.itersiblings(ROW, preceding=True))), 1 + _before(cell)
        return 0, 0, 0


def _words(text: str) -> str:
    """What a heading says besides its tags; the tags, where it says nothing else."""
    return (_TAGS.sub("", text).strip() or text)[:_LONGEST]


def _before(cell: _Element) -> int:
    return len(list(cell.itersiblings(CELL, preceding=True)))
