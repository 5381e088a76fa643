"""A part's tree to a tree in which every tag is one element, whatever runs and paragraphs it was split over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from reportgen.compiler import faults
from reportgen.compiler.cells import set_cells
from reportgen.compiler.cutting import Stretch, put_tag, remove
from reportgen.compiler.escapes import mend_escapes
from reportgen.compiler.hoisting import hoist
from reportgen.compiler.joining import join_paragraphs
from reportgen.compiler.lexing import Hit, Open, Syntax
from reportgen.compiler.merging import set_merges
from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, RUN_PROPERTIES, TAG, TEXT
from reportgen.compiler.places import Places
from reportgen.compiler.tags import FIRST, LAST, MARK_FIRST, MARK_LAST, Marked, Tag, placeholder
from reportgen.findings import Finding
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAKS = {qn(f"w:{name}") for name in ("br", "cr", "tab", "noBreakHyphen", "softHyphen", "ptab")}
_REVISED = (qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"))
_SKIPPED = {
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    *map(qn, ("w:del", "w:moveFrom", "w:drawing", "w:pict", "w:object", "mc:AlternateContent", "w:instrText", "w:delText")),
}
_PROOFING = qn("w:proofErr")
_DELETED = {qn("w:delText"), qn("w:delInstrText")}
_OURS = (FIRST, LAST, MARK_FIRST, MARK_LAST)
_PLAIN = str.maketrans("", "", "".join(_OURS))

Item = tuple["_Element", int, int]
"""A text element (or a break) and the stretch of the paragraph's text that it holds."""


def mark(root: _Element, part: str, syntax: Syntax, *, file: str = "", headings: Container[str] = ()) -> Marked:
    """Mark every tag of a part; the tree is changed in place.

    `headings`: ids of the styles that are headings, for the places in findings.
    Findings: T001, T009, T010.
    """
    marker = _Marker(root, part, syntax, Places(root, part, file, headings))
    marker.run()
    marked = Marked(root, part, marker.tags, marker.findings)
    if marked.tags:
        join_paragraphs(marked)
        hoist(marked)
        set_cells(marked)
        set_merges(marked)
    return marked


class _Marker:
    """One walk over a part's paragraphs and its other strings."""

    def __init__(self, root: _Element, part: str, syntax: Syntax, places: Places) -> None:
        self.root, self.part, self.syntax, self.places = root, part, syntax, places
        self.tags: list[Tag] = []
        self.findings: list[Finding] = []
        self._raw = False
        self._absorbed: set[_Element] = set()
        self._first = tuple({opening[0] for opening in (*syntax.openings, syntax.block[0])})

    def run(self) -> None:
        _drop_placeholders(self.root)
        strings = self._strings_by_paragraph()
        for string in strings.pop(None, ()):
            self._string(string)
        for paragraph in list(self.root.iter(PARAGRAPH)):
            if paragraph not in self._absorbed:
                self.places.visit(paragraph)
                own = self._paragraph(paragraph)
                for string in strings.get(paragraph, ()):
                    if string.is_attribute or string.getparent() not in own:
                        self._string(string)

    def _paragraph(self, paragraph: _Element) -> set[_Element]:
        """Mark the tags of a paragraph's own text; returns the elements that hold it."""
        items, text = _items(paragraph)
        if mend_escapes(items, text):
            items, text = _items(paragraph)
        own = {element for element, _, _ in items}
        if not self._raw and not any(first in text for first in self._first):
            return own
        hits = list(self.syntax.find(text, raw=self._raw))
        if hits and isinstance(hits[-1], Open):
            if self._absorb(paragraph, hits[-1]):
                return own | self._paragraph(paragraph)
            self._unclosed(hits[-1], text)
        found = [hit for hit in hits if isinstance(hit, Hit)]
        if found:
            self._raw = found[-1].kind == "block" and found[-1].word == "raw"
            numbers = [self._number(hit, text) for hit in found]
            starts = [begin for _, begin, _ in items]
            left = [Stretch(element, begin, element.text or "") for element, begin, _ in items]
            for hit, number in zip(reversed(found), reversed(numbers), strict=True):
                put_tag(left, bisect_right(starts, hit.start) - 1, bisect_left(starts, hit.end) - 1, hit, number)
            for one in left:
                one.write()
            _accept_revisions(paragraph)
        return own

    def _number(self, hit: Hit, text: str) -> int:
        self.tags.append(Tag.of(hit, self.places.span(text, hit.start, hit.end)))
        return len(self.tags) - 1

    def _unclosed(self, found: Open, text: str) -> None:
        ending = {"variable": self.syntax.variable, "block": self.syntax.block, "comment": self.syntax.comment}[found.kind][1]
        span = self.places.span(text, found.start, len(text))
        self.findings.append(faults.UNCLOSED_TAG.at(span, tag=text[found.start : found.start + 40], end=ending))

    def _absorb(self, paragraph: _Element, begun: Open) -> bool:
        """Take in the following paragraphs up to the one where a tag begun in `paragraph` ends; whether there is one."""
        taken: list[_Element] = []
        text = _items(paragraph)[1][begun.start :]
        for sibling in paragraph.itersiblings():
            if sibling.tag == PARAGRAPH:
                text += "\n" + _items(sibling)[1]
                taken.append(sibling)
                hit = next(self.syntax.find(text), None)
                inside = self.syntax.shadow(text[1 : hit.end if isinstance(hit, Hit) else None])
                if begun.kind != "comment" and any(opening in inside for opening in self.syntax.openings):
                    return False
                if isinstance(hit, Hit):
                    self._join(paragraph, taken)
                    return True
            elif begun.kind != "comment":
                return False
            else:
                taken.append(sibling)
        return False

    def _join(self, paragraph: _Element, taken: list[_Element]) -> None:
        for element in taken:
            if element.tag == PARAGRAPH:
                self._absorbed.add(element)
                run = paragraph.makeelement(RUN)
                run.append(paragraph.makeelement(qn("w:br")))
                paragraph.append(run)
                paragraph.extend([child for child in element if child.tag != PARAGRAPH_PROPERTIES])
            else:
                self._absorbed.update(element.iter(PARAGRAPH))
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)

    def _strings_by_paragraph(self) -> dict[_Element | None, list[Any]]:
        """The attributes and texts that hold an opening mark, by the paragraph that they stand in."""
        variables = {f"o{number}": opening for number, opening in enumerate(self.syntax.openings)}
        test = " or ".join(f"contains(., ${name})" for name in variables)
        strings: dict[_Element | None, list[Any]] = {}
        for string in _strings(self.root, test, variables):
            owner = string.getparent()
            within = owner if owner.tag == PARAGRAPH else next(owner.iterancestors(PARAGRAPH), None)
            strings.setdefault(within, []).append(string)
        return strings

    def _string(self, string: Any) -> None:
        """Mark the tags of an attribute or of text outside paragraphs: alternative text, field codes, formulas, charts."""
        element = string.getparent()
        if string.is_attribute:
            element.set(string.attrname, self._marked_string(str(string)))
        elif string.is_tail:
            element.tail = self._marked_string(str(string))
        elif element.tag not in _DELETED and not _is_deleted(element):
            element.text = self._marked_string(str(string))

    def _marked_string(self, text: str) -> str:
        pieces: list[str] = []
        position = 0
        for hit in self.syntax.find(text):
            if isinstance(hit, Open):
                self._unclosed(hit, text)
                break
            pieces += (text[position : hit.start], placeholder(self._number(hit, text)))
            position = hit.end
        return "".join(pieces) + text[position:]


