"""A plan to documents on disk: each job built, written whole, and told about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from reportgen import inputs
from reportgen.batch import faults
from reportgen.batch.manifest import digest, finding_entry, write_manifest
from reportgen.batch.planning import STANDARD_INPUT, Job
from reportgen.batch.writing import write_whole
from reportgen.errors import OutputError
from reportgen.findings import Finding, Span
from reportgen.pipeline import Options, Report, reports
from reportgen.workshop import Workshop

_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document of one job."""

    job: Job
    kind: str
    output: Path
    """Where the document is, or would have been written."""
    written: bool
    findings: tuple[Finding, ...]
    input_digest: str = ""
    output_digest: str = ""

    @property
    def blocked(self) -> bool:
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document not yet written."""

    job: Job
    report: Report
    output: Path
    input_digest: str


def build_all(
    jobs: Iterable[Job],
    out_dir: Path,
    workshop_of: Callable[[Job], Workshop],
    *,
    stdin: BinaryIO | None = None,
    options: Options = _USUAL,
) -> list[Outcome]:
    """Build every job into `out_dir`, one bad input stopping no other, and write the manifest.

    Findings: those of each report, and W002 to W006.
    Raises: OutputError when not even the manifest can be written.
    """
    taken: dict[str, str] = {}
    outcomes: list[Outcome] = []
    for job in sorted(jobs, key=lambda job: job.input):
        source, made = reports_of(job, workshop_of(job), stdin=stdin, options=options)
        for report in made:
            draft = _Draft(job, report, out_dir / job.folder / f"{report.name}.docx", digest(source))
            outcomes.append(_finish(draft, out_dir, taken))
    write_manifest(out_dir, (_entry(outcome, out_dir) for outcome in outcomes))
    return outcomes


def reports_of(job: Job, workshop: Workshop, *, stdin: BinaryIO | None = None, options: Options = _USUAL) -> tuple[bytes, list[Report]]:
    """What stands in a job's input, and its reports. Findings: W002 where it cannot be read."""
    try:
        source = (stdin or sys.stdin.buffer).read() if job.input == STANDARD_INPUT else Path(job.input).read_bytes()
    except OSError as error:
        finding = faults.UNREADABLE.at(Span(file=job.input), path=job.input, reason=error.strerror or error)
        return b"", [Report("", job.stem, None, (finding,))]
    return source, reports(inputs.read(source, job.input), workshop, stem=job.stem, options=options)


def _finish(draft: _Draft, out_dir: Path, taken: dict[str, str]) -> Outcome:
    """Write the document, if nothing speaks against it."""
    report, output = draft.report, draft.output
    findings = [*report.findings, *_name_faults(draft, out_dir, taken)]
    taken.setdefault(_place(output), draft.job.input)
    written = False
    if report.docx is not None and not any(finding.blocks for finding in findings):
        try:
            write_whole(output, report.docx)
            written = True
        except OutputError as error:
            findings.append(faults.NOT_WRITTEN.at(Span(file=draft.job.input), output=output, reason=error))
    if not written and output.exists() and taken[_place(output)] == draft.job.input:
        findings.append(faults.OLDER_STAYS.at(Span(file=draft.job.input), output=output))
    made = digest(report.docx) if written and report.docx is not None else ""
    return Outcome(draft.job, report.kind, output, written, tuple(findings), draft.input_digest, made)


def _name_faults(draft: _Draft, out_dir: Path, taken: dict[str, str]) -> Iterator[Finding]:
    span = Span(file=draft.job.input)
    if not draft.output.resolve().is_relative_to(out_dir.resolve()):
        yield faults.OUTSIDE_OUTPUT.at(span, output=draft.report.name)
    if _place(draft.output) in taken:
        yield faults.SAME_OUTPUT.at(span, output=draft.output, other=taken[_place(draft.output)])


def _place(output: Path) -> str:
    """One key for names that Windows and macOS take for the same file."""
    return str(output).casefold()


def _entry(outcome: Outcome, out_dir: Path) -> dict[str, Any]:
    return {
        "input": PurePosixPath(Path(outcome.job.input)).as_posix(),
        "kind": outcome.kind,
        "output": _relative(outcome.output, out_dir),
        "status": "built" if outcome.written else "blocked",
        "input_sha256": outcome.input_digest,
        "output_sha256": outcome.output_digest,
        "findings": [finding_entry(finding) for finding in outcome.findings],
    }


def _relative(output: Path, out_dir: Path) -> str:
    return (output.relative_to(out_dir) if output.is_relative_to(out_dir) else output).as_posix()
