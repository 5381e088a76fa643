"""Paragraphs that `{%-` and `-%}` join: the tag's paragraph becomes one with its neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler.content import has_content
from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, TAG, TEXT
from reportgen.compiler.tags import Marked

if TYPE_CHECKING:
    from lxml.etree import _Element


def join_paragraphs(marked: Marked) -> None:
    """Join paragraphs at block tags with whitespace control at a paragraph's edge, and take the sign off those tags.

    Elsewhere the sign stays and trims the blanks beside the tag, as in Jinja.
    """
    for element, tag in list(marked.elements()):
        if tag.kind != "block" or tag.level or not (tag.left == "-" or tag.right == "-"):
            continue
        number = int(element.get("n", "0"))
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        if paragraph is None:
            continue
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
