"""Pipe tables: lines between bars to rows of cells."""

from __future__ import annotations

from itertools import pairwise

from reportgen.chinese import BARS
from reportgen.narrative.blocks import Runs, Table
from reportgen.narrative.faults import MISPLACED_RULE, RAGGED_TABLE, WIDE_TABLE
from reportgen.narrative.inline import expression_at, read_runs
from reportgen.narrative.reader import Reader
from reportgen.regexes import regex
from reportgen.values import dataclass

MOST_COLUMNS = 63
"""Columns that a table in Word may have."""

_BLANKS = " \t\u3000\xa0"
_BAR = regex(f"[{BARS}]")
_BAR_OR_BRACES = regex(rf"[{BARS}]|[{{｛]{{2}}")
# Two hyphens or one may be a cell's text (nothing to report).
_RULE = regex(rf"(?:[{BARS}][ \t\u3000]*:?-{{3,}}:?[ \t\u3000]*)+[{BARS}]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, at `offset` of the source."""

    text: str
    offset: int


def read_table(lines: list[Line], reader: Reader) -> Table:
    """The table that `lines` make; the second line may be |---|, then the first is the header.

    Findings: N105, N106, N107 and those of the cells' text. Every row comes back as wide as the widest.
    """
    header = len(lines) > 1 and _RULE.fullmatch(lines[1].text) is not None
    wanted = len(_cells(lines[0].text))
    rows: list[tuple[Runs, ...]] = []
    for index, line in enumerate(lines):
        cells = _cells(line.text)
        if len(cells) > MOST_COLUMNS:
            reader.fault(WIDE_TABLE, line.offset, len(line.text), found=len(cells), most=MOST_COLUMNS)
        elif len(cells) != wanted:
            reader.fault(RAGGED_TABLE, line.offset, len(line.text), found=len(cells), wanted=wanted)
        if not _RULE.fullmatch(line.text):
            rows.append(tuple(_read_cell(line, start, end, reader) for start, end in cells[:MOST_COLUMNS]))
        elif index != 1:
            reader.fault(MISPLACED_RULE, line.offset, len(line.text))
    width = max(map(len, rows), default=0)
    return Table(tuple(row + ((),) * (width - len(row)) for row in rows), header)


def _cells(text: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand that begins with a bar; bars within expressions part nothing."""
    bounds: list[int] = []
    position = 0
    parting = _BAR_OR_BRACES
    while mark := parting.search(text, position):
        position = mark.end()
        if mark[0] in BARS:
            bounds.append(mark.start())
        elif expression := expression_at(text, mark.start()):
            position = expression.end()
        else:
            parting = _BAR  # Braces that are never closed hold no bars back, here or further on.
    if len(bounds) == 1 or bounds[-1] != len(text) - 1:
        bounds.append(len(text))
    return [(start + 1, end) for start, end in pairwise(bounds)]


def _read_cell(line: Line, start: int, end: int, reader: Reader) -> Runs:
    cell = line.text[start:end]
    blanks = len(cell) - len(cell.lstrip(_BLANKS))
    return read_runs(cell.strip(_BLANKS), line.offset + start + blanks, reader)
