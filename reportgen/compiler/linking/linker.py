"""The files of a template as one: blocks of child files in their parents' places, Word files included where tags name them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler.escapes import has_escapes
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.linking import faults
from reportgen.compiler.linking.blocks import Block, fills_paragraph, find_blocks, is_super, lift, silence
from reportgen.compiler.linking.children import check_child
from reportgen.compiler.linking.growing import Grown, insert_after, orphans, settle
from reportgen.compiler.linking.inclusion import body, macros
from reportgen.compiler.linking.merging import Budget, Merger
from reportgen.compiler.linking.references import brings_document, may_be_missing, named_file
from reportgen.compiler.linking.sources import Dress, Source, read_source, repacked
from reportgen.compiler.linking.uniqueness import make_unique
from reportgen.compiler.names import PARAGRAPH
from reportgen.compiler.tags import Marked, Tag
from reportgen.errors import NotADocx
from reportgen.findings import Finding, Span
from reportgen.ooxml import Package, open_package, serialize
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

Load = Callable[[str], Package | bytes | None]
"""A Word file by its path from the templates folder; None when there is no such file. May raise NotADocx."""

MAX_LEVELS = 16
"""Files above a file by extends, or around it by include."""
MAX_ELEMENTS = 100_000
"""XML elements that blocks and included files may add."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The tags of a part of one file."""

    tags: list[Tag]
    numbers: tuple[int, ...]
    """Those of its own text, in its order."""
    topmost: bool
    """Whether the file extends no other."""

    @classmethod
    def of(cls, marked: Marked, topmost: bool) -> Alone:
        return cls(marked.tags, marked.numbers(), topmost)


@dataclass(frozen=True, slots=True)
class Linked:
    """One template made of all its files."""

    package: Package
    """The topmost file's package with the styles, lists, pictures, notes and links that content brought along."""
    parts: dict[str, Marked]
    """The parts that hold tags, which in the package are as they were, by name: the body first, then headers, footers, notes, comments
    and properties. No `extends`, `block`, `super()` or Word `include` is left."""
    findings: list[Finding]
    files: tuple[Alone, ...] = ()
    """The parts of the file, and of those that it extends, as they stood by themselves."""


def link(package: Package, load: Load | None = None, *, name: str = "", syntax: Syntax | None = None, dress: Dress | None = None) -> Linked:
    """A template and all that it extends and includes, put together before any data is read.

    `name` is the file's own path from the templates folder, by which circles are known. `dress` sets the page format
    of the topmost file, whose styles and pages are the template's.
    Raises: NotADocx when a part of the file itself is damaged.
    Findings: T001, T004 to T006, T009, T010, T040 to T064, and P… of files that cannot be opened.
    """
    linker = _Linker(load or (lambda _: None), syntax or Syntax())
    name = name or package.file
    source = linker.whole(read_source(package, name, linker.syntax, dress), (name,), dress)
    untagged = {part: serialize(marked.root) for part, marked in source.parts.items() if not marked.tags}
    plain = {part: xml for part, xml in untagged.items() if not has_escapes(xml.decode())}
    tagged = {part: marked for part, marked in source.parts.items() if part not in plain}
    whole = source.package.with_parts(plain) if linker.grew else source.package
    return Linked(whole, tagged, [*linker.findings, *source.package.findings], linker.files)


