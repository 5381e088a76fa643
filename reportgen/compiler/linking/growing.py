"""A template whose blocks take the content of one child file after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler.linking import faults
from reportgen.compiler.linking.blocks import Block, block_name, is_block, is_required, silence, supers, tag_of
from reportgen.compiler.linking.children import definitions
from reportgen.compiler.linking.merging import Merger
from reportgen.compiler.linking.sources import Source
from reportgen.compiler.names import TAG
from reportgen.compiler.tags import Marked, Tag
from reportgen.expressions import near
from reportgen.findings import Finding
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class _Place:
    """A place in the template where a block's content stands."""

    name: str
    opening: _Element
    marked: Marked
    shape: str
    tag: Tag
    required: bool
    within: frozenset[str] = frozenset()
    """The blocks around it."""
    new: bool = False
    """Whether its content is that of the file now being taken."""

    def content(self) -> Iterator[_Element]:
        """The elements up to the end of this block."""
        depth = 1
        for element in self.opening.itersiblings():
            tag = tag_of(element, self.marked) if element.tag == TAG else None
            if tag and tag.kind == "block":
                depth += (tag.word == "block") - (tag.word == "endblock")
            if not depth:
                return
            yield element

    def stands(self) -> bool:
        """Whether it is still in its part: content around it may have been replaced."""
        top = self.opening
        while (above := top.getparent()) is not None:
            top = above
        return top is self.marked.root

    def waits(self) -> bool:
        """Whether it is yet to be filled by the file now being taken."""
        return not self.new and self.stands()


_Content = tuple[_Place, "list[_Element]"]
"""A block's content as the parent has it, and the place where it stood."""


