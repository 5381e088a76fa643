"""What stands after a key or a dash: values that YAML would read otherwise than their author."""

from __future__ import annotations

from reportgen.findings import Fault
from reportgen.inputs import faults
from reportgen.inputs.blocks import mend_block
from reportgen.inputs.entries import (
    HEADER,
    NUMBERED,
    REMARK,
    SWALLOWED,
    has_short_key,
    is_dash,
    is_item,
    is_marker,
    is_property,
    key_of,
    properties_end,
)
from reportgen.inputs.layout import Layout, Level
from reportgen.inputs.quoting import quote
from reportgen.inputs.source import Edit, excerpt
from reportgen.regexes import regex

_QUOTED = {'"': regex(r'(?:[^"\\]|\\.|\\$)*'), "'": regex(r"(?:[^']|'')*")}
_FLAT = regex(r"[\[{](?:[^\[\]{}\"'#]++|\"[^\"\\]*+\")*+[\]}](?=[ \t]*$)")
"""A list or mapping without another inside, in one line: nearly all of them, so they are told at once."""
_FLOW = regex(r"(?P<mark>[\[{,]|:(?=[ \t]))[ \t]*(?P<quote>[\"'])?|^[ \t]*(?P<first>[\"'])|(?P<comment>(?:^|[ \t])#)|[\]}]")
_BRACKET = regex(r"[\[\]{}\"'#]")
_WIDE_COMMA = regex(r"，[ \u3000]*(?=\w{1,20}:(?: |$)|[a-z_]{2,20}：|\w{1,8}：\s*-?\d)")
"""A full-width comma before what can only be a further key."""
_COLON = regex(r":(?=[ \t]|$)|[ \t]#")
_MARKS = {"*": faults.ALIAS_MARK, "&": faults.ANCHOR_MARK, "!": faults.TAG_MARK}
_RESERVED = "%@`,]}"


