"""The reports of a run compared with one another, by the traces that workers send and manifests keep."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch.telling import Entry
from reportgen.findings import Finding, Span

if TYPE_CHECKING:
    from reportgen.batch.publishing import Outcome
    from reportgen.checks import Document


def traced(document: Document) -> Entry:
    """A report's trace as JSON values: its unit, and where in its input the passages and names stand."""
    from reportgen.checks import trace

    one = trace(document)
    places = {"passages": _places(one.passages), "named": _places(one.named)}
    return {"unit": one.unit, **{key: value for key, value in places.items() if value}}


def compared(outcomes: Iterable[Outcome]) -> list[Finding]:
    """What the reports of a run have of one another, those included that earlier runs made.

    Findings: C301, C302.
    """
    # Documents of one input share their texts.
    traces = {outcome.job.input: outcome.entry["trace"] for outcome in reversed(list(outcomes)) if outcome.entry.get("trace")}
    if len(traces) < 2:
        return []
    from reportgen.checks import Trace, across

    heard = [
        Trace(file, one["unit"], _spans(file, one.get("passages", {})), _spans(file, one.get("named", {})))
        for file, one in sorted(traces.items())
    ]
    return with_reasons(across(heard))


def with_reasons(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those that a comment in their input allows marked with its reason; inputs are read only where something was found."""
    from reportgen.checks import marked

    told = []
    for file, group in groupby(findings, key=lambda finding: finding.span.file):
        about = list(group)
        told += marked(about, _lines(file, {finding.code for finding in about}), file)
    return told


def _lines(file: str, codes: set[str]) -> Sequence[str]:
    """The lines of an input, of one that names none of the codes none: nothing is allowed there."""
    from reportgen.inputs.decoding import MOST_BYTES, decode
    from reportgen.opening import read_start

    with contextlib.suppress(OSError):
        start = read_start(Path(file), MOST_BYTES)
        # In UTF-16 a zero byte stands beside each sign of a code.
        if b"\0" in start or any(code.encode() in start for code in codes):
            return decode(start, file)[0].written
    return ()


def _places(spans: Mapping[str, Span]) -> dict[str, list[int]]:
    return {words: [span.line, span.column, span.end_column] for words, span in spans.items()}


def _spans(file: str, places: Mapping[str, list[int]]) -> dict[str, Span]:
    return {words: Span(file, line, column, end) for words, place in places.items() for line, column, end in [place]}
