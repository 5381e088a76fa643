"""Measures in clerks' words (`三号`, `28磅`, `2字`, `37mm`, `居中`) as the numbers that Word files hold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from reportgen.chinese import size_pt
from reportgen.regexes import regex
from reportgen.values import dataclass

Align = Literal["left", "center", "right", "both", "distribute"]
LineRule = Literal["auto", "exact", "atLeast"]

SINGLE_LINE = 240
"""`w:line` of a single line under the rule `auto`."""
MOST_TWIPS = 31_680
"""Word's own bound: 22 inches."""
_TWIPS = {"mm": Decimal(1440) / Decimal("25.4"), "cm": Decimal(1440) / Decimal("2.54"), "磅": Decimal(20), "英寸": Decimal(1440)}
_UNITS = {
    "毫米": "mm",
    "厘米": "cm",
    "公分": "cm",
    "pt": "磅",
    "点": "磅",
    "in": "英寸",
    "字符": "字",
    "个字": "字",
    "字宽": "字",
    "倍行距": "倍",
}
_MEASURE = regex(r"(-?[0-9]{1,4}(?:\.[0-9]{1,4})?)([^\s0-9.]{0,3})")
_PLAIN = str.maketrans("０１２３４５６７８９．－−，", "0123456789.--,")
_ALIGNS: dict[str, Align] = {
    **dict.fromkeys(("居中", "居中对齐", "center"), "center"),
    **dict.fromkeys(("两端对齐", "两端", "both", "justify"), "both"),
    **dict.fromkeys(("左对齐", "居左", "左", "顶格", "left"), "left"),
    **dict.fromkeys(("右对齐", "居右", "右", "right"), "right"),
    **dict.fromkeys(("分散对齐", "分散", "distribute"), "distribute"),
}
_NAMED_LINES = {"单倍": 240, "单倍行距": 240, "single": 240, "1.5倍": 360, "双倍": 480, "2倍": 480, "两倍": 480}
_NONE = frozenset({"无", "none"})


@dataclass(frozen=True, slots=True)
class Length:
    """A length, in twips; in hundredths of a character or of a line too where it was given so."""

    twips: int = 0
    hundredths: int = 0


@dataclass(frozen=True, slots=True)
class Pitch:
    """The distance between lines: twips, or 240ths of a line under the rule `auto`."""

    line: int = SINGLE_LINE
    rule: LineRule = "auto"


def read_length(word: str, size: int, line: int = 0) -> Length | None:
    """A length beside the line or between paragraphs; `size` is the letter's, in half-points. None: not understood.

    `line` is the distance between lines in twips where that is fixed; Word's own idea of 1行 is 12 points then, less than half a line.
    """
    if word in _NONE:
        return Length()
    measure = _measured(word)
    if measure is None:
        return None
    value, unit = measure
    if unit == "字":
        return _bounded(_rounded(value * size * 10), _rounded(value * 100))
    if unit == "行" and line:
        return _bounded(_rounded(value * line))
    if unit == "行":
        return _bounded(_rounded(value * SINGLE_LINE), _rounded(value * 100))
    if unit in _TWIPS:
        return _bounded(_rounded(value * _TWIPS[unit]))
    return Length() if not unit and not value else None


def read_size(word: str) -> int | None:
    """A letter's size in half-points: 三号 is 32, 16磅 and 16 are too."""
    try:
        points = size_pt(word)
    except ValueError:
        measure = _measured(word)
        if measure is None or measure[1] not in ("磅", ""):
            return None
        points = measure[0]
    return _rounded(points * 2) if Decimal(1) <= points <= Decimal(400) else None


def read_pitch(word: str) -> Pitch | None:
    """The distance between lines: 28.95磅 is exactly that, 最小值20磅 at least that, 单倍 and 1.5倍 follow the letters."""
    tidy = _tidy(word)
    if tidy in _NAMED_LINES:
        return Pitch(_NAMED_LINES[tidy])
    rule: LineRule = "atLeast" if tidy.startswith("最小值") else "exact"
    measure = _measured(tidy.removeprefix("最小值").removeprefix("固定值"))
    if measure is None or measure[0] <= 0:
        return None
    value, unit = measure
    if unit == "倍":
        return Pitch(_rounded(value * SINGLE_LINE)) if value <= 10 else None
    return Pitch(_rounded(value * _TWIPS[unit]), rule) if unit in _TWIPS and value * _TWIPS[unit] <= MOST_TWIPS else None


def read_align(word: str) -> Align | None:
    """How lines stand between the margins."""
    return _ALIGNS.get(_tidy(word).lower())


def _measured(word: str) -> tuple[Decimal, str] | None:
    match = _MEASURE.fullmatch(_tidy(word))
    if match is None:
        return None
    unit = match[2].lower()
    return Decimal(match[1]), _UNITS.get(unit, unit)


def _tidy(word: str) -> str:
    return "".join(word.split()).translate(_PLAIN)


def _bounded(twips: int, hundredths: int = 0) -> Length | None:
    return Length(twips, hundredths) if abs(twips) <= MOST_TWIPS else None


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
