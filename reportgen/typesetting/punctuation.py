"""Slips of writing mended in a Word file's own runs, where mending cannot change what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.checks import Document, mendable, weighed
from reportgen.checks.word import written
from reportgen.findings import Finding
from reportgen.formatting import Manuscript
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_T, _SPACE = qn("w:t"), qn("xml:space")


def mend(manuscript: Manuscript, document: Document) -> list[Finding]:
    """Change the text of `manuscript` in place; what was mended comes back.

    `document` is the same file as `checks.document_of_word` reads it. A slip that reaches over a tab or line break stays.
    """
    mended: list[Finding] = []
    taken: dict[int, int] = {}
    for finding, hit in sorted(mendable(document), key=lambda one: (_block(one[0]), -one[1].start)):
        block = _block(finding)
        if not weighed([finding], document.settings) or hit.end > taken.get(block, hit.end) or hit.fix is None:
            continue
        if 0 < block <= len(manuscript.blocks) and _replaced(manuscript.blocks[block - 1].element, hit.start, hit.end, hit.fix):
            taken[block] = hit.start
            mended.append(finding)
    return mended[::-1]


def _block(finding: Finding) -> int:
    return finding.span.place.block if finding.span.place else 0


def _replaced(paragraph: _Element, start: int, end: int, new: str) -> bool:
    """Put `new` in place of the characters from `start` to `end`; it takes the look of the first of them."""
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