class _Linker:
    def __init__(self, load: Load, syntax: Syntax) -> None:
        self._load, self.syntax = load, syntax
        self._budget = Budget(MAX_ELEMENTS)
        self._included: dict[str, Source] = {}
        self.findings: list[Finding] = []
        self.files: tuple[Alone, ...] = ()

    @property
    def grew(self) -> bool:
        """Whether content was moved between files, or doubled."""
        return self._budget.left < MAX_ELEMENTS

    def whole(self, source: Source, trail: tuple[str, ...], dress: Dress | None = None) -> Source:
        """One file with all that it extends and includes; `trail` names the files that led to it, itself last."""
        chain = self._chain(source, trail, dress)
        self.files = self.files or tuple(Alone.of(marked, one is chain[-1]) for one in chain for marked in one.parts.values())
        blocks = {source: self._blocks(source) for source in chain}
        root = chain[-1]
        merger = Merger(root, self._budget)
        asked = any(is_super(tag) for source in chain for marked in source.parts.values() for tag in marked.tags)
        grown = Grown(merger, blocks[root], keep=asked)
        self.findings += (finding for block in blocks[root] for finding in orphans(block))
        for child in reversed(chain[:-1]):
            self.findings += check_child(child, blocks[child])
            self.findings += grown.take(child, blocks[child])
        self.findings += grown.unfilled()
        settle(root.parts.values())
        self._include(merger, (*trail, *(source.name for source in chain[1:])))
        if self._budget.left < 0:
            self.findings.append(faults.TOO_MUCH.at(Span(source.package.file), limit=f"{MAX_ELEMENTS:,}"))
        if self.grew:
            make_unique(root.parts.values())
        return repacked(root, merger.finish().package())

    def _blocks(self, source: Source) -> list[Block]:
        """The blocks of a file in document order."""
        blocks: list[Block] = []
        first: dict[str, Block] = {}
        for marked in source.parts.values():
            found, findings = find_blocks(marked)
            source.torn = source.torn or bool(findings)
            self.findings += findings
            blocks += found
        for block in blocks:
            if first.setdefault(block.name, block) is not block:
                self.findings.append(faults.DUPLICATE_BLOCK.at(block.tag.span, name=block.name, related=[first[block.name].tag.span]))
        return blocks

    def _chain(self, source: Source, trail: tuple[str, ...], dress: Dress | None) -> list[Source]:
        """The file, the file that it extends, and so on to the topmost."""
        chain: list[Source] = []
        upwards: Source | None = source
        while upwards is not None:
            chain.append(upwards)
            self.findings += upwards.findings
            tag = self._extends(upwards)
            upwards = None if tag is None else self._open(tag, trail, dress)
            trail = (*trail, upwards.name if upwards else "")
        return chain

    def _extends(self, source: Source) -> Tag | None:
        """The `extends` tag of a file; complaints about it if it does not stand first."""
        found = None
        for marked in source.parts.values():
            before = 0
            for element, tag in marked.elements():
                if tag.kind == "block" and tag.word == "extends":
                    if found or before or marked is not source.body:
                        self.findings.append(faults.EXTENDS_NOT_FIRST.at(tag.span, tag=tag.typed))
                    found = found or tag
                    marked.tags[int(element.get("n", "0"))] = replace(tag, kind="comment", source="")
                before += tag.kind != "comment"
        return found

    def _open(self, tag: Tag, trail: tuple[str, ...], dress: Dress | None = None) -> Source | None:
        """The file that a tag names. Findings: T041 to T045, P…"""
        name, complaint = named_file(tag)
        if complaint is None and name in trail:
            complaint = faults.CYCLE.at(tag.span, cycle=" → ".join((*trail[trail.index(name) :], name)))
        if complaint is None and len(trail) > MAX_LEVELS:
            complaint = faults.TOO_DEEP.at(tag.span, limit=MAX_LEVELS)
        source = None
        if complaint is None:
            source, complaint = self._read(name, tag, dress)
        self.findings += [complaint] if complaint else []
        return source

    def _read(self, name: str, tag: Tag, dress: Dress | None) -> tuple[Source | None, Finding | None]:
        """A file by its path, or what is wrong with it."""
        try:
            found = self._load(name)
            if found is not None:
                package = open_package(found, name) if isinstance(found, bytes) else found
                return read_source(package, name, self.syntax, dress), None
        except NotADocx as error:
            return None, replace(error.finding, related=(*error.finding.related, tag.span))
        return None, None if may_be_missing(tag) else faults.FILE_NOT_FOUND.at(tag.span, tag=tag.typed, name=name)

    def _include(self, merger: Merger, trail: tuple[str, ...]) -> None:
        """Put the bodies and macros of Word files where tags name them. Findings: T041 to T045, T058, T061, T063, T064."""
        for marked in list(merger.root.parts.values()):
            for element, tag in list(marked.elements()):
                if brings_document(tag):
                    silence(element, marked)
                    insert_after(element, self._brought(element, tag, merger, marked, trail))

    def _brought(self, element: _Element, tag: Tag, merger: Merger, marked: Marked, trail: tuple[str, ...]) -> list[_Element]:
        """What a tag brings in."""
        if tag.word == "import":
            self.findings.append(faults.IMPORT_WHOLE.at(tag.span, tag=tag.typed, name=named_file(tag)[0] or "…"))
            return []
        source = self._included_content(tag, trail)
        if not tag.level and fills_paragraph(element):
            lift(element, PARAGRAPH)
        elif tag.level != "p":
            self.findings.append(faults.MISPLACED_INCLUDE.at(tag.span, tag=tag.typed, word=tag.word))
            return []
        if source is None:
            return []
        elements, found = (body if tag.word == "include" else macros)(source, tag, merger, marked)
        self.findings += found
        return elements

    def _included_content(self, tag: Tag, trail: tuple[str, ...]) -> Source | None:
        """The file that a tag includes, put together itself."""
        name, _ = named_file(tag)
        if name not in self._included:
            source = self._open(tag, trail)
            if source is None:
                return None
            self._included[name] = self.whole(source, (*trail, name))
        return self._included[name]
