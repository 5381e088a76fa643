"""Values to XML at the places of their tags: the writers that compiled templates call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Environment

from reportgen.chinese import RARE, plain
from reportgen.compiler import faults
from reportgen.compiler.captured import Captured
from reportgen.compiler.program import Program
from reportgen.compiler.spots import Spot
from reportgen.compiler.tags import MARK_BEGIN
from reportgen.errors import FindingsError
from reportgen.expressions.absent import Pending
from reportgen.expressions.budget import current_budget
from reportgen.expressions.official import Official
from reportgen.expressions.printing import printed, text_of
from reportgen.narrative.blocks import Prose
from reportgen.ooxml.styles import Styles
from reportgen.render.fitting import fitted
from reportgen.render.grids import MOST_COLUMNS
from reportgen.render.insertion import Insertion
from reportgen.render.looking import Looks
from reportgen.render.prose import even_paragraphs, prose_xml
from reportgen.render.rare import with_faces
from reportgen.render.state import Rendering
from reportgen.render.text import (
    SPECIAL,
    allowed,
    broken,
    broken_within,
    escaped,
    in_attribute,
    is_plain,
    plain_text,
    run_opening,
    unmarked,
)
from reportgen.render.wellformed import keeps_well_formed

_HIGHLIGHT = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
_PLACES = {
    "attribute": ("属性", "in an attribute"),
    "row": ("表格的行与行之间", "between the rows of a table"),
    "cell": ("单元格之间", "between cells"),
}
_NOWHERE = Spot()
_SHORT = 32
"""Characters up to which a search is quicker than `is_plain`, and a value is paid for by its tag's steps alone."""


