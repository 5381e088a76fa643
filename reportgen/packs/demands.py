"""How binding each number of a page format is, and the clause that says so: what a checker goes by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from reportgen.values import dataclass

Strength: TypeAlias = Literal["must", "usual", "practice", "off"]
"""规定 what the standard lays down; 一般 what it calls usual; 实务 what offices do beyond it; 不查 what is not looked at."""

STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True)
class Demand:
    """How binding a number is."""

    strength: Strength
    clause: str = ""
    """The clause of GB/T 9704—2012, or what a district names in its place; "" where there is none."""


_PRACTICE = Demand("practice")
_OF_ATTACHMENTS = ("form", "title", "new_page", "agreement")
STANDARD_DEMANDS: Mapping[str, Demand] = MappingProxyType(
    {
        "paper": Demand("must", "5.1"),
        "margins": Demand("must", "5.2.1"),
        "lines": Demand("usual", "5.2.3"),
        "characters": Demand("practice", "5.2.3"),
        "color": Demand("usual", "5.2.4"),
        "font": Demand("usual", "5.2.2"),
        "size": Demand("usual", "5.2.2"),
        "line": Demand("practice", "5.2.3"),
        "title.font": Demand("usual", "7.3.1"),
        "title.size": Demand("usual", "7.3.1"),
        "title.align": Demand("usual", "7.3.1"),
        "addressee.first_line": Demand("must", "7.3.2"),
        "addressee.end": Demand("must", "7.3.2"),
        "body.first_line": Demand("must", "7.3.3"),
        **{f"heading{n}.{aspect}": Demand("usual", "7.3.3") for n in range(1, 6) for aspect in ("font", "size", "first_line", "form")},
        "attachment_note.first_line": Demand("must", "7.3.4"),
        "attachment_note.form": Demand("must", "7.3.4"),
        "signature.align": Demand("must", "7.3.5.2"),
        "signature.right": Demand("must", "7.3.5.2"),
        "signature.above": Demand("must", "7.3.5.2"),
        "date.form": Demand("must", "7.3.5.4"),
        "date.align": Demand("must", "7.3.5.2"),
        **{f"attachment.{aspect}": Demand("must", "7.3.7") for aspect in ("font", "size", "first_line", *_OF_ATTACHMENTS)},
        **{f"page_number.{aspect}": Demand("usual", "7.5") for aspect in ("font", "size", "form", "position", "indent", "distance")},
        "page_number.missing": Demand("usual", "7.5"),
        "page_number.typed": Demand("usual"),
        "page_number.count": Demand("must", "7.5"),
        **{
            f"{role}.{aspect}": _PRACTICE
            for role in ("subtitle", "table", "table_heading", "caption")
            for aspect in ("font", "size", "line")
        },
        "heading5.font": _PRACTICE,
        "cut": Demand("must"),
    }
)
"""By `group.aspect`, by aspect alone, practice where neither stands here. Strengths are those of the words that GB/T 9704—2012 uses."""


def demand_of(given: Mapping[str, Mapping[str, str]], group: str, aspect: str = "") -> Demand:
    """How binding `aspect` of `group` is in a profile whose groups say `given`: `{"margins": {"strength": "usual"}}`."""
    standard = STANDARD_DEMANDS.get(f"{group}.{aspect}") or STANDARD_DEMANDS.get(aspect or group, _PRACTICE)
    own = given.get(group, {})
    strength = next((one for one in STRENGTHS if one == own.get("strength")), standard.strength)
    return Demand(strength, own.get("clause", standard.clause))
