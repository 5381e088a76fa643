"""Slips that can be told line by line, found and mended in memory before YAML is parsed.

The walk knows enough of YAML's layout to leave texts below a `|`, quotations, lists in brackets and remarks alone.
"""

from __future__ import annotations

import re

from reportgen.inputs.entries import BULLET, FIELD_NAME, KEYLESS, SLIP, has_short_key, is_dash, is_marker, is_property, key_of, special
from reportgen.inputs.faults import BULLET_MARK, FULLWIDTH_COLON, MISSING_COLON, MISSING_SPACE, SEVERAL_DOCUMENTS, TAB_INDENT
from reportgen.inputs.layout import Layout, Level
from reportgen.inputs.source import Edit, Source, excerpt
from reportgen.inputs.values import Value


def mend(source: Source) -> None:
    """Find and mend, from top to bottom, what can be told line by line."""
    layout = Layout(source)
    row = 0
    while row < len(source.lines) and not source.full:
        row = _mend_line(layout, row)
    source.drop(range(row, len(source.lines)))


def _mend_line(layout: Layout, row: int) -> int:
    """The row after the entry that begins at `row`."""
    line = layout.lines[row]
    body = layout.body(row)
    if not body:
        layout.clear_blank(row, len(line) + 1)
        return row + 1
    if body[0] == "#" or (line[0] == "%" and not layout.levels):
        layout.source.mend([Edit(row, 0, line.index(body[0]), " " * line.index(body[0]))] if body[0] == "#" else [])
        return row + 1
    if is_marker(line):
        return _mend_marker(layout, row)
    return _mend_entry(layout, row, layout.settle(row))


def _mend_marker(layout: Layout, row: int) -> int:
    """`---` may stand before everything, `...` after everything; elsewhere they would hide what follows."""
    begins = row
    while (begins := begins - 1) >= 0 and layout.lines[begins].lstrip()[:1] in ("", "#", "%"):
        pass
    ends = layout.lines[row].startswith("...") and layout.next_row(row) == len(layout.lines)
    if begins >= 0 and not ends:
        line = layout.lines[row]
        layout.source.correct(SEVERAL_DOCUMENTS, row, 0, 3, [Edit(row, 0, 3, "")], mark=line[:3])
        layout.levels = [level for level in layout.levels if level.column == 0]
        layout.pending = False
    return row + 1


def _mend_entry(layout: Layout, row: int, column: int) -> int:
    dashed = False
    _mend_bullet(layout, row, column)
    while is_dash(layout.lines[row], column):
        dashed = True
        layout.open(column, "seq")
        column = _after_dash(layout, row, column)
        if column >= len(layout.lines[row]) or layout.lines[row][column] == "#":
            layout.pending = True
            return row + 1
    _mend_colon(layout, row, column)
    if not dashed and _lacks_key(layout, row, column) and not _put_colon(layout, row, column):
        return row + 1
    text = layout.lines[row][column:]
    key = key_of(text)
    if key is not None:
        layout.open(column, "map")
        layout.key = text[: key.end].strip(" \t\"'")
        return Value(layout, row, column + key.value, column).mend(beside_key=True)
    parent = layout.levels[-1].column if layout.levels else -1
    return Value(layout, row, column, parent).mend(beside_key=False)


def _mend_bullet(layout: Layout, row: int, column: int) -> None:
    """Put a dash where an item begins with another mark."""
    text = layout.lines[row][column:]
    within = layout.levels[-1] if layout.levels else Level(-1, "map")
    bullet = BULLET.match(text)
    if bullet is not None and (layout.pending or within == Level(column, "seq")) and key_of(text[: bullet.end()]) is None:
        mark = bullet[0].strip()
        layout.source.correct(BULLET_MARK, row, column, column + len(mark), [Edit(row, column, column + bullet.end(), "- ")], mark=mark)


def _put_colon(layout: Layout, row: int, column: int) -> bool:
    """Put the colon that a line lacks between key and value; one that is no key and value is left out."""
    line = layout.lines[row]
    text = line[column:]
    keyless = KEYLESS.match(text)
    edit = Edit(row, column + keyless.end(1), column + keyless.end(), ": ") if keyless else Edit(row, 0, len(line), "")
    layout.source.correct(MISSING_COLON, row, column, len(line.rstrip()), [edit], text=excerpt(text.strip()))
    return keyless is not None


def _lacks_key(layout: Layout, row: int, column: int) -> bool:
    """Whether a line of text stands where only a key may: beside other keys, or before the first of them."""
    text = layout.lines[row][column:]
    if key_of(text) is not None or special(text) or is_property(text) or text.startswith(("? ", ":", "{", "[")):
        return False
    if layout.levels and not layout.pending:
        return layout.levels[-1] == Level(column, "map")
    following = layout.next_row(row)
    return following < len(layout.lines) and has_short_key(layout.body(following)) and layout.width(following) == column


def _after_dash(layout: Layout, row: int, column: int) -> int:
    """The column of what follows a dash, with blanks between them instead of tabs."""
    line = layout.lines[row]
    after = line[column + 1 :]
    gap = len(after) - len(after.lstrip(" \t"))
    if "\t" in after[:gap] and gap < len(after):
        layout.source.correct(TAB_INDENT, row, column + 1, column + 1 + gap, [Edit(row, column + 1, column + 1 + gap, " ")])
        gap = 1
    return column + 1 + gap


def _mend_colon(layout: Layout, row: int, column: int) -> None:
    """Mend the colon after a key, if what stands at the column is one."""
    text = layout.lines[row][column:]
    slip = SLIP.match(text)
    if slip is None or not _is_key(layout, row, column, slip):
        return
    key = key_of(text)
    fullwidth = slip[2].startswith("：")
    if key is not None and (not fullwidth or key.end < slip.start(2)):
        return
    fault = FULLWIDTH_COLON if fullwidth else MISSING_SPACE
    instead = ": " if slip.end() < len(text) else ":"
    edit = Edit(row, column + slip.end(1), column + slip.end(), instead)
    layout.source.correct(fault, row, column + slip.start(2), column + slip.end(2), [edit], key=slip[1].strip("\"'"))


def _is_key(layout: Layout, row: int, column: int, slip: re.Match[str]) -> bool:
    """Whether a word before a wrong colon is a key and not the beginning of a sentence.

    It is at the outermost level, beside other keys, above lines that are indented further, or when it is spelt like a field.
    """
    rest = layout.lines[row][column + slip.end() :]
    if column == 0 or Level(column, "map") in layout.levels[-1:] or rest in ("|", ">"):
        return True
    if slip[2].startswith("：") and FIELD_NAME.match(slip[1]):
        return True
    following = layout.next_row(row)
    if following == len(layout.lines):
        return False
    width, body = layout.width(following), layout.body(following)
    if width > column:
        return not rest
    return width == column and (SLIP.match(body) is not None or (key_of(body) is not None and not special(body)) or is_property(body))
