"""Whole numbers of attributes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.ooxml.numbers import whole


@given(st.integers(-9_999_999_999, 9_999_999_999))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert whole(str(number)) == number


@pytest.mark.parametrize(("text", "number"), [("12.5", 12), ("-3.", -3), ("007", 7), ("12.5pt", 12)])
def test_fractions_are_cut_off(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", [None, "", "abc", "-", "--5", "12pt", "²", "٣", "1e9", "9" * 11, "9" * 5000])
def test_what_is_no_number_of_words_is_the_default(text: str | None) -> None:
    assert whole(text, 7) == 7
