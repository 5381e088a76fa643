"""Marks put into a tree where only the output can tell: heading numbers, ids in loops, cells and tables that may come out empty."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.compiler.content import contents
from reportgen.compiler.merging import merges
from reportgen.compiler.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES, TABLE, TAG, VALUE
from reportgen.compiler.restarting import mark_restarts
from reportgen.compiler.statements import REPEATED, Statements
from reportgen.compiler.tags import FIRST, MARK_FIRST, Marked, mark
from reportgen.ooxml.namespaces import W14, qn
from reportgen.ooxml.numbers import whole
from reportgen.ooxml.styles import Styles
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = qn("wp:docPr")
_BOOKMARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
_ID, _NAME = qn("w:id"), qn("w:name")
_IDENTITIES = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_COMMENTS = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
_ENDS_WITH_PARAGRAPH = (CELL, *map(qn, ("w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent")))
_TRAILING = {*_BOOKMARKS, qn("w:permEnd"), qn("w:permStart"), qn("w:proofErr")}
_SPAN = qn("w:gridSpan")
_DOC_PR_ID = re.compile(rb'<wp:docPr\b[^>]*?\bid="(\d{1,10})"')
_BOOKMARK_ID = re.compile(rb'<w:bookmarkStart\b[^>]*?\bw:id="(\d{1,10})"')


@dataclass(slots=True)
class Identities:
    """The numbers that drawings and bookmarks of a document bear already."""

    drawings: set[int] = field(default_factory=set)
    bookmarks: set[int] = field(default_factory=set)

    def take_in(self, part: bytes) -> None:
        """Note the numbers in a part that stays as it is."""
        self.drawings.update(map(int, _DOC_PR_ID.findall(part)))
        self.bookmarks.update(map(int, _BOOKMARK_ID.findall(part)))

    @property
    def next_drawing(self) -> int:
        return max(self.drawings, default=0) + 1

    @property
    def next(self) -> tuple[int, int]:
        """The first free number of a drawing, and of a bookmark."""
        return self.next_drawing, max(self.bookmarks, default=0) + 1


_CHANGING = frozenset({"set", "do", "macro", "call"})
"""Statements after which the same tags may print something else; so may a call of a `cycler` or a macro."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Which styles are headings that get numbers."""

    paragraph: Mapping[str, int] = field(default_factory=dict)
    """Level (1, 2, …) by id of the paragraph style."""
    character: Mapping[str, int] = field(default_factory=dict)
    """The same by id of the character style linked to it: for headings that the paragraph's body runs on from."""

    @classmethod
    def of(cls, styles: Styles, levels: Collection[int]) -> Headings:
        """The headings of a file, as far as their levels have a form of number."""
        found = {
            style.id: level + 1
            for style in styles.all
            if style.kind == "paragraph" and (level := styles.outline_level(style.id)) is not None and level + 1 in levels
        }
        return cls(found, {style.link: found[style.id] for style in styles.all if style.link and style.id in found})


def mark_settlement(marked: Marked, statements: Statements, headings: Headings, identities: Identities, styles: Styles) -> None:
    """Put the marks of a part into its tree; the identities of what comes out once are made unique right away."""
    _drop_changing_fallbacks(marked)
    repeated = _repeated(marked, statements)
    _settle_drawings(marked.root, repeated, identities)
    _settle_bookmarks(marked.root, repeated, identities)
    _strip(marked.root, repeated)
    _mark_headings(marked.root, headings)
    mark_restarts(marked, styles)
    for element in list(marked.root.iter(*_ENDS_WITH_PARAGRAPH)):
        if _may_end_otherwise(element):
            _append(element, "c")
    _mark_merges(marked.root)
    for row in list(marked.root.iter(ROW)):
        if _depends(row, CELL):
            _around(row, "(", "w:tc")
    nesting = _nesting(marked, statements)
    for table in list(marked.root.iter(TABLE)):
        if any(_has_dynamic_cells(row, nesting) for row in table.iter(ROW)):
            _around(table, "g", "")
        if _depends(table, ROW) or all(_depends(row, CELL) for row in table.iterchildren(ROW)):
            _around(table, "(", "w:tr")


def _drop_changing_fallbacks(marked: Marked) -> None:
    """Take out the second branch of an `mc:AlternateContent` whose tags change something: run twice, it would say something else.

    Every program that reads Word 2010's drawings reads the first branch.
    """
    for choice in list(marked.root.iter(qn("mc:AlternateContent"))):
        tags = [marked.tags[int(element.get("n", "0"))] for element in choice.iter(TAG)]
        if any(tag.word in _CHANGING or ("(" in tag.source and tag.kind != "comment") for tag in tags):
            for fallback in choice.findall(qn("mc:Fallback")):
                choice.remove(fallback)


def _repeated(marked: Marked, statements: Statements) -> frozenset[_Element]:
    """The elements that may come out more than once, or not where they stand: those in loops, macros, captured texts."""
    words = frozenset(tag.word for tag in marked.tags)
    depth, found = 0, set()
    for element in marked.root.iter():
        if element.tag != TAG:
            if depth:
                found.add(element)
            continue
        tag = marked.tags[int(element.get("n", "0"))]
        if tag.kind != "block":
            continue
        if tag.word in REPEATED and statements.opens(tag, words):
            depth += 1
        elif tag.word.startswith("end") and tag.word[3:] in REPEATED:
            depth = max(depth - 1, 0)
    return frozenset(found)


def _settle_drawings(root: _Element, repeated: frozenset[_Element], identities: Identities) -> None:
    for drawing in root.iter(_DRAWING):
        number = whole(drawing.get("id"), -1)
        if drawing in repeated:
            drawing.set("id", mark("d"))
        elif number < 0 or number in identities.drawings:
            drawing.set("id", str(identities.next_drawing))
            identities.drawings.add(identities.next_drawing)
        else:
            identities.drawings.add(number)


