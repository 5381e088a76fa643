"""Blocks in marked trees: where each begins and ends, what it is made of, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler import faults as compiler_faults
from reportgen.compiler.content import has_content, split, tidy
from reportgen.compiler.linking import faults
from reportgen.compiler.names import PARAGRAPH, RUN, TAG, TEXT
from reportgen.compiler.tags import Marked, Tag
from reportgen.findings import Finding
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCK = re.compile(r"block\s+(\w+)((?:\s+(?:scoped|required))*)\s*")
_END = re.compile(r"endblock(?:\s+(\w+))?\s*")
_SUPER = re.compile(r"\bsuper\s*\(")
_ONLY_SUPER = re.compile(r"super\s*\(\s*\)\s*")
_OPENERS = {"for", "if", "macro", "call", "filter", "with", "autoescape"}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of one file; its two tags are siblings, and what stands between them is its content."""

    name: str
    shape: str
    """`p`, `tr`, `tc` or `r`: what its content is made of."""
    marked: Marked
    opening: _Element
    closing: _Element
    tag: Tag
    required: bool
    outer: str
    """The block around it; "" for none."""
    guard: Tag | None
    """The innermost condition, loop or macro that stands around it but not around its outer block."""

    def content(self) -> list[_Element]:
        """The elements between its tags."""
        return list(between(self.opening, self.closing))


@dataclass(slots=True)
class _Opened:
    """A tag that waits for its end."""

    word: str
    tag: Tag
    element: _Element


def between(opening: _Element, closing: _Element) -> Iterator[_Element]:
    """The siblings from one tag to another."""
    for element in opening.itersiblings():
        if element is closing:
            return
        yield element


def tag_of(element: _Element, marked: Marked) -> Tag:
    """The tag that an element stands for."""
    return marked.tags[int(element.get("n", "0"))]


def block_name(tag: Tag) -> str:
    """The name in a `block` tag; "" where there is none to be read."""
    match = _BLOCK.fullmatch(tag.source)
    return match[1] if match and tag.kind == "block" else ""


def is_required(tag: Tag) -> bool:
    """Whether a `block` tag says that some file must give its content."""
    return "required" in tag.source.split()[2:]


def silence(element: _Element, marked: Marked) -> None:
    """Let a tag that was complained of say nothing, so that nobody complains of it again."""
    number = int(element.get("n", "0"))
    marked.tags[number] = replace(marked.tags[number], kind="comment", source="", word="")


def is_block(tag: Tag) -> bool:
    return tag.kind == "block" and tag.word == "block"


def is_super(tag: Tag) -> bool:
    """Whether a tag is `super()` and nothing else."""
    return tag.kind != "comment" and _ONLY_SUPER.fullmatch(tag.source) is not None


def supers(elements: Iterable[_Element], marked: Marked, name: str) -> list[tuple[_Element, str]]:
    """Every `super()` in the content of the block `name`, and the block, this or one within it, whose parent's content it asks for."""
    found, names = [], [name]
    for element in [one for top in elements for one in top.iter(TAG)]:
        tag = tag_of(element, marked)
        if is_block(tag):
            names.append(block_name(tag))
        elif tag.kind == "block" and tag.word == "endblock":
            names.pop()
        elif is_super(tag) and names:
            found.append((element, names[-1]))
    return found


def find_blocks(marked: Marked) -> tuple[list[Block], list[Finding]]:
    """The blocks of a part in document order; blocks within a paragraph's text get their tags moved between runs.

    Findings: T004, T005, T006, T050, T052 to T055.
    """
    tags = [tag.word for tag in marked.tags if tag.kind == "block"]
    if "block" not in tags and "endblock" not in tags and not any(_SUPER.search(tag.source) for tag in marked.tags):
        return [], []
    for element, tag in list(marked.elements()):
        if tag.kind == "block" and tag.word in ("block", "endblock") and not tag.level:
            lift(element, RUN)
    finder = _Finder(marked)
    for element, tag in list(marked.elements()):
        finder.take(element, tag)
    finder.close()
    return sorted(finder.blocks, key=lambda block: finder.order[block.opening]), finder.findings


def lift(element: _Element, container: str) -> None:
    """Cut a run (or paragraph) at a tag in its text and put the tag between the halves; empty halves go."""
    home = next(element.iterancestors(container), None)
    if home is None:
        return
    rest = split(home, element)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    home.addnext(element)
    for half in (home, rest):
        above = half.getparent()
        if above is not None and not has_content(half):
            above.remove(half)
    paragraph = next(element.iterancestors(PARAGRAPH), None)
    if paragraph is not None:
        tidy(paragraph)


