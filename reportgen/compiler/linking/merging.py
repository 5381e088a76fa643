"""Content of one Word file carried into another, with everything that it refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.compiler.linking.lists import Lists
from reportgen.compiler.linking.namespaces import admit
from reportgen.compiler.linking.sources import Source
from reportgen.compiler.linking.stylesheet import Stylesheet
from reportgen.compiler.membership import list_of, say_list, style_of
from reportgen.compiler.names import PARAGRAPH, RUN, RUN_PROPERTIES, TAG, VALUE
from reportgen.compiler.tags import FIRST, LAST, Marked, placeholder
from reportgen.ooxml import Draft, parse
from reportgen.ooxml.namespaces import W14, R, W, part_type, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = re.compile(f"{FIRST}(\\d+){LAST}")
_NUMBER = re.compile("[0-9]{1,9}")
_STYLED = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
_COMMENTS = tuple(map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")))
_LEFT_BEHIND = (*_COMMENTS, *map(qn, ("w:permStart", "w:permEnd", "w:dataBinding")))
"""Reviewers' comments, editing rights and ties to data that stay with their own file."""
_PARAGRAPH_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_RELATION = f"{{{R}}}"
_ID, _NAME, _ANCHOR = qn("w:id"), qn("w:name"), qn("w:anchor")
_BOOKMARK, _FIELD = qn("w:bookmarkStart"), qn("w:instrText")
_LONGEST_NAME = 40
"""Characters of a bookmark's name that Word keeps."""