class Grown:
    """The topmost file and what has been put into it."""

    def __init__(self, merger: Merger, blocks: Iterable[Block], *, keep: bool) -> None:
        self.merger = merger
        self._keep = keep
        """Whether some file asks for its parent's content."""
        self._contents: dict[str, _Content] = {}
        self._places: dict[str, list[_Place]] = {}
        self._circles: list[Finding] = []
        around = {"": frozenset[str]()}
        for block in blocks:
            within = around.get(block.outer, frozenset())
            around.setdefault(block.name, within | {block.name})
            place = _Place(block.name, block.opening, block.marked, block.shape, block.tag, block.required, within)
            self._places.setdefault(block.name, []).append(place)

    def take(self, child: Source, blocks: list[Block]) -> list[Finding]:
        """Put the blocks of the next child file into their places.

        Findings: T049, T051, T056, T057, T062.
        """
        inherited = self._inherited()
        for place in self._all():
            place.new = False
        overrides: dict[str, Block] = {}
        found: list[Finding] = []
        for block in blocks:
            if block.name in inherited:
                overrides.setdefault(block.name, block)
            elif not block.outer:
                found.append(self._unknown(block, inherited))
            else:
                found += orphans(block)
        found += self._override(overrides, child, inherited)
        circles, self._circles = self._circles, []
        return found + circles

    def unfilled(self) -> list[Finding]:
        """Required blocks that no file has filled (T059)."""
        return [
            faults.REQUIRED_BLOCK.at(place.tag.span, name=name)
            for name, places in self._places.items()
            for place in places
            if place.required and place.stands()
        ]

    def _override(self, overrides: dict[str, Block], child: Source, inherited: dict[str, _Content]) -> list[Finding]:
        """Fill the places of blocks, and those that inherited content brings along, until none is left."""
        found: list[Finding] = []
        missing = {name: block for name, block in overrides.items() if not block.outer}
        while waiting := [place for name in overrides for place in self._places[name] if place.waits()]:
            # Outer ones first: what they replace need not be filled.
            place = min(waiting, key=lambda one: len(one.within))
            block = overrides[place.name]
            place.new = True
            missing.pop(block.name, None)
            if place.shape != block.shape:
                found.append(_other_shape(block, place))
            else:
                self._fill(place, block, child, inherited)
        return found + [faults.BLOCK_WITHOUT_PLACE.at(block.tag.span, name=block.name) for block in missing.values()]

    def _fill(self, place: _Place, block: Block, child: Source, inherited: dict[str, _Content]) -> None:
        """Replace what stands in a place by a block's content, and each `super()` in that by what the parent has."""
        for element in list(place.content()):
            _detach(element)
        place.required = False
        carried = self.merger.carry(definitions(child), child.body, child, place.marked)
        carried += self.merger.carry(block.content(), block.marked, child, place.marked)
        insert_after(place.opening, carried)
        self._register(carried, place.marked, place.within | {block.name}, new=True)
        for element, name in supers(carried, place.marked, block.name):
            self._inherit(element, place.marked, place.within | {block.name, name}, inherited.get(name))

    def _inherit(self, element: _Element, marked: Marked, within: frozenset[str], parent: _Content | None) -> None:
        """Put the parent's content in the place of `super()`."""
        if parent is not None:
            copies = self.merger.copy(parent[1], parent[0].marked, marked)
            insert_after(element, copies)
            self._register(copies, marked, within, new=False)
        _detach(element)

    def _register(self, elements: Iterable[_Element], marked: Marked, within: frozenset[str], *, new: bool) -> None:
        """Note the blocks in content that was put in."""
        around = [within]
        for element in [one for top in elements for one in top.iter(TAG)]:
            tag = tag_of(element, marked)
            if is_block(tag) and (name := block_name(tag)):
                place = _Place(name, element, marked, tag.level or "r", tag, not new and is_required(tag), around[-1], new)
                if name in place.within:
                    self._circles.append(faults.BLOCK_IN_ITSELF.at(tag.span, name=name))
                    place.new = True
                self._places.setdefault(name, []).append(place)
                around.append(place.within | {name})
            elif tag.kind == "block" and tag.word == "endblock":
                around.pop()

    def _inherited(self) -> dict[str, _Content]:
        """What now stands in each block, or stood there last, kept where some `super()` may ask for it."""
        for name, places in self._places.items():
            place = next((place for place in places if place.stands()), None)
            if place is not None:
                self._contents[name] = place, [deepcopy(element) for element in place.content()] if self._keep else []
        return dict(self._contents)

    def _all(self) -> Iterator[_Place]:
        for places in self._places.values():
            yield from places

    def _unknown(self, block: Block, inherited: Iterable[str]) -> Finding:
        names = sorted(name for name in inherited)
        suggestion = "".join(block.tag.typed.replace(block.name, close, 1) for close in near(block.name, names))
        parent = self.merger.root.package.file or self.merger.root.name
        known = "、".join(names) or "—"
        return faults.UNKNOWN_BLOCK.at(block.tag.span, name=block.name, parent=parent, known=known, suggestion=suggestion)


def orphans(block: Block) -> Iterator[Finding]:
    """`super()` in a block that this file is the first to have."""
    for element, name in supers(block.content(), block.marked, block.name):
        if name == block.name:
            tag = tag_of(element, block.marked)
            silence(element, block.marked)
            yield faults.NO_PARENT_BLOCK.at(tag.span, tag=tag.typed, name=name)


def settle(parts: Iterable[Marked]) -> None:
    """Turn what is left of blocks – their tags – into a scope of their own, so that a `set` in a block stays there."""
    for marked in parts:
        for number, tag in enumerate(marked.tags):
            if tag.kind == "block" and tag.word in ("block", "endblock"):
                word = "with" if tag.word == "block" else "endwith"
                marked.tags[number] = replace(tag, source=word, word=word)


def _other_shape(block: Block, place: _Place) -> Finding:
    here, there = faults.SHAPES[block.shape], faults.SHAPES[place.shape]
    level = "" if place.shape == "r" else place.shape
    names = {"here_zh": here[0], "here_en": here[1], "there_zh": there[0], "there_en": there[1]}
    return faults.OTHER_SHAPE.at(block.tag.span, name=block.name, level=level, related=[place.tag.span], **names)


def insert_after(anchor: _Element, elements: Iterable[_Element]) -> None:
    for element in elements:
        anchor.addnext(element)
        anchor = element


def _detach(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
