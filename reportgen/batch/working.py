"""What a worker does: inputs to documents, each pack compiled once a process, and nothing put in its place."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportgen import inputs
from reportgen.batch import faults
from reportgen.batch.columns import column_values
from reportgen.batch.comparing import traced
from reportgen.batch.contents import document_digest
from reportgen.batch.planning import Job
from reportgen.batch.tasks import Made, Task
from reportgen.batch.telling import told
from reportgen.findings import Finding, Span
from reportgen.fingerprints import digest
from reportgen.options import Options
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop

_WORKSHOPS: dict[tuple[tuple[Path, ...], str], Workshop] = {}
"""This process's, by where packs are looked for and what stood there when the run began."""
_MOST_WORKSHOPS = 16
_NUMBERS = itertools.count()


def make_all(tasks: Sequence[Task]) -> list[list[Made]]:
    """The documents of each task."""
    return [make(task) for task in tasks]


def made_here(tasks: Sequence[Task]) -> Iterator[list[Made]]:
    """The documents of each task by this process, in turn; one on which the program itself fails stops no other. Findings: W014 too."""
    for task in tasks:
        mishap = _Mishap()
        with mishap:
            made = make(task)
        yield made if mishap.error is None else failed(task, mishap.error)


class _Mishap:
    """Holds back any error of the block under it."""

    error: Exception | None = None

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self.error = error if isinstance(error, Exception) else None
        return self.error is not None


def make(task: Task) -> list[Made]:
    """The documents of one input. Findings: W002, W005, W015, and those of each report."""
    source, made = drafts(task)
    return [_made(report, source, task) for report in made]


def drafts(task: Task, *, stdin: BinaryIO | None = None) -> tuple[bytes, list[Report]]:
    """What stands in a job's input, and its reports. Findings: W002 where it cannot be read; L107, L108."""
    source, made = _drafts(task, stdin)
    return source, [_paged(report, task.options) for report in made] if task.options.contents else made


def _paged(report: Report, options: Options) -> Report:
    """The report with the pages in its table of contents."""
    if report.docx is None:
        return report
    from reportgen.convert import with_pages  # starts LibreOffice, which few runs ask for

    document, findings = with_pages(report.docx, reproducible=options.reproducible)
    return replace(report, docx=document, findings=(*report.findings, *findings))


def _drafts(task: Task, stdin: BinaryIO | None) -> tuple[bytes, list[Report]]:
    job, source = task.job, task.content
    if job.given is not None:
        return job.content(), reports(job.given, _workshop(task), stem=job.stem, options=task.options)
    try:
        if source is None:
            source = job.content(stdin)
    except OSError as error:
        return b"", [_failed(job, faults.UNREADABLE.at(Span(job.input), path=job.input, reason=error.strerror or error))]
    return source, reports(inputs.read(source, job.input), _workshop(task), stem=job.stem, options=task.options)


def _failed(job: Job, finding: Finding) -> Report:
    return Report("", job.stem, None, (finding,))


def failed(task: Task, error: BaseException) -> list[Made]:
    """What stands for the documents of an input on which the program itself failed. Findings: W014."""
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    report = _failed(task.job, faults.WORKER_FAILED.at(Span(task.job.input), path=task.job.input, reason=reason))
    return [_made(report, task.content or b"", task)]


def _workshop(task: Task) -> Workshop:
    key = (task.folders, task.state)
    if key not in _WORKSHOPS:
        if len(_WORKSHOPS) >= _MOST_WORKSHOPS:
            _WORKSHOPS.pop(next(iter(_WORKSHOPS)))
        _WORKSHOPS[key] = Workshop(task.folders)
    return _WORKSHOPS[key]


def _made(report: Report, source: bytes, task: Task) -> Made:
    values, findings = column_values(report)
    findings = [*report.findings, *findings]
    document: bytes | Path | None = report.docx
    if report.docx is not None and task.staging is not None:
        try:
            document = _staged(report.docx, task.staging)
        except OSError as error:
            reason = error.strerror or error
            findings.append(faults.NOT_WRITTEN.at(Span(task.job.input), output=f"{report.name}.docx", reason=reason))
    return Made(
        report.kind,
        report.name,
        report.pack.name if report.pack else "",
        report.pack_names,
        digest(source),
        tuple(map(told, findings)),
        report.docx is None or any(finding.blocks for finding in findings),
        document,
        document_digest(report.docx) if report.docx is not None else "",
        values,
        report.pictures,
        traced(report.document) if report.document is not None else {},
    )


def _staged(document: bytes, staging: Path) -> Path:
    path = staging / f"{os.getpid()}-{next(_NUMBERS)}.part"
    path.write_bytes(document)
    return path
