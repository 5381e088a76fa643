"""Properties of paragraphs and letters as a Word file writes them, made flat, so that one layer lies over another.

Source: ECMA-376 Part 1, 17.3.1 and 17.3.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from reportgen.ooxml.namespaces import W, qn
from reportgen.ooxml.numbers import whole as whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

Flat: TypeAlias = Mapping[str, str]
"""`{"jc": "center", "spacing.line": "579", "rFonts.eastAsia": "仿宋", "b": "1"}`; a slot that follows the theme begins with +."""

NOTHING: Flat = MappingProxyType({})
_PARAGRAPH = frozenset(("jc", "spacing", "ind", "outlineLvl", "numPr", "pageBreakBefore", "snapToGrid", "framePr", "pStyle"))
_LETTERS = frozenset(
    (
        "rFonts",
        "sz",
        "color",
        "highlight",
        "shd",
        "spacing",
        "w",
        "u",
        "vertAlign",
        "rStyle",
        "b",
        "i",
        "caps",
        "strike",
        "dstrike",
        "vanish",
    )
)
TOGGLES = ("b", "i", "caps", "strike", "dstrike", "vanish")
"""Those that a style inside a style turns off again. Source: ECMA-376 Part 1, 17.7.3."""
_OFF = frozenset({"0", "false", "off"})
_SAME = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_HANGING = {"hanging": "firstLine", "hangingChars": "firstLineChars"}
_PREFIX = f"{{{W}}}"


def paragraph_properties(element: _Element | None) -> Flat:
    """What a `w:pPr` says; {} of none."""
    return _flat(element, _PARAGRAPH)


def letter_properties(element: _Element | None) -> Flat:
    """What a `w:rPr` says; {} of none."""
    return _flat(element, _LETTERS)


def whether(flat: Flat, name: str) -> bool:
    """Whether a switch is on; one that is not named is off."""
    return flat.get(name, "0") not in _OFF


def whole(flat: Flat, name: str, default: int = 0) -> int:
    """A whole number that is said."""
    return whole_number(flat.get(name), default)


def over(*layers: Flat) -> Flat:
    """One layer over another, the last on top."""
    known = [layer for layer in layers if layer]
    if len(known) < 2:
        return known[0] if known else NOTHING
    return {key: value for layer in known for key, value in layer.items()}


def _flat(element: _Element | None, names: frozenset[str]) -> Flat:
    if element is None or not len(element):
        return NOTHING
    found: dict[str, str] = {}
    for child in element:
        name = str(child.tag).removeprefix(_PREFIX)
        if name not in names:
            continue
        if name == "numPr":
            _numbered(child, found)
        elif name == "rFonts":
            _faces(child, found)
        elif name == "ind":
            _indents(child, found)
        elif not child.attrib:
            found[name] = "1"
        else:
            _attributes(child, name, found)
    return found


def _attributes(child: _Element, name: str, found: dict[str, str]) -> None:
    for key, value in child.attrib.items():
        local = str(key).rpartition("}")[2]
        found[name if local == "val" else f"{name}.{local}"] = str(value)


def _numbered(child: _Element, found: dict[str, str]) -> None:
    for part in ("numId", "ilvl"):
        value = child.find(qn(f"w:{part}"))
        if value is not None:
            found[f"numPr.{part}"] = value.get(qn("w:val"), "0")


def _faces(child: _Element, found: dict[str, str]) -> None:
    """A theme's face stands above a named one of the same layer, and a named one above all layers below."""
    given = {str(key).rpartition("}")[2]: str(value) for key, value in child.attrib.items()}
    for slot, theme in (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"), ("cs", "cstheme")):
        if theme in given:
            found[f"rFonts.{slot}"] = "+" + given[theme]
        elif slot in given:
            found[f"rFonts.{slot}"] = given[slot]


def _indents(child: _Element, found: dict[str, str]) -> None:
    """First lines that hang are negative; hanging wins where both are said."""
    given = {str(key).rpartition("}")[2]: str(value) for key, value in child.attrib.items()}
    for key, value in given.items():
        if key not in _HANGING:
            found[f"ind.{_SAME.get(key, key)}"] = value
    for key, name in _HANGING.items():
        if key in given:
            found[f"ind.{name}"] = "-" + given[key].lstrip("-") if given[key].lstrip("-0") else "0"
