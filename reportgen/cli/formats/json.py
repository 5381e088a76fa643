"""Findings as JSON; `docs/findings.schema.json` says what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reportgen.batch.telling import Entry, told
from reportgen.cli.formats import Section
from reportgen.findings import Finding, Locale, Severity

FORMAT = 1


def write(sections: Sequence[Section], locale: Locale) -> str:  # noqa: ARG001 (both languages are told)
    """Files with their findings, in both languages."""
    files = [
        {"file": section.file, "unit": section.unit, "findings": [_entry(finding) for finding in section.findings]} for section in sections
    ]
    found = [finding for section in sections for finding in section.findings if not finding.allowed]
    summary = {severity.value: sum(finding.severity is severity for finding in found) for severity in Severity}
    return json.dumps({"format": FORMAT, "files": files, "summary": summary}, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding) -> Entry:
    """A finding with the words it points at instead of the whole line, which in narrative is a page long."""
    entry = told(finding, whole=True)
    for one in (entry, *entry.get("related", ())):
        line = one.pop("source", "")
        words = line[one.get("column", 1) - 1 : max(one.get("end_column", 0) - 1, 0)]
        if words:
            one["words"] = words
    return entry
