"""Rules over page numbers: whether they are there, how they are written, how they look and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place, Span
from reportgen.formatting import page_faults as faults
from reportgen.formatting.faces import kind_of
from reportgen.formatting.looks import Letters, characters
from reportgen.formatting.manuscript import MARGIN, Block
from reportgen.formatting.pages import NEAR, beginning
from reportgen.formatting.parts import Part
from reportgen.formatting.saying import Said, both, length_words, mm_words, size_words
from reportgen.formatting.sections import Section
from reportgen.formatting.sheet import Sheet, found
from reportgen.formatting.wording import TYPED_NUMBER
from reportgen.ooxml.namespaces import qn
from reportgen.packs.measures import Length
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELDS = ("PAGE",)
_DIGITS = re.compile(r"[0-9]{1,3}")
_SPACES = re.compile(r"[\s\u3000\xa0]+")
_PLACES: dict[str, Said] = {"left": ("居左", "on the left"), "center": ("居中", "centred"), "right": ("居右", "on the right")}
_OUTER: Said = ("单页居右、双页居左", "on the right of odd pages, on the left of even ones")
_SHEETS: dict[str, Said] = {"default": ("单页", "odd pages"), "even": ("双页", "even pages"), "first": ("首页", "the first page")}
_ALL: Said = ("各页", "the pages")
_NEAR_DISTANCE = 2 * NEAR
_NEAR_CHARS = 0.3
_NATURAL = 13
"""Twips of a line's height to each half-point of its letters, where no pitch says so."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A page number as a footer shows it."""

    block: Block
    text: str
    """As page 1 would have it."""
    letters: Letters
    align: str
    indent: float
    """Characters from the edge that it stands at."""


def page_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G121 to G128."""
    wanted = sheet.profile.page_number
    yield from _typed_in_text(sheet)
    if wanted.position == "none":
        return
    seen: set[tuple[object, ...]] = set()
    for section in sheet.manuscript.sections:
        for kind in _shown(sheet, section):
            part = section.footers.get(kind, section.headers.get(kind, ""))
            key = (part, kind, section.landscape, section.bottom, section.footer, section.number_format)
            if key not in seen:
                seen.add(key)
                yield from _of_part(sheet, section, kind, part)
    yield from _counted_anew(sheet)


def _shown(sheet: Sheet, section: Section) -> list[str]:
    """The kinds of footer that a section's pages show."""
    own_first = ["first"] if section.own_first and not _has_cover(sheet, section) else []
    return [*own_first, "default", *(["even"] if sheet.manuscript.odd_and_even else [])]


def _has_cover(sheet: Sheet, section: Section) -> bool:
    """Whether a section's text, if it has any, begins on a later page than the section: what stands before is a cover without a number."""
    parts = [part for part in sheet.parts if part.block.section == section.number]
    text = next((n for n, part in enumerate(parts) if _is_text(part)), None)
    return text is None or any(part.block.first_on_page for part in parts[1 : text + 1])


def _is_text(part: Part) -> bool:
    return part.level > 0 or part.role in ("body", "table", "table_heading")


def _of_part(sheet: Sheet, section: Section, kind: str, part: str) -> Iterator[Finding]:
    number = _number(sheet, part) if part else None
    demand = sheet.profile.demand
    wanted = sheet.profile.page_number
    form = f"{wanted.before}1{wanted.after}"
    where = _SHEETS[kind] if sheet.manuscript.odd_and_even or kind == "first" else _ALL
    if number is None:
        typed = _typed_in_footer(sheet, part) if part else None
        if typed is not None:
            yield from found(faults.NUMBER_TYPED, demand("page_number", "missing"), [_at(sheet, part, typed)], shown=typed.text)
        else:
            place = [beginning(sheet, section)]
            yield from found(faults.NO_NUMBER, demand("page_number", "missing"), place, wanted=form, **both("where", where))
        return
    place = [_at(sheet, part, number.block)]
    if kind == "default" and (section.number_format == "decimal" or not _is_front(sheet, section)):  # 目录 may count in Roman numerals
        yield from _form(sheet, section, number, form, place)
        yield from _look(sheet, number, place)
        yield from _distance(sheet, section, number, place)
    yield from _place(sheet, kind, number, where, place)


def _at(sheet: Sheet, part: str, block: Block) -> Span:
    return Span(sheet.manuscript.file, place=Place(part, paragraph=block.place.paragraph, words=block.text[:24]))


def _number(sheet: Sheet, part: str) -> _Number | None:
    for block in sheet.part_beside(part):
        runs = [run for run in block.runs if run.field in _FIELDS]
        if runs:
            align, indent = _standing(block)
            return _Number(block, _as_on_page_one(block), runs[0].letters, align, indent)
    return None


def _typed_in_footer(sheet: Sheet, part: str) -> Block | None:
    """A footer's line that is a number and no field."""
    blocks = sheet.part_beside(part)
    return next((block for block in blocks if _DIGITS.fullmatch(block.text) or TYPED_NUMBER.fullmatch(block.text)), None)


def _as_on_page_one(block: Block) -> str:
    """The words around the number, each field's result by one digit."""
    words, before = [], ""
    for run in block.runs:
        if run.field in _FIELDS:
            words.append("" if before in _FIELDS else "1")
        else:
            words.append(run.text)
        before = run.field
    return _SPACES.sub(" ", "".join(words)).strip()


