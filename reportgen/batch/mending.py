"""Input files mended in place, as often as it takes until nothing is left to mend."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from reportgen import inputs
from reportgen.batch.planning import Job
from reportgen.checks.fixing import applied, fixes, renamed, renamings
from reportgen.findings import Finding
from reportgen.options import Options
from reportgen.pipeline import reports
from reportgen.values import dataclass
from reportgen.workshop import Workshop

_MOST_ROUNDS = 10
"""Mending one slip may show another; more rounds than this would mean two rules at odds."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One input before and after."""

    job: Job
    before: str
    after: str
    findings: tuple[Finding, ...]
    """What was mended, in the order of mending."""
    mark: bool = False
    """Whether the file begins with a byte order mark."""

    @property
    def content(self) -> bytes:
        """The bytes of the mended file."""
        return (codecs.BOM_UTF8 if self.mark else b"") + self.after.encode()


def mended(job: Job, content: bytes, workshop: Workshop, options: Options, select: tuple[str, ...], ignore: tuple[str, ...]) -> Mended:
    """An input with its slips mended.

    Raises: UnicodeDecodeError for a file that is not UTF-8.
    """
    mark = content.startswith(codecs.BOM_UTF8)
    before = text = content.removeprefix(codecs.BOM_UTF8).decode()
    found: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        round_found, changed = _once(job, text, workshop, options, select, ignore)
        if changed == text:
            break
        found += round_found
        text = changed
    return Mended(job, before, text, tuple(found), mark)


def _once(
    job: Job, text: str, workshop: Workshop, options: Options, select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[list[Finding], str]:
    tree = inputs.read(text.encode(), job.input)
    made = reports(tree, workshop, stem=job.stem, options=options)
    documents = [report.document for report in made if report.document]
    names = renamings([finding for report in made[:1] for finding in report.findings], tree.lines, select=select, ignore=ignore)
    if names:
        return [change.finding for change in names], renamed(text, names)
    changes = [change for document in documents[:1] for change in fixes(document, tree.lines, select=select, ignore=ignore)]
    return [change.finding for change in changes], applied(text, changes) if changes else text


def differences(one: Mended) -> Iterator[str]:
    """The change as lines of a unified diff."""
    from difflib import unified_diff

    name = one.job.input.lstrip("/")
    yield from unified_diff(one.before.splitlines(keepends=True), one.after.splitlines(keepends=True), f"a/{name}", f"b/{name}")
