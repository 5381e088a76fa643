"""One Word file of a template: its package, its parts with their tags marked, and where each paragraph stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.compiler.lexing import Syntax
from reportgen.compiler.marking import mark
from reportgen.compiler.names import PARAGRAPH, TEXT
from reportgen.compiler.places import Places
from reportgen.compiler.tags import Marked
from reportgen.findings import Finding, Place, Span
from reportgen.ooxml import Package
from reportgen.ooxml.styles import Styles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = ("header", "footer", "footnotes", "endnotes", "comments")


@dataclass(eq=False, slots=True)
class Source:
    """A Word file whose tags are marked; linking moves elements out of its trees."""

    package: Package
    name: str
    parts: dict[str, Marked]
    """The body first, then headers, footers, notes and comments, by part name."""
    styles_root: _Element | None
    styles: Styles
    spans: dict[_Element, Span] = field(default_factory=dict)
    """Where each paragraph stands; only filled for files that extend another."""
    torn: bool = False
    """Whether a block's beginning or end is amiss, so that nobody can say what stands outside of blocks."""

    @property
    def body(self) -> Marked:
        return self.parts[self.package.main]

    @property
    def findings(self) -> list[Finding]:
        return [finding for marked in self.parts.values() for finding in marked.findings]

    def note_part(self, kind: str) -> Marked | None:
        """The part with the footnotes, endnotes, …"""
        return self.parts.get(self.package.part(kind))

    def span_of(self, paragraph: _Element, marked: Marked) -> Span:
        """Where a paragraph stands, or at least which words it holds."""
        words = "".join(text.text or "" for text in paragraph.iter(TEXT))
        return self.spans.get(paragraph) or Span(self.package.file, place=Place(marked.part, words=words[:60]))


def read_source(package: Package, name: str, syntax: Syntax, *, extends: bool = False) -> Source:
    """Mark all parts of a Word file that may hold tags; `extends` keeps the places of its paragraphs as well.

    Raises: NotADocx (P013, P014). Findings: T001, T009, T010.
    """
    styles_name = package.part("styles")
    root = package.root(styles_name) if styles_name else None
    source = Source(package, name, {}, root, Styles(()) if root is None else read_styles(root))
    headings = frozenset(style.id for style in source.styles.all if source.styles.outline_level(style.id) is not None)
    for part in (package.main, *(part for kind in _KINDS for part in package.parts(kind))):
        tree = package.root(part)
        if extends:
            source.spans.update(_spans(tree, Places(tree, part, package.file, headings)))
        source.parts[part] = mark(tree, part, syntax, file=package.file, headings=headings)
    return source


def repacked(source: Source, package: Package) -> Source:
    """The same marked parts with a package that has grown."""
    if package is source.package:
        return source
    root = package.root(package.part("styles")) if package.part("styles") else None
    return replace(source, package=package, styles_root=root, styles=Styles(()) if root is None else read_styles(root))


def _spans(root: _Element, places: Places) -> Iterator[tuple[_Element, Span]]:
    for paragraph in root.iter(PARAGRAPH):
        places.visit(paragraph)
        text = "".join(text.text or "" for text in paragraph.iter(TEXT))
        yield paragraph, places.span(text, 0, len(text))
