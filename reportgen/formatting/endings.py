"""Rules over what stands at the end: list of attachments, signature and date, the attachments themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.findings import Finding
from reportgen.formatting import order_faults as faults
from reportgen.formatting.order import free_line_above
from reportgen.formatting.parts import Part
from reportgen.formatting.saying import Said, both
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs.measures import Length

_ARABIC_DATE = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}[日号]")
"""Leading zeros, 号 and days that no calendar has are found by the rules over prose."""
_SAMPLE_DATE = "2024年3月5日"
_ARABIC = str.maketrans("０１２３４５６７８９", "0123456789")
_MARK = re.compile(r"附件(?P<n>[1-9][0-9]?)?")
_LOOSE_MARK = re.compile(r"附\s*件\s*(?P<n>[0-9０-９一二三四五六七八九十]{0,3})")
_FIRST = re.compile(r"(?P<head>附\s*件\s*(?P<colon>[:：]?))\s*(?:(?P<n>[0-9０-９]{1,2})\s*(?P<point>[.．、:：]))?\s*(?P<name>.*)")
_NEXT = re.compile(r"(?P<n>[0-9０-９]{1,2})\s*(?P<point>[.．、:：])\s*(?P<name>.*)")
_ENDS = ("。", "；", "，", "、", ";", ",", ".")
_LINE = 579
"""Twips of a line."""
_BLANKS = re.compile(r"\s+")
_NUMERALS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)}


def endings(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G311 to G315, G321 to G325."""
    yield from _notes(sheet)
    yield from _attachments(sheet)
    yield from _agreement(sheet)
    yield from _signed(sheet)
    yield from _dates(sheet)


def _notes(sheet: Sheet) -> Iterator[Finding]:
    notes = sheet.of("attachment_note")
    demand = sheet.profile.demand("attachment_note", "form")
    for part in notes:
        if (wrong := _wrong_note(part, notes)) is not None:
            yield from found(faults.NOTE_FORM, demand, [sheet.span(part)], shown=part.block.text[:20], **both("wrong", wrong))
    if notes and not free_line_above(sheet, notes[0]):
        yield from found(faults.NOTE_ABOVE, demand, [sheet.span(notes[0])])


def _wrong_note(part: Part, notes: Sequence[Part]) -> Said | None:
    text, first = part.block.text, part is notes[0]
    match = (_FIRST if first else _NEXT).match(text)
    if match is None:
        return "看不出顺序号", "has no number"
    if first and match["colon"] != "：":
        return "“附件”后面不是全角冒号", "has no full-width colon behind 附件"
    if match["n"] and match["point"] != ".":
        return f"顺序号后面是“{match['point']}”，应为“.”", f"has {match['point']} behind its number instead of a full stop"
    if text.endswith(_ENDS):
        return f"末尾多了“{text[-1]}”", f"ends in {text[-1]}"
    if len(notes) > 1 and match["n"] != str(notes.index(part) + 1):
        return f"顺序号应为{notes.index(part) + 1}", f"should be number {notes.index(part) + 1}"
    return None


def _named(notes: Sequence[Part]) -> list[str]:
    """The names that a list of attachments gives."""
    matches = [(_FIRST if n == 0 else _NEXT).match(part.block.text) for n, part in enumerate(notes)]
    return [_BLANKS.sub("", match["name"]).rstrip("".join(_ENDS)) for match in matches if match]


def _attachments(sheet: Sheet) -> Iterator[Finding]:
    marks = sheet.of("attachment")
    demand = sheet.profile.demand
    for part in marks:
        text = part.block.text
        if not _MARK.fullmatch(text):
            wanted = f"附件{_number(part) or ''}"
            yield from found(faults.MARK_FORM, demand("attachment", "form"), [sheet.span(part)], shown=text, wanted=wanted)
        if not part.block.first_on_page:
            yield from found(faults.NOT_ON_ITS_PAGE, demand("attachment", "new_page"), [sheet.span(part)], shown=text)
        free = _free_lines_below(sheet, part)
        if free not in (None, 1):
            yield from found(faults.ATTACHMENT_TITLE, demand("attachment", "title"), [sheet.span(part)], shown=text, lines=free)
    for before, after in pairwise(marks):
        if _number(after) != _number(before) + 1:
            words = {"previous": before.block.text, "shown": after.block.text}
            yield from found(faults.MARK_ORDER, demand("attachment", "form"), [sheet.span(after)], **words)