def _items(paragraph: _Element) -> tuple[list[Item], str]:
    """A paragraph's own text elements and breaks with their offsets, and the text that they make."""
    items: list[Item] = []
    pieces: list[str] = []
    position = 0
    for element in _own(paragraph):
        text = (element.text or "") if element.tag == TEXT else " "
        items.append((element, position, position + len(text)))
        pieces.append(text)
        position += len(text)
    return items, "".join(pieces)


def _own(element: _Element) -> Iterator[_Element]:
    """Text elements and breaks, but not those of paragraphs, drawings and deletions within."""
    for child in element:
        tag = child.tag
        if tag == TEXT or tag in _BREAKS:
            yield child
        elif tag not in _SKIPPED and tag != PARAGRAPH and isinstance(tag, str):
            yield from _own(child)


def _accept_revisions(paragraph: _Element) -> None:
    """Dissolve what Word puts around runs that hold tags: tracked insertions, smart tags, spelling marks.

    A condition may begin inside of such a wrapper and end outside.
    """
    for mark in list(paragraph.iter(_PROOFING)):
        remove(mark)
    for element in [element for element in paragraph.iter(*_REVISED) if next(element.iter(TAG), None) is not None]:
        parent = element.getparent()
        if parent is not None and parent.tag != RUN_PROPERTIES:
            position = parent.index(element)
            parent[position : position + 1] = [child for child in element if child.tag != qn("w:smartTagPr")]


def _is_deleted(element: _Element) -> bool:
    return next(element.iterancestors(qn("w:del"), qn("w:moveFrom")), None) is not None


def _drop_placeholders(root: _Element) -> None:
    """Take our own marks out of what the template holds."""
    variables = {f"c{number}": character for number, character in enumerate(_OURS)}
    for string in _strings(root, " or ".join(f"contains(., ${name})" for name in variables), variables):
        owner, plain = string.getparent(), str(string).translate(_PLAIN)
        if string.is_attribute:
            owner.set(string.attrname, plain)
        elif string.is_tail:
            owner.tail = plain
        else:
            owner.text = plain
    for forged in list(root.iter(TAG)):
        parent = forged.getparent()
        if parent is not None:
            parent.remove(forged)


def _strings(root: _Element, test: str, variables: dict[str, str]) -> list[Any]:
    """The attributes and texts that pass a test, as lxml's strings that know where they come from."""
    found: Any = XPath(f".//@*[{test}] | .//text()[{test}]")(root, **variables)
    return list(found)
