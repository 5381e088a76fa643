"""Findings written into a copy of their Word file, each as a comment at its place.

Source: ECMA-376 Part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, TEXT
from reportgen.compiler.places import Places
from reportgen.findings import Place
from reportgen.ooxml import Draft, Package, parse, serialize
from reportgen.ooxml.namespaces import W, part_type, qn
from reportgen.ooxml.numbers import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    _Counted = tuple[Place, _Element, str]

Note = tuple[Place, str]
"""Where a comment belongs, and what it says, in lines."""

AUTHOR = "reportgen"
_EMPTY = f'<w:comments xmlns:w="{W}"/>'.encode()
_ID = qn("w:id")
_BREAKS = (qn("w:br"), qn("w:cr"), qn("w:tab"), qn("w:noBreakHyphen"), qn("w:softHyphen"), qn("w:ptab"))


def annotated(package: Package, notes: Sequence[Note]) -> Package:
    """A copy of a Word file with a comment for each note. Word has comments in the body only: what concerns a header, a footer or a
    note stands at the body's beginning and names its part.
    """
    draft = Draft(package)
    name = package.part("comments")
    comments = parse(draft[name] if name else _EMPTY)
    body = package.root(package.main)
    first = 1 + max((whole(one.get(_ID), -1) for one in comments), default=-1)
    placed = zip(notes, _paragraphs_of(body, package, [place for place, _ in notes]), strict=True)
    for number, ((place, text), paragraph) in enumerate(placed, first):
        if paragraph is not None:
            _anchor(paragraph, place.tag, str(number))
            elsewhere = "" if place.part == package.main else f"{place.part}: {place.words or place.tag}\n"
            comments.append(_comment(comments, str(number), elsewhere + text))
    if not name:
        name = draft.add("word/comments.xml", _EMPTY, part_type("comments"))
        draft.relate(package.main, "comments", name)
    draft.put(name, serialize(comments))
    draft.put(package.main, serialize(body))
    return draft.package()


def _paragraphs_of(body: _Element, package: Package, places: Sequence[Place]) -> list[_Element | None]:
    """The body's paragraph for each place: the one counted so that holds the tag, else one that holds it, else the first."""
    known = list(_counted(body, package))
    counted: dict[tuple[int, ...], list[_Counted]] = {}
    for one in known:
        counted.setdefault(_position(one[0]), []).append(one)
    first = known[0][1] if known else None
    return [_nearest(place, known, counted.get(_position(place), [])) if place.part == package.main else first for place in places]


def _position(place: Place) -> tuple[int, ...]:
    return place.table, place.row, place.cell, place.paragraph


def _nearest(wanted: Place, known: Sequence[_Counted], here: Sequence[_Counted]) -> _Element | None:
    holding = (element for some in (here, known) for _, element, text in some if wanted.tag in text) if wanted.tag else iter(())
    return next(chain(holding, (element for some in (here, known) for _, element, _ in some)), None)


def _counted(body: _Element, package: Package) -> Iterator[_Counted]:
    """The paragraphs that may bear a comment, with their places and all text in them; those of text boxes go with the one around them."""
    places = Places(body, package.main, package.file, ())
    for paragraph in body.iter(PARAGRAPH):
        places.visit(paragraph)
        place = places.span().place
        if place is not None and next(paragraph.iterancestors(PARAGRAPH), None) is None:
            yield place, paragraph, "".join(_texts(paragraph.iter(TEXT, *_BREAKS)))


def _texts(elements: Iterable[_Element]) -> Iterator[str]:
    for element in elements:
        yield (element.text or "") if element.tag == TEXT else " "


def _anchor(paragraph: _Element, tag: str, number: str) -> None:
    """Put a comment's range around the runs that hold a tag, around the whole paragraph where no runs of its own do."""
    children = [child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES]
    held = _holding(children, tag) or children
    start = paragraph.makeelement(qn("w:commentRangeStart"), {_ID: number})
    end = paragraph.makeelement(qn("w:commentRangeEnd"), {_ID: number})
    run = paragraph.makeelement(RUN)
    run.append(run.makeelement(qn("w:commentReference"), {_ID: number}))
    if held:
        held[0].addprevious(start)
        held[-1].addnext(end)
    else:
        paragraph.extend([start, end])
    end.addnext(run)


def _holding(children: Sequence[_Element], tag: str) -> list[_Element]:
    """The children of a paragraph over which a tag reaches."""
    texts = ["".join(_texts(child.iter(TEXT, *_BREAKS))) for child in children]
    begin = "".join(texts).find(tag) if tag else -1
    if begin < 0:
        return []
    held, position = [], 0
    for child, text in zip(children, texts, strict=True):
        if position < begin + len(tag) and position + len(text) > begin:
            held.append(child)
        position += len(text)
    return held


def _comment(comments: _Element, number: str, text: str) -> _Element:
    comment = comments.makeelement(qn("w:comment"), {_ID: number, qn("w:author"): AUTHOR, qn("w:initials"): "rg"})
    for line in text.splitlines():
        paragraph, run, words = (comments.makeelement(name) for name in (PARAGRAPH, RUN, TEXT))
        words.text = line
        run.append(words)
        paragraph.append(run)
        comment.append(paragraph)
    return comment
