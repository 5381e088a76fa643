"""Which lists and mappings are open at a line, by their indentation."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from reportgen.inputs.entries import BLANKS, FIELD_NAME, KEYLESS_NUMBER, SLIP, has_short_key, is_dash, is_item, is_marker, key_of
from reportgen.inputs.faults import TAB_INDENT, UNEVEN_INDENT, UNINDENTED_LINE, WIDE_INDENT
from reportgen.inputs.source import Edit, Source
from reportgen.regexes import regex

Kind = Literal["map", "seq"]

_STEP = regex(r"^( +)[^ #\t]", re.MULTILINE)
_SENTENCE = regex(r"[。！？；]")


class Level(NamedTuple):
    """An open list or mapping and the column of its entries."""

    column: int
    kind: Kind


class Layout:
    """The open levels while a file is read from top to bottom, mending indentation on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.lines
        self.levels: list[Level] = []
        self.pending = True
        """Whether the entry above awaits a value on the lines below it."""
        self.key = ""
        """The key read last."""
        self._step = min((len(blanks) for blanks in _STEP.findall(source.text)), default=2)

    # One line

    def body(self, row: int) -> str:
        """A line without the blanks around it."""
        return self.lines[row].strip(BLANKS)

    def width(self, row: int) -> int:
        """How far a line is indented, tabs and full-width blanks counted as they will be mended."""
        line = self.lines[row]
        text = line.lstrip(" ")
        if not text or text[0] not in BLANKS:
            return len(line) - len(text)
        leading = line[: len(line) - len(text.lstrip(BLANKS))]
        return sum({"\t": self._step, "\u3000": 2}.get(blank, 1) for blank in leading)

    def next_row(self, row: int) -> int:
        """The next row that is not blank; the number of rows where there is none."""
        row += 1
        while row < len(self.lines) and not self.body(row):
            row += 1
        return row

    def spaces(self, row: int) -> int:
        """How many plain blanks a line begins with."""
        line = self.lines[row]
        return len(line) - len(line.lstrip(" "))

    def clear_blank(self, row: int, inside: int) -> None:
        """Empty a line of blanks that are no text, having less than `inside` plain ones before them.

        YAML stumbles over a tab there, and takes a full-width blank for text; a reader sees neither.
        """
        if self.lines[row].strip(" ") and self.spaces(row) < inside:
            self.source.drop(range(row, row + 1))

    def indent(self, row: int, width: int) -> None:
        """Give a line `width` blanks in front, and say why."""
        line, found = self.lines[row], self.width(row)
        leading = line[: len(line) - len(line.lstrip(BLANKS))]
        edits = [Edit(row, 0, len(leading), " " * width)]
        if leading.strip(" "):
            fault = TAB_INDENT if "\t" in leading else WIDE_INDENT
            start = len(leading) - len(leading.lstrip(" "))
            self.source.correct(fault, row, start, len(leading), edits)
        else:
            self.source.correct(UNEVEN_INDENT, row, 0, len(leading), edits, found=found, expected=width)

    def mend_blanks(self, row: int) -> None:
        """Turn the tabs and full-width blanks in front of a line into plain ones."""
        line = self.lines[row]
        if line[: len(line) - len(line.lstrip(BLANKS))].strip(" "):
            self.indent(row, self.width(row))

    def adopt(self, row: int, width: int) -> None:
        """Take an unindented line into the text above it."""
        line = self.lines[row]
        edits = [Edit(row, 0, len(line) - len(line.lstrip(" \t")), " " * width)]
        self.source.correct(UNINDENTED_LINE, row, 0, len(line), edits, key=self.key)

    # Where lines belong

    def settle(self, row: int) -> int:
        """The column of a line's entry, its indentation mended to match an open level."""
        line, width = self.lines[row], self.width(row)
        column = self._column(row, width)
        if column != width or line[:width].strip(" "):
            self.indent(row, column)
        return column

    def _column(self, row: int, width: int) -> int:
        """Where a line indented by `width` belongs; the levels that it ends are closed."""
        levels = self.levels
        self.levels = [level for level in levels if level.column <= width]
        if not levels or (self.pending and levels == self.levels):
            return width
        entry = self.body(row)
        kind = "seq" if is_dash(entry) else "map" if SLIP.match(entry) or has_short_key(entry) else ""
        if self._fits(width, kind):
            return self._among(levels, row) if kind == "map" else width
        fitting = [level for level in levels if level.kind == kind]
        if not fitting:
            return width
        nearest = min(fitting, key=lambda level: (abs(level.column - width), -level.column))
        self.levels = levels[: levels.index(nearest) + 1]
        return nearest.column

    def _among(self, levels: list[Level], row: int) -> int:
        """The column of a key that fits where it stands; of one that slipped out from among others, which go on below it, theirs."""
        text, following = self.body(row), self.next_row(row)
        key = key_of(text)
        width = self.width(row)
        if key is None or not text[key.value :] or text[key.value] in "|>&#" or following == len(self.lines):
            return width
        column = self.width(following)
        inner = Level(column, "map")
        if column <= width or inner not in levels[len(self.levels) :] or not has_short_key(self.body(following)):
            return width
        self.levels = levels[: levels.index(inner) + 1]
        return column

    def _fits(self, column: int, kind: str) -> bool:
        """Whether an entry at a column continues a list or mapping; of any other line, whether one is open there."""
        here = [level for level in self.levels if level.column == column]
        return any(level.kind == kind for level in here) if kind else bool(here)

    def open(self, column: int, kind: Kind) -> None:
        """Enter the list or mapping whose entries stand at a column."""
        if kind == "map" and self.levels and self.levels[-1] == Level(column, "seq"):
            self.levels.pop()  # a list may stand at the column of the key above it
        if not self.levels or self.levels[-1] != Level(column, kind):
            self.levels.append(Level(column, kind))

    def leaves(self, row: int, parent: int) -> bool:
        """Whether a line is indented no further than `parent` and reads as an entry of its own."""
        body = self.body(row)
        return self.width(row) <= parent and (is_item(body) or has_short_key(body))

    def strays(self, row: int, inside: int) -> bool:
        """Whether a line that is indented too little for the text above it belongs to that text all the same.

        `inside` is the indentation of that text. Fields, list items, remarks and the ends of documents do not;
        nor does a field with a wrong colon, unless it reads as a sentence or the text goes on below it.
        """
        body = self.body(row)
        if body.startswith(("#", "? ", ": ")) or is_item(body) or is_marker(self.lines[row]) or has_short_key(body):
            return False
        if KEYLESS_NUMBER.match(body):
            return False
        slip = SLIP.match(body)
        if slip is None:
            return True
        rest = body[slip.end() :]
        if FIELD_NAME.match(slip[1]) or not rest or rest[0] in "|>{[\"'":
            return False
        following = self.next_row(row)
        resumed = (
            following < len(self.lines) and self.width(following) >= inside > self.width(row) and not has_short_key(self.body(following))
        )
        return bool(_SENTENCE.search(rest)) or resumed
