"""What narrative markup means: paragraphs, list items and tables of runs, each run knowing its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from reportgen.chinese import RARE
from reportgen.expressions.official import Official
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look and one origin: typed by the author, or given by one expression."""

    text: str
    source: int
    """Offset in the source of its first character; of the opening braces where an expression gave the text."""
    bold: bool = False
    highlight: bool = False
    """A value that is still missing, shown in a draft as 【待填：…】."""
    given: bool = False
    """Whether an expression gave the text: then all of it comes from `source`."""
    official: Official | None = None
    """A part of the document that the expression gave: a footnote, a reference, a picture; its text is what it says as text."""


Runs: TypeAlias = tuple[Run, ...]


def alone(runs: Runs) -> Official | None:
    """The part of the document that is all there is, and that has lines of its own: a picture, a chart."""
    return runs[0].official if len(runs) == 1 and runs[0].official is not None and runs[0].official.stands_alone else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text, or a heading when `heading` is a level from 1 (the highest of this narrative) to 5."""

    runs: Runs
    heading: int = 0
    run_in: int = 0
    """How many of the runs are a run-in heading's own words, the rest being body; 0: no body runs in."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, without a mark; `number` counts from 1 in each list."""

    runs: Runs
    number: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells; with `header` the first row is one."""

    rows: tuple[tuple[Runs, ...], ...]
    header: bool = False


Block: TypeAlias = Paragraph | ListItem | Table


class Prose(str):
    """Narrative: as text (a line per paragraph, list item and table row, tabs between cells) and as blocks."""

    __slots__ = ("blocks", "even")
    blocks: tuple[Block, ...]
    even: bool
    """Whether all of it is printable body text of one look, a paragraph a line, without rare characters and signs that markup knows."""

    def __new__(cls, blocks: Iterable[Block] = ()) -> Prose:
        """The text of `blocks`, which are kept."""
        kept = tuple(blocks)
        prose = super().__new__(cls, "\n".join(map(_text, kept)))
        prose.blocks = kept
        prose.even = prose.count("\n") == len(kept) - 1 and all(map(_is_even, kept)) and _is_plain(prose)
        return prose

    def __reduce__(self) -> tuple[type[Prose], tuple[tuple[Block, ...]]]:
        """Prose is pickled as its blocks."""
        return Prose, (self.blocks,)

    def place(self, offset: int) -> int:
        """The offset in the source of the character at `offset` of the text; of what stands before a line end or tab, its end.

        Raises:
            IndexError: no such character (the end of the text counts as one).
        """
        if not 0 <= offset <= len(self):
            raise IndexError(f"offset {offset} in a text of {len(self)} characters")
        start = end = 0
        for piece in _laid_out(self.blocks):
            if isinstance(piece, str):
                start += len(piece)
                if offset < start:
                    break
                continue
            if offset < start + len(piece.text):
                return piece.source if piece.given else piece.source + offset - start
            start += len(piece.text)
            end = piece.source if piece.given else piece.source + len(piece.text)
        return end


def _text(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join("\t".join(map(_joined, row)) for row in block.rows)
    return _joined(block.runs)


def _joined(runs: Runs) -> str:
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def _is_plain(text: str) -> bool:
    return text.replace("\n", "").isprintable() and not any(sign in text for sign in "&<>") and RARE.search(text) is None


def _is_even(block: Block) -> bool:
    """Whether a block is words of the body's look."""
    if isinstance(block, Table) or (isinstance(block, Paragraph) and block.heading):
        return False
    return bool(block.runs) and not any(run.bold or run.highlight or run.official or not run.text for run in block.runs)


def _laid_out(blocks: tuple[Block, ...]) -> Iterator[Run | str]:
    """Runs, and the line ends and tabs between them, in reading order."""
    for index, block in enumerate(blocks):
        if index:
            yield "\n"
        if not isinstance(block, Table):
            yield from block.runs
            continue
        for row_index, row in enumerate(block.rows):
            if row_index:
                yield "\n"
            for cell_index, cell in enumerate(row):
                if cell_index:
                    yield "\t"
                yield from cell
