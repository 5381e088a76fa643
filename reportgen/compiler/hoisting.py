"""Tags with a prefix moved to where they act: between paragraphs, rows, cells or runs."""

from __future__ import annotations

from copy import deepcopy
from itertools import takewhile
from typing import TYPE_CHECKING

from reportgen.compiler import faults
from reportgen.compiler.content import contents, has_content, holds_text, movables, split, take_out, tidy
from reportgen.compiler.lexing import Level
from reportgen.compiler.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES, SECTION
from reportgen.compiler.tags import Marked, Tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINERS: dict[Level, str] = {"tr": ROW, "tc": CELL, "p": PARAGRAPH, "r": RUN}
_NAMES = {
    "tr": ("表格行", "table row", "行"),
    "tc": ("单元格", "table cell", "格"),
    "p": ("段落", "paragraph", "段"),
    "r": ("文字", "run", "段"),
}
_SECTION_BREAK = f"{PARAGRAPH_PROPERTIES}/{SECTION}"
_OPENERS = {"for", "if", "macro", "call", "filter", "with", "block", "set", "autoescape"}


def hoist(marked: Marked) -> None:
    """Move every prefixed tag out of its row, cell, paragraph or run; what stands beside it is kept.

    Findings: T009, T010.
    """
    for level, container in _CONTAINERS.items():
        for element, tags in _by_container(marked, level, container):
            if level in ("tr", "tc"):
                _out_of_table(marked, element, level, tags)
            else:
                _out_of_text(marked, element, tags)


def _by_container(marked: Marked, level: Level, container: str) -> list[tuple[_Element, list[_Element]]]:
    groups: dict[_Element, list[_Element]] = {}
    for element, tag in list(marked.elements()):
        if tag.level == level:
            home = next(element.iterancestors(container), None)
            if home is None:
                _complain_of_level(marked, tag, level)
            else:
                groups.setdefault(home, []).append(element)
    return list(groups.items())


def _complain_of_level(marked: Marked, tag: Tag, level: Level) -> None:
    zh, en, _ = _NAMES[level]
    marked.findings.append(faults.TAG_OUTSIDE.at(tag.span, tag=tag.typed, container_zh=zh, container_en=en, level=level))


def _out_of_table(marked: Marked, home: _Element, level: Level, tags: list[_Element]) -> None:
    """Tags first in a row or cell go before it, tags last in it behind it; a row of nothing else makes room for them."""
    mine = set(tags)
    shown = list(contents(home))
    leading = list(takewhile(mine.__contains__, shown))
    trailing = list(takewhile(mine.__contains__, reversed(shown))) if len(leading) < len(shown) else []
    amid = [element for element in tags if element not in leading and element not in trailing]
    for element in amid:
        zh, en, measure = _NAMES[level]
        tag = marked.tags[int(element.get("n", "0"))]
        marked.findings.append(faults.TAG_AMID_CONTENT.at(tag.span, tag=tag.typed, container_zh=zh, container_en=en, measure=measure))
    for element in tags:
        _detach(element)
    for element in (*leading, *amid):
        home.addprevious(element)
    for element in trailing:
        home.addnext(element)
    if len(leading) == len(shown):
        _dissolve(home)


def _detach(element: _Element) -> None:
    """Take a tag out of its text; its paragraph goes when nothing else is in it and the cell has another."""
    paragraph = take_out(element)
    if paragraph is not None:
        tidy(paragraph)
    if paragraph is None or has_content(paragraph) or next(paragraph.iter(SECTION), None) is not None:
        return
    if any(one is not None and one.tag == PARAGRAPH for one in (paragraph.getprevious(), paragraph.getnext())):
        _dissolve(paragraph)


def _dissolve(home: _Element) -> None:
    """Remove a container; bookmarks in it stay behind it."""
    for mark in reversed(movables(home)):
        mark.tail = None
        home.addnext(mark)
    parent = home.getparent()
    if parent is not None:
        parent.remove(home)


def _out_of_text(marked: Marked, home: _Element, tags: list[_Element]) -> None:
    """Cut a paragraph or run at its tags, and put each between the halves; a blank is worth a run, but no paragraph."""
    is_kept = holds_text if home.tag == RUN else has_content
    for element in tags:
        look = _look(element)
        rest = split(home, element)
        take_out(element)
        home.addnext(element)
        element.extend(look)
        if is_kept(home):
            tidy(home)
        else:
            _move_behind(home, element)
        home = rest
    if is_kept(home):
        tidy(home)
    elif home.find(_SECTION_BREAK) is None:
        _dissolve(home)
    elif marked.tags[int(tags[-1].get("n", "0"))].word in _OPENERS:
        tags[-1].addprevious(home)


def _look(element: _Element) -> list[_Element]:
    """Copies of the properties of the paragraph and run that a tag is about to leave: its value may want to look like them."""
    holders = (next(element.iterancestors(container), None) for container in (PARAGRAPH, RUN))
    properties = (PARAGRAPH_PROPERTIES, RUN_PROPERTIES)
    found = (holder.find(name) for holder, name in zip(holders, properties, strict=True) if holder is not None)
    return [deepcopy(one) for one in found if one is not None]


def _move_behind(home: _Element, element: _Element) -> None:
    """Remove an empty first half; bookmarks in it move behind the tag."""
    for mark in reversed(movables(home)):
        mark.tail = None
        element.addnext(mark)
    parent = home.getparent()
    if parent is not None:
        parent.remove(home)