def _settle_bookmarks(root: _Element, repeated: frozenset[_Element], identities: Identities) -> None:
    """Bookmarks in loops get a number and a name each turn; one that only begins or only ends in a loop goes."""
    loops: dict[str, set[bool]] = {}
    for one in root.iter(*_BOOKMARKS):
        loops.setdefault(one.get(_ID, ""), set()).add(one in repeated)
        identities.bookmarks.add(whole(one.get(_ID)))
    for one in list(root.iter(*_BOOKMARKS)):
        number = one.get(_ID, "")
        if len(loops[number]) > 1:
            _remove(one)
        elif one in repeated and one.tag == _BOOKMARKS[0]:
            one.set(_ID, mark(f"b{number}"))
            one.set(_NAME, mark(f"n{one.get(_NAME, '')}"))
        elif one in repeated:
            one.set(_ID, mark(f"e{number}"))


def _strip(root: _Element, repeated: frozenset[_Element]) -> None:
    """Take off what may not come out twice and has no use then: Word's own paragraph ids, anchors of comments."""
    for element in repeated:
        for name in _IDENTITIES:
            if element.get(name) is not None:
                del element.attrib[name]
    for anchor in [anchor for anchor in root.iter(*_COMMENTS) if anchor in repeated]:
        _remove(anchor)


def _mark_headings(root: _Element, headings: Headings) -> None:
    if not headings.paragraph:
        return
    for paragraph in list(root.iter(PARAGRAPH)):
        if level := _heading_level(paragraph, headings):
            paragraph.text = mark(f"h{level}") + (paragraph.text or "")
            _append(paragraph, "H")
        elif level := _run_in_level(paragraph, headings):
            paragraph.text = mark(f"i{level}") + (paragraph.text or "")
            _append(paragraph, "H")
    for choice in list(root.iter(qn("mc:AlternateContent"))):
        if any(MARK_FIRST in (paragraph.text or "") for paragraph in choice.iter(PARAGRAPH)):
            choice.text = mark("s") + (choice.text or "")
            for fallback in choice.iter(qn("mc:Fallback")):
                fallback.text = mark("l") + (fallback.text or "")


def _heading_level(paragraph: _Element, headings: Headings) -> int:
    style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{qn('w:pStyle')}")
    return headings.paragraph.get(style.get(VALUE, ""), 0) if style is not None else 0


def _run_in_level(paragraph: _Element, headings: Headings) -> int:
    """The level of the words that a paragraph begins with; further paragraphs that a value makes of it begin with none."""
    first = next(contents(paragraph), None)
    run = next((element for element in first.iterancestors() if element.tag in (RUN, PARAGRAPH)), None) if first is not None else None
    face = run.find(f"{RUN_PROPERTIES}/{qn('w:rStyle')}") if run is not None and run.tag == RUN else None
    return headings.character.get(face.get(VALUE, ""), 0) if face is not None else 0


def _mark_merges(root: _Element) -> None:
    """Where a table has merging cells, marks around it and before each of its rows: rows are compared as they come out."""
    rows = [row for cell in root.iter(CELL) if merges(cell) and (row := cell.getparent()) is not None]
    for table in dict.fromkeys(table for row in rows if (table := row.getparent()) is not None):
        for row in table.iterchildren(ROW):
            _before(row, "r")
        _around(table, "t", "")


def _may_end_otherwise(element: _Element) -> bool:
    """Whether a cell (or header, note, text box) may come out without a paragraph as its last block."""
    last = next((child for child in reversed(element) if child.tag not in _TRAILING), None)
    if last is None or last.tag == PARAGRAPH:
        return False
    return last.tag in (TAG, TABLE) or next(last.iter(TAG), None) is not None


def _depends(element: _Element, content: str) -> bool:
    """Whether none of an element's rows or cells is certain to come out."""
    kinds = [child.tag for child in element if child.tag in (TAG, content)]
    return TAG in kinds and kinds[0] == TAG and kinds[-1] == TAG


def _nesting(marked: Marked, statements: Statements) -> Mapping[str, int]:
    """By number, the tags that open something (1) and that close something (-1)."""
    words = frozenset(tag.word for tag in marked.tags)
    blocks = ((str(number), tag) for number, tag in enumerate(marked.tags) if tag.kind == "block" and tag.word != "endraw")
    steps = {number: 1 if statements.opens(tag, words) else -1 if tag.word.startswith("end") else 0 for number, tag in blocks}
    return {number: step for number, step in steps.items() if step}


def _has_dynamic_cells(row: _Element, nesting: Mapping[str, int]) -> bool:
    """Whether the number of a row's columns is told by the data: by tags between cells, from one cell to another, or in spans."""
    if any(child.tag == TAG for child in row):
        return True
    if any(sum(nesting.get(tag.get("n", ""), 0) for tag in cell.iter(TAG)) for cell in row.iterchildren(CELL)):
        return True
    spans = (span.get(VALUE, "") for cell in row.iter(CELL) for span in cell.iter(_SPAN))
    return any(FIRST in span for span in spans)


def _append(element: _Element, content: str) -> None:
    """A mark before an element's end tag."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + mark(content)
    else:
        element.text = (element.text or "") + mark(content)


def _around(element: _Element, kind: str, wanted: str) -> None:
    """Marks before and behind an element."""
    _before(element, kind)
    element.tail = mark(f"){wanted}" if kind == "(" else kind.upper()) + (element.tail or "")


def _before(element: _Element, content: str) -> None:
    """A mark before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + mark(content)
    elif parent is not None:
        parent.text = (parent.text or "") + mark(content)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
