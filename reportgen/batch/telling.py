"""Findings to values of JSON and back: how workers send them, and how a manifest keeps them for the next run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.findings import Fault, Finding, Place, Severity, Span

Entry = dict[str, Any]
"""An object of JSON."""


def told(finding: Finding) -> Entry:
    """A finding as JSON values, in both languages."""
    entry: Entry = {
        "code": finding.code,
        "name": finding.fault.name,
        "severity": finding.severity.value,
        **_span_entry(finding.span),
        "message": {"zh": finding.message("zh"), "en": finding.message("en")},
    }
    if finding.fault.hint_zh or finding.fault.hint_en:
        entry["hint"] = {"zh": finding.hint("zh"), "en": finding.hint("en")}
    if finding.allowed:
        entry["allowed"] = finding.allowed
    if finding.suggestion:
        entry["suggestion"] = finding.suggestion
    if finding.related:
        entry["related"] = [_span_entry(span) for span in finding.related]
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


def _span_entry(span: Span) -> Entry:
    entry: Entry = {"file": span.file}
    if span.line:
        entry |= {"line": span.line, "column": span.column, "end_column": span.end_column, "source": span.source}
    if span.place:
        entry["place"] = {key: value for key in Place.__dataclass_fields__ if (value := getattr(span.place, key))}
    return entry


def _span(entry: Mapping[str, Any]) -> Span:
    place = Place(**entry["place"]) if "place" in entry else None
    numbers = (entry.get("line", 0), entry.get("column", 0), entry.get("end_column", 0))
    return Span(entry["file"], *numbers, entry.get("source", ""), place)
