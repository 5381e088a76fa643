"""One Word file of a template: its package, its parts with their tags marked, and where each paragraph stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from reportgen.compiler.lexing import Syntax
from reportgen.compiler.marking import mark
from reportgen.compiler.names import PARAGRAPH, TEXT
from reportgen.compiler.places import Places
from reportgen.compiler.tags import Marked
from reportgen.findings import Finding, Place, Span
from reportgen.ooxml import Package
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

Dress = Callable[[Package], Package]
"""A package to the same with its page format set."""
_KINDS = ("header", "footer", "footnotes", "endnotes", "comments")
_EXTENDS = re.compile(r"[{｛][%％][-+]?\s*(?:p\s)?\s*extends\b")
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")


@dataclass(eq=False, slots=True)
class Source:
    """A Word file whose tags are marked; linking moves elements out of its trees."""

    package: Package
    name: str
    parts: dict[str, Marked]
    """The body first, then headers, footers, notes, comments and properties, by part name."""
    styles_root: _Element | None
    styles: Styles
    numbering_root: _Element | None
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


def read_source(package: Package, name: str, syntax: Syntax, dress: Dress | None = None) -> Source:
    """Mark all parts of a Word file that may hold tags; a file that extends no other is dressed before.

    Raises: NotADocx (P013, P014). Findings: T001, T009, T010.
    """
    extends = _extends(package.root(package.main))
    if dress is not None and not extends:
        package = dress(package)
    styles, numbering = _root(package, "styles"), _root(package, "numbering")
    source = Source(package, name, {}, styles, Styles(()) if styles is None else read_styles(styles), numbering)
    headings = frozenset(style.id for style in source.styles.all if source.styles.outline_level(style.id) is not None)
    for part in _template_parts(package):
        tree = package.root(part)
        if extends:
            source.spans.update(_spans(tree, Places(tree, part, package.file, headings)))
        source.parts[part] = mark(tree, part, syntax, file=package.file, headings=headings)
    return source


def repacked(source: Source, package: Package) -> Source:
    """The same marked parts with a package that has grown."""
    if package is source.package:
        return source
    styles, numbering = _root(package, "styles"), _root(package, "numbering")
    known = Styles(()) if styles is None else read_styles(styles)
    return replace(source, package=package, styles_root=styles, styles=known, numbering_root=numbering)


def _root(package: Package, kind: str) -> _Element | None:
    name = package.part(kind)
    return package.root(name) if name else None


def _template_parts(package: Package) -> Iterator[str]:
    """The parts that may hold tags: the document, what is printed around it, and the file's properties."""
    yield package.main
    for kind in _KINDS:
        yield from package.parts(kind)
    for relationship in package.relationships():
        if relationship.kind in _PROPERTIES and relationship.target in package:
            yield relationship.target


def _extends(root: _Element) -> bool:
    """Whether a part says that it extends another, first as it should or further down."""
    return any(_EXTENDS.search("".join(text.text or "" for text in paragraph.iter(TEXT))) for paragraph in root.iter(PARAGRAPH))


def _spans(root: _Element, places: Places) -> Iterator[tuple[_Element, Span]]:
    for paragraph in root.iter(PARAGRAPH):
        places.visit(paragraph)
        text = "".join(text.text or "" for text in paragraph.iter(TEXT))
        yield paragraph, places.span(text, 0, len(text))
