"""Dates in the ways they are typed and printed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese.dates import chinese_date, long_date, month_day, read_date


@pytest.mark.parametrize("text", ["2024-03-05", "2024-3-5", "2024/3/05", "2024.3.5", "2024年3月5日", " 2024 年 03 月 5 日 "])
def test_dates_are_read_as_clerks_type_them(text: str) -> None:
    assert read_date(text) == date(2024, 3, 5)


def test_dates_and_times_are_dates_already() -> None:
    assert read_date(date(2024, 3, 5)) == read_date(datetime(2024, 3, 5, 12)) == date(2024, 3, 5)
    assert type(read_date(datetime(2024, 3, 5, 12))) is date


@pytest.mark.parametrize("text", ["", "2024-3", "2024-3.5", "24-3-5", "20240305", "2024年3月5号", "2024-03-05T00:00", "9" * 100])
def test_other_texts_are_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        read_date(text)


@pytest.mark.parametrize("text", ["2023-02-29", "2023年13月1日", "0000-01-01"])
def test_days_must_be_in_the_calendar(text: str) -> None:
    with pytest.raises(ValueError, match="no such day"):
        read_date(text)


@pytest.mark.parametrize("value", [None, 2023, 2023.5])
def test_what_is_neither_text_nor_date_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError, match="date or its text"):
        read_date(value)  # type: ignore[arg-type]


def test_dates_are_printed_without_leading_zeros() -> None:
    assert long_date("2024-03-05") == "2024年3月5日"
    assert month_day("2024-03-05") == "3月5日"


def test_dates_are_printed_in_chinese_numerals() -> None:
    assert chinese_date("2023-12-31") == "二〇二三年十二月三十一日"
    assert chinese_date("2010-10-20") == "二〇一〇年十月二十日"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_long_date_reads_back(day: date) -> None:
    assert read_date(long_date(day)) == day