class _Finder:
    """One walk over a part's tags."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.order: dict[_Element, int] = {}
        self._open: list[_Opened] = []

    def take(self, element: _Element, tag: Tag) -> None:
        """Go on to the next tag."""
        if tag.kind == "block" and tag.word == "block":
            self.order[element] = len(self.order)
            self._open.append(_Opened("block", tag, element))
        elif tag.kind == "block" and tag.word == "endblock":
            self._end_block(element, tag)
        elif tag.kind == "block" and tag.word in _OPENERS:
            self._open.append(_Opened(tag.word, tag, element))
        elif tag.kind == "block" and tag.word.startswith("end"):
            self._end_other(tag)
        elif tag.kind != "comment" and _SUPER.search(tag.source):
            self._super(element, tag)

    def close(self) -> None:
        """Complain of blocks that never end."""
        for opened in self._open:
            if opened.word == "block":
                silence(opened.element, self.marked)
                self.findings.append(compiler_faults.UNCLOSED_BLOCK.at(opened.tag.span, word=opened.tag.typed, end="endblock"))

    def _end_block(self, element: _Element, tag: Tag) -> None:
        if not any(opened.word == "block" for opened in self._open):
            silence(element, self.marked)
            self.findings.append(compiler_faults.UNEXPECTED_END.at(tag.span, word=tag.typed, start="block"))
            return
        while self._open[-1].word != "block":
            self._crossed(tag, self._open.pop())
        opened = self._open.pop()
        complaint = self._complaint(opened, element, tag)
        if complaint is None:
            self._found(opened, element)
            return
        self.findings.append(complaint)
        silence(opened.element, self.marked)
        silence(element, self.marked)

    def _complaint(self, opened: _Opened, element: _Element, tag: Tag) -> Finding | None:
        """What is wrong with a block's two tags."""
        match, end = _BLOCK.fullmatch(opened.tag.source), _END.fullmatch(tag.source)
        if match is None:
            return faults.BAD_BLOCK.at(opened.tag.span, tag=opened.tag.typed)
        if end is None or end[1] not in (None, match[1]):
            return faults.WRONG_END.at(tag.span, tag=tag.typed, name=match[1], related=[opened.tag.span])
        if opened.element.getparent() is not element.getparent() or (opened.tag.level or "r") != (tag.level or "r"):
            return faults.UNLEVEL_BLOCK.at(opened.tag.span, name=match[1], related=[tag.span])
        return None

    def _found(self, opened: _Opened, closing: _Element) -> None:
        outer = next((one for one in reversed(self._open) if one.word == "block"), None)
        inside = self._open[self._open.index(outer) + 1 :] if outer else self._open
        self.blocks.append(
            Block(
                name=block_name(opened.tag),
                shape=opened.tag.level or "r",
                marked=self.marked,
                opening=opened.element,
                closing=closing,
                tag=opened.tag,
                required=is_required(opened.tag),
                outer=block_name(outer.tag) if outer else "",
                guard=inside[-1].tag if inside else None,
            )
        )

    def _end_other(self, tag: Tag) -> None:
        """The end of a condition or loop; unmatched ones are the compiler's to report, but for those that cross a block."""
        word = tag.word.removeprefix("end")
        for depth, opened in enumerate(reversed(self._open)):
            if opened.word == word:
                for crossed in self._open[len(self._open) - depth :]:
                    self._crossed(tag, crossed)
                del self._open[len(self._open) - depth - 1 :]
                return

    def _crossed(self, tag: Tag, opened: _Opened) -> None:
        if "block" in (opened.word, tag.word.removeprefix("end")):
            span = [opened.tag.span]
            self.findings.append(compiler_faults.CROSSED_BLOCKS.at(tag.span, word=tag.typed, start=opened.tag.typed, related=span))

    def _super(self, element: _Element, tag: Tag) -> None:
        """See that `super()` stands by itself, as large as its block, and put it where its content will stand."""
        outer = next((one for one in reversed(self._open) if one.word == "block"), None)
        shape = (outer.tag.level or "r") if outer else (tag.level or "r")
        alone = is_super(tag) and outer is not None
        if alone and not tag.level and shape == "r":
            lift(element, RUN)
        elif alone and not tag.level and shape == "p" and fills_paragraph(element):
            lift(element, PARAGRAPH)
        elif not alone or tag.level != shape:
            zh, en = faults.SHAPES[shape]
            level = "" if shape == "r" else shape
            self.findings.append(faults.BAD_SUPER.at(tag.span, tag=tag.typed, here_zh=zh, here_en=en, level=level))
            silence(element, self.marked)


def fills_paragraph(element: _Element) -> bool:
    """Whether a tag is all that its paragraph shows."""
    paragraph = next(element.iterancestors(PARAGRAPH), None)
    if paragraph is None or any(other is not element for other in paragraph.iter(TAG)):
        return False
    texts = [text.text or "" for text in paragraph.iter(TEXT)] + [element.tail or ""]
    return not any(text.strip() for text in texts) and not any(
        has_content(run) for run in paragraph.iter(RUN) if next(run.iter(TAG), None) is None
    )
