"""The marks that number headings and points (一、 （一） 1. ① 一是): writing them, and recognising them at a text's start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, overload

from reportgen.chinese.numerals import circled, numeral, read_numeral
from reportgen.regexes import regex
from reportgen.values import dataclass

LARGEST_READ = 999
"""The largest number read as a mark: `2023、` at a text's start is a year, not point 2023."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one form of mark is written (around its number) and recognised (also in its half-width typing)."""

    before: str
    write: Callable[[int], str]
    after: str
    pattern: re.Pattern[str]


_CHINESE = r"(?P<n>[一二三四五六七八九十百零]{1,7})"
_ARABIC = r"(?P<n>[1-9][0-9]{0,2}|[１-９][０-９]{0,2})"
_CIRCLED = {circled(n): n for n in range(1, 51)}
_ENDS = r"[　\t]+|$"
# 1.5倍 and 1、2月 are numbers; but a year may follow a mark: 1.2023年预算执行情况.
_NOT_A_NUMBER = r"(?![0-9０-９](?![0-9]{3}年))"
# 一、二季度 and 第一、第二 list several; 一、一般公共预算 and 二、三公经费 follow a mark.
_NOT_A_SERIES = r"(?!第|[一二三四五六七八九十](?:、|和|季度|级|月|期|线|类|批|号|楼|层|轮))"


def _form(before: str, write: Callable[[int], str], after: str, pattern: str) -> Form:
    return Form(before, write, after, regex(pattern))


FORMS: dict[str, Form] = {
    "一、": _form("", numeral, "、", _CHINESE + "、" + _NOT_A_SERIES),
    "（一）": _form("（", numeral, "）", rf"[（(]{_CHINESE}[）)]"),
    "1.": _form("", str, ".", _ARABIC + r"\." + _NOT_A_NUMBER),
    "1．": _form("", str, "．", _ARABIC + "．" + _NOT_A_NUMBER),
    "1、": _form("", str, "、", _ARABIC + "、" + _NOT_A_NUMBER),
    "（1）": _form("（", str, "）", rf"[（(]{_ARABIC}[）)]"),
    "1）": _form("", str, "）", rf"{_ARABIC}[）)]"),
    "①": _form("", circled, "", rf"(?P<n>[{''.join(_CIRCLED)}])"),
    # 第一章 is a mark before a blank; 第一节课 is none.
    **{f"第一{unit}": _form("第", numeral, f"{unit}　", rf"第{_CHINESE}{unit}(?:[ 　\t]+|$)") for unit in ("部分", "章", "节")},
    "第一，": _form("第", numeral, "，", rf"第{_CHINESE}[，,]"),
    "第一、": _form("第", numeral, "、", rf"第{_CHINESE}、" + _NOT_A_SERIES),
    # 一是一，二是二 says that facts are facts.
    "一是": _form("", numeral, "是", _CHINESE + r"是(?!(?P=n)(?:[，,。、；;]|$))"),
    # A bare number is a mark only where it stands alone or before a tab or a full-width blank.
    "一": _form("", numeral, "", rf"{_CHINESE}(?:{_ENDS})"),
    "1": _form("", str, "", rf"{_ARABIC}(?:{_ENDS})"),
}
"""Every form by its first member."""

MARK_STARTS = frozenset("一二三四五六七八九十百（(第123456789１２３４５６７８９").union(_CIRCLED)
"""Characters that a mark may begin with."""
_BLANKS = " \t\u3000"
_SENTENCE_ENDS = ("。", "；", "！", "？", "：", "…")
_CLOSERS = "”’）》」』"


def ordinal(n: int, form: str) -> str:
    """The mark of number `n` in `form`, named by its first member: `ordinal(2, "（一）")` is （二）.

    Raises:
        TypeError: `n` is no int.
        ValueError: no such form, or `n` is below 1.
    """
    if form not in FORMS:
        raise ValueError(f"no form of mark is called {form!r}; there are {' '.join(FORMS)}")
    if n < 1:
        raise ValueError(f"marks count from 1, not {n}")
    return _written(n, form)


@lru_cache(maxsize=4096, typed=True)
def _written(n: int, form: str) -> str:
    wanted = FORMS[form]
    return wanted.before + wanted.write(n) + wanted.after


def leading_ordinal(text: str) -> tuple[str, int, str] | None:
    """The mark that stands at the start of `text` (leading blanks do not count), as (form, number, the rest without blanks).

    Half-width typings are read as their form: `(1)` as `（1）`, `1)` as `1）`. Numbers that belong to the text
    (1.5倍, 2023年, 三八, 一、二季度, 一是一，二是二) are no marks.
    """
    text = text.lstrip(_BLANKS)
    if text[:1] not in MARK_STARTS:
        return None
    for name, form in FORMS.items():
        if match := form.pattern.match(text):
            n = _number(match["n"])
            if n is not None and 1 <= n <= LARGEST_READ:
                return name, n, text[match.end() :].lstrip(_BLANKS)
    return None


def _number(written: str) -> int | None:
    if written in _CIRCLED:
        return _CIRCLED[written]
    if written.isdecimal():
        return int(written)
    try:
        return read_numeral(written)
    except ValueError:
        return None


@overload
def enumerate_items(items: Iterable[str], form: str, joined: Literal[False] = False) -> list[str]: ...
@overload
def enumerate_items(items: Iterable[str], form: str, joined: Literal[True]) -> str: ...
@overload
def enumerate_items(items: Iterable[str], form: str, joined: bool) -> list[str] | str: ...
def enumerate_items(items: Iterable[str], form: str, joined: bool = False) -> list[str] | str:
    """Each item with its mark in `form`; an item that already carries a mark keeps that one. Blank items are left out.

    Not joined (分段) it is a list, the items' own punctuation left alone. Joined (连写) it is one text: items that
    end a sentence or a clause are left, the others end in ；, and the last one in 。.

    Raises:
        ValueError: no such form.
    """
    marks = (ordinal(n, form) for n in range(1, 10**6))
    marked = [item if leading_ordinal(item) else mark + item for item, mark in zip(_worded(items), marks, strict=False)]
    if not joined:
        return marked
    return "".join(_ended(item, "；") for item in marked[:-1]) + "".join(_ended(item, "。") for item in marked[-1:])


def _worded(items: Iterable[str]) -> list[str]:
    return [worded for item in items if (worded := item.strip())]


def _ended(item: str, mark: str) -> str:
    """`item` ending in sentence punctuation, by `mark` where it has none; a last item's ； gives way to 。."""
    return item[:-1] + mark if mark == "。" and item.endswith(("；", ";")) else ended(item, mark)


def ended(item: str, mark: str = "。") -> str:
    """`item` ending in sentence punctuation, by `mark` where it has none."""
    if item.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
        return item
    return item.rstrip("，,、;.") + mark
