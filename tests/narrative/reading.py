"""Narrative read in tests: places as offsets, values out of a dict, blocks as short texts."""

from collections.abc import Callable, Iterable
from typing import Any

from reportgen.findings import Span
from reportgen.narrative import Block, ListItem, Prose, Run, Table, read


def locate(offset: int, length: int) -> Span:
    """A one-line file whose columns are offsets."""
    return Span("x.yaml", 1, offset, offset + length)


def prose(text: str, evaluate: Callable[[str], Any] | None = None) -> Prose:
    """The prose of a text that has no fault."""
    result, findings = read(text, locate, evaluate)
    assert findings == []
    return result


def faults(text: str, evaluate: Callable[[str], Any] | None = None) -> list[tuple[str, str]]:
    """Code and words at fault of every finding."""
    _, findings = read(text, locate, evaluate)
    return [(finding.code, text[finding.span.column : finding.span.end_column]) for finding in findings]


def shape(text: str, evaluate: Callable[[str], Any] | None = None) -> list[str]:
    """A line for each block: `2 heading`, `- item`, `| cell | cell |`; bold is <…>, a highlight [[…]], a run-in heading ends in /."""
    return [shown for block in prose(text, evaluate).blocks for shown in _shown(block)]


def _shown(block: Block) -> list[str]:
    if isinstance(block, Table):
        rows = ["| " + " | ".join(map(_look, row)) + " |" for row in block.rows]
        return [rows[0] + " header", *rows[1:]] if block.header else rows
    if isinstance(block, ListItem):
        return [f"-{block.number} {_look(block.runs)}"]
    words = _look(block.runs[: block.run_in]) + "/" if block.run_in else ""
    return [(f"{block.heading} " if block.heading else "") + words + _look(block.runs[block.run_in :])]


def _look(runs: Iterable[Run]) -> str:
    return "".join(f"<{run.text}>" if run.bold else f"[[{run.text}]]" if run.highlight else run.text for run in runs)
