"""A Word package read to a manuscript: what stands on its pages, in order, with the look of every letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.formatting.cascade import NO_TABLE, Cascade, TableStyle, parts_of
from reportgen.formatting.manuscript import MARGIN, Block, Cell, Manuscript, Run, Table
from reportgen.formatting.properties import letter_properties, paragraph_properties
from reportgen.formatting.runs import runs_of
from reportgen.formatting.sections import Section, read_sections
from reportgen.ooxml import Package, open_package
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _TBL, _TR, _TC, _PPR, _RPR = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "pPr", "rPr"))
_HOLDERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"))
_SECTION = f"{_PPR}/{qn('w:sectPr')}"
_GALLERY = f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}"
_CONTENTS = "Table of Contents"
_LOOK_BITS = (("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100))
_PART_NAMES = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


def read_manuscript(package: Package) -> Manuscript:
    """The manuscript that a Word package holds. Raises: NotADocx."""
    root = package.root(package.main)
    body = root.find(qn("w:body"))
    holder = root if body is None else body
    cascade = Cascade(package)
    sections = read_sections(package, root)
    walk = _Walk(package.main, cascade, sections)
    blocks = tuple(walk.blocks(holder))
    return Manuscript(package, blocks, tuple(walk.tables), sections, _odd_and_even(cascade.settings), holder, cascade)


def open_manuscript(content: bytes, file: str = "") -> Manuscript:
    """The manuscript in a Word file's bytes. Raises: NotADocx."""
    return read_manuscript(open_package(content, file))


def read_part(manuscript: Manuscript, part: str) -> tuple[Block, ...]:
    """The paragraphs of a header, footer or notes part, those in text boxes among them, with their looks."""
    walk = _Walk(part, manuscript.cascade, ())
    root = manuscript.package.root(part)
    boxed = [box for box in root.iter(qn("w:txbxContent")) if next(box.iterancestors(qn("mc:Fallback")), None) is None]
    return tuple(block for holder in (root, *boxed) for block in walk.blocks(holder))


def _odd_and_even(settings: _Element | None) -> bool:
    switch = None if settings is None else settings.find(qn("w:evenAndOddHeaders"))
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class _Here:
    """What surrounds a paragraph."""

    place: Place | None = None
    cell: Cell | None = None
    table: TableStyle = NO_TABLE
    contents: bool = False


