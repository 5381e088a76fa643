"""What we tell people: a fault has a code and a wording in two languages, a finding is a fault at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Any, Literal

from reportgen.values import dataclass

Locale = Literal["zh", "en"]


class Severity(StrEnum):
    """How much a finding weighs: only an error blocks a document."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a Word file, in terms that Word shows its reader. Counts begin at 1; 0 and "" mean not known."""

    part: str = ""
    """Package part, e.g. `word/document.xml`."""
    heading: str = ""
    """Text of the nearest heading above."""
    paragraph: int = 0
    """Number of the paragraph in its part (or in its cell, when in a table)."""
    table: int = 0
    row: int = 0
    cell: int = 0
    words: str = ""
    """The words around it."""
    tag: str = ""
    """The template tag at fault, as typed."""
    block: int = 0
    """Number of the paragraph in its part with those of cells and text boxes counted: not shown, but by it findings are put in order."""
    offset: int = 0
    """Characters before it in its paragraph."""
    page: str = ""
    """What is printed on its page, where a program laid the pages out."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a finding points: a stretch of a text file, or a place in a Word file."""

    file: str = ""
    line: int = 0
    """1-based; 0 when the file has no lines."""
    column: int = 0
    """1-based, in characters."""
    end_column: int = 0
    """Column after the last character, on the same line; 0 when not known."""
    source: str = ""
    """The line itself."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault, declared once in the module that finds it.

    Wordings are `str.format` templates over the finding's values. The `why` text is what
    `reportgen explain CODE` prints: why the fault matters, with a source where there is one.
    """

    code: str
    name: str
    severity: Severity
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    why: str = ""

    def at(self, span: Span | None = None, *, suggestion: str = "", related: Iterable[Span] = (), **values: Any) -> Finding:
        """A finding of this fault at `span`; `values` fill the wordings' braces."""
        return Finding(self, span or Span(), values, suggestion, tuple(related))


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, with the values that its wording names."""

    fault: Fault
    span: Span = field(default_factory=Span)
    values: Mapping[str, Any] = field(default_factory=dict)
    suggestion: str = ""
    """The line (or word) as it should stand, where that is known."""
    related: tuple[Span, ...] = ()
    """Further places: the first of two duplicates, the `for` left open, …"""
    allowed: str = ""
    """The reason for which the author lets it stand."""

    @property
    def code(self) -> str:
        return self.fault.code

    @property
    def severity(self) -> Severity:
        return self.fault.severity

    @property
    def blocks(self) -> bool:
        """Whether no document may be written."""
        return self.fault.severity is Severity.ERROR and not self.allowed

    def message(self, locale: Locale) -> str:
        """What is wrong, in one line."""
        return (self.fault.zh if locale == "zh" else self.fault.en).format_map(self.values)

    def hint(self, locale: Locale) -> str:
        """What to do; "" where the message says it all."""
        return (self.fault.hint_zh if locale == "zh" else self.fault.hint_en).format_map(self.values)

    def moved(self, span: Span) -> Finding:
        """The same finding at another place."""
        return replace(self, span=span)

    def __str__(self) -> str:
        where = (
            f"{self.span.file}:{self.span.line}:{self.span.column}: " if self.span.line else f"{self.span.file}: " if self.span.file else ""
        )
        return f"{where}{self.code} {self.message('en')}"


_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")
"""Parts of a Word file in the order in which findings name them; others follow."""


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, then by line and column or by place in Word, then by code; each once."""
    seen: set[tuple[Any, ...]] = set()
    ordered = []
    for finding in sorted(findings, key=lambda one: (one.span.file, one.span.line, one.span.column, _reading(one.span.place), one.code)):
        key = (finding.code, finding.span, finding.message("en"))
        if key not in seen:
            seen.add(key)
            ordered.append(finding)
    return ordered


def _reading(place: Place | None) -> tuple[Any, ...]:
    """When a reader comes to a place; what stands nowhere comes first."""
    if place is None:
        return (-1,)
    name = place.part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return (_STORIES.index(name) if name in _STORIES else len(_STORIES), place.part, place.block, place.offset)
