"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.

Source: OASIS Static Analysis Results Interchange Format (SARIF) 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reportgen._version import __version__
from reportgen.cli.formats import Section
from reportgen.cli.showing import place_words
from reportgen.findings import Finding, Locale, Severity, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def write(sections: Sequence[Section], locale: Locale) -> str:
    """One run with its rules and results."""
    found = [finding for section in sections for finding in section.findings]
    rules = {finding.code: _rule(finding) for finding in sorted(found, key=lambda finding: finding.code)}
    indexes = {code: index for index, code in enumerate(rules)}
    driver = {"name": "reportgen", "version": __version__, "rules": list(rules.values())}
    results = [_result(finding, indexes[finding.code], locale) for finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": finding.code, "name": finding.fault.name, "defaultConfiguration": {"level": _LEVELS[finding.severity]}}
    if finding.fault.why:
        rule["fullDescription"] = {"text": finding.fault.why}
    return rule


def _result(finding: Finding, index: int, locale: Locale) -> dict[str, Any]:
    text = "\n".join(part for part in (finding.message(locale), finding.hint(locale)) if part)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
    }
    if finding.span.file:
        result["locations"] = [_location(finding.span, locale)]
    related = [_location(span, locale) for span in finding.related if span.file]
    if related:
        result["relatedLocations"] = related
    if finding.allowed:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.allowed}]
    return result


def _location(span: Span, locale: Locale) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(PurePath(span.file).as_posix())}}
    if span.line:
        region: dict[str, Any] = {"startLine": span.line}
        if span.column:
            region["startColumn"] = span.column
        if span.end_column > span.column:
            region["endColumn"] = span.end_column
            region["snippet"] = {"text": span.source[span.column - 1 : span.end_column - 1]}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if span.place:
        location["message"] = {"text": place_words(span.place, locale)}
    return location
