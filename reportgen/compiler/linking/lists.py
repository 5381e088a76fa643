"""Numbered lists that content brings along from another Word file: they start anew and stay apart from the template's own.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.compiler.linking.sources import Source
from reportgen.compiler.membership import LISTLESS
from reportgen.compiler.names import VALUE
from reportgen.ooxml import Draft, parse, serialize
from reportgen.ooxml.namespaces import W, part_type, qn
from reportgen.ooxml.numbers import whole
from reportgen.ooxml.order import insert_in_order

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY = f'<w:numbering xmlns:w="{W}"/>'.encode()
_NUM, _ABSTRACT = qn("w:num"), qn("w:abstractNum")
_NUM_ID, _ABSTRACT_ID = qn("w:numId"), qn("w:abstractNumId")
_NOT_CARRIED = tuple(map(qn, ("w:lvlPicBulletId", "w:pStyle", "w:styleLink", "w:numStyleLink")))
"""What ties a list to pictures and styles of its own file; the look of the levels is in the levels."""
_HOPS = 8


class Lists:
    """The numbering part of the template that grows."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._package, self._draft = source.package, draft
        self._root = source.numbering_root if source.numbering_root is not None else parse(_EMPTY)
        self._numbers = max((_integer(one, _NUM_ID) for one in self._root.findall(_NUM)), default=0)
        self._abstracts = max((_integer(one, _ABSTRACT_ID) for one in self._root.findall(_ABSTRACT)), default=0)
        self._known: dict[tuple[Source, str], str] = {}
        self._known_abstracts: dict[tuple[Source, str], str] = {}

    def renumber(self, source: Source, properties: _Element) -> None:
        """Let a `w:numPr` from another file name the copy of its list here; one that names no list goes."""
        number = properties.find(_NUM_ID)
        if number is None or number.get(VALUE) == LISTLESS:
            return
        here = self._number_of(source, number.get(VALUE, ""))
        parent = properties.getparent()
        if here:
            number.set(VALUE, here)
        elif parent is not None:
            parent.remove(properties)

    def write(self) -> None:
        """Put the numbering part into the draft, if lists were copied."""
        if any(self._known.values()):
            name = self._package.part("numbering") or self._draft.add("word/numbering.xml", _EMPTY, part_type("numbering"))
            self._draft.relate(self._package.main, "numbering", name)
            self._draft.put(name, serialize(self._root))

    def _number_of(self, source: Source, number: str) -> str:
        if (source, number) not in self._known:
            original = _find(source.numbering_root, _NUM, _NUM_ID, number)
            abstract = "" if original is None else self._abstract_of(source, original)
            self._known[source, number] = self._copy(original, abstract) if original is not None and abstract else ""
        return self._known[source, number]

    def _copy(self, original: _Element, abstract: str) -> str:
        self._numbers += 1
        copy = deepcopy(original)
        copy.set(_NUM_ID, str(self._numbers))
        for child in list(copy.iter(*_NOT_CARRIED)):
            _remove(child)
        for reference in copy.findall(_ABSTRACT_ID):
            reference.set(VALUE, abstract)
        insert_in_order(self._root, copy)
        return str(self._numbers)

    def _abstract_of(self, source: Source, number: _Element) -> str:
        """The id here of the definition that a list follows; "" when its file has none."""
        original = self._definition(source, number)
        if original is None:
            return ""
        key = (source, original.get(_ABSTRACT_ID, ""))
        if key not in self._known_abstracts:
            self._abstracts += 1
            copy = deepcopy(original)
            copy.set(_ABSTRACT_ID, str(self._abstracts))
            for child in list(copy.iter(*_NOT_CARRIED)):
                _remove(child)
            for identity in copy.findall(qn("w:nsid")):
                # Word takes lists with one nsid for the same list when they are copied about.
                identity.set(VALUE, f"{0x5A00_0000 + self._abstracts:08X}")
            insert_in_order(self._root, copy)
            self._known_abstracts[key] = str(self._abstracts)
        return self._known_abstracts[key]

    def _definition(self, source: Source, number: _Element) -> _Element | None:
        """The definition with the levels; one that points at a list style is followed to that style's list."""
        tree = source.numbering_root
        for _ in range(_HOPS):
            original = _find(tree, _ABSTRACT, _ABSTRACT_ID, _value(number, _ABSTRACT_ID))
            link = "" if original is None else _value(original, qn("w:numStyleLink"))
            style = _find(source.styles_root, qn("w:style"), qn("w:styleId"), link) if link else None
            if style is None:
                return original
            through = _find(tree, _NUM, _NUM_ID, _value(style, f"{qn('w:pPr')}/{qn('w:numPr')}/{_NUM_ID}"))
            if through is None:
                return original
            number = through
        return None


def _find(tree: _Element | None, tag: str, key: str, value: str) -> _Element | None:
    return None if tree is None else next((one for one in tree.findall(tag) if one.get(key) == value), None)


def _value(element: _Element, path: str) -> str:
    child = element.find(path)
    return "" if child is None else child.get(VALUE, "")


def _integer(element: _Element, key: str) -> int:
    return max(whole(element.get(key)), 0)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
