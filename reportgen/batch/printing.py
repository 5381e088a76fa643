"""PDF and pictures of the documents of a run: of those that changed since they were last printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reportgen import convert
from reportgen.batch.desk import Desk
from reportgen.batch.publishing import Outcome
from reportgen.batch.telling import Entry
from reportgen.batch.writing import bring
from reportgen.convert import faults
from reportgen.findings import Finding, Span, in_order

_FOLDER = ".pages"
_PENDING = "pending"


def print_all(outcomes: Sequence[Outcome], desk: Desk, earlier: Sequence[Entry], *, workers: int, pages: bool) -> list[Finding]:
    """Put a PDF beside each document and, with `pages`, its pages as pictures into a folder; entries note what they were made of.

    Findings: L101 to L106.
    """
    printed = {entry["output"]: entry["pdf_of"] for entry in earlier if entry.get("pdf_of")}
    jobs = [_Print(outcome, desk.folder, printed) for outcome in outcomes if outcome.entry["output_digest"]]
    findings = [job.foreign() for job in jobs if job.is_foreign]
    todo = [job for job in jobs if not job.is_foreign and job.is_due]
    for job in todo:  # a PDF that is put in its place before the run is killed is ours
        job.entry["pdf_of"] = _PENDING
        desk.note(desk.ledger.jobs[job.entry["input"]])
    findings += _pdfs(todo, workers) if todo else []
    for job in jobs:
        if pages and not job.is_foreign and job.pdf.is_file() and (job in todo or not job.pages.is_dir()):
            findings += filter(None, [convert.draw_pages(job.pdf, job.pages, bring)])
    return in_order(findings)


def _pdfs(todo: Sequence[_Print], workers: int) -> Iterator[Finding]:
    office = convert.find_office()
    if office is None:
        yield faults.NO_OFFICE.at()
        return
    yield from convert.substitutes({font for job in todo for font in convert.fonts_of(job.docx.read_bytes())})
    conversions = [convert.Conversion(job.docx, job.pdf) for job in todo]
    for job, done in zip(todo, convert.convert_all(conversions, office, workers=workers, place=bring), strict=True):
        if done.finding is None:
            job.entry["pdf_of"] = job.entry["output_digest"]
        else:
            yield done.finding


class _Print:
    """A document and its PDF."""

    def __init__(self, outcome: Outcome, folder: Path, printed: dict[str, Any]) -> None:
        self.entry = outcome.entry
        self.docx = folder / str(outcome.entry.get("beside") or outcome.entry["output"])
        self.pdf = self.docx.with_suffix(".pdf")
        self.pages = self.docx.with_suffix(_FOLDER)
        self._last = printed.get(outcome.entry["output"])
        self.is_foreign = self.pdf.exists() and self._last is None
        self.is_due = not self.pdf.exists() or self._last != self.entry["output_digest"]

    def foreign(self) -> Finding:
        return faults.FOREIGN_PDF.at(Span(str(self.pdf)), path=self.pdf)
