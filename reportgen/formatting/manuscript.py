"""A Word file as a reader sees it: paragraphs with their letters, looks and places, tables, pages and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.formatting.looks import Letters, Shape
from reportgen.formatting.sections import Section
from reportgen.ooxml import Package
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.formatting.cascade import Cascade

MARGIN = " \t\u3000\xa0"
"""Blanks at a line's beginning or end."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    """Tabs, line breaks (\\n) and page breaks (\\f) among it."""
    letters: Letters
    style: str = ""
    """Name of its character style."""
    field: str = ""
    """The first word of the field whose result it is: `PAGE`, `TOC`, `HYPERLINK`, …"""
    picture: str = ""
    """`inline` or `floating` where it holds a picture, chart or shape."""
    inserted: bool = False
    """Whether it is a tracked insertion."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands. Counts begin at 1."""

    table: int
    row: int
    column: int
    """Counted on the table's grid."""
    rows: int
    """Of the whole table."""
    heading: bool = False
    """Whether its row repeats on every page, as a table's head."""


@dataclass(frozen=True, eq=False)
class Block:
    """One paragraph."""

    element: _Element
    runs: tuple[Run, ...]
    shape: Shape
    mark: Letters
    """How the paragraph mark looks, and so an empty line."""
    style: str
    """Name of its style, as Word shows it in English (`heading 1`)."""
    place: Place
    section: int
    cell: Cell | None = None
    label: str = ""
    """The form of Word's own number before it (`一、`); `bullet`; "" for none."""
    contents: bool = False
    """Whether it belongs to a table of contents that Word makes."""
    first_on_page: bool = False
    """Whether a page surely begins with it."""

    @cached_property
    def text(self) -> str:
        """Its words, blanks around them left out."""
        return "".join(run.text for run in self.runs).strip(MARGIN + "\n\f")

    @cached_property
    def raw(self) -> str:
        """All that is typed, blanks included."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def worded(self) -> tuple[Run, ...]:
        """The runs that print letters."""
        return tuple(run for run in self.runs if run.text.strip(MARGIN + "\n\f") and not run.letters.hidden)

    @cached_property
    def letters(self) -> Letters:
        """The look of most of its letters; of its mark where it has none."""
        counts: dict[Letters, int] = {}
        for run in self.worded:
            counts[run.letters] = counts.get(run.letters, 0) + len(run.text)
        return max(counts, key=lambda one: counts[one]) if counts else self.mark

    @property
    def pictures(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.picture)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's words by row and by column of its grid; a cell that spans several stands in the first."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    place: Place
    section: int
    width: int
    """Of all its columns, in twips; 0 where the file does not say."""
    headed: bool
    """Whether its first rows are repeated on every page."""
    nested: bool = False


@dataclass(frozen=True, eq=False)
class Manuscript:
    """A Word file, read."""

    package: Package
    blocks: tuple[Block, ...]
    """Of the body and of its tables, in order."""
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    odd_and_even: bool
    """Whether odd and even pages have footers of their own."""
    body: _Element = field(repr=False)
    cascade: Cascade = field(repr=False)
    """Its styles, for parts beside the body."""

    @property
    def file(self) -> str:
        return self.package.file

    def texts(self) -> Iterable[Block]:
        """The paragraphs outside tables that say something."""
        return (block for block in self.blocks if block.cell is None and block.text)

    def worded(self) -> Iterator[tuple[Block, Run]]:
        """Every run that prints letters."""
        return ((block, run) for block in self.blocks for run in block.worded)
