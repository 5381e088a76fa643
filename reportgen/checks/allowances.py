"""Comments by which an author lets a finding stand: `# reportgen: allow R110 the reason`, above the line or behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.checks import faults
from reportgen.findings import Finding, Span
from reportgen.regexes import regex
from reportgen.values import dataclass

_COMMENT = regex(r"(?:^|\s)#\s*reportgen\s*[:：]\s*allow\s+(?P<codes>[A-Z]\d+(?:[\s,，、]+[A-Z]\d+)*)[\s,，:：]*(?P<reason>.*)$")
_TEXT_FOLLOWS = regex(r"(?:^|[:\-]) *[|>][-+0-9]*\s*(?:#.*)?$")
_CODE = regex(r"[A-Z]\d+")
_BETWEEN = frozenset({faults.COPIED.code, faults.STRANGER.code})
"""What only other reports show: one report by itself cannot tell that they are not needed."""


@dataclass(frozen=True, slots=True)
class _Allowance:
    codes: frozenset[str]
    reason: str
    lines: range
    """The lines that it speaks of."""
    span: Span
    """The comment itself."""


def allow(findings: Iterable[Finding], lines: Sequence[str], file: str) -> list[Finding]:
    """The findings, those that the file's comments allow marked with the reason given there.

    `lines` are those of `file`; an allowance holds for findings that begin on its line, or in the text that begins there.
    Findings: C001 an allowance without a reason, C002 one that nothing needs.
    """
    allowances = list(_read(lines, file))
    given = list(findings)
    marked = [_marked(finding, file, allowances) for finding in given]
    return [*marked, *_complaints(given, file, allowances)]


def marked(findings: Iterable[Finding], lines: Sequence[str], file: str) -> list[Finding]:
    """The findings, those that the file's comments allow marked with the reason; what is amiss with the comments is told elsewhere."""
    allowances = list(_read(lines, file))
    return [_marked(finding, file, allowances) for finding in findings]


def common_complaints(documents: Sequence[Sequence[Finding]], *, all_made: bool = True) -> list[tuple[Finding, ...]]:
    """The findings of one file's documents, those of allowances that nothing needs (C002) only where no document needs them.

    While not all documents of the file are made, nobody knows what the others need.
    """
    complaints = [{finding.span for finding in findings if finding.code == faults.UNUSED.code} for findings in documents]
    unneeded = set.intersection(*complaints) if all_made and complaints else set[Span]()
    return [tuple(one for one in findings if one.code != faults.UNUSED.code or one.span in unneeded) for findings in documents]


def _read(lines: Sequence[str], file: str) -> Iterator[_Allowance]:
    for number, line in enumerate(lines, 1):
        if "reportgen" in line and (match := _COMMENT.search(line)):
            span = Span(file, number, match.start("codes") + 1, match.end("codes") + 1, line)
            yield _Allowance(frozenset(_CODE.findall(match["codes"])), match["reason"].strip(), _spoken_of(lines, number), span)


def _spoken_of(lines: Sequence[str], number: int) -> range:
    """The lines that a comment on line `number` is about: its own, or the next that is more than a comment.

    Where a text begins there with `|` or `>`, all of its lines.
    """
    while number < len(lines) and lines[number - 1].lstrip().startswith("#"):
        number += 1
    last = number
    if _TEXT_FOLLOWS.search(lines[number - 1]):
        indent = _indent(lines[number - 1])
        while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
            last += 1
    return range(number, last + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _marked(finding: Finding, file: str, allowances: Sequence[_Allowance]) -> Finding:
    for allowance in allowances:
        if _concerns(allowance, finding, file) and allowance.reason:
            return replace(finding, allowed=allowance.reason)
    return finding


def _concerns(allowance: _Allowance, finding: Finding, file: str) -> bool:
    return finding.span.file == file and finding.span.line in allowance.lines and finding.code in allowance.codes


def _complaints(findings: Sequence[Finding], file: str, allowances: Sequence[_Allowance]) -> Iterator[Finding]:
    for allowance in allowances:
        codes = " ".join(sorted(allowance.codes))
        if not allowance.reason:
            yield faults.NO_REASON.at(allowance.span, codes=codes)
        elif not allowance.codes & _BETWEEN and not any(_concerns(allowance, finding, file) for finding in findings):
            yield faults.UNUSED.at(allowance.span, codes=codes)
