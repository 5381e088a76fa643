"""`manifest.json` beside the documents: per job its input, output, status, findings and digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reportgen._version import __version__
from reportgen.batch.writing import write_whole
from reportgen.findings import Finding, Place, Span

NAME = "manifest.json"
FORMAT = 1


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def finding_entry(finding: Finding) -> dict[str, Any]:
    """A finding as JSON values, in both languages."""
    entry: dict[str, Any] = {
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
    return entry


def _span_entry(span: Span) -> dict[str, Any]:
    entry: dict[str, Any] = {"file": span.file}
    if span.line:
        entry |= {"line": span.line, "column": span.column}
    if span.place:
        entry["place"] = {key: value for key in Place.__dataclass_fields__ if (value := getattr(span.place, key))}
    return entry


def write_manifest(folder: Path, entries: Iterable[Mapping[str, Any]]) -> None:
    """Put `entries` into the folder's manifest; what earlier runs wrote of other inputs stays.

    Raises: OutputError.
    """
    path = folder / NAME
    fresh = list(entries)
    inputs = {entry["input"] for entry in fresh}
    kept = [entry for entry in _read(path) if entry.get("input") not in inputs]
    jobs = sorted([*kept, *fresh], key=lambda entry: (entry["input"], entry.get("output") or ""))
    text = json.dumps({"format": FORMAT, "reportgen": __version__, "jobs": jobs}, ensure_ascii=False, indent=1)
    write_whole(path, (text + "\n").encode())


def _read(path: Path) -> list[dict[str, Any]]:
    """The jobs of an earlier manifest; none where there is none or another program wrote it."""
    try:
        content = json.loads(path.read_text("utf-8"))
        jobs = content["jobs"] if content["format"] == FORMAT else []
        return [job for job in jobs if isinstance(job["input"], str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []
