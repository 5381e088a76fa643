"""Words of a paragraph in place of others, over however many runs they stretch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.checks.word import written
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_T, _SPACE = qn("w:t"), qn("xml:space")


def replace_text(paragraph: _Element, start: int, end: int, new: str) -> bool:
    """Put `new` in place of the characters from `start` to `end`; it takes the look of the first of them.

    Offsets count as `checks.word.written` does. False where a tab or line break is among them: then nothing is changed.
    """
    reached = _reached(paragraph, start, end)
    if not reached or any(element.tag != _T for element in reached):
        return False
    for element, (first, last) in reached.items():
        text = element.text or ""
        element.text = text[:first] + new + text[last:]
        element.set(_SPACE, "preserve")
        new = ""
    return True


def _reached(paragraph: _Element, start: int, end: int) -> Mapping[_Element, tuple[int, int]]:
    """The elements that hold a stretch of a paragraph's text, each with the part of it that it holds."""
    found, offset = {}, 0
    for element, text in written(paragraph):
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < last:
            found[element] = (first, last)
        offset += len(text)
    return found
