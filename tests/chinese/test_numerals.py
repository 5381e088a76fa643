"""Numerals against known cases, and reading against writing."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese.numerals import LARGEST, circled, digits, numeral, read_numeral

KNOWN = {
    0: "零",
    1: "一",
    10: "十",
    11: "十一",
    20: "二十",
    100: "一百",
    105: "一百零五",
    110: "一百一十",
    111: "一百一十一",
    1001: "一千零一",
    1010: "一千零一十",
    10030: "一万零三十",
    10500: "一万零五百",
    100000: "十万",
    203000: "二十万三千",
    100000010: "一亿零一十",
    20000300: "二千万零三百",
    105000000: "一亿零五百万",
    1000000000001: "一万亿零一",
    1000200000000: "一万零二亿",
    -3: "负三",
}


@pytest.mark.parametrize(("n", "text"), KNOWN.items())
def test_numbers_are_spoken_as_people_speak_them(n: int, text: str) -> None:
    assert numeral(n) == text
    assert read_numeral(text) == n


@given(st.integers(-LARGEST, LARGEST))
def test_a_numeral_reads_back_as_its_number(n: int) -> None:
    assert read_numeral(numeral(n)) == n


@given(st.integers(10, LARGEST))
def test_digits_read_back_as_their_number(n: int) -> None:
    assert read_numeral(digits(n)) == n


def test_years_are_written_digit_by_digit() -> None:
    assert digits(2023) == "〇".join(["二", "二三"])
    assert read_numeral("二零二三") == 2023


def test_two_may_be_read_as_liang_and_ten_as_one_ten() -> None:
    assert (read_numeral("两万零三十"), read_numeral("一十二"), read_numeral("一百〇五")) == (20030, 12, 105)


@pytest.mark.parametrize(
    "text", ["", "负", "负负三", "负零", "百", "一百五", "一万五", "十十", "一二百", "三八节", "12", "亿万", "一" * 65, "负二〇二三年"]
)
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        read_numeral(text)


@given(st.text("零一二三十百千万亿两〇负年", max_size=12))
def test_reading_any_text_gives_a_number_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(read_numeral(text), int)


def test_numbers_beyond_the_bound_are_refused() -> None:
    with pytest.raises(ValueError, match="up to 9999999999999999"):
        numeral(LARGEST + 1)
    with pytest.raises(ValueError, match="from 0"):
        digits(-1)
    with pytest.raises(ValueError, match="from 1"):
        circled(0)


@pytest.mark.parametrize("write", [numeral, digits, circled])
@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_only_whole_numbers_are_written(write: object, value: object) -> None:
    with pytest.raises(TypeError, match="whole number"):
        write(value)  # type: ignore[operator]


def test_circled_numbers_end_at_fifty() -> None:
    assert [circled(n) for n in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "（51）"]
