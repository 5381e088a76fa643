"""Rules over how paragraphs stand on the page: alignment, indents, line pitch, space between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.findings import Finding
from reportgen.formatting import look_faults as faults
from reportgen.formatting.looks import Shape, characters
from reportgen.formatting.manuscript import MARGIN, Block
from reportgen.formatting.pages import NEAR
from reportgen.formatting.parts import Part
from reportgen.formatting.saying import Said, align_words, gap_words, length_words, pitch_words, role_words
from reportgen.formatting.sections import Section
from reportgen.formatting.sheet import RUNNING, Sheet, found
from reportgen.formatting.tally import Tally
from reportgen.packs import Paragraph
from reportgen.packs.measures import Length, Pitch

_TABLES = ("table", "table_heading")
_NEAR_CHARS = 0.3
_NEAR_TWIPS = 20
"""A point: what rounding in dialogs makes."""
_BURSTS = 18
"""Twips of pitch to each half-point of size above which a row is burst: 1.8 times the letter."""
_GRIDS = ("lines", "linesAndChars", "snapToChars")
_CHAR_GRIDS = ("linesAndChars", "snapToChars")
_LEAST_FOR_COUNT = 40
"""Characters of a paragraph that surely fills a line."""


def shapes(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G205 to G207, G211 to G213; one for each role, or for all running text."""
    tally = Tally()
    for part in sheet.parts:
        _cut(sheet, tally, part)
        look = sheet.profile.look(part.role)
        if look is None:
            continue
        if part.role in _TABLES:
            _in_table(sheet, tally, part)
        else:
            _align(sheet, tally, part, look)
            _indents(sheet, tally, part, look)
        if part.role in RUNNING:
            _gaps(sheet, tally, part, look)
            _pitch(sheet, tally, part, look)
    yield from tally.findings()


