"""Rules over titles, addressee, headings and captions: whether they are there, their marks and their sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.chinese import ordinal
from reportgen.chinese.numerals import read_numeral
from reportgen.findings import Finding
from reportgen.formatting import order_faults as faults
from reportgen.formatting.parts import Part
from reportgen.formatting.roles import ALSO
from reportgen.formatting.saying import both, role_words
from reportgen.formatting.sheet import Sheet, found
from reportgen.formatting.tally import Tally

_HALF_A_LINE = 140
"""Twips of space that stand for an empty line: half a line of small type."""
_NUMBERED = re.compile(r"(?P<kind>[表图])\s*(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?![-—.][0-9])")
_SEVERAL_LEVELS = re.compile(r"[表图]\s*[0-9一二三四五六七八九十]")
_FULL_COLON = "："


def order(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G301 to G310."""
    if not sheet.of("title") and any(part.role == "body" for part in sheet.parts):
        yield from found(faults.NO_TITLE, sheet.profile.demand("title", "size"), [sheet.span(sheet.of("body")[0])])
    yield from _addressee(sheet)
    yield from _marks(sheet)
    yield from _levels(sheet)
    yield from _captions(sheet)


def free_line_above(sheet: Sheet, part: Part) -> bool:
    """Whether an empty line, or space of about a line, stands above a paragraph; so it does at a page's beginning."""
    lines = sheet.lines
    n = lines.index(part)
    if n == 0 or part.block.first_on_page or part.block.shape.before.twips >= _HALF_A_LINE:
        return True
    above = lines[n - 1]
    return above.role in ("blank", "picture") or above.block.shape.after.twips >= _HALF_A_LINE or _table_between(sheet, above, part)


def _table_between(sheet: Sheet, above: Part, below: Part) -> bool:
    blocks = sheet.manuscript.blocks
    return blocks.index(below.block) - blocks.index(above.block) > 1


def _addressee(sheet: Sheet) -> Iterator[Finding]:
    for part in sheet.of("addressee"):
        text = part.block.text
        if not text.endswith(_FULL_COLON):
            yield from found(faults.ADDRESSEE_END, sheet.profile.demand("addressee", "end"), [sheet.span(part)], shown=text[-12:])
        if not free_line_above(sheet, part):
            yield from found(faults.ADDRESSEE_ABOVE, sheet.profile.demand("addressee", "end"), [sheet.span(part)])


def _marks(sheet: Sheet) -> Iterator[Finding]:
    """Marks that differ from their level's; in hand-made files the mark itself told the level, so only its variants show."""
    tally = Tally()
    numbered = []
    for part in sheet.parts:
        if part.level and part.block.label:
            numbered.append(sheet.span(part))
        if not part.level or not part.form or part.block.label or part.level > len(sheet.numbering):
            continue
        wanted = sheet.numbering[part.level - 1]
        own = part.form if part.sure or part.form not in sheet.numbering else wanted
        if own != wanted and not (part.sure and part.form not in (*ALSO, *sheet.numbering)):
            demand = sheet.profile.demand(part.role, "form")
            shown, right = ((mark, mark) for mark in (ordinal(1, own), ordinal(1, wanted)))
            tally.add(faults.HEADING_FORM, demand, sheet.span(part), role=role_words(part.role), shown=shown, wanted=right)
    yield from tally.findings()
    yield from found(faults.NUMBERED_BY_WORD, sheet.profile.demand("numbered"), numbered)


def _levels(sheet: Sheet) -> Iterator[Finding]:
    """Headings that skip a level, and those below which nothing stands."""
    said = [part for part in sheet.parts if part.role not in ("blank", "contents")]
    above: Part | None = None
    for part, following in pairwise([*said, None]):
        if part is None or not part.level:
            above = None if part is not None and part.role in ("attachment", "title") else above
            continue
        if above is not None and part.level > above.level + 1:
            demand = sheet.profile.demand("levels")
            words = both("role", role_words(part.role)) | both("above", role_words(above.role))
            place = [sheet.span(part)]
            yield from found(faults.LEVEL_SKIPPED, demand, place, above=above.block.text[:20], shown=part.block.text[:20], **words)
        above = part
        if _empty(part, following):
            yield from found(faults.EMPTY_HEADING, sheet.profile.demand("empty"), [sheet.span(part)], shown=part.block.text[:20])


def _empty(part: Part, following: Part | None) -> bool:
    """Whether a heading stands alone: a deeper one, text, a table or a picture below it is something."""
    if part.run_in or (len(part.block.text) > 30 and part.block.text.endswith("。")):
        return False
    if following is None or following.role in ("signature", "date", "attachment", "attachment_note"):
        return True
    return 0 < following.level <= part.level and (part.sure or part.level < 3)


def _captions(sheet: Sheet) -> Iterator[Finding]:
    last: dict[str, int] = {}
    unnumbered: list[Part] = []
    for part in sheet.of("caption"):
        match = _NUMBERED.match(part.block.text)
        if match is None:
            unnumbered += [] if _SEVERAL_LEVELS.match(part.block.text) else [part]
            continue
        kind, number = match["kind"], _read(match["n"])
        before = last.get(kind, 0)
        if before and number != before + 1:
            words = {"previous": f"{kind}{before}", "shown": f"{kind}{number}", "wanted": f"{kind}{before + 1}"}
            yield from found(faults.CAPTION_ORDER, sheet.profile.demand("caption", "form"), [sheet.span(part)], **words)
        last[kind] = number
        yield from _side(sheet, part, kind)
    if unnumbered:
        places = [sheet.span(part) for part in unnumbered]
        yield from found(faults.CAPTION_NUMBER, sheet.profile.demand("caption", "form"), places, shown=unnumbered[0].block.text[:20])


def _side(sheet: Sheet, part: Part, kind: str) -> Iterator[Finding]:
    """A table's caption below it, with no table behind it; a picture's above it, with no picture before it."""
    n = sheet.parts.index(part)
    above = next((one for one in reversed(sheet.parts[:n]) if one.role != "blank"), None)
    below = next((one for one in sheet.parts[n + 1 :] if one.role != "blank"), None)
    table = kind == "表"
    own, other = (below, above) if table else (above, below)
    if (own is not None and _is_figure(own, table)) or other is None or not _is_figure(other, table):
        return
    what = ("表", "table") if table else ("图", "picture")
    sides = (("下面", "below"), ("上面", "above"))
    where, wanted = sides if table else sides[::-1]
    words = both("what", what) | both("where", where) | both("wanted", wanted)
    yield from found(
        faults.CAPTION_PLACE, sheet.profile.demand("caption", "place"), [sheet.span(part)], shown=part.block.text[:20], **words
    )


def _is_figure(part: Part, table: bool) -> bool:
    return part.block.cell is not None if table else bool(part.block.pictures)


def _read(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    try:
        return read_numeral(digits)
    except ValueError:
        return 0
