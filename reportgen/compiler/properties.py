"""A look from a profile as the properties that a style or a paragraph has in Word.

Source: ECMA-376 Part 1, 17.3.1 and 17.3.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.order import put_in_order
from reportgen.packs import Lettering, Paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
# Line breaks before and after marks as Chinese asks; no blanks of Word's own making beside digits and Latin letters,
# which would push the last character of a full line over; nothing tied to a grid that the page does not have.
TYPOGRAPHY = {
    "kinsoku": "1",
    "overflowPunct": "1",
    "topLinePunct": "0",
    "autoSpaceDE": "0",
    "autoSpaceDN": "0",
    "snapToGrid": "0",
    "widowControl": "0",
}


def paragraph_properties(look: Paragraph, level: int | None = None, typography: Mapping[str, str] | None = None) -> _Element:
    """`w:pPr` of a style."""
    properties = etree.Element(qn("w:pPr"))
    if level is not None:
        put(properties, "keepNext", val="1")
        put(properties, "keepLines", val="1")
        put(properties, "outlineLvl", val=str(level))
    for name, value in (typography or {}).items():
        put(properties, name, val=value)
    spacing = {
        "beforeLines": str(look.before.hundredths),
        "before": str(look.before.twips),
        "afterLines": str(look.after.hundredths),
        "after": str(look.after.twips),
        "line": str(look.pitch.line),
        "lineRule": look.pitch.rule,
    }
    put(properties, "spacing", **spacing)
    put(properties, "ind", **_indents(look))
    put(properties, "jc", val=look.align)
    return properties


def property_of(name: str, **values: str) -> _Element:
    """`w:name` with these values as its attributes."""
    return etree.Element(qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in values.items()})


def dotted_to(position: int) -> _Element:
    """Tab stops with one on the right, dots leading to it, `position` twips from the margin."""
    tabs = etree.Element(qn("w:tabs"))
    etree.SubElement(tabs, qn("w:tab"), {qn("w:val"): "right", qn("w:leader"): "dot", qn("w:pos"): str(position)})
    return tabs


def _indents(look: Paragraph) -> dict[str, str]:
    """Indents in characters for Word and WPS, and in twips for viewers that do not know characters; hanging where negative."""
    first = "hanging" if look.first_line.twips < 0 else "firstLine"
    measures = {"left": look.left, "right": look.right, first: look.first_line}
    chars = {f"{side}Chars": str(abs(length.hundredths) if side == first else length.hundredths) for side, length in measures.items()}
    return chars | {side: str(abs(length.twips) if side == first else length.twips) for side, length in measures.items()}


def letter_properties(letters: Lettering) -> _Element:
    """`w:rPr` of a style, nothing left to inherit."""
    properties = etree.Element(qn("w:rPr"))
    put(properties, "rFonts", **{slot: letters.font if slot == "eastAsia" else letters.latin for slot in SLOTS})
    for toggle in ("b", "bCs"):
        put(properties, toggle, val="1" if letters.bold else "0")
    for toggle in ("i", "iCs"):
        put(properties, toggle, val="0")
    put(properties, "color", val="auto")
    put(properties, "spacing", val=str(letters.spacing))
    put(properties, "kern", val="0")
    for size in ("sz", "szCs"):
        put(properties, size, val=str(letters.size))
    return properties


def put(parent: _Element, name: str, **values: str) -> None:
    """Give properties one of their own, in place of what it was."""
    put_in_order(parent, property_of(name, **values))