def _free_lines_below(sheet: Sheet, mark: Part) -> int | None:
    """Empty lines, or space of as many, between an attachment's mark and its title; None where no title follows."""
    lines = sheet.lines
    after = lines[lines.index(mark) + 1 :]
    empty = next((n for n, part in enumerate(after) if part.role != "blank"), len(after))
    if empty == len(after) or after[empty].role != "title":
        return None
    return empty + round(_in_lines(mark.block.shape.after) + _in_lines(after[empty].block.shape.before))


def _in_lines(gap: Length) -> float:
    return gap.hundredths / 100 if gap.hundredths else gap.twips / _LINE


def _number(part: Part) -> int:
    """The number of an attachment's mark; 0 where it has none."""
    match = _LOOSE_MARK.match(part.block.text)
    digits = match["n"].translate(_ARABIC) if match else ""
    return int(digits) if digits.isdecimal() else _NUMERALS.get(digits, 0)


def _agreement(sheet: Sheet) -> Iterator[Finding]:
    """The list below the text against the attachments bound with it; attachments that are files of their own are none of its business."""
    names = _named(sheet.of("attachment_note"))
    marks = sheet.of("attachment")
    if not names or not marks:
        return
    demand = sheet.profile.demand("attachment", "agreement")
    if len(names) != len(marks):
        wrong = f"说明列了{len(names)}个，后面附了{len(marks)}个", f"{len(names)} are listed, {len(marks)} follow"
        yield from found(faults.DISAGREE, demand, [sheet.span(marks[-1])], **both("wrong", wrong))
        return
    for name, mark in zip(names, marks, strict=True):
        title = _title_below(sheet, mark)
        if title and title != name:
            wrong = f"说明里是“{name}”，附件的标题是“{title}”", f"listed as “{name}”, titled “{title}”"
            yield from found(faults.DISAGREE, demand, [sheet.span(mark)], **both("wrong", wrong))


def _title_below(sheet: Sheet, mark: Part) -> str:
    lines = sheet.lines
    title = ""
    for part in lines[lines.index(mark) + 1 :]:
        if part.role == "title":
            title += part.block.text
        elif title or part.role not in ("blank",):
            break
    return _BLANKS.sub("", title)


def _signed(sheet: Sheet) -> Iterator[Finding]:
    lines = sheet.lines
    for n, part in enumerate(lines):
        if part.role != "signature" or (n and lines[n - 1].role == "signature"):
            continue
        if not free_line_above(sheet, part):
            yield from found(faults.SIGNATURE_ABOVE, sheet.profile.demand("signature", "above"), [sheet.span(part)])
        below = [one for one in lines[n + 1 :] if one.role != "signature"]
        following = next((one for one in below if one.role != "blank"), None)
        if following is None or following.role != "date":
            yield from found(faults.NO_DATE, sheet.profile.demand("date", "form"), [sheet.span(part)], shown=part.block.text[:20])
        elif below[0].role == "blank":
            yield from found(faults.DATE_BELOW, sheet.profile.demand("date", "align"), [sheet.span(following)])


def _dates(sheet: Sheet) -> Iterator[Finding]:
    for part in sheet.of("date"):
        if not _ARABIC_DATE.fullmatch(part.block.text):
            demand = sheet.profile.demand("date", "form")
            yield from found(faults.DATE_FORM, demand, [sheet.span(part)], shown=part.block.text, wanted=_SAMPLE_DATE)