class Budget:
    """How many elements may still be added to a template."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, element: _Element) -> bool:
        """Count an element with all in it; whether there was still room."""
        self.left -= sum(1 for _ in element.iter())
        return self.left >= 0


class Merger:
    """The template that grows: the topmost file's package and marked parts, and what content brought along."""

    def __init__(self, root: Source, budget: Budget) -> None:
        self.root = root
        self._budget = budget
        self._draft = Draft(root.package)
        self._stylesheet = Stylesheet(root, self._draft)
        self._lists = Lists(root, self._draft)
        self._origins: list[tuple[Marked, Marked]] = []
        """Parts that took content, and the parts that it came from."""
        self._notes: dict[tuple[Source, str, str], str] = {}
        self._bookmarks = {one.get(_NAME, "") for marked in root.parts.values() for one in marked.root.iter(_BOOKMARK)}

    def carry(self, elements: Iterable[_Element], marked: Marked, source: Source, target: Marked) -> list[_Element]:
        """Copies of elements of `source`'s part `marked`, fit to stand in the part `target` of the template."""
        copies = self.copy((one for one in elements if one.tag not in _LEFT_BEHIND), marked, target)
        if source is not self.root:
            for copy in copies:
                self._fit(copy, marked, source, target)
            self._rename_bookmarks(copies)
            if (target, marked) not in self._origins:
                self._origins.append((target, marked))
        return copies

    def copy(self, elements: Iterable[_Element], marked: Marked, target: Marked) -> list[_Element]:
        """Copies of elements, their tags numbered as in `target`."""
        copies = []
        for element in elements:
            if not self._budget.take(element):
                return []
            copy = deepcopy(element)
            copy.tail = None
            copies.append(copy)
        if marked is not target:
            numbers: dict[int, int] = {}

            def number_of(there: int) -> int:
                if there not in numbers:
                    numbers[there] = target.add(marked.tags[there])
                return numbers[there]

            for copy in copies:
                _retag(copy, number_of)
        return copies

    def finish(self) -> Draft:
        """The draft with styles and lists written down; roots of parts are made anew where content needs its namespaces skipped."""
        for target, other in self._origins:
            admit(target, other.root)
        self._stylesheet.write()
        self._lists.write()
        return self._draft

    def _fit(self, copy: _Element, marked: Marked, source: Source, target: Marked) -> None:
        """Let everything in a copy that names something in its own file name what stands for it here."""

        def renumber(properties: _Element) -> None:
            self._lists.renumber(source, properties)

        for paragraph in copy.iter(PARAGRAPH):
            self._settle_list(paragraph, source, renumber)
        for element in list(copy.iter("*")):
            tag = element.tag
            for name in _PARAGRAPH_IDS:
                element.attrib.pop(name, "")
            if tag in _STYLED:
                here = self._stylesheet.id_of(source, element.get(VALUE, ""), renumber)
                element.set(VALUE, here) if here else _remove(element)
            elif tag == qn("w:numPr"):
                renumber(element)
            elif tag in _NOTES:
                self._note(element, _NOTES[tag], source)
            elif tag in _LEFT_BEHIND:
                _remove_with_run(element)
            elif tag == qn("w:sdtPr"):
                for identity in element.findall(_ID):
                    element.remove(identity)
            if any(name.startswith(_RELATION) for name in map(str, element.attrib)):
                self._relate(element, marked, source, target)

    def _settle_list(self, paragraph: _Element, source: Source, renumber: Callable[[_Element], None]) -> None:
        """Let a paragraph that its style puts into a list say so itself: its list is its own file's, whatever the style is here."""
        if list_of(paragraph, source.styles):
            style = style_of(paragraph)
            here = self._stylesheet.id_of(source, style, renumber)
            known = here in self.root.styles.by_id
            say_list(paragraph, source.styles, self.root.styles.lineage(here) if known else source.styles.lineage(style))

    def _relate(self, element: _Element, marked: Marked, source: Source, target: Marked) -> None:
        """Give an element relationships of the part where it now stands."""
        arrows = {one.id: one for one in source.package.relationships(marked.part)}
        for name, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
            if not name.startswith(_RELATION) or not value:
                continue
            arrow = arrows.get(value)
            if arrow is None or (not arrow.external and arrow.target not in source.package):
                del element.attrib[name]
                continue
            to = arrow.target if arrow.external else self._draft.adopt(source.package, arrow.target)
            element.set(name, self._draft.relate(target.part, arrow.type, to, external=arrow.external))

    def _note(self, reference: _Element, kind: str, source: Source) -> None:
        """Carry the footnote or endnote that a reference names."""
        there = source.note_part(f"{kind}s")
        number = reference.get(_ID, "")
        note = None if there is None else next((one for one in there.root.iter(qn(f"w:{kind}")) if one.get(_ID) == number), None)
        if there is None or note is None:
            _remove_with_run(reference)
            return
        key = (source, kind, number)
        if key not in self._notes:
            here = self._note_part(kind, there, source)
            taken = [one.get(_ID, "") for one in here.root.iter(qn(f"w:{kind}"))]
            self._notes[key] = str(max((int(one) for one in taken if _NUMBER.fullmatch(one)), default=0) + 1)
            for copy in self.carry([note], there, source, here):
                copy.set(_ID, self._notes[key])
                here.root.append(copy)
        reference.set(_ID, self._notes[key])

    def _note_part(self, kind: str, there: Marked, source: Source) -> Marked:
        """The template's notes; where it has none, a new part with the separators of the other file's."""
        here = self.root.note_part(f"{kind}s") or next((m for m in self.root.parts.values() if m.root.tag == qn(f"w:{kind}s")), None)
        if here is None:
            empty = parse(f'<w:{kind}s xmlns:w="{W}" xmlns:r="{R}"/>'.encode())
            name = self._draft.add(f"word/{kind}s.xml", b"", part_type(f"{kind}s"))
            self._draft.relate(self.root.package.main, f"{kind}s", name)
            here = self.root.parts[name] = Marked(empty, name, [], [])
            separators = [
                one for one in there.root.iter(qn(f"w:{kind}")) if one.get(qn("w:type")) in ("separator", "continuationSeparator")
            ]
            empty.extend(self.carry(separators, there, source, here))
        return here

    def _rename_bookmarks(self, copies: list[_Element]) -> None:
        """Give bookmarks whose names are taken new ones, in the fields and links of the same content too."""
        renamed: dict[str, str] = {}
        for start in [one for copy in copies for one in copy.iter(_BOOKMARK)]:
            name, number = start.get(_NAME, ""), 1
            fresh = name
            while fresh in self._bookmarks:
                number += 1
                fresh = f"{name[: _LONGEST_NAME - len(str(number)) - 1]}_{number}"
            self._bookmarks.add(fresh)
            start.set(_NAME, fresh)
            renamed |= {name: fresh} if fresh != name else {}
        if not renamed:
            return
        words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, renamed))})(?!\w)")
        for copy in copies:
            for link in copy.iter(qn("w:hyperlink")):
                if link.get(_ANCHOR, "") in renamed:
                    link.set(_ANCHOR, renamed[link.get(_ANCHOR, "")])
            for field in copy.iter(_FIELD):
                field.text = words.sub(lambda match: renamed[match[0]], field.text or "")


def _retag(copy: _Element, number_of: Callable[[int], int]) -> None:
    """Give every tag in a copy its number in another part, wherever it stands."""

    def renewed(text: str) -> str:
        return _PLACEHOLDER.sub(lambda match: placeholder(number_of(int(match[1]))), text)

    for element in copy.iter("*"):
        if element.tag == TAG:
            element.set("n", str(number_of(int(element.get("n", "0")))))
            continue
        for name, value in element.attrib.items():
            if FIRST in value:
                element.set(name, renewed(str(value)))
        if element.text and FIRST in element.text:
            element.text = renewed(element.text)
        if element.tail and FIRST in element.tail:
            element.tail = renewed(element.tail)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_with_run(element: _Element) -> None:
    """Take an element out, and the run that held nothing else."""
    run = element.getparent()
    _remove(element)
    if run is not None and run.tag == RUN and all(child.tag == RUN_PROPERTIES for child in run):
        _remove(run)
