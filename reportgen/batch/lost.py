"""Documents that no input makes any more: listed, and removed on demand."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable

from reportgen.batch import faults
from reportgen.batch.contents import document_on_disk
from reportgen.batch.deciding import LOST
from reportgen.batch.desk import Desk
from reportgen.batch.planning import STANDARD_INPUT
from reportgen.batch.telling import Entry, told
from reportgen.findings import Finding, Span


def settle(desk: Desk, earlier: Iterable[Entry], built: Collection[str], *, prune: bool) -> list[Finding]:
    """Mark what no input makes any more; with `prune`, remove these documents.

    `earlier` are the entries from before this run, `built` the inputs of this run.
    Findings: W011, W012, W013.
    """
    made = {entry["output"] for key in built for entry in desk.ledger.jobs.get(key, ())}
    findings = []
    tables = {key.partition("#")[0] for key in built}
    for entry in [entry for entry in earlier if entry["input"] in built or not _exists(entry["input"], tables)]:
        mine = desk.ledger.jobs.get(entry["input"], [])
        if entry["input"] not in built:
            mine.remove(entry)
        if entry["output"] in made:
            continue
        finding = _removed(desk, entry) if prune else _listed(desk, entry)
        if finding is not None:
            findings.append(finding)
        if finding is not None and finding.fault is not faults.PRUNED:
            mine.append({**entry, "status": LOST, "why": ["input gone"], "findings": [told(finding)]})
    return findings


def _exists(name: str, tables: Collection[str]) -> bool:
    """Whether an input is still there; a row is taken to be, unless its table was read in this run."""
    if name == STANDARD_INPUT or os.path.isfile(name):
        return True
    table, mark, _ = name.partition("#")
    return bool(mark) and table not in tables and os.path.isfile(table)


def _listed(desk: Desk, entry: Entry) -> Finding | None:
    output = desk.folder / entry["output"]
    return faults.LOST_INPUT.at(Span(str(output)), output=output, input=entry["input"]) if os.path.exists(output) else None


def _removed(desk: Desk, entry: Entry) -> Finding | None:
    """Remove a document, if it is as we left it; None where there is none."""
    output = desk.folder / entry["output"]
    if not os.path.exists(output):
        return None
    span = Span(str(output))
    if document_on_disk(output) not in desk.ledger.written.get(entry["output"], ()):
        return faults.NOT_PRUNED.at(span, output=output, reason_zh="它被人改过", reason_en="it was changed by hand")
    try:
        output.unlink()
    except OSError as error:
        reason = error.strerror or error
        return faults.NOT_PRUNED.at(span, output=output, reason_zh=reason, reason_en=reason)
    with contextlib.suppress(OSError):  # a folder that holds more stays
        if output.parent != desk.folder:
            output.parent.rmdir()
    return faults.PRUNED.at(span, output=output, input=entry["input"])
