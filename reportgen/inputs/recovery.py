"""What a YAML parser refuses, in clear words, and mended so that it can be read on."""

from __future__ import annotations

import re

from yaml.error import MarkedYAMLError

from reportgen.findings import Fault
from reportgen.inputs import faults
from reportgen.inputs.entries import SLIP, is_dash, key_of
from reportgen.inputs.nodes import FlowPair, Mark, Scalar
from reportgen.inputs.quoting import item_at, quote
from reportgen.inputs.source import Edit, Source, excerpt
from reportgen.regexes import regex

_MARKS = {
    "*": faults.ALIAS_MARK,
    "&": faults.ANCHOR_MARK,
    "!": faults.TAG_MARK,
    ">": faults.BLOCK_MARK,
    "|": faults.BLOCK_MARK,
    **dict.fromkeys("%@`", faults.RESERVED_MARK),
}
_ESCAPE = regex(r"\\(?:x[0-9a-fA-F]*|u[0-9a-fA-F]*|U[0-9a-fA-F]*|.?)")


class Recovery:
    """Mends of what the parser stumbled over, each row first by quotation marks, then by leaving it out."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._tried: set[tuple[int, str]] = set()
        """Rows and codes of the faults that have been told already."""

    def mend(self, error: MarkedYAMLError) -> None:
        """Note the fault and change the text so that the parser gets further."""
        row, column = self._place(error)
        problem, context = error.problem or "", error.context or ""
        line = self.source.lines[row]
        character = line[column : column + 1]
        if "escape" in problem or "hexdec" in problem:
            self._mend_escape(row, column)
        elif "expected ':'" in problem and "directive" not in context:
            self._leave_out(row, faults.MISSING_COLON, 0, text=excerpt(line.strip()))
        elif "quoted scalar" in context:
            self._mend_value(row, column, faults.UNCLOSED_QUOTE, mark=self._opening(error, '"'))
        elif "flow" in context:
            self._mend_value(row, column, faults.UNCLOSED_BRACKET, mark=self._opening(error, "["))
        elif "mapping values" in problem:
            self._mend_value(row, column, faults.COLON_IN_VALUE, text=excerpt(line.strip()))
        elif "entries are not allowed" in problem:
            self._mend_value(row, column, faults.LIST_BESIDE_KEY, text=excerpt(line.strip()))
        elif line.lstrip().startswith(":"):
            self._leave_out(row, faults.EMPTY_KEY, line.index(":"))
        elif character in _MARKS and "directive" not in context:
            self._mend_value(row, column, _MARKS[character], mark=character)
        else:
            self._mend_value(row, column, faults.UNREADABLE, text=excerpt(line.strip()))

    def _place(self, error: MarkedYAMLError) -> tuple[int, int]:
        """Where the fault lies: at the beginning of what never ends, else where the parser stopped."""
        begins = re.search("alias|anchor|tag|simple key|block scalar|directive", error.context or "")
        never_ends = re.search("end of stream|document indicator|document separator|stream end", error.problem or "")
        unclosed = "flow" in (error.context or "") and "expected ','" in (error.problem or "")
        mark: Mark | None = error.problem_mark
        if begins or never_ends or (unclosed and self._starts_line(error.problem_mark)):
            mark = error.context_mark or mark
        row = min(mark.line, len(self.source.lines) - 1) if mark else 0
        if mark and self.source.lines[row].strip():
            return row, min(mark.column, len(self.source.lines[row]))
        while row > 0 and not self.source.lines[row].strip():
            row -= 1
        return row, len(self.source.lines[row]) - len(self.source.lines[row].lstrip())

    def _opening(self, error: MarkedYAMLError, otherwise: str) -> str:
        """The quotation mark or bracket at which the parser began what it could not end."""
        mark = error.context_mark
        return self.source.lines[mark.line][mark.column : mark.column + 1] if mark and mark.line < len(self.source.lines) else otherwise

    def _starts_line(self, mark: Mark | None) -> bool:
        """Whether the parser stopped on a line of its own, so that the fault is likelier at the opening bracket."""
        if mark is None or mark.line >= len(self.source.lines):
            return True
        return key_of(self.source.lines[mark.line].strip()) is not None and mark.line > 0 and "{" not in self.source.lines[mark.line]

    def _mend_escape(self, row: int, column: int) -> None:
        line = self.source.lines[row]
        start = line.rfind("\\", 0, column + 1)
        if start < 0 or line[start - 1 : start] == "\\":
            self._leave_out(row, faults.UNREADABLE, column, text=excerpt(line.strip()))
            return
        match = _ESCAPE.match(line, start)
        text = match[0] if match else "\\"
        self.source.correct(faults.BAD_ESCAPE, row, start, start + len(text), [Edit(row, start, start, "\\")], text=text)

    def _mend_value(self, row: int, column: int, fault: Fault, **values: str) -> None:
        start, end = self._stretch(row, column) or (column, column)
        if start >= end or (self.source.lines[row][start] in "\"'" and (row, fault.code) in self._tried):
            self._leave_out(row, fault, column, **values)
            return
        self._tried.add((row, fault.code))
        self.source.correct(fault, row, column, end if end > column else -1, quote(self.source.lines, (row, start), (row, end)), **values)

    def _stretch(self, row: int, column: int) -> tuple[int, int] | None:
        """The columns of the value that a column lies in; None where the line has no key or nothing after it."""
        line = self.source.lines[row]
        item = item_at(line, column)
        if item is not None:
            return item
        start = len(line) - len(line.lstrip(" "))
        while is_dash(line, start):
            start += 1 + len(line[start + 1 :]) - len(line[start + 1 :].lstrip(" "))
        key = key_of(line[start:])
        if key is None or start + key.value >= len(line.rstrip()):
            return None
        return start + key.value, len(line.rstrip())

    def drop_from(self, error: MarkedYAMLError) -> None:
        """Leave out everything from the fault on."""
        row, column = self._place(error)
        lines = self.source.lines
        self.source.report(faults.UNREADABLE, row, column, text=excerpt(lines[row].strip()))
        self.source.drop(range(row, len(lines)))

    def _leave_out(self, row: int, fault: Fault, column: int, **values: str) -> None:
        """Empty a line, and the lines indented below it, which would hang in the air."""
        lines = self.source.lines
        if (row, fault.code) not in self._tried:
            self.source.report(fault, row, column, len(lines[row].rstrip()), **values)
        width = len(lines[row]) - len(lines[row].lstrip(" "))
        end = row + 1
        while end < len(lines) and not (lines[end].strip(" ") and len(lines[end]) - len(lines[end].lstrip(" ")) <= width):
            end += 1
        self.source.drop(range(row, end))


def mend_cuts(source: Source, cut: list[list[FlowPair]]) -> bool:
    """Mend mappings in braces where a comma has cut a value, or a key has a wrong colon; whether any could be mended.

    Findings: COMMA_CUT, FULLWIDTH_COLON, MISSING_SPACE.
    """
    mended = False
    # From right to left, so that the columns of what is left to mend still hold.
    for pairs in sorted(cut, key=lambda pairs: (pairs[0].key.start_mark.line, pairs[0].key.start_mark.column), reverse=True):
        last = len(pairs) - 1
        while last >= 0:
            first = last
            if pairs[last].colon:
                pass
            elif (slip := _slip(source, pairs, last)) is not None:
                mended = _mend_slip(source, pairs[last].key, slip)
            else:
                while first > 0 and not pairs[first - 1].colon and _slip(source, pairs, first) is None:
                    first -= 1
                mended |= _mend_cut(source, pairs, first, last)
            last = first - 1
    return mended


def _slip(source: Source, pairs: list[FlowPair], index: int) -> re.Match[str] | None:
    """A key with a wrong colon; after a comma without a blank only where the key before it has one too."""
    key = pairs[index].key
    slip = None if key.style else SLIP.match(key.value)
    spaced = index == 0 or source.lines[key.start_mark.line][: key.start_mark.column].endswith(" ")
    return slip if spaced or SLIP.match(pairs[index - 1].key.value) else None


def _mend_slip(source: Source, key: Scalar, slip: re.Match[str]) -> bool:
    row, start = key.start_mark.line, key.start_mark.column
    fault = faults.FULLWIDTH_COLON if slip[2].startswith("：") else faults.MISSING_SPACE
    edit = Edit(row, start + len(slip[1]), start + slip.end(), ": ")
    source.correct(fault, row, start + slip.start(2), start + slip.end(2), [edit], key=slip[1])
    return True


def _mend_cut(source: Source, pairs: list[FlowPair], first: int, last: int) -> bool:
    """Join the keys `first` to `last`, which have no colon, with the value before them, if that is plain text."""
    row, start, end = pairs[first].key.start_mark.line, pairs[first].key.start_mark.column, pairs[last].key.end_mark.column
    one_line = row == pairs[last].key.end_mark.line
    text = excerpt(source.lines[row][start:end] if one_line else pairs[first].key.value)
    value = pairs[first - 1].value if first else None
    if not (value is not None and value.value and not value.style and one_line and value.start_mark.line == row):
        source.report(faults.COMMA_CUT, row, start, end if one_line else -1, text=text)
        return False
    edits = quote(source.lines, (row, value.start_mark.column), (row, end))
    source.correct(faults.COMMA_CUT, row, start, end, edits, text=text)
    return True
