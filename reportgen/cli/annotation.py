"""Findings written as comments into a copy of the Word file that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.batch.writing import write_whole
from reportgen.cli.wording import current_locale
from reportgen.findings import Finding, Place


def write_annotated(content: bytes, file: str, findings: Sequence[Finding], out: Path) -> None:
    """Write a copy of a Word file with a comment for each finding, at the words that it is about.

    Raises: NotADocx, OutputError.
    """
    from reportgen.compiler.annotating import annotated
    from reportgen.ooxml import open_package, write_archive

    package = open_package(content, file)
    notes = [(_anchor(finding, package.main), "\n".join(comment(finding))) for finding in findings]
    write_whole(out, write_archive(annotated(package, notes)))


def comment(finding: Finding) -> Iterator[str]:
    """What a comment says of a finding, in lines."""
    locale = current_locale()
    yield f"{finding.code} {finding.message(locale)}"
    if finding.suggestion:
        yield f"{'应为' if locale == 'zh' else 'should be'}: {finding.suggestion}"
    if hint := finding.hint(locale):
        yield hint


def _anchor(finding: Finding, main: str) -> Place:
    """The finding's place, its words as what the comment reaches over; the beginning for what concerns the whole file."""
    place = finding.span.place or Place(main)
    return place if place.tag else replace(place, tag=place.words)
