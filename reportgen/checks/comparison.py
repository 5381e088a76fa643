"""What only several reports beside each other show: paragraphs copied from one to another, another unit's name left in.

Of each report a trace is enough, so that a run compares documents that other processes made, and those of earlier runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from hashlib import blake2b
from itertools import islice

from reportgen.checks import faults
from reportgen.checks.document import Document, Paragraph
from reportgen.findings import Finding, Span
from reportgen.regexes import regex
from reportgen.values import dataclass

_OFF = (False, "off")
_LONG = 60
"""Characters from which a paragraph is no set phrase."""
_SAME_FOR_ALL = ("department",)
"""What units of one kind have in common by their statutes."""
_KIND_OF_UNIT = regex(r".*(?:省|市|区|县|旗|镇|街道|乡)(?P<kind>[^省市区县旗镇乡]{3,})$")
_NUMBERS = b"0123456789,."
"""What numbers are written with; without them passages are compared."""
_LONGEST_NAME = 40
_MOST_TOLD = 6
"""Places of copied paragraphs that one finding names."""
_MOST_NAMED = 100
"""Places of one report at which its kind of unit is named."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a comparison wants to know of a report."""

    file: str
    unit: str = ""
    passages: Mapping[str, Span] = field(default_factory=dict)
    """Its long paragraphs, numbers apart, by a digest."""
    named: Mapping[str, Span] = field(default_factory=dict)
    """The words that end in a unit's kind, which may be another one's name."""


def trace(document: Document) -> Trace:
    """The trace of a report; without what its pack does not want compared (`settings.severities`)."""
    severities = document.settings.get("severities")
    off = {code for code, word in severities.items() if word in _OFF} if isinstance(severities, Mapping) else set()
    passages: dict[str, Span] = {}
    for paragraph in document.paragraphs if faults.COPIED.code not in off else ():
        if len(paragraph.text) >= _LONG and paragraph.scope[:1] != _SAME_FOR_ALL:
            words = paragraph.text.encode("utf-8", "surrogatepass").translate(None, _NUMBERS)
            passages.setdefault(blake2b(words, digest_size=9).hexdigest(), paragraph.span(0, len(paragraph.text)))
    return Trace(document.file, document.unit, passages, {} if faults.STRANGER.code in off else dict(islice(_named(document), _MOST_NAMED)))


def _named(document: Document) -> Iterator[tuple[str, Span]]:
    kind = _kind(document.unit)
    for paragraph in document.paragraphs if kind and kind in document.text else ():
        yield from _ends(paragraph, kind, document.unit)


def _ends(paragraph: Paragraph, kind: str, own: str) -> Iterator[tuple[str, Span]]:
    """Where a kind of unit is named in a paragraph, with the words before it; not where it is the report's own unit."""
    at = paragraph.text.find(kind)
    while at >= 0:
        end = at + len(kind)
        if not paragraph.text.endswith(own, 0, end):
            start = max(0, end - _LONGEST_NAME)
            yield paragraph.text[start:end], paragraph.span(start, end)
        at = paragraph.text.find(kind, end)


def across(traces: Sequence[Trace]) -> list[Finding]:
    """What a comparison of a run's reports finds, in their order.

    Findings: C301 a paragraph that another report has too, C302 another unit's name.
    """
    return [*_copies(traces), *_strangers(traces)]


def _copies(traces: Sequence[Trace]) -> Iterator[Finding]:
    first: dict[str, Trace] = {}
    for one in traces:
        shared: dict[str, list[str]] = {}
        others = {}
        for passage in one.passages:
            other = first.setdefault(passage, one)
            if other is not one:
                shared.setdefault(other.file, []).append(passage)
                others[other.file] = other
        for file, passages in shared.items():
            yield _copied(one, others[file], passages)


def _copied(one: Trace, other: Trace, passages: Sequence[str]) -> Finding:
    """One finding for all that a report has of another, at the first of it."""
    span, there = one.passages[passages[0]], other.passages[passages[0]]
    further = [one.passages[passage] for passage in passages[1:_MOST_TOLD]]
    more = len(passages) - 1
    return faults.COPIED.at(
        span,
        related=(there, *further),
        unit=other.unit or other.file,
        more_zh=f"，另有 {more} 段也相同" if more else "",
        more_en=f"; so {'is' if more == 1 else 'are'} {more} more" if more else "",
    )


def _strangers(traces: Sequence[Trace]) -> Iterator[Finding]:
    names = dict.fromkeys(one.unit for one in traces if one.unit)
    for one in traces:
        for words, span in one.named.items():
            for name in names:
                if name != one.unit and words.endswith(name):
                    column = max(span.end_column - len(name), 1) if span.end_column else span.column
                    yield faults.STRANGER.at(replace(span, column=column), name=name, own=one.unit)


def _kind(unit: str) -> str:
    match = _KIND_OF_UNIT.match(unit)
    return match["kind"] if match else ""
