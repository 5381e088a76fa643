"""The lines whose very words the standard fixes: addressee, marks of headings, list of attachments, their marks, the date of signing.

Source: GB/T 9704—2012, 7.3.2, 7.3.3, 7.3.4, 7.3.5.4, 7.3.7.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportgen.checks.word import written
from reportgen.chinese import long_date, numeral
from reportgen.formatting.parts import HEADINGS, Part, Role
from reportgen.regexes import regex
from reportgen.typesetting.replacing import replace_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAIN = str.maketrans("０１２３４５６７８９", "0123456789")
_DIGITS = {**{numeral(n): str(n) for n in range(1, 10)}, **dict.fromkeys("〇○零", "0")}
_NUMERALS = {numeral(n): str(n) for n in range(1, 32)}
_ONE, _COUNT = "[0-9〇○零一二三四五六七八九]", "[0-9一二三四五六七八九十]{1,3}"
_DATE = regex(f"(?P<year>{_ONE}{{4}})年(?P<month>{_COUNT})月(?P<day>{_COUNT})[日号]")
_FIRST_NOTE = regex(r"附\s*件\s*[:：]?\s*")
_NUMBER = regex(r"([0-9０-９]{1,2})\s*[.．、:：]\s*(?=\S)")
_MARK = regex(r"附\s*件\s*([0-9０-９一二三四五六七八九十]{0,3})\s*[:：、.]?")
_POINT, _BRACKET = regex(r"([0-9]{1,2})[、．](?=\S)"), regex(r"([0-9]{1,2})[)）](?=\S)")
_STOPS = "。；，、;,."


def settle_words(paragraph: _Element, part: Part) -> None:
    """Write the line as the standard wants it, where its words leave no doubt; all other lines stay as they are."""
    wanted = _WANTED.get(part.role)
    text = "".join(words for _, words in written(paragraph))
    plain = text.strip()
    if wanted is None or not plain or "\n" in plain or "\t" in plain:
        return
    new = wanted(plain)
    if new != plain:
        start = text.index(plain)
        replace_text(paragraph, start, start + len(plain), new)


def _addressee(text: str) -> str:
    return text.rstrip(":：") + "："


def _heading(text: str) -> str:
    if match := _POINT.match(text):
        return f"{match[1]}.{text[match.end() :]}"
    if match := _BRACKET.match(text):
        return f"（{match[1]}）{text[match.end() :]}"
    return text


def _note(text: str) -> str:
    head = _FIRST_NOTE.match(text)
    rest = text[head.end() :] if head else text
    if number := _NUMBER.match(rest):
        rest = f"{number[1].translate(_PLAIN)}.{rest[number.end() :]}"
    return ("附件：" if head else "") + rest.rstrip(_STOPS)


def _mark(text: str) -> str:
    match = _MARK.fullmatch(text)
    if match is None:
        return text
    return "附件" + _NUMERALS.get(match[1], match[1].translate(_PLAIN))


def _date(text: str) -> str:
    match = _DATE.fullmatch("".join(text.split()).translate(_PLAIN))
    if match is None:
        return text
    year = "".join(_DIGITS.get(sign, sign) for sign in match["year"])
    month, day = (_NUMERALS.get(match[name], match[name]) for name in ("month", "day"))
    try:
        return long_date(f"{year}-{month:0>2}-{day:0>2}")
    except ValueError:  # no day of the calendar: for a person to settle
        return text


_WANTED: dict[Role, Callable[[str], str]] = {
    "addressee": _addressee,
    "attachment_note": _note,
    "attachment": _mark,
    "date": _date,
    **dict.fromkeys(HEADINGS, _heading),
}
