"""Paths to what the checks find in each of their files: inputs by way of the pipeline, Word files by their text alone."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reportgen import inputs
from reportgen.batch import faults
from reportgen.batch.comparing import with_reasons
from reportgen.batch.planning import STANDARD_INPUT, Job, plan
from reportgen.checks import Document, across, all_rules, check, trace, weighed
from reportgen.checks.word import document_of_word
from reportgen.errors import NotADocx, PackNotFound
from reportgen.findings import Finding, Span, in_order
from reportgen.formatting import open_manuscript
from reportgen.formatting.outline import Heading, outline_of
from reportgen.formatting.reviewing import review_word
from reportgen.ooxml import MOST_BYTES
from reportgen.opening import read_start
from reportgen.options import Options
from reportgen.packs import Pack
from reportgen.pipeline import Report, reports
from reportgen.previewing import preview
from reportgen.values import dataclass
from reportgen.workshop import Workshop

WORD = ".docx"
_BASE = "base"
_SEQUENCE = "C153"
_LOCKS = ("~$", ".~")
"""How the files begin that Word and LibreOffice put beside one that is open."""


@dataclass(frozen=True)
class Reviewed:
    """One file and what was found in it."""

    file: str
    unit: str
    """The department that it is about; "" where that is not known."""
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...] = ()
    """Its texts, a document for each kind of report that an input names."""


@dataclass(frozen=True)
class Review:
    """All files of a run, and what was wrong with the paths."""

    files: tuple[Reviewed, ...]
    findings: tuple[Finding, ...]


def review(paths: Sequence[str], workshop_of: Callable[[Path | None], Workshop], options: Options, against: Sequence[str] = ()) -> Review:
    """Check files, folders and patterns; documents are made to look at them, but nothing is written.

    Of a folder the inputs are looked at; the Word files of one that holds no inputs.

    `against`: further files, such as last year's, that these are compared with; of those only what keeps them from being read is told.

    Findings: W001 of the paths, W002 of a file that cannot be read, those of the pipeline, C3… between the files.
    """
    checked, faulty = _checked(paths, workshop_of, options)
    earlier, missing = _checked(against, workshop_of, Options(options.pack, options.kind)) if against else ([], ())
    unread = [finding for one in earlier if not one.documents for finding in one.findings if finding.blocks]
    return Review(tuple(_compared(checked, earlier)), (*faulty, *missing, *unread))


def _checked(
    paths: Sequence[str], workshop_of: Callable[[Path | None], Workshop], options: Options
) -> tuple[list[Reviewed], tuple[Finding, ...]]:
    found = {path: _word_files(path) for path in paths}
    words = list(dict.fromkeys(file for files in found.values() for file in files))
    planned = plan([path for path in paths if not found[path]])
    checked = [_input(job, workshop_of(_beside(job)), options) for job in planned.jobs]
    checked += [_word(Path(path), workshop_of(Path(path).parent), options) for path in words]
    return checked, planned.findings


def _beside(job: Job) -> Path | None:
    return None if job.input == STANDARD_INPUT else Path(job.input).parent


def _word_files(path: str) -> list[str]:
    """The Word files that a path names: itself, those that a pattern matches, or those in a folder without inputs."""
    if path.lower().endswith(WORD):
        return [path] if os.path.lexists(path) else sorted(filter(_is_there, glob.glob(path, recursive=True))) or [path]
    if not os.path.isdir(path) or plan([path]).jobs:
        return []
    named = (os.path.join(here, name) for here, _, names in os.walk(path) for name in names if not name.startswith(_LOCKS))
    return sorted(file for file in named if file.lower().endswith(WORD) and _is_there(file))


def _is_there(file: str) -> bool:
    """Whether it is a file, if only at a link's end that leads nowhere; a pipe that nobody named would keep us waiting for ever."""
    return os.path.isfile(file) or not os.path.exists(file)


def _input(job: Job, workshop: Workshop, options: Options) -> Reviewed:
    try:
        source = job.content()
    except OSError as error:
        return _unreadable(job.input, error)
    tree = inputs.read(source, job.input)
    made = reports(tree, workshop, stem=job.stem, options=options)
    documents = tuple(report.document for report in made if report.document is not None)
    found = in_order(finding for report in made for finding in (*report.findings, *_headings(report, tree)))
    return Reviewed(job.input, documents[0].unit if documents else "", tuple(found), documents)


def _headings(report: Report, tree: inputs.Tree) -> list[Finding]:
    """What is wrong with the order of the made document's headings, at the pinned number that is to blame where there is one.

    Only the document itself shows in which order its parts come. Findings: C153.
    """
    if report.docx is None or report.document is None:
        return []
    document = document_of_word(report.docx, tree.file, report.document.settings)
    rule = {_SEQUENCE: all_rules()[_SEQUENCE]}
    found = []
    for finding in weighed(check(document, rule), document.settings):
        pinned = list(_paths(tree.value, str(finding.values["found"]), ()))
        found.append(finding.moved(tree.span(pinned[0])) if len(pinned) == 1 else finding)
    return found


def _paths(value: object, text: str, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Where a text stands among the values of an input."""
    if value == text:
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _paths(item, text, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _paths(item, text, (*path, index))


def _word(path: Path, workshop: Workshop, options: Options) -> Reviewed:
    file = str(path)
    try:
        pack = workshop.pack(options.pack or _BASE)
        prescribed = partial(outline, pack, workshop) if options.pack else None
        reviewed = review_word(read_start(path, MOST_BYTES), file, pack, options.kind or "", prescribed)
    except OSError as error:
        return _unreadable(file, error)
    except (NotADocx, PackNotFound) as error:
        return Reviewed(file, "", (error.finding,))
    return Reviewed(file, "", reviewed.findings, (reviewed.document,))


def outline(pack: Pack, workshop: Workshop, kind: str) -> tuple[Heading, ...]:
    """The headings that a kind prescribes: those of a document with all that is usual."""
    found = pack.kind(kind)
    made = preview(pack, found, workshop, whole=False) if found else []
    docx = next((one.docx for one in made if one.docx is not None), None)
    return outline_of(open_manuscript(docx), pack.numbering) if docx else ()


def _unreadable(file: str, error: OSError) -> Reviewed:
    return Reviewed(file, "", (faults.UNREADABLE.at(Span(file=file), path=file, reason=error.strerror or error),))


def _compared(checked: Sequence[Reviewed], earlier: Sequence[Reviewed]) -> list[Reviewed]:
    """The files with what only their comparison shows, with one another and with earlier ones, which go by their files' names."""
    before = [replace(trace(one.documents[0]), unit="", named={}) for one in earlier if one.documents]
    found = with_reasons(across([*before, *(trace(one.documents[0]) for one in checked if one.documents)]))
    return [_with(one, [finding for finding in found if finding.span.file == one.file]) for one in checked]


def _with(one: Reviewed, more: list[Finding]) -> Reviewed:
    return Reviewed(one.file, one.unit, (*one.findings, *more), one.documents) if more else one