@dataclass(slots=True)
class _Walk:
    """Where the reading has come to."""

    part: str
    cascade: Cascade
    sections: tuple[Section, ...]
    tables: list[Table] = field(default_factory=list)
    blocks_read: int = 0
    """Paragraphs, those of cells counted."""
    paragraphs: int = 0
    section: int = 0
    fresh: bool = True
    """Whether the next paragraph begins a page."""
    fields: list[str] = field(default_factory=list)
    """The fields that are open; they may reach over paragraphs."""
    top_tables: int = 0
    depth: int = 0

    def blocks(self, holder: _Element, here: _Here | None = None) -> Iterator[Block]:
        """The paragraphs of a body or cell, those of its tables in their places."""
        here = here or _Here()
        inside = 0
        for child in holder:
            if child.tag == _P:
                inside += 1
                yield self._block(child, here, inside)
            elif child.tag == _TBL:
                yield from self._table(child, here)
            elif child.tag in _HOLDERS:
                gallery = child.find(_GALLERY)
                contents = here.contents or (gallery is not None and gallery.get(qn("w:val")) == _CONTENTS)
                yield from self.blocks(child, replace(here, contents=contents))

    def _block(self, element: _Element, here: _Here, inside: int) -> Block:
        properties = element.find(_PPR)
        direct = paragraph_properties(properties)
        flat = self.cascade.paragraph(direct, here.table)
        mark = self.cascade.letters(direct, letter_properties(None if properties is None else properties.find(_RPR)), here.table)
        runs = tuple(runs_of(element, self.cascade, direct, here.table, self.fields))
        size = next((run.letters.size for run in runs if run.text.strip(MARGIN)), mark.size)
        style = self.cascade.style_of(direct)
        number = (flat.get("numPr.numId", "0"), flat.get("numPr.ilvl", "0"))
        block = Block(
            element,
            runs,
            self.cascade.shape(flat, size),
            mark,
            style.name if style else "",
            self._placed(here, inside),
            self.section,
            here.cell,
            "" if number[0] == "0" else self.cascade.numbering.form(*number),
            here.contents or "TOC" in self.fields or any(run.field == "TOC" for run in runs),
            self._first(flat.get("pageBreakBefore", "0") not in ("0", "false", "off"), runs),
        )
        self._go_on(element, block)
        return block

    def _placed(self, here: _Here, inside: int) -> Place:
        self.blocks_read += 1
        if here.place is not None:
            return replace(here.place, paragraph=inside, block=self.blocks_read)
        self.paragraphs += 1
        return Place(self.part, paragraph=self.paragraphs, block=self.blocks_read)

    def _first(self, asked: bool, runs: tuple[Run, ...]) -> bool:
        leading = "".join(run.text for run in runs).lstrip(MARGIN + "\n")
        return self.fresh or asked or leading.startswith("\f")

    def _go_on(self, element: _Element, block: Block) -> None:
        """Notes whether a page, or a section, ends with a paragraph."""
        own = "".join(run.text for run in block.runs)
        broken = own.rstrip(MARGIN + "\n").endswith("\f")
        self.fresh = broken or (self.fresh and not block.text and not block.pictures)
        if element.find(_SECTION) is not None:
            self.section = min(self.section + 1, max(len(self.sections) - 1, 0))
            self.fresh = not self.sections or self.sections[self.section].new_page

    def _table(self, table: _Element, here: _Here) -> Iterator[Block]:
        self.depth += 1
        if self.depth == 1:
            self.top_tables += 1
        number, first = self.top_tables, self.blocks_read + 1
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        named = self.cascade.table_style("" if style is None else style.get(qn("w:val"), ""))
        look = _look(table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}"))
        rows = list(_rows(table))
        texts: list[tuple[str, ...]] = []
        for row_number, row in enumerate(rows, 1):
            words: list[str] = []
            heads = _is_head(row)
            cells = list(row.iterchildren(_TC))
            for cell_number, cell in enumerate(cells, 1):
                column = len(words)
                parts = parts_of(row_number - 1, len(rows), cell_number - 1, len(cells), look)
                outer = here.place if self.depth > 1 else None
                place = outer or Place(self.part, table=number, row=row_number, cell=cell_number)
                at = Cell(number, row_number, column + 1, len(rows), heads)
                found = list(self.blocks(cell, _Here(place, at, TableStyle(named, parts), here.contents)))
                words += ["\n".join(block.text for block in found if block.text)] + [""] * (_span(cell) - 1)
                yield from found
            texts.append(tuple(words))
        place = here.place or Place(self.part, table=number, row=1, cell=1, block=first)
        width = sum(whole(one.get(qn("w:w")), 0) for one in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        self.tables.append(Table(number, tuple(texts), place, self.section, width, any(map(_is_head, rows)), nested=self.depth > 1))
        self.depth -= 1
        self.fresh = False


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == _TR:
            yield child
        elif child.tag in _HOLDERS:
            yield from _rows(child)


def _is_head(row: _Element) -> bool:
    head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    return head is not None and head.get(qn("w:val"), "1") not in ("0", "false", "off")


def _span(cell: _Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if span is None else max(1, min(whole(span.get(qn("w:val")), 1), 63))


def _look(element: _Element | None) -> tuple[str, ...]:
    """The conditional parts of its style that a table wants, as `w:tblStylePr` names them."""
    if element is None:
        return ()
    bits = element.get(qn("w:val"), "")
    number = int(bits, 16) if bits and len(bits) <= 4 and all(c in "0123456789abcdefABCDEF" for c in bits) else 0
    wanted = [name for name, bit in _LOOK_BITS if element.get(qn(f"w:{name}"), "1" if number & bit else "0") in ("1", "true", "on")]
    return tuple(_PART_NAMES[name] for name in wanted)
