"""Numbered lists that begin anew in each turn of a loop, marked so that the output gives every turn a list of its own.

Word counts a list's paragraphs through the whole document. A loop that puts something before the list – a heading, a line that leads
to it – makes a list a turn; a loop of nothing but the list's own paragraphs, or of points with text behind each, is one list.
Behind the loop the list goes on that stood before it.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.compiler.content import has_content
from reportgen.compiler.membership import list_of, say_list, style_of
from reportgen.compiler.names import PARAGRAPH, TAG, VALUE
from reportgen.compiler.tags import FIRST, Marked, mark
from reportgen.ooxml.styles import Styles
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPENERS = ("for", "if")
_ENDS = ("endfor", "endif")


@dataclass(slots=True)
class _Loop:
    """A `for` tag (or an `if`, which counts for its `else` alone) whose content is being gone through."""

    element: _Element
    word: str
    end: _Element | None = None
    """The tag that ends its turns: `else`, or `endfor`."""
    lists: dict[str, None] = field(default_factory=dict)
    """The lists met in it."""
    other: bool = False
    """Whether something else was met."""
    anew: list[str] = field(default_factory=list)
    """The lists that begin anew in each turn."""


def mark_restarts(marked: Marked, styles: Styles) -> None:
    """Mark where lists begin anew and where they end, and the paragraphs of such lists."""
    members: dict[str, list[_Element]] = {}
    done: list[_Loop] = []
    around: list[_Loop] = []
    for element in list(marked.root.iter(TAG, PARAGRAPH)):
        if element.tag == TAG:
            done += _turn(marked, element, around)
            continue
        loops = [loop for loop in around if loop.word == "for" and loop.end is None]
        name = list_of(element, styles)
        if name and FIRST not in name:
            members.setdefault(name, []).append(element)
            _meet(name, loops)
        elif has_content(element):
            for loop in loops:
                loop.other = True
    for loop in done:
        _mark_turns(loop)
    for name in {name: None for loop in done for name in loop.anew}:
        for paragraph in members[name]:
            say_list(paragraph, styles, styles.lineage(style_of(paragraph))).set(VALUE, mark(f"y{name}"))


def _meet(name: str, loops: list[_Loop]) -> None:
    for loop in loops:
        if name not in loop.lists and (loop.other or loop.lists):
            loop.anew.append(name)
        loop.lists[name] = None


def _turn(marked: Marked, element: _Element, around: list[_Loop]) -> list[_Loop]:
    """Go into a loop or condition, or out of it; the loop that ends here."""
    tag = marked.tags[int(element.get("n", "0"))]
    if tag.kind == "block" and tag.word in _OPENERS:
        around.append(_Loop(element, tag.word))
    elif tag.kind == "block" and tag.word == "else" and around:
        around[-1].end = element
    elif tag.kind == "block" and tag.word in _ENDS and around:
        loop = around.pop()
        loop.end = loop.end if loop.end is not None else element
        return [loop]
    return []


def _mark_turns(loop: _Loop) -> None:
    """Marks at the beginning and the end of a loop's turns."""
    for name in loop.anew:
        loop.element.tail = mark(f"x{name}") + (loop.element.tail or "")
        before, parent = (None, None) if loop.end is None else (loop.end.getprevious(), loop.end.getparent())
        if before is not None:
            before.tail = (before.tail or "") + mark(f"z{name}")
        elif parent is not None:
            parent.text = (parent.text or "") + mark(f"z{name}")
