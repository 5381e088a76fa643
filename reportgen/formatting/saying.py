"""Looks in clerks' words, in Chinese and in English: 三号, 固定值28.95磅, 2字, 居中."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from reportgen.chinese.fonts import SIZES
from reportgen.packs.demands import Demand
from reportgen.packs.measures import SINGLE_LINE, Align, Length, Pitch

Said: TypeAlias = tuple[str, str]
"""The same in Chinese and in English."""

_NAMES = {points * 2: name for name, points in SIZES.items()}
_ALIGNS: dict[Align, Said] = {
    "left": ("左对齐", "flush left"),
    "center": ("居中", "centred"),
    "right": ("右对齐", "flush right"),
    "both": ("两端对齐", "justified"),
    "distribute": ("分散对齐", "distributed"),
}
_ROLES: dict[str, Said] = {
    "title": ("标题", "title"),
    "subtitle": ("副标题", "subtitle"),
    "addressee": ("主送机关", "addressee"),
    **{f"heading{n}": (f"{word}级标题", f"level {n} heading") for n, word in enumerate("一二三四五", 1)},
    "body": ("正文", "body text"),
    "running": ("正文和各级标题", "body text and headings"),
    "attachment": ("附件标志", "attachment mark"),
    "attachment_note": ("附件说明", "list of attachments"),
    "caption": ("表题、图题", "caption"),
    "table": ("表格文字", "table text"),
    "table_heading": ("表头", "table heading"),
    "signature": ("署名", "signature"),
    "date": ("成文日期", "date"),
    "page_number": ("页码", "page number"),
    "contents": ("目录", "table of contents"),
    "picture": ("图片", "picture"),
    "note": ("脚注", "note"),
    "blank": ("空行", "empty line"),
}
_STRENGTHS: dict[str, Said] = {"must": ("规定", "must"), "usual": ("一般", "usual"), "practice": ("实务做法", "practice")}
_TWIPS_A_MM = Decimal(1440) / Decimal("25.4")


def role_words(role: str) -> Said:
    """The name of a role."""
    return _ROLES[role]


def size_words(size: int) -> Said:
    """A size in half-points: 三号, 15.5磅."""
    name = _NAMES.get(Decimal(size))
    points = _short(Decimal(size) / 2)
    return (name, f"{points} pt ({name})") if name else (f"{points}磅", f"{points} pt")


def align_words(align: Align) -> Said:
    return _ALIGNS[align]


def pitch_words(pitch: Pitch) -> Said:
    """The distance between lines."""
    if pitch.rule == "auto":
        times = _short(Decimal(pitch.line) / SINGLE_LINE)
        return ("单倍行距", "single spacing") if times == "1" else (f"{times}倍行距", f"{times} lines")
    points = _short(Decimal(pitch.line) / 20)
    return (f"固定值{points}磅", f"exactly {points} pt") if pitch.rule == "exact" else (f"最小值{points}磅", f"at least {points} pt")


def length_words(length: Length, size: int) -> Said:
    """A length beside a line, in characters of `size` half-points, to a tenth."""
    chars = Decimal(length.hundredths) / 100 if length.hundredths else Decimal(length.twips) / (size * 10)
    tenth = _short(round(chars, 1))
    return f"{tenth}字", f"{tenth} character{'' if tenth == '1' else 's'}"


def gap_words(length: Length) -> Said:
    """A length between paragraphs: 1行, 6磅."""
    if not length.twips and not length.hundredths:
        return "0", "0"
    if length.hundredths:
        lines = _short(Decimal(length.hundredths) / 100)
        return f"{lines}行", f"{lines} lines"
    points = _short(Decimal(length.twips) / 20)
    return f"{points}磅", f"{points} pt"


def mm_words(twips: int) -> str:
    """A distance on the page: 37mm."""
    return f"{_short(round(Decimal(twips) / _TWIPS_A_MM, 1))}mm"


def basis_words(demand: Demand) -> Said:
    """What a number rests on: GB/T 9704—2012 7.3.3（一般）."""
    zh, en = _STRENGTHS[demand.strength]
    if not demand.clause:
        return f"依据：{zh}", f"basis: {en}"
    clause = f"GB/T 9704—2012 {demand.clause}" if demand.clause[0].isdecimal() else demand.clause
    return f"依据：{clause}（{zh}）", f"basis: {clause} ({en})"


def both(name: str, said: Said) -> dict[str, str]:
    """Values of a wording: `{name_zh}` and `{name_en}`."""
    return {f"{name}_zh": said[0], f"{name}_en": said[1]}


def _short(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
