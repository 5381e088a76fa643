"""The blocks of a linked template as Word has them again: each with its own words, other blocks in it by their names alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.compiler.lexing import Hit, Level, Syntax
from reportgen.compiler.linking.blocks import between, tag_of
from reportgen.compiler.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES, SPACE, TABLE, TAG, TEXT
from reportgen.compiler.tags import Marked, Tag
from reportgen.ooxml.namespaces import qn
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_SYNTAX = Syntax(wide=True)
_HEADS = (qn("w:tblPr"), qn("w:tblGrid"), PARAGRAPH_PROPERTIES)
_TYPED = "typed"
"""Attribute of tag elements of our own making."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a template."""

    name: str
    level: Level
    """The prefix of its tags: "" for a stretch of a paragraph."""
    depth: int
    """How many blocks stand around it."""
    elements: tuple[_Element, ...]
    """Paragraphs and tables, the block's own tags around them; of blocks within it only their tags and `super()`."""


def passages(marked: Marked) -> list[Passage]:
    """The blocks of a part, in the order of the text; those that came with content twice stand once.

    `marked` may be linked already: what its authors typed is what counts.
    """
    found: dict[str, Passage] = {}
    open_blocks: list[str] = []
    for element, tag in marked.elements():
        hit = _block_hit(tag)
        if hit is None:
            continue
        if hit.word == "endblock":
            del open_blocks[-1:]
            continue
        name = _name(hit)
        closing = _closing(element, marked)
        if name not in found and closing is not None:
            found[name] = Passage(name, hit.level, len(open_blocks), tuple(_restored(element, closing, hit, marked)))
        open_blocks.append(name)
    return list(found.values())


def typed_paragraph(text: str, properties: _Element | None, maker: _Element) -> _Element:
    """A paragraph of one text."""
    paragraph = maker.makeelement(PARAGRAPH)
    if properties is not None:
        paragraph.append(deepcopy(properties))
    run = maker.makeelement(RUN)
    words = maker.makeelement(TEXT, {SPACE: "preserve"})
    words.text = text
    run.append(words)
    paragraph.append(run)
    return paragraph


def _block_hit(tag: Tag) -> Hit | None:
    """A `block` or `endblock` tag as it was typed: linking makes scopes of them."""
    hit = next(_SYNTAX.find(tag.typed), None) if "block" in tag.typed else None
    return hit if isinstance(hit, Hit) and hit.kind == "block" and hit.word in ("block", "endblock") else None


def _name(hit: Hit) -> str:
    return hit.source.split()[1] if len(hit.source.split()) > 1 else ""


def _closing(opening: _Element, marked: Marked) -> _Element | None:
    depth = 1
    for element in opening.itersiblings(TAG):
        hit = _block_hit(tag_of(element, marked))
        if hit is not None:
            depth += 1 if hit.word == "block" else -1
        if not depth:
            return element
    return None


def _restored(opening: _Element, closing: _Element, hit: Hit, marked: Marked) -> Iterator[_Element]:
    """A block's paragraphs, or the paragraph or table that it is a stretch of, its tags around it."""
    home = opening.getparent()
    if home is None or hit.level == "tc":
        return
    shallow = [opening, *_shallow(between(opening, closing), marked), closing]
    flat = [one for one in (_worded(element, marked, home.tag) for element in shallow) if one is not None]
    if hit.level == "p":
        yield from flat
        return
    whole = home.makeelement(TABLE if hit.level == "tr" else PARAGRAPH)
    whole.extend([deepcopy(child) for child in home if child.tag in _HEADS])
    whole.extend(flat)
    yield whole


def _shallow(elements: Iterable[_Element], marked: Marked) -> Iterator[_Element]:
    """The elements, with `super()` for what stands in blocks among them."""
    until: _Element | None = None
    for element in elements:
        if element is until:
            until = None
        if until is not None:
            continue
        yield element
        if element.tag == TAG and (closing := _closing_of_inner(element, marked)) is not None:
            until = closing
            yield _super(element, marked)


def _closing_of_inner(element: _Element, marked: Marked) -> _Element | None:
    """Where the block ends that a tag element opens; None where it opens none."""
    hit = _block_hit(tag_of(element, marked))
    return _closing(element, marked) if hit is not None and hit.word == "block" else None


def _super(opening: _Element, marked: Marked) -> _Element:
    """A tag element that asks for the parent's content of the block that `opening` opens."""
    level = tag_of(opening, marked).level
    element = deepcopy(opening)
    element.set(_TYPED, f"{{{{{level} super() }}}}")
    element.tail = None
    return element


def _worded(element: _Element, marked: Marked, within: str) -> _Element | None:
    """A copy of an element with its tags as they were typed; None for a comment."""
    if element.tag == TAG:
        typed = _typed(element, marked)
        return _standing(element, typed, within) if typed else None
    copy = deepcopy(element)
    _without_inner_blocks(copy, marked)
    for tag in list(copy.iter(TAG)):
        _put_back(tag, _typed(tag, marked))
    return copy


def _without_inner_blocks(copy: _Element, marked: Marked) -> None:
    """Put `super()` for what stands in blocks within a paragraph or table."""
    gone: set[_Element] = set()
    for element in list(copy.iter(TAG)):
        if element in gone or (closing := _closing_of_inner(element, marked)) is None:
            continue
        inside = list(between(element, closing))
        gone.update(one for top in inside for one in top.iter())
        for one in inside:
            copy_parent = one.getparent()
            if copy_parent is not None:
                copy_parent.remove(one)
        element.addnext(_super(element, marked))


def _put_back(element: _Element, typed: str) -> None:
    """A tag's text in its place: within a text, or standing by itself between runs, paragraphs or rows."""
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag != TEXT:
        if typed:
            element.addprevious(_standing(element, typed, parent.tag))
        parent.remove(element)
        return
    before, text = element.getprevious(), typed + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(element)


def _standing(element: _Element, typed: str, within: str) -> _Element:
    """A tag as what it takes to stand in an element of this kind: a run, a paragraph, a cell or a row."""
    paragraph = typed_paragraph(typed, element.find(PARAGRAPH_PROPERTIES), element)
    if within == PARAGRAPH:
        run = paragraph[-1]
        properties = element.find(RUN_PROPERTIES)
        run[:0] = [deepcopy(properties)] if properties is not None else []
        return run
    if within not in (TABLE, ROW):
        return paragraph
    cell = element.makeelement(CELL)
    cell.append(paragraph)
    if within == ROW:
        return cell
    row = element.makeelement(ROW)
    row.append(cell)
    return row


def _typed(element: _Element, marked: Marked) -> str:
    """A tag as it was typed; nothing for a comment."""
    tag = tag_of(element, marked)
    return element.get(_TYPED) or ("" if tag.kind == "comment" else tag.typed)
