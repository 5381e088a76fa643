"""Ids that Word wants once in a whole file, made so after content was put together from several."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING

from reportgen.compiler.tags import Marked
from reportgen.ooxml.namespaces import W14, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = qn("wp:docPr")
_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_ID, _NAME = qn("w:id"), qn("w:name")
_PARAGRAPH_ID = f"{{{W14}}}paraId"


def make_unique(parts: Iterable[Marked]) -> None:
    """Number drawings and bookmarks anew where ids or names repeat; repeated paragraph ids go."""
    roots = [marked.root for marked in parts]
    _number_drawings(roots)
    _pair_bookmarks(roots)
    seen: set[str] = set()
    for root in roots:
        for element in root.iter(qn("w:p"), qn("w:tr")):
            identity = element.get(_PARAGRAPH_ID, "")
            if identity in seen:
                del element.attrib[_PARAGRAPH_ID]
            elif identity:
                seen.add(identity)


def _number_drawings(roots: list[_Element]) -> None:
    drawings = [element for root in roots for element in root.iter(_DRAWING)]
    taken = {element.get("id", "") for element in drawings}
    fresh = (str(number) for number in count(1) if str(number) not in taken)
    seen: set[str] = set()
    for element in drawings:
        identity = element.get("id", "")
        if identity in seen or not identity.isdecimal():
            element.set("id", next(fresh))
        seen.add(identity)


def _pair_bookmarks(roots: list[_Element]) -> None:
    """Number all bookmarks in order; starts without an end, ends without a start and second ones of a name go."""
    numbers = count(1)
    names: set[str] = set()
    for root in roots:
        open_: dict[str, list[_Element]] = {}
        for element in list(root.iter(_START, _END)):
            waiting = open_.setdefault(element.get(_ID, ""), [])
            if element.tag == _START:
                waiting.append(element)
            elif not waiting:
                _remove(element)
            else:
                _number(waiting.pop(), element, names, numbers)
        for waiting in open_.values():
            for start in waiting:
                _remove(start)


def _number(start: _Element, end: _Element, names: set[str], numbers: Iterable[int]) -> None:
    name = start.get(_NAME, "")
    if name in names:
        _remove(start)
        _remove(end)
        return
    names.add(name)
    number = str(next(iter(numbers)))
    start.set(_ID, number)
    end.set(_ID, number)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
