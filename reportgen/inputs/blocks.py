"""Texts below a `|` or `>`: where they end, and lines of them that are indented too little or too much."""

from __future__ import annotations

import re

from reportgen.inputs.entries import is_marker
from reportgen.inputs.faults import DEEP_FIRST_LINE
from reportgen.inputs.layout import Layout
from reportgen.inputs.source import Edit


def mend_block(layout: Layout, header: int, parent: int, given: int) -> int:
    """The row after the text whose mark stands at the end of row `header`.

    `parent` is the column that the text must be indented beyond, `given` its indentation as the mark states it, or 0.
    """
    first = header + 1
    while first < len(layout.lines) and _is_blank(layout, first, parent):
        first += 1
    if given:
        return _mend_rest(layout, header + 1, parent, max(parent, 0) + given)
    if first == len(layout.lines) or is_marker(layout.lines[first]):
        return first
    if layout.width(first) <= parent and not layout.strays(first, parent + 2):
        return first
    layout.source.drop(range(header + 1, first))
    if layout.width(first) <= parent:
        return _mend_rest(layout, first, parent, parent + 2)
    if layout.lines[first].lstrip(" ").startswith("\t"):
        layout.mend_blanks(first)
    inside = layout.spaces(first)
    if inside <= parent:
        return _mend_rest(layout, first, parent, parent + 2)
    least = min(others := _widths(layout, first, parent), default=inside)
    if least < inside and inside not in others:
        extra = inside - least
        layout.source.correct(DEEP_FIRST_LINE, first, 0, inside, [Edit(first, 0, extra, "")], key=layout.key, extra=extra)
        inside = least
    return _mend_rest(layout, first, parent, inside)


def _widths(layout: Layout, row: int, parent: int) -> set[int]:
    """How far the lines below a text's first line are indented."""
    widths: set[int] = set()
    while (row := layout.next_row(row)) < len(layout.lines) and layout.width(row) > parent:
        widths.add(layout.width(row))
    return widths


def _mend_rest(layout: Layout, row: int, parent: int, inside: int) -> int:
    """Go on to the text's end, indenting what is indented too little."""
    while row < len(layout.lines) and not layout.source.full:
        if not layout.body(row):
            layout.clear_blank(row, inside)
        elif layout.spaces(row) < inside:
            if not _belongs(layout, row, parent, inside):
                return row
            _mend_line(layout, row, parent, inside)
        row += 1
    return row


def _mend_line(layout: Layout, row: int, parent: int, inside: int) -> None:
    if re.match(r" *\t", layout.lines[row]) or layout.width(row) > parent:
        layout.indent(row, inside)
    else:
        layout.adopt(row, inside)


def _belongs(layout: Layout, row: int, parent: int, inside: int) -> bool:
    if is_marker(layout.lines[row]) or layout.body(row).startswith("#"):
        return False
    return layout.width(row) > parent or layout.strays(row, inside)


def _is_blank(layout: Layout, row: int, parent: int) -> bool:
    """Whether a line before the text holds nothing; a full-width blank that is indented properly is text."""
    line = layout.lines[row]
    return not line.strip(" \t") or (not layout.body(row) and layout.spaces(row) <= parent)
