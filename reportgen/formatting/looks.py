"""How letters and paragraphs look on the page, once everything that a Word file says about them is resolved."""

from __future__ import annotations

from reportgen.formatting.properties import Flat, whether, whole
from reportgen.packs.measures import Align, Length, LineRule, Pitch
from reportgen.values import dataclass

_ALIGNS: dict[str, Align] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "distribute",
    "thaiDistribute": "distribute",
}
_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "atLeast"}
_LINE = 240
_AUTOMATIC = Length(280)
"""Word's own space around paragraphs that come from web pages."""
_LARGEST = 3276
"""Half-points that Word takes at most."""
_USUAL_SIZE = 20
"""Half-points where nothing says another. Source: ECMA-376 Part 1, 17.3.2.38."""
_SINGLE = Pitch()
_NONE = Length()
_NO_COLOR = ("auto", "")


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look."""

    font: str
    """The face of Chinese characters; "" where nothing names one."""
    latin: str
    """The face of Latin letters and digits."""
    size: int
    """In half-points."""
    bold: bool = False
    italic: bool = False
    underline: str = ""
    """Word's name of the line (`single`); "" for none."""
    struck: bool = False
    hidden: bool = False
    color: str = ""
    """RRGGBB; "" for the automatic one, which prints black."""
    highlight: str = ""
    """Word's name of the marker's colour (`yellow`), or the shade's RRGGBB; "" for none."""
    spacing: int = 0
    """Added after each letter, in twips."""
    raised: bool = False
    """Whether it is a superscript or a subscript."""
    scale: int = 100
    """Width of letters, in per cent."""
    themed: bool = False
    """Whether a face comes from the theme."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands on the page. Lengths are in twips, in hundredths of a character or a line too where given so."""

    align: Align = "left"
    pitch: Pitch = _SINGLE
    first_line: Length = _NONE
    """Negative where the first line hangs."""
    left: Length = _NONE
    right: Length = _NONE
    before: Length = _NONE
    after: Length = _NONE
    outline: int | None = None
    """0 for the first level of headings; None for text."""
    new_page: bool = False
    """Whether it asks for a page of its own."""
    on_grid: bool = True
    """Whether its lines keep to the section's grid, where there is one."""


def letters_of(flat: Flat, faces: dict[str, str]) -> Letters:
    """The letters that resolved properties show; `faces` are those of the theme."""
    slots = [flat.get(f"rFonts.{slot}", "") for slot in ("eastAsia", "ascii")]
    font, latin = (faces.get(slot[1:], "") if slot.startswith("+") else slot for slot in slots)
    underline = flat.get("u", "")
    return Letters(
        font,
        latin,
        min(max(whole(flat, "sz", _USUAL_SIZE), 1), _LARGEST),
        bold=whether(flat, "b"),
        italic=whether(flat, "i"),
        underline="" if underline == "none" else underline,
        struck=whether(flat, "strike") or whether(flat, "dstrike"),
        hidden=whether(flat, "vanish"),
        color=_color(flat.get("color", "")),
        highlight=_marker(flat),
        spacing=whole(flat, "spacing"),
        raised=flat.get("vertAlign", "baseline") != "baseline",
        scale=whole(flat, "w", 100),
        themed=any(slot.startswith("+") for slot in slots),
    )


def shape_of(flat: Flat, size: int) -> Shape:
    """The shape that resolved properties show; characters are as wide as letters of `size` half-points."""
    outline = whole(flat, "outlineLvl", 9)
    return Shape(
        align=_ALIGNS.get(flat.get("jc", ""), "left"),
        pitch=Pitch(whole(flat, "spacing.line", _LINE), _RULES.get(flat.get("spacing.lineRule", ""), "auto")),
        first_line=_across(flat, "firstLine", size),
        left=_across(flat, "left", size),
        right=_across(flat, "right", size),
        before=_down(flat, "before"),
        after=_down(flat, "after"),
        outline=outline if 0 <= outline < 9 else None,
        new_page=whether(flat, "pageBreakBefore"),
        on_grid=flat.get("snapToGrid", "1") not in ("0", "false", "off"),
    )


def characters(length: Length, size: int) -> float:
    """A length in characters of `size` half-points."""
    return length.hundredths / 100 if length.hundredths else length.twips / (size * 10)


def _across(flat: Flat, side: str, size: int) -> Length:
    """A length along the line; characters stand above twips."""
    hundredths = whole(flat, f"ind.{side}Chars")
    return Length(hundredths * size // 10, hundredths) if hundredths else Length(whole(flat, f"ind.{side}"))


def _down(flat: Flat, side: str) -> Length:
    if whether(flat, f"spacing.{side}Autospacing"):
        return _AUTOMATIC
    hundredths = whole(flat, f"spacing.{side}Lines")
    return Length(hundredths * _LINE // 100, hundredths) if hundredths else Length(whole(flat, f"spacing.{side}"))


def _color(value: str) -> str:
    """Black by name or by number is what the automatic colour prints."""
    return "" if value in _NO_COLOR or value.strip("0") == "" else value.upper()


def _marker(flat: Flat) -> str:
    marker, shade = flat.get("highlight", "none"), flat.get("shd.fill", "auto")
    if marker != "none":
        return marker
    return "" if shade in _NO_COLOR or shade.upper() == "FFFFFF" else shade.upper()
