"""Dates read from the ways clerks type them, and written as official documents want them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Protocol, cast

from reportgen.chinese.numerals import digits, numeral
from reportgen.regexes import regex

_DATE = regex(
    r"\s*(?P<y>[0-9]{4})\s*(?:(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})|年\s*(?P<M>[0-9]{1,2})\s*月\s*(?P<D>[0-9]{1,2})\s*日)\s*"
)


class _Format(Protocol):
    def apply(self, datetime: date, locale: object) -> str: ...


def read_date(value: str | date) -> date:
    """The date that 2023-12-31, 2023/12/31, 2023.12.31 or 2023年12月31日 names; a date is given back, a time's date likewise.

    Raises:
        TypeError: neither text nor a date.
        ValueError: text in another form, or a day that the calendar does not have.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a date or its text is needed, not {type(value).__name__}")
    match = _DATE.fullmatch(value) if len(value) <= 40 else None
    if match is None:
        raise ValueError(f"not a date: {value[:40]!r} (write 2023-12-31 or 2023年12月31日)")
    try:
        return date(int(match["y"]), int(match["m"] or match["M"]), int(match["d"] or match["D"]))
    except ValueError:
        raise ValueError(f"no such day in the calendar: {value!r}") from None


def long_date(value: str | date) -> str:
    """A date with its full year and no leading zeros: 2024年3月5日. Source: GB/T 9704—2012, 7.3.5.4."""
    form, locale = _long_format()
    return form.apply(read_date(value), locale)


@cache
def _long_format() -> tuple[_Format, object]:
    """The long date of zh_CN, parsed once; Babel is imported only where a date is printed."""
    from babel import Locale

    locale = Locale.parse("zh_CN")
    return cast(_Format, locale.date_formats["long"]), locale


def chinese_date(value: str | date) -> str:
    """A date in Chinese numerals: 二〇二三年十二月三十一日."""
    day = read_date(value)
    return f"{digits(day.year)}年{numeral(day.month)}月{numeral(day.day)}日"


def month_day(value: str | date) -> str:
    """A date without its year: 3月5日."""
    day = read_date(value)
    return f"{day.month}月{day.day}日"
