"""Blanks that clerks use for layout: at the beginning of lines, and whole empty lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.formatting import Manuscript, Part
from reportgen.formatting.manuscript import MARGIN
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _R, _T, _TAB = (qn(f"w:{name}") for name in ("p", "r", "t", "tab"))
_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"
_SHOWS = tuple(
    qn(name) for name in ("w:br", "w:fldChar", "w:drawing", "w:pict", "w:object", "w:sym", "w:footnoteReference", "mc:AlternateContent")
)
_KEPT_MARKS = tuple(qn(f"w:{name}") for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


def drop_leading_blanks(paragraph: _Element) -> None:
    """Take away the blanks and tabs with which a paragraph begins: the profile indents it."""
    for element in list(paragraph.iter(_T, _TAB, *_SHOWS)):
        if element.getparent() is None or element.getparent().tag != _R:  # type: ignore[union-attr]  # asked for in the first half
            continue  # a tab stop of the paragraph's properties
        if element.tag == _TAB:
            element.getparent().remove(element)  # type: ignore[union-attr]  # a run's
        elif element.tag == _T:
            element.text = (element.text or "").lstrip(MARGIN)
            if element.text:
                return
        else:
            return


def drop_spacing_lines(manuscript: Manuscript, parts: Sequence[Part]) -> None:
    """Take away empty lines that only make room; those that part tables, end sections or hold marks stay."""
    for part, block in zip(parts, manuscript.blocks, strict=True):
        if part.role == "blank" and block.cell is None and _only_makes_room(block.element):
            parent = block.element.getparent()
            if parent is not None:
                parent.remove(block.element)


def _only_makes_room(paragraph: _Element) -> bool:
    if paragraph.find(_SECTION) is not None or next(paragraph.iter(*_SHOWS, *_KEPT_MARKS), None) is not None:
        return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    return before is not None and after is not None and before.tag == _P and after.tag == _P
