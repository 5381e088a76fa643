"""What rules over prose read: the paragraphs of a report, each leading back to its place in the YAML or Word file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, TypeAlias, TypeVar

from reportgen.checks.quantities import Quantity, quantities
from reportgen.findings import Span
from reportgen.regexes import regex
from reportgen.values import dataclass

Kind: TypeAlias = Literal["text", "title", "cell"]
"""Running text; a title, name or heading, which ends without a mark; a cell of a table."""

Locate: TypeAlias = Callable[[int, int], Span]
"""The span of (offset, length) in a paragraph's source."""

_Item = TypeVar("_Item")
_WORDS = regex(r"[\u4e00-\u9fff]{3}")
_QUOTED = regex(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|「[^「」]*」")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a stretch of a paragraph comes from: `start` in its text, `source` in its source."""

    start: int
    source: int
    given: bool = False
    """Whether an expression gave the text, so that all of it comes from `source`."""


_WHOLE = (Stretch(0, 0),)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as its reader sees it."""

    text: str
    locate: Locate = field(compare=False)
    kind: Kind = "text"
    scope: tuple[str | int, ...] = ()
    """The field that it stands in; paragraphs of one scope number their points on from one another."""
    stretches: tuple[Stretch, ...] = _WHOLE
    level: int = 0
    """Of a heading, 1 for the highest, where its style says so."""

    @cached_property
    def unquoted(self) -> str:
        """The text, what stands within quotation marks and book titles blanked out: those words are other people's."""
        return _QUOTED.sub(lambda match: match[0][0] + "\0" * (len(match[0]) - 2) + match[0][-1], self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that the text states."""
        return tuple(quantities(self.text))

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` to `end`."""
        first, last = self._stretch(start), self._stretch(max(start, end - 1))
        source = first.source if first.given else first.source + start - first.start
        if first != last or first.given:
            return self.locate(source, 1)
        return self.locate(source, max(end - start, 1))

    def typed(self, start: int, end: int) -> bool:
        """Whether the author typed these characters in one piece, so that they can be changed in the file."""
        return self._stretch(start) == self._stretch(max(start, end - 1)) and not self._stretch(start).given

    def quotes(self, start: int, end: int) -> bool:
        """Whether one expression gave these characters and words around them: they are checked in the field that holds them."""
        first = self._stretch(start)
        following = self.stretches.index(first) + 1
        stop = self.stretches[following].start if following < len(self.stretches) else len(self.text)
        whole = self.text[first.start : stop]
        return first.given and end <= stop and _WORDS.search(whole) is not None

    def _stretch(self, offset: int) -> Stretch:
        return self.stretches[max(bisect_right(self.stretches, offset, key=lambda stretch: stretch.start) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that the data hold, to compare the text with."""

    name: str
    title: str
    value: Decimal
    unit: str
    place: Callable[[], Span] = field(default=Span, compare=False)
    """Answers where it stands, for the few facts of which that is asked."""
    chinese: Callable[[], str] = field(default=str, compare=False)
    """Answers its name in Chinese, as it may stand in a text's braces."""


@dataclass(frozen=True)
class Document:
    """A report's paragraphs in reading order, and what is known about it apart from them."""

    paragraphs: tuple[Paragraph, ...]
    file: str = ""
    year: int | None = None
    unit: str = ""
    """The department's full name."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    grades: tuple[str, ...] = ()
    """The words that a self-evaluation may end in; empty: not known."""
    facts: tuple[Fact, ...] = ()
    _shared: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of_text(cls, text: str, **known: Any) -> Document:
        """A document of plain text: a line a paragraph, a title where it begins with `# `."""
        return cls(tuple(_of_line(number, line) for number, line in enumerate(text.split("\n"), 1)), **known)

    @cached_property
    def text(self) -> str:
        """All paragraphs, a line feed between two: most faults are in no report, and one search here tells."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(paragraph.text) + 1 for paragraph in self.paragraphs), initial=0))

    def holding(self, pattern: re.Pattern[str]) -> list[Paragraph]:
        """The paragraphs in which a pattern matches, or in which a match across the ends of lines may hide one."""
        offsets: list[int] = []
        match = pattern.search(self.text)
        while match:
            last = self._number(max(match.start(), match.end() - 1))
            offsets += self._starts[self._number(match.start()) : last + 1]
            match = pattern.search(self.text, self._starts[last + 1])
        return self.at(offsets)

    def at(self, offsets: Iterable[int]) -> list[Paragraph]:
        """The paragraphs in which these offsets of the text lie, in order."""
        return [self.paragraphs[number] for number in sorted({self._number(offset) for offset in offsets})]

    def _number(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def once(self, work: Callable[[Document], Iterable[_Item]]) -> tuple[_Item, ...]:
        """What `work` gives for this document, which several rules want to know; done when the first asks."""
        if work not in self._shared:
            self._shared[work] = tuple(work(self))
        return self._shared[work]  # type: ignore[no-any-return]


LONGEST = 20_000
"""Characters of a paragraph that are looked at: no author writes more without a break."""
_TITLE = "# "


def _of_line(number: int, line: str) -> Paragraph:
    title = line.startswith(_TITLE)
    skipped = len(_TITLE) if title else 0

    def locate(offset: int, length: int) -> Span:
        return Span("", number, offset + 1, offset + 1 + length, line)

    return Paragraph(line[skipped:], locate, "title" if title else "text", stretches=(Stretch(0, skipped),))
