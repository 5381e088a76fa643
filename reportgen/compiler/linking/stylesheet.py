"""Styles that content brings along from another Word file, merged by name: the template's own definition wins."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.compiler.linking.sources import Source
from reportgen.compiler.names import VALUE
from reportgen.ooxml import Draft, parse, serialize
from reportgen.ooxml.namespaces import W, part_type, qn
from reportgen.ooxml.order import insert_in_order
from reportgen.ooxml.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY = f'<w:styles xmlns:w="{W}"/>'.encode()
_ID = qn("w:styleId")
_RELATED = tuple(map(qn, ("w:basedOn", "w:next", "w:link")))


class Stylesheet:
    """The styles of the template that grows; styles are copied into it as content asks for them."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._draft, self._main = draft, source.package.main
        self._part = source.package.part("styles")
        self._root = source.styles_root if source.styles_root is not None else parse(_EMPTY)
        self._ids = {style.id for style in source.styles.all}
        self._names = {(style.kind, style.name.casefold()): style.id for style in reversed(source.styles.all)}
        self._defaults = {style.kind: style.id for style in source.styles.all if style.default}
        self._known: dict[tuple[Source, str], str] = {}
        self._changed = False

    def id_of(self, source: Source, style_id: str, renumber: Callable[[_Element], None]) -> str:
        """The id here of a style of another file; "" when that file has no such style.

        A style that is not here yet is copied with what it builds on; `renumber` sees to the lists that copied styles use.
        """
        waiting: list[_Element] = []
        found = self._take(source, style_id, waiting)
        while waiting:
            element = waiting.pop()
            for child in list(element):
                if child.tag in _RELATED:
                    related = self._take(source, child.get(VALUE, ""), waiting)
                    child.set(VALUE, related) if related else element.remove(child)
            for properties in element.iter(qn("w:numPr")):
                renumber(properties)
        return found

    def write(self) -> None:
        """Put the styles part into the draft, if it changed."""
        if self._changed:
            if not self._part:
                self._part = self._draft.add("word/styles.xml", _EMPTY, part_type("styles"))
                self._draft.relate(self._main, "styles", self._part)
            self._draft.put(self._part, serialize(self._root))

    def _take(self, source: Source, style_id: str, waiting: list[_Element]) -> str:
        known = self._known.get((source, style_id))
        if known is not None:
            return known
        style = source.styles.by_id.get(style_id)
        here = ""
        if style is not None:
            here = self._names.get((style.kind, style.name.casefold()), "") or (self._defaults.get(style.kind, "") if style.default else "")
            here = here or self._copy(source, style, waiting)
        self._known[source, style_id] = here
        return here

    def _copy(self, source: Source, style: Style, waiting: list[_Element]) -> str:
        original = next(one for one in _styles(source.styles_root) if one.get(_ID) == style.id)
        element = deepcopy(original)
        element.attrib.pop(qn("w:default"), "")
        here, number = style.id, 1
        while here in self._ids:
            number += 1
            here = f"{style.id}{number}"
        element.set(_ID, here)
        insert_in_order(self._root, element)
        self._ids.add(here)
        self._names[style.kind, style.name.casefold()] = here
        self._changed = True
        waiting.append(element)
        return here


def _styles(root: _Element | None) -> list[_Element]:
    return [] if root is None else root.findall(qn("w:style"))
