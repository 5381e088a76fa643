"""A file's text with the slips mended whose mending cannot change what is said, everything else left as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen import inputs
from reportgen.checks.allowances import allow
from reportgen.checks.checking import all_rules, weighed
from reportgen.checks.document import Document
from reportgen.checks.rule import Hit
from reportgen.findings import Finding
from reportgen.regexes import regex
from reportgen.values import dataclass

_RENAMED = "D106"
_LINE_END = regex(r"(\r\n?|\n)")


@dataclass(frozen=True, slots=True)
class Fix:
    """A change at the place of a finding; rows and columns count from 0."""

    finding: Finding
    row: int
    start: int
    end: int
    text: str


def fixes(document: Document, lines: Sequence[str], *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[Fix]:
    """The changes that an author's file can take, none overlapping another, in the order of the file.

    `lines` are the file's; `select` and `ignore` are codes or their beginnings. What an author allows, and what a pack
    switches off, is left alone; so is text that expressions gave, and whatever does not stand in the file as it was read.
    """
    hits = list(mendable(document, select=select, ignore=ignore))
    findings = allow([finding for finding, _ in hits], lines, document.file)
    candidates = (fix for finding, (_, hit) in zip(findings, hits, strict=False) for fix in _fix(finding, hit, document, lines))
    chosen: list[Fix] = []
    for fix in sorted(candidates, key=lambda fix: (fix.row, fix.start, fix.end)):
        if not chosen or (chosen[-1].row, chosen[-1].end) <= (fix.row, fix.start):
            chosen.append(fix)
    return chosen


def mendable(document: Document, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Iterator[tuple[Finding, Hit]]:
    """What may stand otherwise without a change of meaning, by rule; `select` and `ignore` are codes or their beginnings."""
    wanted = (rule for rule in all_rules().values() if _wanted(rule.code, select, ignore))
    return ((rule.finding(hit), hit) for rule in wanted for hit in rule.find(document) if hit.fix is not None)


def _wanted(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    return (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))


def _fix(finding: Finding, hit: Hit, document: Document, lines: Sequence[str]) -> Iterator[Fix]:
    """The change that a hit asks for, where it can be made."""
    if hit.fix is None or finding.allowed or not hit.paragraph.typed(hit.start, hit.end):
        return
    row, start, end = finding.span.line - 1, finding.span.column - 1, finding.span.end_column - 1
    if 0 <= row < len(lines) and lines[row][start:end] == hit.paragraph.text[hit.start : hit.end]:
        yield from (Fix(one, row, start, end, hit.fix) for one in weighed([finding], document.settings))


def applied(text: str, changes: Iterable[Fix]) -> str:
    """`text` with the changes made; those that would make YAML mean something else than a text are left out.

    The text's ends of lines stay as they are.
    """
    wanted = list(changes)
    together = _changed(text, wanted)
    if _alike(text, together):
        return together
    kept: list[Fix] = []
    for change in wanted:
        if _alike(text, _changed(text, [*kept, change])):
            kept.append(change)
    return _changed(text, kept)


def renamings(
    findings: Iterable[Finding], lines: Sequence[str], *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> list[Fix]:
    """The changes that put the present names of fields in the place of old ones (D106)."""
    found = []
    for finding in findings:
        row, start = finding.span.line - 1, finding.span.column - 1
        old = str(finding.values.get("old", ""))
        there = finding.code == _RENAMED and 0 <= row < len(lines) and lines[row][start:].startswith(old)
        if there and _wanted(finding.code, select, ignore):
            found.append(Fix(finding, row, start, start + len(old), finding.suggestion))
    return found


def renamed(text: str, changes: Iterable[Fix]) -> str:
    """`text` with keys renamed, which `renamings` found at their places."""
    return _changed(text, changes)


def _changed(text: str, changes: Iterable[Fix]) -> str:
    pieces = _LINE_END.split(text)
    for change in sorted(changes, key=lambda change: (change.row, change.start), reverse=True):
        line = pieces[2 * change.row]
        pieces[2 * change.row] = line[: change.start] + change.text + line[change.end :]
    return "".join(pieces)


def _alike(before: str, after: str) -> bool:
    """Whether two files hold the same values, but for the words of their texts."""
    return _shape(inputs.read(before.encode(), "").value) == _shape(inputs.read(after.encode(), "").value)


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_shape(item) for item in value]
    return str if isinstance(value, str) else (type(value), value)
