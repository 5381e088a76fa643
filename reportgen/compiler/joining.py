"""Paragraphs and lines that `{%-` and `-%}` join: the tag's paragraph or line becomes one with its neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler.content import has_content
from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, TAG, TEXT
from reportgen.compiler.tags import Marked
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

BREAK = qn("w:br")
BREAK_KIND = qn("w:type")


def join_paragraphs(marked: Marked) -> None:
    """Join paragraphs, and lines, at block tags with whitespace control at an edge, and take the sign off those tags.

    Elsewhere the sign stays and trims the blanks beside the tag, as in Jinja.
    """
    for element, tag in list(marked.elements()):
        if tag.kind != "block" or tag.level or not (tag.left == "-" or tag.right == "-"):
            continue
        number = int(element.get("n", "0"))
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        if paragraph is None:
            continue
        if tag.left == "-" and _join_lines(paragraph, element, before=True):
            tag = replace(tag, left="")
        if tag.right == "-" and _join_lines(paragraph, element, before=False):
            tag = replace(tag, right="")
        if (
            tag.left == "-"
            and _is_edge(paragraph, element, before=True)
            and (above := _neighbour(marked, paragraph, before=True)) is not None
        ):
            _join(above, paragraph)
            paragraph, tag = above, replace(tag, left="")
        if (
            tag.right == "-"
            and _is_edge(paragraph, element, before=False)
            and (below := _neighbour(marked, paragraph, before=False)) is not None
        ):
            element.tail = None
            _join(paragraph, below)
            tag = replace(tag, right="")
        marked.tags[number] = tag


def _join_lines(paragraph: _Element, tag: _Element, *, before: bool) -> bool:
    """Take out the line breaks between a tag and what stands before (or behind) it in its paragraph; whether there were any."""
    elements = list(paragraph.iter(TAG, TEXT, BREAK))
    index = elements.index(tag)
    if before:
        parent = tag.getparent()
        beside = parent.text if parent is not None and tag.getprevious() is None else "another tag"
        following = [element for element in reversed(elements[:index]) if element is not parent]
    else:
        beside, following = tag.tail, elements[index + 1 :]
    breaks: list[_Element] = []
    for element in [] if (beside or "").strip() else following:
        if element.tag == BREAK and element.get(BREAK_KIND) in (None, "textWrapping"):
            breaks.append(element)
        elif element.tag != TEXT or (element.text or "").strip() or len(element):
            break
    for element in breaks:
        element.getparent().remove(element)  # type: ignore[union-attr]  # it stands in a run
    return bool(breaks)


def _is_edge(paragraph: _Element, tag: _Element, *, before: bool) -> bool:
    """Whether a paragraph holds neither text nor tags on one side of a tag."""
    passed = False
    for element in paragraph.iter(TAG, TEXT):
        if element is tag:
            passed = True
            text = element.tail if not before else ""
        elif passed == before:
            continue
        elif element.tag == TAG:
            return False
        else:
            text = element.text
        if (text or "").strip():
            return False
        if passed and before:
            return True
    return True


def _neighbour(marked: Marked, paragraph: _Element, *, before: bool) -> _Element | None:
    """The nearest paragraph with text on one side, empty ones between taken out; None where something else comes first."""
    for sibling in list(paragraph.itersiblings(preceding=before)):
        if sibling.tag != PARAGRAPH or _hoists(marked, sibling):
            return None
        if next(sibling.iter(SECTION), None) is not None and before:
            return None
        if any((text.text or len(text)) for text in sibling.iter(TEXT)):
            return sibling
        parent = sibling.getparent()
        if has_content(sibling) or parent is None or next(sibling.iter(SECTION), None) is not None:
            return None
        parent.remove(sibling)
    return None


def _hoists(marked: Marked, paragraph: _Element) -> bool:
    return any(marked.tags[int(element.get("n", "0"))].level in ("p", "tr", "tc") for element in paragraph.iter(TAG))


def _join(first: _Element, second: _Element) -> None:
    """Move what a paragraph holds behind what another holds; a section break moves along."""
    section = second.find(f"{PARAGRAPH_PROPERTIES}/{SECTION}")
    first.extend([child for child in second if child.tag != PARAGRAPH_PROPERTIES])
    if section is not None:
        properties = first.find(PARAGRAPH_PROPERTIES)
        if properties is None:
            properties = first.makeelement(PARAGRAPH_PROPERTIES)
            first.insert(0, properties)
        properties.append(section)
    parent = second.getparent()
    if parent is not None:
        parent.remove(second)
