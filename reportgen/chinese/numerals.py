"""Whole numbers to Chinese numerals and back: 一百零五, 二〇二三, ①."""

from __future__ import annotations

LARGEST = 10**16 - 1
"""The largest number (either side of zero) that `numeral` writes: 九千九百九十九万…九千九百九十九亿…."""

_DIGITS = "零一二三四五六七八九"
_UNITS = (("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2), ("十", 10))
_TO_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FROM_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_LONGEST_TEXT = 64


def numeral(n: int) -> str:
    """`n` as it is spoken: 十, 一百零五, 一万零三十, 负三.

    Raises:
        TypeError: `n` is no int.
        ValueError: `n` is beyond ±`LARGEST`.
    """
    _require_int(n)
    if abs(n) > LARGEST:
        raise ValueError(f"numeral() writes whole numbers up to {LARGEST}, not {n:.3e}")
    if n < 0:
        return "负" + numeral(-n)
    spoken = spell(n)
    return spoken[1:] if spoken.startswith("一十") else spoken


def spell(n: int) -> str:
    """`n` (from 0 to `LARGEST`) with its leading 一 always written: 一十, not 十; amounts in capitals need it."""
    for unit, worth in _UNITS:
        if n >= worth:
            high, low = divmod(n, worth)
            gap = "零" if 0 < low < worth // 10 else ""
            return spell(high) + unit + gap + (spell(low) if low else "")
    return _DIGITS[n]


def digits(n: int) -> str:
    """`n` digit by digit, as years are written: 二〇二三.

    Raises:
        TypeError: `n` is no int.
        ValueError: `n` is negative, or beyond `LARGEST`.
    """
    _require_int(n)
    if not 0 <= n <= LARGEST:
        raise ValueError(f"digits() writes whole numbers from 0 to {LARGEST}")
    return str(n).translate(_TO_DIGITS)


def read_numeral(text: str) -> int:
    """The number that a Chinese numeral names, spoken (一百零五, 两万) or digit by digit (二〇二三).

    Raises:
        ValueError: `text` is no well-formed numeral.
    """
    if not 0 < len(text) <= _LONGEST_TEXT:
        raise ValueError(f"not a Chinese numeral: {text[:_LONGEST_TEXT]!r}")
    if text.startswith("负") and not text.startswith(("负负", "负零", "负〇")):
        return -read_numeral(text[1:])
    if len(text) > 1 and not text.strip("〇" + _DIGITS):
        return int(text.translate(_FROM_DIGITS))
    spoken = text.replace("〇", "零").replace("两", "二")
    spoken = spoken[1:] if spoken.startswith("一十") else spoken
    worth = _worth(spoken)
    # Reading is lenient; what it read counts only if writing it gives the same numeral again.
    if worth is None or worth > LARGEST or numeral(worth) != spoken:
        raise ValueError(f"not a Chinese numeral: {text!r}")
    return worth


def _worth(spoken: str) -> int | None:
    for unit, worth in _UNITS:
        high, mark, low = spoken.partition(unit)
        if mark:
            count = _worth(high) if high else 1
            rest = _worth(low) if low else 0
            return None if count is None or rest is None else count * worth + rest
    digit = spoken.removeprefix("零") or "零"
    return _DIGITS.index(digit) if digit in _DIGITS else None


def circled(n: int) -> str:
    """`n` in a circle, ① to ㊿; beyond 50, where no such character exists, （51）.

    Raises:
        TypeError: `n` is no int.
        ValueError: `n` is below 1, or beyond `LARGEST`.
    """
    _require_int(n)
    if not 1 <= n <= LARGEST:
        raise ValueError(f"circled() writes whole numbers from 1 to {LARGEST}")
    for last, before_first in ((20, 0x245F), (35, 0x3250 - 20), (50, 0x32B0 - 35)):
        if n <= last:
            return chr(before_first + n)
    return f"（{n}）"


def _require_int(n: int) -> None:
    if not isinstance(n, int) or isinstance(n, bool):
        raise TypeError(f"a whole number is needed, not {type(n).__name__}")
