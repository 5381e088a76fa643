"""Paths on a command line to jobs: which input goes to which place under the output folder."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol

from reportgen.batch import faults
from reportgen.findings import Finding, Span
from reportgen.opening import read_start
from reportgen.values import dataclass

INPUT_SUFFIXES = (".yaml", ".yml")
STANDARD_INPUT = "-"


class Given(Protocol):
    """Values of a job that has no file of its own: a source of reports that knows its content."""

    @property
    def value(self) -> Any: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def file(self) -> str: ...
    @property
    def lines(self) -> Sequence[str]: ...
    def span(self, path: tuple[str | int, ...], *, key: bool = False) -> Span: ...
    def locate(self, path: tuple[str | int, ...], offset: int, length: int = 1) -> Span: ...
    def content(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One input file, and where below the output folder its documents belong."""

    input: str
    """Path as shown to people; `-` is standard input."""
    folder: PurePosixPath
    """Folder below the output folder."""
    stem: str
    """Name of its documents without suffix, unless the pack names them."""
    given: Given | None = None
    """Its values, where they come from elsewhere than a file of its own."""

    def content(self, stdin: BinaryIO | None = None) -> bytes:
        """What stands in it, or so much that its reader sees that it is too long. Raises: OSError."""
        from reportgen.inputs import MOST_BYTES

        if self.given is not None:
            return self.given.content()
        if self.input == STANDARD_INPUT:
            return (stdin or sys.stdin.buffer).read(MOST_BYTES + 1)
        return read_start(Path(self.input), MOST_BYTES)

    @property
    def beside(self) -> Path | None:
        """The folder that it stands in; None for standard input."""
        return None if self.input == STANDARD_INPUT else Path(self.input).parent


@dataclass(frozen=True, slots=True)
class Plan:
    """Jobs in a stable order, and what was wrong with the paths."""

    jobs: tuple[Job, ...]
    findings: tuple[Finding, ...]


def plan(paths: Sequence[str]) -> Plan:
    """Jobs for files, folders (all .yaml and .yml below them, their structure kept) and patterns.

    Findings: W001, W023.
    """
    jobs: dict[str, Job] = {}
    ways: dict[str, str] = {}
    findings: list[Finding] = []
    for path in paths:
        found = _jobs(path)
        if not found:
            findings.append(faults.NO_INPUT.at(Span(file=speakable(path)), path=speakable(path)))
        for job in found:
            if speakable(job.input) != job.input:
                findings.append(bad_name(job.input))
            else:
                jobs.setdefault(_identity(job, ways), job)
    return Plan(tuple(jobs.values()), tuple(findings))


def speakable(path: str) -> str:
    """A path as it can be shown: bytes that are no UTF-8 as escapes."""
    return path.encode(errors="backslashreplace").decode()


def bad_name(path: str) -> Finding:
    """That the name of a file is not UTF-8. Findings: W023."""
    return faults.BAD_FILE_NAME.at(Span(file=speakable(path)), path=speakable(path))


def _identity(job: Job, ways: dict[str, str]) -> str:
    """The file itself, whatever links lead to it; `ways` keeps where folders lead."""
    if job.input == STANDARD_INPUT or os.path.islink(job.input):
        return job.input if job.input == STANDARD_INPUT else os.path.realpath(job.input)
    folder, name = os.path.split(job.input)
    if folder not in ways:
        ways[folder] = os.path.realpath(folder)
    return os.path.join(ways[folder], name)


def _jobs(path: str) -> list[Job]:
    if path == STANDARD_INPUT:
        return [Job(STANDARD_INPUT, PurePosixPath(), "report")]
    if Path(path).is_dir():
        return _jobs_below(Path(path))
    if Path(path).is_file():
        return [_job(Path(path), Path(path).parent)]
    return [job for match in sorted(glob.glob(path, recursive=True)) for job in _matched(Path(match))]


def _matched(match: Path) -> list[Job]:
    if match.is_dir():
        return _jobs_below(match)
    return [_job(match, match.parent)] if match.suffix.lower() in INPUT_SUFFIXES and match.is_file() else []


def _jobs_below(folder: Path) -> list[Job]:
    found: list[tuple[tuple[str, ...], str, Job]] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        at, below = str(Path(here)), PurePosixPath(*Path(here).relative_to(folder).parts)
        for name in names:
            stem, suffix = os.path.splitext(name)
            path = os.path.join("" if at == "." else at, name)
            if suffix.lower() in INPUT_SUFFIXES and not name.startswith(".") and os.path.isfile(path):
                found.append(((*below.parts, name), path, Job(path, below, stem)))
    return [job for _, _, job in sorted(found, key=lambda one: one[:2])]


def _job(file: Path, top: Path) -> Job:
    return Job(str(file), PurePosixPath(*file.parent.relative_to(top).parts), file.stem)
