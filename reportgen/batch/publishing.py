"""Documents that are made to their places, in order of inputs: nothing of a person's is overwritten, nothing leaves the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.batch import faults
from reportgen.batch.contents import document_on_disk
from reportgen.batch.deciding import Now
from reportgen.batch.desk import Desk
from reportgen.batch.planning import Job
from reportgen.batch.tasks import Made
from reportgen.batch.telling import Entry, heard, told
from reportgen.batch.writing import put, write_whole
from reportgen.errors import OutputError
from reportgen.findings import Finding, Span
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document of one job."""

    job: Job
    kind: str
    output: Path
    """Where the document is, or would have been written."""
    written: bool
    """Whether this run wrote it; False for one that was kept or blocked."""
    findings: tuple[Finding, ...]
    entry: Entry
    """What the manifest says of it."""

    @property
    def blocked(self) -> bool:
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document on its way."""

    made: Made
    output: Path
    """Where it belongs."""
    target: Path | None
    """Where it will be written; None: nowhere."""
    findings: tuple[Finding, ...]
    """Those that concern its place."""


class Publisher:
    """Puts documents in their places and says of each what became of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._taken: dict[str, str] = {}
        self._ways: dict[str, bool] = {}
        self._before = str(desk.folder / "x")[:-1]

    def publish(self, job: Job, made: Sequence[Made], why: Sequence[str], now: Now) -> list[Outcome]:
        """What was made of a job, each written whole or not at all. Findings: W003 to W006, W010."""
        drafts = [self._draft(job, one) for one in made]
        entries = [self._entry(job, draft, why, now) for draft in drafts]
        self._desk.note(entries)
        outcomes = [self._put(job, draft, entry) for draft, entry in zip(drafts, entries, strict=True)]
        if any(outcome.entry is not entry for outcome, entry in zip(outcomes, entries, strict=True)):
            self._desk.note([outcome.entry for outcome in outcomes])
        return outcomes

    def keep(self, job: Job, entries: Sequence[Entry]) -> list[Outcome]:
        """The documents of a job that are as they should be."""
        kept = []
        for entry in entries:
            output = self._desk.folder / entry["output"]
            findings = tuple(heard(finding) for finding in entry["findings"])
            clash = tuple(self._name_faults(job, output, entry["output"])) if entry["output_digest"] else ()
            self._taken.setdefault(_place(output), job.input)
            now = self._without_document(entry, clash) if clash else entry
            status = "kept" if now["output_digest"] else "blocked"
            kept.append(Outcome(job, entry["kind"], output, False, (*findings, *clash), {**now, "status": status, "why": ["unchanged"]}))
        self._desk.ledger.take([outcome.entry for outcome in kept])
        return kept

    def _draft(self, job: Job, made: Made) -> _Draft:
        output = self._desk.folder / job.folder / f"{made.name}.docx"
        findings = list(self._name_faults(job, output, made.name))
        mine = _place(output) not in self._taken
        self._taken.setdefault(_place(output), job.input)
        if made.blocked or findings:
            if mine and os.path.exists(output):
                findings.append(faults.OLDER_STAYS.at(Span(job.input), output=output))
            return _Draft(made, output, None, tuple(findings))
        if not self._edited(output, made.digest):
            return _Draft(made, output, output, ())
        beside = output.with_name(f"{output.stem}.new.docx")
        self._taken.setdefault(_place(beside), job.input)
        return _Draft(made, output, beside, (faults.EDITED.at(Span(job.input), output=output, beside=beside),))

    def _edited(self, output: Path, fresh: str) -> bool:
        """Whether something stands there that we did not write."""
        stands = document_on_disk(output)
        return stands not in {"", fresh, *self._desk.ledger.written.get(self._name(output), ())}

    def _name_faults(self, job: Job, output: Path, name: str) -> Iterator[Finding]:
        if not self._within(output):
            yield faults.OUTSIDE_OUTPUT.at(Span(job.input), output=name)
        if _place(output) in self._taken:
            yield faults.SAME_OUTPUT.at(Span(job.input), output=output, other=self._taken[_place(output)])

    def _within(self, output: Path) -> bool:
        """Whether no link leads out of the output folder on the way to a document; ways are followed once a folder."""
        path, way = str(output), os.path.dirname(output)
        if way not in self._ways:
            self._ways[way] = self._leads_within(way)
        return self._ways[way] and (not os.path.islink(path) or self._leads_within(path))

    def _leads_within(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self._desk.folder))

    def _entry(self, job: Job, draft: _Draft, why: Sequence[str], now: Now) -> Entry:
        made = draft.made
        entry: Entry = {
            "input": job.input,
            "kind": made.kind,
            "pack": made.pack,
            "output": self._name(draft.output),
            "status": "built" if draft.target else "blocked",
            "why": list(why),
            "input_sha256": made.input_sha256,
            "output_digest": made.digest if draft.target else "",
            "made_by": now.engine,
            "options": dict(now.options),
            "packs": {name: now.packs.get(name, "") for name in made.pack_names},
            "values": dict(made.values),
            "findings": [*made.findings, *map(told, draft.findings)],
        }
        if made.pictures:
            entry["pictures"] = dict(made.pictures)
        if made.trace:
            entry["trace"] = made.trace
        for earlier in self._desk.ledger.jobs.get(job.input, ()):
            if earlier["output"] == entry["output"] and "pdf_of" in earlier:
                entry["pdf_of"] = earlier["pdf_of"]
        if draft.target is None:
            entry |= self._older(draft.output)
        elif draft.target != draft.output:
            entry["beside"] = self._name(draft.target)
        return entry

    def _put(self, job: Job, draft: _Draft, entry: Entry) -> Outcome:
        """Write the document. Findings: W005, and W004 with it."""
        findings = tuple(heard(finding) for finding in entry["findings"])
        if draft.target is None or draft.made.document is None:
            return Outcome(job, draft.made.kind, draft.output, False, findings, entry)
        try:
            _place_document(draft.target, draft.made.document)
        except OutputError as error:
            failed = [faults.NOT_WRITTEN.at(Span(job.input), output=draft.target, reason=error)]
            if os.path.exists(draft.output):
                failed.append(faults.OLDER_STAYS.at(Span(job.input), output=draft.output))
            return Outcome(job, draft.made.kind, draft.output, False, (*findings, *failed), self._without_document(entry, failed))
        return Outcome(job, draft.made.kind, draft.target, True, findings, entry)

    def _without_document(self, entry: Entry, findings: Sequence[Finding]) -> Entry:
        """The entry of a document that could not be put in its place."""
        blocked = {**entry, "status": "blocked", "output_digest": "", "findings": [*entry["findings"], *map(told, findings)]}
        return {**blocked, **self._older(self._desk.folder / entry["output"])}

    def _older(self, output: Path) -> Entry:
        """That an older document of ours stays, so that it is not taken for a person's work later."""
        stands = document_on_disk(output)
        return {"older_digest": stands} if stands and stands in self._desk.ledger.written.get(self._name(output), ()) else {}

    def _name(self, output: Path) -> str:
        """A document's name in the manifest."""
        return str(output).removeprefix(self._before).replace(os.sep, "/")


def _place_document(target: Path, document: bytes | Path) -> None:
    if isinstance(document, Path):
        put(target, document)
    else:
        write_whole(target, document)


def _place(output: Path) -> str:
    """One key for names that Windows and macOS take for the same file."""
    return str(output).casefold()
