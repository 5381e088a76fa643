"""A Word file as a document: its paragraphs and cells, each with the place that Word shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportgen.checks.document import LONGEST, Document, Kind, Paragraph
from reportgen.findings import Place, Span
from reportgen.ooxml import open_package
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.regexes import regex
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _TBL, _TR, _TC, _T = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "t"))
_WRITTEN = {_T: None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
_HOLDERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"))
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
_YEAR = regex(r"((?:19|20)\d{2})\s*年度?")
_TITLE_PARAGRAPHS = 8
"""Paragraphs at the start among which the title names the year."""
_HEADING = regex(r"[一二三四五六七八九十]{1,3}、[^\s。]{2,30}。?$|[（(][一二三四五六七八九十]{1,3}[）)][^\s。]{2,40}。?$")
_AROUND = 6


def document_of_word(content: bytes, file: str, settings: Mapping[str, Any], grades: tuple[str, ...] = ()) -> Document:
    """The body of a .docx file as a document; deletions that are only marked are left out. Raises: NotADocx."""
    package = open_package(content, file)
    styles = package.part("styles")
    walk = _Walk(file, package.main, read_styles(package.root(styles)) if styles else Styles(()))
    paragraphs = tuple(one for one in walk.blocks(package.root(package.main)[0]) if one.text.strip())
    first = " ".join(one.text for one in paragraphs[:_TITLE_PARAGRAPHS])
    year = _YEAR.search(first)
    return Document(paragraphs, file, int(year[1]) if year else None, settings=settings, grades=grades)


@dataclass(slots=True)
class _Walk:
    """Where the reading has come to."""

    file: str
    part: str
    styles: Styles
    blocks_read: int = 0
    """Paragraphs, those of cells counted."""
    paragraphs: int = 0
    tables: int = 0
    heading: str = ""

    def blocks(self, holder: _Element, place: Place | None = None) -> Iterator[Paragraph]:
        """The paragraphs of a body or cell, those of its tables in their places."""
        inside = 0
        for child in holder:
            if child.tag == _P:
                inside += 1
                yield self._paragraph(child, place, inside)
            elif child.tag == _TBL:
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.blocks(child, place)

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        self.tables += 1
        number = self.tables
        for row_number, row in enumerate(table.iterchildren(_TR), 1):
            for cell_number, cell in enumerate(row.iterchildren(_TC), 1):
                yield from self.blocks(cell, Place(self.part, self.heading, table=number, row=row_number, cell=cell_number))

    def _paragraph(self, element: _Element, cell: Place | None, inside: int) -> Paragraph:
        text = "".join(text for _, text in written(element))[:LONGEST]
        self.blocks_read += 1
        if cell is not None:
            return Paragraph(text, _locating(self.file, replace(cell, paragraph=inside, block=self.blocks_read), text), "cell")
        self.paragraphs += 1
        level = self._level(element)
        # A run-in heading's paragraph holds body too.
        kind: Kind = "title" if (level and "。" not in text) or _HEADING.match(text.strip()) else "text"
        if kind == "title":
            self.heading = text.strip()
        place = Place(self.part, "" if kind == "title" else self.heading, self.paragraphs, block=self.blocks_read)
        return Paragraph(text, _locating(self.file, place, text), kind, level=level)

    def _level(self, element: _Element) -> int:
        """The level of a heading's style, from 1; 0 of other text."""
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        outline = None if style is None else self.styles.outline_level(style.get(qn("w:val"), ""))
        return 0 if outline is None else outline + 1


def written(element: _Element) -> Iterator[tuple[_Element, str]]:
    """What a paragraph's own runs write, element by element; text boxes hold paragraphs of their own, marked deletions are left out."""
    for child in element:
        if child.tag in _WRITTEN:
            yield child, _WRITTEN[child.tag] or child.text or ""
        elif child.tag not in _DELETED and child.tag != _P and isinstance(child.tag, str):
            yield from written(child)


def _locating(file: str, place: Place, text: str) -> Callable[[int, int], Span]:
    def locate(offset: int, length: int) -> Span:
        around = text[max(0, offset - _AROUND) : offset + length + _AROUND].strip()
        return Span(file, place=replace(place, words=around, offset=offset))

    return locate