def _standing(block: Block) -> tuple[str, float]:
    """Where a number stands, by alignment, frame, text box or tabs, and how many characters it leaves free beside it."""
    shape, size = block.shape, block.letters.size
    framed = _framed(block.element)
    if framed:
        return framed, 1.0
    before = block.raw[: len(block.raw) - len(block.raw.lstrip(MARGIN))]
    tabs = before.count("\t")
    align = ("center", "right")[min(tabs, 2) - 1] if tabs else {"both": "left", "distribute": "center"}.get(shape.align, shape.align)
    behind = block.raw[len(block.raw.rstrip(MARGIN)) :]
    if align == "left":
        return align, characters(shape.left, size) + characters(shape.first_line, size) + before.count("\u3000")
    return align, characters(shape.right, size) + behind.count("\u3000")


def _framed(paragraph: _Element) -> str:
    """Where the frame or text box around a number stands; Word and WPS put numbers into such."""
    frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    place = "" if frame is None else frame.get(qn("w:xAlign"), "")
    for anchor in paragraph.iterancestors(qn("wp:anchor")):
        align = anchor.find(f"{qn('wp:positionH')}/{qn('wp:align')}")
        place = place or (align.text or "" if align is not None else "")
    return {"outside": "outer", "inside": "left"}.get(place, place)


def _form(sheet: Sheet, section: Section, number: _Number, wanted: str, place: list[Span]) -> Iterator[Finding]:
    shown = number.text if section.number_format in ("decimal", "numberInDash") else number.text.replace("1", "一")
    if section.number_format == "numberInDash":
        shown = f"- {shown} -"
    if shown != wanted:
        yield from found(faults.NUMBER_FORM, sheet.profile.demand("page_number", "form"), place, shown=shown, wanted=wanted)


def _look(sheet: Sheet, number: _Number, place: list[Span]) -> Iterator[Finding]:
    shown, wanted = number.letters, sheet.profile.page_number.letters
    face, size = shown.latin or shown.font, shown.size
    wrong_face, wrong_size = kind_of(face) != kind_of(wanted.latin), size != wanted.size
    if wrong_face or wrong_size:
        demand = sheet.profile.demand("page_number", "font" if wrong_face else "size")
        shown_words, wanted_words = _looking(size, face), _looking(wanted.size, wanted.latin)
        yield from found(faults.NUMBER_LOOK, demand, place, **both("shown", shown_words), **both("wanted", wanted_words))


def _looking(size: int, face: str) -> Said:
    zh, en = size_words(size)
    return zh + face, f"{en} {face}"


def _distance(sheet: Sheet, section: Section, number: _Number, place: list[Span]) -> Iterator[Finding]:
    """The middle of the number's line below where the type area should end: wrong margins are told by themselves.

    A section that lies across keeps its number where it would be upright.
    """
    if section.landscape is not sheet.profile.page.landscape:
        return
    shape = number.block.shape
    height = shape.pitch.line if shape.pitch.rule == "exact" else number.letters.size * _NATURAL
    shown = sheet.profile.page.bottom - section.footer - height // 2 - shape.after.twips
    wanted = sheet.profile.page_number.distance
    if abs(shown - wanted) > _NEAR_DISTANCE:
        demand = sheet.profile.demand("page_number", "distance")
        yield from found(faults.NUMBER_DISTANCE, demand, place, shown=mm_words(shown), wanted=mm_words(wanted))


def _place(sheet: Sheet, kind: str, number: _Number, where: Said, place: list[Span]) -> Iterator[Finding]:
    wanted = sheet.profile.page_number
    outer = wanted.position == "outer"
    right = ("left" if kind == "even" else "right") if outer else wanted.position
    if number.align == "outer":
        right = "outer" if outer else right
    lonely = outer and not sheet.manuscript.odd_and_even and number.align != "outer"
    if lonely or number.align != right:
        shown = _PLACES.get(number.align, ("居外侧", "on the outer side"))
        words = _OUTER if lonely or right == "outer" else _PLACES[right]
        demand = sheet.profile.demand("page_number", "position")
        yield from found(faults.NUMBER_PLACE, demand, place, **both("where", where), **both("shown", shown), **both("wanted", words))
    elif right in ("left", "right"):
        yield from _indent(sheet, number, where, place)


def _indent(sheet: Sheet, number: _Number, where: Said, place: list[Span]) -> Iterator[Finding]:
    letters, wanted = sheet.profile.page_number.letters, sheet.profile.page_number.indent
    if abs(number.indent - characters(wanted, letters.size)) > _NEAR_CHARS:
        shown = length_words(Length(round(number.indent * letters.size * 10)), letters.size)
        demand = sheet.profile.demand("page_number", "indent")
        right = length_words(wanted, letters.size)
        yield from found(faults.NUMBER_INDENT, demand, place, **both("where", where), **both("shown", shown), **both("wanted", right))


def _counted_anew(sheet: Sheet) -> Iterator[Finding]:
    """Sections behind one that has numbers and that begin to count again."""
    numbered = False
    for section in sheet.manuscript.sections:
        if numbered and section.starts_at is not None:
            demand = sheet.profile.demand("page_number", "count")
            yield from found(faults.NUMBER_COUNT, demand, [beginning(sheet, section)], shown=section.starts_at)
        part = section.footers.get("default", "")
        numbered = numbered or bool(part and _number(sheet, part) is not None and not _is_front(sheet, section))


def _is_front(sheet: Sheet, section: Section) -> bool:
    """Whether a section is only a cover or a table of contents, behind which the count begins."""
    return not any(part.block.section == section.number and _is_text(part) for part in sheet.parts)


def _typed_in_text(sheet: Sheet) -> Iterator[Finding]:
    """Lines of the body that are nothing but a number between dashes."""
    typed = [part for part in sheet.lines if part.role != "contents" and TYPED_NUMBER.fullmatch(part.block.text)]
    if typed:
        demand = sheet.profile.demand("page_number", "typed")
        yield from found(faults.NUMBER_TYPED, demand, [sheet.span(part) for part in typed], shown=typed[0].block.text)
