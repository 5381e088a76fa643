"""Changes of a file's lines, all made at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """`text` in the place of what stands from (row, column) to (end_row, end_column), counted from 0 in the lines before any change."""

    row: int
    column: int
    end_row: int
    end_column: int
    text: str


def edited(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """`lines` with the changes made, the last first; of changes at one place the first given comes first."""
    made = [*lines, ""]
    for _, edit in sorted(enumerate(edits), key=lambda pair: (pair[1].row, pair[1].column, pair[0]), reverse=True):
        before, after = made[edit.row][: edit.column], made[edit.end_row][edit.end_column :]
        made[edit.row : edit.end_row + 1] = (before + edit.text + after).split("\n")
    return made[:-1] if not made[-1] else made