def line_length(sheet: Sheet) -> Iterator[Finding]:
    """How many characters stand in a full line of body text. Findings: G208."""
    page, look = sheet.profile.page, sheet.profile.body
    counts: Counter[int] = Counter()
    for part in sheet.of("body"):
        section = _section(sheet, part.block)
        letters = part.block.letters
        off = section is None or abs(section.text_width - (page.width - page.left - page.right)) > NEAR
        if not off and section is not None and letters.size == look.letters.size and len(part.block.text) >= _LEAST_FOR_COUNT:
            counts[section.text_width // _advance(letters.size, letters.spacing, section, part.block.shape)] += 1
    if counts:
        shown = counts.most_common(1)[0][0]
        if shown != page.characters:
            first = next(part for part in sheet.of("body") if len(part.block.text) >= _LEAST_FOR_COUNT)
            demand = sheet.profile.demand("characters")
            yield from found(faults.CHARACTERS, demand, [sheet.span(first)], shown=shown, wanted=page.characters)


def _advance(size: int, spacing: int, section: Section, shape: Shape) -> int:
    """How far a Chinese character goes, in twips."""
    grid = section.char_space * 20 // 4096 if section.grid in _CHAR_GRIDS and shape.on_grid else 0
    return max(1, size * 10 + spacing + grid)


def _section(sheet: Sheet, block: Block) -> Section | None:
    sections = sheet.manuscript.sections
    return sections[block.section] if block.section < len(sections) else None


def _align(sheet: Sheet, tally: Tally, part: Part, look: Paragraph) -> None:
    shown, wanted = part.block.shape.align, look.align
    like = {shown, wanted} <= {"left", "both"} and (part.role != "body" or len(part.block.text) < _LEAST_FOR_COUNT)
    if shown == wanted or like or (wanted in ("center", "right") and _blanks_before(part.block) >= 2):
        return
    demand = sheet.profile.demand(part.role, "align")
    tally.add(faults.ALIGN, demand, sheet.span(part), role=role_words(part.role), shown=align_words(shown), wanted=align_words(wanted))


def _indents(sheet: Sheet, tally: Tally, part: Part, look: Paragraph) -> None:
    shape, size = part.block.shape, part.block.letters.size
    if part.block.label or _blanks_before(part.block) or (part.role == "body" and shape.align in ("center", "right")):
        return
    lengths: tuple[tuple[str, Length, Length], ...]
    lengths = (("first_line", shape.first_line, look.first_line), ("left", shape.left, look.left), ("right", shape.right, look.right))
    if part.role == "attachment_note" and shape.first_line.twips < 0:  # names of two lines hang from their first letter
        start = Length(shape.left.twips + shape.first_line.twips, shape.left.hundredths + shape.first_line.hundredths)
        lengths = (("first_line", start, look.first_line),) if part.block.text.startswith("附件") else ()
    off = [side for side, shown, wanted in lengths if abs(characters(shown, size) - characters(wanted, size)) > _NEAR_CHARS]
    if off:
        aspect = next((one for one in off if one == "right"), "first_line") if part.role == "signature" else "first_line"
        shown = _indent_words([(side, length) for side, length, _ in lengths if side in off], size)
        wanted = _indent_words([(side, length) for side, _, length in lengths if side in off], look.letters.size)
        tally.add(
            faults.INDENT, sheet.profile.demand(part.role, aspect), sheet.span(part), role=role_words(part.role), shown=shown, wanted=wanted
        )


_SIDES: dict[str, Said] = {"first_line": ("首行缩进", "first line"), "left": ("左缩进", "left"), "right": ("右缩进", "right")}


def _indent_words(lengths: list[tuple[str, Length]], size: int) -> Said:
    words = []
    for side, length in lengths:
        (zh, en), (said_zh, said_en) = _SIDES[side], length_words(length, size)
        if length.twips < 0 and side == "first_line":
            zh, said_zh = "悬挂缩进", said_zh.lstrip("-")
        words.append((zh + said_zh, f"{en} indent {said_en}"))
    return "、".join(zh for zh, _ in words), ", ".join(en for _, en in words)


def _blanks_before(block: Block) -> int:
    return len(block.raw) - len(block.raw.lstrip(MARGIN))


def _gaps(sheet: Sheet, tally: Tally, part: Part, look: Paragraph) -> None:
    shape = part.block.shape
    off = any(abs(_height(a) - _height(b)) > _NEAR_TWIPS for a, b in ((shape.before, look.before), (shape.after, look.after)))
    if off:
        role = role_words("running")
        shown, wanted = _gap_pair(shape.before, shape.after), _gap_pair(look.before, look.after)
        tally.add(faults.GAPS, sheet.profile.demand("body", "gaps"), sheet.span(part), role=role, shown=shown, wanted=wanted)


def _height(length: Length) -> int:
    return length.hundredths * 579 // 100 if length.hundredths else length.twips


def _gap_pair(before: Length, after: Length) -> Said:
    (before_zh, before_en), (after_zh, after_en) = gap_words(before), gap_words(after)
    return f"{before_zh}/{after_zh}", f"{before_en}/{after_en}"


def _pitch(sheet: Sheet, tally: Tally, part: Part, look: Paragraph) -> None:
    """Any pitch that gives as many lines as the page should hold is right."""
    shape, section = part.block.shape, _section(sheet, part.block)
    if section is None or section.landscape is not sheet.profile.page.landscape or shape.pitch == look.pitch:
        return
    if look.pitch.rule == "exact" and (pitch := _fixed(shape, section)):
        page = sheet.profile.page
        if (page.height - page.top - page.bottom) // pitch == page.lines:
            return
    demand = sheet.profile.demand("body", "line")
    wanted = pitch_words(look.pitch)
    tally.add(faults.LINES, demand, sheet.span(part), role=role_words("running"), shown=pitch_words(shape.pitch), wanted=wanted)


def _fixed(shape: Shape, section: Section) -> int:
    """The distance between lines in twips where it does not hang on the letters; 0 where it does."""
    if shape.pitch.rule == "exact":
        return shape.pitch.line
    if shape.on_grid and section.grid in _GRIDS and section.line_pitch:
        return section.line_pitch * shape.pitch.line // 240 if shape.pitch.rule == "auto" else max(section.line_pitch, shape.pitch.line)
    return 0


def _in_table(sheet: Sheet, tally: Tally, part: Part) -> None:
    pitch, size = part.block.shape.pitch, part.block.letters.size
    if pitch.rule == "exact" and pitch.line > size * _BURSTS and part.block.text:
        demand = sheet.profile.demand("table", "line")
        tally.add(faults.BURSTING, demand, sheet.span(part), role=role_words("table"), shown=pitch_words(pitch), wanted=("", ""))


def _cut(sheet: Sheet, tally: Tally, part: Part) -> None:
    pitch: Pitch = part.block.shape.pitch
    tallest = max((run.letters.size for run in part.block.worded), default=0)
    pictured = any(run.picture == "inline" for run in part.block.pictures)
    if pitch.rule == "exact" and (pitch.line < tallest * 10 or pictured):
        demand = sheet.profile.demand("cut")
        tally.add(faults.CUT, demand, sheet.span(part), role=role_words(part.role), shown=pitch_words(pitch), wanted=("", ""))
