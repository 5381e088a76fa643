"""Which numbered list a paragraph belongs to, by its own properties or by its style's.

Source: ECMA-376 Part 1, 17.3.1.19 (numPr), 17.7.2 (style hierarchy).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportgen.compiler.names import PARAGRAPH_PROPERTIES, VALUE
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import insert_in_order
from reportgen.ooxml.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIST, _LEVEL, _NUMBER, _INDENT = qn("w:numPr"), qn("w:ilvl"), qn("w:numId"), qn("w:ind")
_OWN = f"{PARAGRAPH_PROPERTIES}/{_LIST}/{_NUMBER}"
_STYLE = f"{PARAGRAPH_PROPERTIES}/{qn('w:pStyle')}"
LISTLESS = "0"
"""The number by which a paragraph or style says that it is in no list."""


def list_of(paragraph: _Element, styles: Styles) -> str:
    """The number of a paragraph's list; "" for one in none, and for a heading that only its style numbers."""
    own = paragraph.find(_OWN)
    number = own.get(VALUE, "") if own is not None else _by_style(style_of(paragraph), styles)
    return "" if number == LISTLESS else number


def style_of(paragraph: _Element) -> str:
    """The id of the style that a paragraph names."""
    style = paragraph.find(_STYLE)
    return "" if style is None else style.get(VALUE, "")


def say_list(paragraph: _Element, styles: Styles, faces: Iterable[Style]) -> _Element:
    """The `w:numId` of a paragraph in a list; one that its style puts there is made to say so itself.

    `faces`: the style by which it looks, and those that builds on. Their indents are then said too, since those of a list
    that the paragraph names would go before them.
    """
    own = paragraph.find(_OWN)
    if own is not None:
        return own
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    assert properties is not None, "a paragraph that names a style has properties"
    membership = properties.find(_LIST)
    if membership is None:
        membership = properties.makeelement(_LIST)
        insert_in_order(properties, membership)
    style = style_of(paragraph)
    if membership.find(_LEVEL) is None:
        level = next((one.list_level for one in styles.lineage(style) if one.list_level), "0")
        insert_in_order(membership, membership.makeelement(_LEVEL, {VALUE: level}))
    if properties.find(_INDENT) is None and (indents := _indents(faces)):
        insert_in_order(properties, properties.makeelement(_INDENT, indents))
    number = membership.makeelement(_NUMBER, {VALUE: _by_style(style, styles)})
    insert_in_order(membership, number)
    return number


def _by_style(style_id: str, styles: Styles) -> str:
    if styles.outline_level(style_id) is not None:
        return ""
    return next((style.list_number for style in styles.lineage(style_id) if style.list_number), "")


def _indents(faces: Iterable[Style]) -> dict[str, str]:
    """The indents of a style and those it builds on, down to the one that names the list."""
    found: dict[str, str] = {}
    for style in faces:
        found = dict(style.indents) | found
        if style.list_number:
            break
    return found
