"""Plain values as authors write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.packs.scalars import as_written, read_number, read_yes_or_no


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_grouped_number_with_its_unit_is_read_as_it_was_meant(value: Decimal):
    reading = read_number(f"{value:,f}万元", "万元")
    assert reading.number == value
    assert as_written(reading.number) == f"{value:f}"


@given(st.text(max_size=80), st.sampled_from(["", "万元", "%", "人"]))
def test_any_text_is_read_or_refused(text: str, unit: str):
    reading = read_number(text, unit)
    assert (reading.number is None) == (reading.fault is not None and reading.fault.code != "D205")


@pytest.mark.parametrize("text", ["", "-", ".5", "1.", "1e3", "+1", "1.2.3", "1,", "١٢", "9" * 70])
def test_what_is_no_number_is_not_taken_for_one(text: str):
    assert read_number(text, "万元").number is None


def test_words_for_yes_and_no():
    assert [read_yes_or_no(word) for word in ("是", " Yes ", "否", "no", "不知道")] == [True, True, False, False, None]


def test_plain_values_come_back_as_they_were_written():
    assert [as_written(value) for value in (12338, Decimal("2.50"), True)] == ["12338", "2.50", "true"]
