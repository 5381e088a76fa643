"""The text of a paragraph cut where its tags stand, each of them put into the cut as one element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.compiler.lexing import Hit
from reportgen.compiler.names import RUN, RUN_PROPERTIES, SPACE
from reportgen.compiler.tags import tag_element
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class Stretch:
    """What is left of a text before the tags that have been put into it. It is cut when all of them are: cutting at each takes long."""

    element: _Element
    begin: int
    """Where it begins in the paragraph."""
    text: str
    start: int = 0
    end: int = -1

    def __post_init__(self) -> None:
        self.end = len(self.text)

    def write(self) -> None:
        """Cut the text; an element of which nothing is left goes."""
        if (self.start, self.end) == (0, len(self.text)):
            return
        self.element.text = self.text[self.start : self.end]
        self.element.set(SPACE, "preserve")
        if self.start and not self.element.text and not len(self.element):
            remove(self.element)


def put_tag(left: Sequence[Stretch], first: int, last: int, hit: Hit, number: int) -> None:
    """Put one tag element where a tag stood that reaches from the first to the last text; later tags must be in place already."""
    here, there = left[first], left[last]
    mark = tag_element(here.element, number)
    mark.tail = here.text[hit.end - here.begin : here.end] if first == last else None
    here.end = hit.start - here.begin
    here.element.insert(0, mark)
    for within in left[first + 1 : last]:
        within.start, within.end = 0, len(within.text)
        remove(within.element)
    if last > first:
        there.start = hit.end - there.begin


def remove(element: _Element) -> None:
    """Take an element out, and its run when nothing else is left in that."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == RUN and all(child.tag == RUN_PROPERTIES for child in parent) and (above := parent.getparent()) is not None:
        above.remove(parent)
