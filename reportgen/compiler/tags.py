"""What the compiler knows of a tag, and of a part whose tags are marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from reportgen.compiler.names import TAG, TEMPLATE
from reportgen.findings import Finding, Span
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.compiler.lexing import Hit, Kind, Level

FIRST, LAST = "\ufdd0", "\ufdd1"
"""Non-characters around a tag's number in an attribute or another plain string; they are taken out of what a template holds itself."""
MARK_FIRST, MARK_LAST = "\ufdd2", "\ufdd3"
"""The same around a mark for the renderer."""
MARK_BEGIN, MARK_END = "\x01", "\x02"
"""Around such a mark in the output: characters that XML forbids, so that no value can forge one."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, whatever runs it was split over."""

    source: str
    """What stands between its marks: quotation marks straight, prefix and whitespace control taken off."""
    kind: Kind
    level: Level = ""
    word: str = ""
    """The first word: `for`, `endif`, `block`, …"""
    span: Span = field(default_factory=Span)
    left: str = ""
    right: str = ""
    """Whitespace control at either side: `-`, `+` or ""."""

    @classmethod
    def of(cls, hit: Hit, span: Span) -> Tag:
        return cls(hit.source.strip(), hit.kind, hit.level, hit.word, span, hit.left, hit.right)

    @property
    def typed(self) -> str:
        """The tag as its author typed it."""
        return (self.span.place and self.span.place.tag) or self.source

    def derived(self, source: str, kind: Kind = "block") -> Tag:
        """A tag of ours that acts on this tag's behalf, e.g. the condition that `hm` stands for."""
        return replace(self, source=source, kind=kind, level="", word=source.split()[0], left="", right="")


@dataclass(slots=True)
class Marked:
    """A part's tree in which every tag is one element, and the tags by their number."""

    root: _Element
    part: str
    tags: list[Tag]
    findings: list[Finding]

    def add(self, tag: Tag) -> int:
        """Number a further tag."""
        self.tags.append(tag)
        return len(self.tags) - 1

    def elements(self) -> Iterator[tuple[_Element, Tag]]:
        """The tag elements of the tree in document order."""
        for element in self.root.iter(TAG):
            yield element, self.tags[int(element.get("n", "0"))]

    def numbers(self) -> tuple[int, ...]:
        """The numbers of those tags, in the same order."""
        return tuple(int(element.get("n", "0")) for element in self.root.iter(TAG))


def tag_element(parent: _Element, number: int) -> _Element:
    """A new element for the tag of this number, made for (but not put into) `parent`.

    A tag that is moved out of its text carries copies of the `w:pPr` and `w:rPr` that held there.
    """
    return parent.makeelement(TAG, {"n": str(number)}, {"rg": TEMPLATE})


def placeholder(number: int) -> str:
    """How the tag of this number stands in an attribute."""
    return f"{FIRST}{number}{LAST}"


def mark(content: str) -> str:
    """A mark for the renderer, as it stands in the tree."""
    return f"{MARK_FIRST}{content}{MARK_LAST}"