class Value:
    """A value that begins at a column of a row, inside the list or mapping whose entries stand at `parent`."""

    def __init__(self, layout: Layout, row: int, start: int, parent: int) -> None:
        self.layout = layout
        self.row = row
        self.parent = parent
        text = layout.lines[row][start:]
        self.start = start + properties_end(text)
        self.text = layout.lines[row][self.start :]

    def mend(self, *, beside_key: bool) -> int:
        """The row after the value; `beside_key` says that a key stands before it on its line."""
        self.layout.pending = not self.text or self.text[0] == "#"
        if self.layout.pending:
            self._mention_swallowed()
            return self.row + 1
        first = self.text[0]
        if first in "|>":
            header = HEADER.match(self.text)
            if header is None:
                return self._quoted_whole(faults.BLOCK_MARK, mark=first)
            return mend_block(self.layout, self.row, self.parent, int(header[1] or header[2] or 0))
        if first in _MARKS and not is_property(self.text):
            return self._quoted_whole(_MARKS[first])
        if first in _RESERVED or (self.text.startswith("? ") and beside_key):
            return self._quoted_whole(faults.RESERVED_MARK, mark=first)
        if beside_key and is_dash(self.text):
            return self._quoted_whole(faults.LIST_BESIDE_KEY, text=excerpt(self.text))
        if first in _QUOTED:
            return self._mend_quoted(first)
        if first in "[{":
            return self._mend_flow(first)
        return self._mend_plain()

    # Plain

    def _mend_plain(self) -> int:
        colon = _COLON.search(self.text)
        if colon is not None and colon[0] == ":" and not is_property(self.text) and key_of(self.text) is not None:
            return self._quoted_whole(faults.COLON_IN_VALUE, text=excerpt(self.text))
        self._mention_swallowed()
        return self._continue(self.row + 1)

    def _continue(self, row: int) -> int:
        """The row after a plain value that goes on over several lines."""
        layout = self.layout
        while row < len(layout.lines) and not layout.source.full:
            body = layout.body(row)
            if not body:
                layout.clear_blank(row, self.parent + 1)
            elif body[0] == "#" or is_marker(layout.lines[row]) or (layout.width(row) > self.parent and self._begins_entry(row)):
                return row
            elif layout.width(row) > self.parent:
                if layout.spaces(row) <= self.parent:
                    layout.mend_blanks(row)
                if is_item(body) or NUMBERED.match(body):
                    layout.source.report(faults.JOINED_LINE, row, layout.width(row), len(layout.lines[row].rstrip()), text=excerpt(body))
            elif layout.strays(row, self.parent + 1):
                layout.adopt(row, self.parent + 2)
            else:
                return row
            row += 1
        return row

    def _begins_entry(self, row: int) -> bool:
        """Whether a line further in than the value's entry is none of its text: a key, or the next item a blank too far."""
        body, levels = self.layout.body(row), self.layout.levels
        slipped = bool(levels) and levels[-1] == Level(self.layout.width(row) - 1, "seq") and is_dash(body)
        return has_short_key(body) or slipped

    def _mention_swallowed(self) -> None:
        swallowed = SWALLOWED.search(self.text)
        if swallowed is None:
            return
        row, line = self.row, self.layout.lines[self.row]
        end = (row, len(line.rstrip()))
        suggestion = line
        for edit in sorted(quote(self.layout.lines, (row, self.start), end), reverse=True):
            suggestion = suggestion[: edit.start] + edit.text + suggestion[edit.end :]
        column = self.start + swallowed.start(1)
        self.layout.source.report(faults.SWALLOWED_TEXT, row, column, len(line), suggestion=suggestion, text=excerpt(swallowed[1]))

    # Quoted

    def _mend_quoted(self, mark: str) -> int:
        end = self._closing(mark, self.row, self.start + 1)
        if end is None:
            line = self.layout.lines[self.row].rstrip()
            edits = [Edit(self.row, len(line), len(line), mark)]
            self.layout.source.correct(faults.UNCLOSED_QUOTE, self.row, self.start, self.start + 1, edits, mark=mark)
            return self.row + 1
        row, column = end
        rest = self.layout.lines[row][column:].strip()
        if rest and rest[0] not in "#:":
            quoted = self.layout.lines[row][self.start if row == self.row else 0 : column]
            return self._quoted_whole(faults.TEXT_AFTER_QUOTE, row, quoted=excerpt(quoted.strip()), text=excerpt(rest))
        return row + 1

    def _closing(self, mark: str, row: int, column: int) -> tuple[int, int] | None:
        """Where a quotation whose text begins at a column ends; None when a field begins before it does."""
        first, lines = row, self.layout.lines
        for row in range(first, len(lines)):
            if row > first and self.layout.leaves(row, self.parent):
                return None
            match = _QUOTED[mark].match(lines[row], column)
            if match is not None and match.end() < len(lines[row]):
                return row, match.end() + 1
            column = 0
        return None

    # Lists and mappings in brackets

    def _mend_flow(self, mark: str) -> int:
        if self.text.startswith(("{{", "{%")):
            return self._quoted_whole(faults.TEMPLATE_MARK, mark=self.text[:2])
        self._mend_commas(mark)
        row, column = self._bracket_end()
        if column < 0:
            return (
                self._close(mark)
                if row == self.row and self._lacks_end(mark)
                else self._quoted_whole(faults.UNCLOSED_BRACKET, row, mark=mark)
            )
        rest = self.layout.lines[row][column:].strip()
        if rest and rest[0] not in "#:":
            return self._quoted_whole(faults.TEXT_AFTER_BRACKET, row, mark=mark, text=excerpt(rest))
        return row + 1

    def _mend_commas(self, mark: str) -> None:
        """Make commas before further keys half-width."""
        for comma in reversed(list(_WIDE_COMMA.finditer(self.text))) if mark == "{" else ():
            start, end = self.start + comma.start(), self.start + comma.end()
            self.layout.source.correct(faults.FULLWIDTH_COMMA, self.row, start, start + 1, [Edit(self.row, start, end, ", ")])
        self.text = self.layout.lines[self.row][self.start :]

    def _lacks_end(self, mark: str) -> bool:
        """Whether the line is a list or mapping of which nothing but the closing bracket is missing."""
        inside = self.text[1:].rstrip(" \t,")
        return bool(inside) and not _BRACKET.search(inside) and (key_of(inside) is not None if mark == "{" else "," in inside)

    def _close(self, mark: str) -> int:
        end = len(self.layout.lines[self.row].rstrip(" \t,"))
        edit = Edit(self.row, end, end, "}" if mark == "{" else "]")
        self.layout.source.correct(faults.UNCLOSED_BRACKET, self.row, self.start, self.start + 1, [edit], mark=mark)
        return self.row + 1

    def _bracket_end(self) -> tuple[int, int]:
        """Where the bracket closes; where a field begins before it does, the row above it and -1."""
        layout, row, column, depth = self.layout, self.row, self.start, 0
        if (flat := _FLAT.match(layout.lines[row], column)) is not None:
            return row, flat.end()
        last = row
        while row < len(layout.lines) and not (row > last and layout.leaves(row, self.parent)):
            last = row if layout.body(row) else last
            match = _FLOW.search(layout.lines[row], column)
            if match is None or match["comment"] is not None:
                row, column = row + 1, 0
                continue
            column = match.end()
            depth += (match["mark"] in ("[", "{")) - (match[0] in "]}")
            if depth == 0:
                return row, column
            quotation = match["quote"]
            if match["first"] and layout.lines[row - 1].rstrip().endswith(("[", "{", ",", ":")):
                quotation = match["first"]
            if quotation is not None:
                row, column = self._closing(quotation, row, column) or (row, column)
        return last, -1

    # All

    def _quoted_whole(self, fault: Fault, last: int = 0, **values: object) -> int:
        """Mend by quotation marks around the value to row `last`, with the lines on which it goes on."""
        lines, last = self.layout.lines, max(self.row, last)
        following = self.layout.next_row(last)
        while following < len(lines) and self.layout.width(following) > self.parent and self._goes_on(following):
            last, following = following, self.layout.next_row(following)
        remark = REMARK.search(lines[last], self.start if last == self.row else 0)
        end = remark.start() if remark else len(lines[last].rstrip())
        edits = quote(lines, (self.row, self.start), (last, end))
        stop = end if last == self.row else len(lines[self.row])
        self.layout.source.correct(fault, self.row, self.start, stop, edits, **values)
        return last + 1

    def _goes_on(self, row: int) -> bool:
        body = self.layout.body(row)
        return not (body[0] == "#" or has_short_key(body) or is_item(body))
