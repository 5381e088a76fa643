"""Findings to values of JSON and back: how workers send them, and how a manifest keeps them for the next run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.findings import Fault, Finding, Place, Severity, Span

_LONGEST_SOURCE, _AROUND = 400, 120
"""Characters of a line that are kept: many findings in one long paragraph would fill a manifest with it."""
MOST_CUT = 50_000
"""Characters cut off at most; a line that is longer before its fault is not quoted."""
_FILLER = "…"
"""In place of what was cut, so that columns count as before."""

Entry = dict[str, Any]
"""An object of JSON."""


def told(finding: Finding, *, whole: bool = False) -> Entry:
    """A finding as JSON values, in both languages; `whole` quotes its line in full, however long."""
    entry: Entry = {
        "code": finding.code,
        "name": finding.fault.name,
        "severity": finding.severity.value,
        **_span_entry(finding.span, whole),
        "message": {"zh": finding.message("zh"), "en": finding.message("en")},
    }
    if finding.fault.hint_zh or finding.fault.hint_en:
        entry["hint"] = {"zh": finding.hint("zh"), "en": finding.hint("en")}
    if finding.allowed:
        entry["allowed"] = finding.allowed
    if finding.suggestion:
        entry["suggestion"] = finding.suggestion
    if finding.related:
        entry["related"] = [_span_entry(span, whole) for span in finding.related]
    return entry


def heard(entry: Mapping[str, Any]) -> Finding:
    """The finding that was told; its wording is fixed, so that it takes no values."""
    message, hint = entry["message"], entry.get("hint", {"zh": "", "en": ""})
    words = {key: value.replace("{", "{{").replace("}", "}}") for key, value in {**message, **_hints(hint)}.items()}
    fault = Fault(entry["code"], entry["name"], Severity(entry["severity"]), **words)
    related = tuple(_span(span) for span in entry.get("related", ()))
    return Finding(fault, _span(entry), {}, entry.get("suggestion", ""), related, entry.get("allowed", ""))


def _hints(hint: Mapping[str, str]) -> dict[str, str]:
    return {f"hint_{locale}": words for locale, words in hint.items()}


def _span_entry(span: Span, whole: bool) -> Entry:
    entry: Entry = {"file": span.file}
    if span.line:
        entry |= {"line": span.line, "column": span.column, "end_column": span.end_column, **_source_entry(span, whole)}
    if span.place:
        entry["place"] = {key: value for key in Place.__dataclass_fields__ if (value := getattr(span.place, key))}
    return entry


def _source_entry(span: Span, whole: bool) -> Entry:
    """The line around the place; of a very long one, such as a paragraph of prose, what a terminal shows of it."""
    if whole or len(span.source) <= _LONGEST_SOURCE:
        return {"source": span.source}
    cut = max(span.column - 1 - _AROUND, 0)
    if cut > MOST_CUT:
        return {"source": ""}
    return {"source": span.source[cut : span.end_column - 1 + _AROUND], "cut": cut}


def _span(entry: Mapping[str, Any]) -> Span:
    place = Place(**entry["place"]) if "place" in entry else None
    numbers = (entry.get("line", 0), entry.get("column", 0), entry.get("end_column", 0))
    return Span(entry["file"], *numbers, _FILLER * entry.get("cut", 0) + entry.get("source", ""), place)
