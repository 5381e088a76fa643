"""Narrative text to prose: each line a paragraph, heading, list item or row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.chinese import BARS
from reportgen.findings import Finding
from reportgen.narrative.blocks import Block, ListItem, Paragraph, Prose, Table
from reportgen.narrative.faults import DEEP_HEADING, EMPTY_HEADING
from reportgen.narrative.inline import read_runs
from reportgen.narrative.reader import Evaluate, Locate, Reader
from reportgen.narrative.tables import Line, read_table
from reportgen.regexes import regex

DEEPEST_HEADING = 5

_BLANKS = " \t\r\u3000\xa0"
# One # needs a blank behind it: #1楼 is text. More are typed for headings only.
_HEADING = regex(r"(?P<mark>[#＃]{2,}|[#＃](?=[ \t\u3000\xa0]|$))[ \t\u3000\xa0]*")
_ITEM = regex(r"-[ \t\u3000\xa0]+")
_SPECIAL = frozenset("#＃-" + BARS)


def read(text: str, locate: Locate, evaluate: Evaluate | None = None) -> tuple[Prose, list[Finding]]:
    """The prose that `text` means, its expressions replaced by what `evaluate` answers (None: they stand as typed).

    Never raises over the text. Findings, in source order: N1… of the markup, N2… of braces, E… of expressions.
    """
    reader = Reader(locate, evaluate)
    blocks = tuple(_blocks(reader.holdable(text, 0), reader))
    return Prose(blocks), reader.findings


def _blocks(text: str, reader: Reader) -> Iterator[Block]:
    rows: list[Line] = []
    items = 0
    offset = 0
    for typed in text.split("\n"):
        line = typed.strip(_BLANKS)
        at = offset + typed.index(line)
        offset += len(typed) + 1
        if line and line[0] in BARS:
            rows.append(Line(line, at))
            continue
        if rows:
            yield from _table(rows, reader)
            rows, items = [], 0
        if line:
            block = _block(line, at, items, reader)
            # What holds nothing but empty values is no paragraph.
            if block.runs:
                items = block.number if isinstance(block, ListItem) else 0
                yield block
    if rows:
        yield from _table(rows, reader)


def _table(lines: list[Line], reader: Reader) -> Iterator[Table]:
    table = read_table(lines, reader)
    if table.rows:
        yield table


def _block(line: str, at: int, items: int, reader: Reader) -> Paragraph | ListItem:
    if line[0] in _SPECIAL:
        if mark := _HEADING.match(line):
            return _heading(line, at, mark, reader)
        if mark := _ITEM.match(line):
            return ListItem(read_runs(line[mark.end() :], at + mark.end(), reader), items + 1)
    return Paragraph(read_runs(line, at, reader, line=True))


def _heading(line: str, at: int, mark: re.Match[str], reader: Reader) -> Paragraph:
    """A heading; where it begins in bold and goes on in plain, the bold words are a run-in heading's, the rest is body."""
    level = len(mark["mark"])
    if level > DEEPEST_HEADING:
        reader.fault(DEEP_HEADING, at, level, level=level)
    runs = read_runs(line[mark.end() :], at + mark.end(), reader)
    if not runs:
        reader.fault(EMPTY_HEADING, at, level, mark=mark["mark"][:DEEPEST_HEADING])
    words = next((index for index, run in enumerate(runs) if not run.bold), len(runs))
    # Bold only says where the heading ends; its look is that of its level.
    runs = (*(replace(run, bold=False) for run in runs[:words]), *runs[words:])
    return Paragraph(runs, min(level, DEEPEST_HEADING), run_in=words if words < len(runs) else 0)