class Emission:
    """The writers of one part in one rendering."""

    def __init__(self, program: Program, rendering: Rendering, environment: Environment, styles: Styles, looks: Looks) -> None:
        self._spots: Mapping[int, Spot] = program.spots
        self._program = program
        self._rendering = rendering
        self._styles = styles
        self._looks = looks
        self._text_of: Callable[[Any], str] = text_of if environment.finalize is printed else _text_of

    def writers(self) -> tuple[Callable[..., Any], ...]:
        """The functions that the code binds, in the order of `program.WRITERS`."""
        search, keep, keep_raw, budget = SPECIAL.search, self.keep, self.keep_raw, current_budget()
        settler, spots, encode = self._rendering.settler, self._spots, str.encode

        def write(value: Any, number: int) -> bytes:
            kind = type(value)
            if kind is str:
                if len(value) < _SHORT:
                    if search(value) is None:
                        return encode(value)
                elif is_plain(value):
                    return paid(value)
            elif kind is Prose and value.even and "\n" not in value:
                return paid(value)
            return looked_over(keep(value, number))

        def write_raw(value: Any, number: int) -> bytes:
            if type(value) is str and search(value) is None:
                return paid(value)
            return looked_over(keep_raw(value, number))

        def place(value: Any, number: int) -> bytes:
            if type(value) is Prose and value.even and (spot := spots[number]).kind == "paragraph":
                return even_paragraphs(value, spot)
            return looked_over(keep(value, number))

        def place_raw(value: Any, number: int) -> bytes:
            return looked_over(keep_raw(value, number))

        def looked_over(xml: str) -> bytes:
            if MARK_BEGIN in xml:
                settler.behind = True
            return paid(xml)

        def paid(xml: str) -> bytes:
            if (length := len(xml)) >= _SHORT:
                budget.characters -= length
                if budget.characters < 0:
                    budget.write(0)
            return xml.encode()

        return write, write_raw, place, place_raw, keep, keep_raw, _as_bytes, _as_text, settler.number, settler.mark, *self._looks

    def keep(self, value: Any, number: int) -> str:
        """A value's XML at the tag of a number, escaped."""
        spot = self._spots.get(number, _NOWHERE)
        kind = type(value)
        if kind is str:
            return self._text(value, spot, number)
        if kind is Prose:
            return self._prose(value, spot, number)
        if kind is Captured:
            return self._fitted(str(value), spot, number)
        if kind is int:
            return self._text(str(value), spot, number)
        return self._rarer(value, spot, number)

    def keep_raw(self, value: Any, number: int) -> str:
        """A value's XML where nothing is escaped: what would break the part is escaped all the same."""
        if type(value) is str and ("<" in value or "&" in value):
            spot = self._spots.get(number, _NOWHERE)
            xml = broken_within(allowed(value), spot)
            if spot.kind in ("attribute", "plain"):
                return (
                    in_attribute(xml)
                    if "<" not in xml and keeps_well_formed(xml, spot, self._program.namespaces)
                    else self._text(value, spot, number)
                )
            if keeps_well_formed(xml, spot, self._program.namespaces):
                return self._fitted(xml, spot, number)
        return self.keep(value, number)

    def _rarer(self, value: Any, spot: Spot, number: int) -> str:
        if isinstance(value, int | float | Decimal):
            return self._text(self._text_of(value), spot, number)
        if isinstance(value, Prose):
            return self._prose(value, spot, number)
        if isinstance(value, Official):
            from reportgen.render.official import official_xml  # most documents have none

            xml = official_xml(value, self._place(spot, number))
            return xml if xml.startswith(MARK_BEGIN) else self._fitted(xml, spot, number)
        if hasattr(type(value), "to_xml"):
            return self._fitted(value.to_xml(self._place(spot, number)), spot, number)
        if isinstance(value, Pending):
            return self._fitted(f'<w:r>{_HIGHLIGHT}<w:t xml:space="preserve">{escaped(str(value))}</w:t></w:r>', spot, number)
        if hasattr(value, "__html__"):
            from reportgen.render.foreign import foreign_xml  # values of other libraries

            foreign = foreign_xml(value, self._place(spot, number))
            return self._markup(value, spot, number) if foreign is None else self._fitted(foreign, spot, number)
        return self._text(self._text_of(value), spot, number)

    def _prose(self, value: Prose, spot: Spot, number: int) -> str:
        if spot.kind == "text" and value.even and len(value.blocks) == 1:
            return value
        xml = prose_xml(value, self._place(spot, number))
        if RARE.search(value):
            xml = with_faces(xml, spot.run_properties, self._styles)
        return xml if spot.kind in ("text", "run", "paragraph") else self._fitted(xml, spot, number)

    def _place(self, spot: Spot, number: int) -> Insertion:
        return Insertion(self._program, number, spot, self._rendering, self._styles)

    def _markup(self, value: Any, spot: Spot, number: int) -> str:
        """XML that a value brings along, if it may stand here; else its text."""
        from reportgen.render.foreign import markup_of

        xml = broken_within(allowed(unmarked(markup_of(value))), spot)
        if "<" in xml or "&" in xml:
            whole = self._fitted(xml, spot, number)
            return whole if keeps_well_formed(whole, spot, self._program.namespaces) else self._text(plain_text(xml), spot, number)
        return self._fitted(xml, spot, number)

    def _text(self, text: str, spot: Spot, number: int) -> str:
        as_is = is_plain(text)
        xml = text if as_is else escaped(text)
        if RARE.search(xml) and spot.kind in ("text", "run", "paragraph"):
            return self._fitted(self._with_faces(broken(xml, spot), spot), spot, number)
        if spot.kind == "text":
            return xml if as_is else broken(xml, spot)
        if spot.kind in ("run", "paragraph"):
            xml = broken(xml, spot)
        elif spot.spans and not (xml.isdecimal() and len(xml) < _SHORT and 1 <= int(xml) <= MOST_COLUMNS):
            tag = self._program.tags[number]
            raise FindingsError([faults.BAD_SPAN.at(tag.span, tag=tag.typed, value=text[:_SHORT], most=MOST_COLUMNS)])
        elif spot.shades:
            xml = xml.removeprefix("#") or "auto"
        return self._fitted(xml, spot, number)

    def _with_faces(self, text: str, spot: Spot) -> str:
        """Running text with its rare characters in faces that have them; a run where the spot is not inside of one."""
        if spot.kind != "text":
            text = f"{run_opening(spot)}{text}</w:t></w:r>"
        return with_faces(text, spot.run_properties, self._styles)

    def _fitted(self, xml: str, spot: Spot, number: int) -> str:
        whole = fitted(xml, spot)
        if whole is None:
            tag = self._program.tags[number]
            zh, en = _PLACES.get(spot.kind, ("段落", "in a paragraph"))
            raise FindingsError([faults.MISPLACED_VALUE.at(tag.span, tag=tag.typed, value=xml[:40], place_zh=zh, place_en=en)])
        return whole


def _text_of(value: Any) -> str:
    """What Jinja prints, but numbers in plain notation."""
    if isinstance(value, Decimal) and value.is_finite():
        return plain(value)
    if isinstance(value, float) and "e" in (text := repr(value)):
        return plain(Decimal(text))
    return str(value)


def _as_bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _as_text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
