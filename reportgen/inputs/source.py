"""The lines of a file, as written and as mended in memory, with the way back from the one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from reportgen.findings import Fault, Finding, Span
from reportgen.inputs.faults import TOO_MANY_FAULTS

MOST_FINDINGS = 1000
_EXCERPT = 30


class Edit(NamedTuple):
    """Characters `start` to `end` of a row give way to `text`."""

    row: int
    start: int
    end: int
    text: str


def excerpt(text: str) -> str:
    """The beginning of a text, short enough to be quoted in a message."""
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"


class Source:
    """The lines under reading and the findings on them.

    Rows and columns count from 0 and are those of the mended lines; spans count from 1 and are those of the file.
    A mend changes a line or empties it, but never adds or removes one.
    """

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.written = tuple(lines)
        self.lines = list(lines)
        self.findings: list[Finding] = []
        self._origins: dict[int, list[int]] = {}

    @property
    def empty(self) -> bool:
        """Whether the file holds nothing but blanks and remarks."""
        return all(line.strip()[:1] in ("", "#") for line in self.written)

    @property
    def full(self) -> bool:
        """Whether there are more findings than a reader can be expected to look at, so that reading may end."""
        return len(self.findings) > MOST_FINDINGS

    @property
    def text(self) -> str:
        """The mended text, with line feeds only."""
        return "\n".join(self.lines)

    def span(self, row: int, start: int, end: int = -1) -> Span:
        """The place in the file of columns `start` to `end` of a mended line; the end is not known when negative."""
        row = min(row, len(self.lines) - 1)
        column = self._origin(row, start)
        end_column = max(self._origin(row, end), column) + 1 if end >= 0 else 0
        return Span(self.file, row + 1, column + 1, end_column, self.written[row])

    def report(self, fault: Fault, row: int, start: int, end: int = -1, *, suggestion: str = "", **values: Any) -> None:
        """Note a fault at columns `start` to `end` of a row."""
        self.add(fault.at(self.span(row, start, end), suggestion=suggestion, **values))

    def correct(self, fault: Fault, row: int, start: int, end: int, edits: Sequence[Edit], **values: Any) -> None:
        """Note a fault and mend it; the mended line is the suggestion where a single line is concerned."""
        span = self.span(row, start, end)
        self.mend(edits)
        alone = all(edit.row == row for edit in edits)
        self.add(fault.at(span, suggestion=self.lines[row] if alone else "", **values))

    def add(self, finding: Finding) -> None:
        """Keep a finding, as long as a reader can be expected to look at it."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(finding)
        elif len(self.findings) == MOST_FINDINGS:
            self.findings.append(TOO_MANY_FAULTS.at(finding.span, limit=MOST_FINDINGS))

    def mend(self, edits: Iterable[Edit]) -> None:
        """Change lines; the columns of all edits are those before the first of them."""
        for row, of_row in groupby(sorted(edits), key=lambda edit: edit.row):
            line = self.lines[row]
            origins = self._origins.get(row) or list(range(len(line) + 1))
            pieces: list[str] = []
            places: list[int] = []
            done = 0
            for _, start, end, text in of_row:
                pieces += (line[done:start], text)
                places += origins[done:start] + [origins[start]] * len(text)
                done = end
            self.lines[row] = "".join([*pieces, line[done:]])
            self._origins[row] = places + origins[done:]

    def drop(self, rows: range) -> None:
        """Empty lines."""
        for row in rows:
            self.lines[row] = ""
            self._origins.pop(row, None)

    def _origin(self, row: int, column: int) -> int:
        origins = self._origins.get(row)
        if origins is None:
            return min(column, len(self.lines[row]))
        return origins[min(column, len(origins) - 1)]
