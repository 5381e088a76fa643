"""What counts as a number, a truth value and nothing, and what stays text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.inputs.scalars import typed


@pytest.mark.parametrize("text", ["0", "7", "2023", "-12", "1234567890"])
def test_whole_numbers_are_int(text: str) -> None:
    assert typed(text) == int(text)
    assert type(typed(text)) is int


@pytest.mark.parametrize("text", ["2.50", "0.00", "-0.5", "672.37"])
def test_numbers_with_a_point_are_decimals_that_keep_their_zeros(text: str) -> None:
    value = typed(text)
    assert isinstance(value, Decimal)
    assert str(value) == text


def test_true_false_and_nothing_are_read_as_such() -> None:
    assert [typed(text) for text in ("true", "false", "null", "~", "")] == [True, False, None, None, None]


AMBIGUOUS = (
    *("007", "1_000", ".5", "5.", "1e5", "0x1F", "0o17", "12:30", "2023-01-05", "yes", "no", "on", "off", "True", "NULL", "+1"),
    *("１２", "1,528.34", "95%", "nan", ".inf", "-", "1.2.3", "--1"),
)


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_whatever_only_some_readers_take_for_a_value_stays_text(text: str) -> None:
    assert typed(text) == text


def test_numbers_too_long_to_be_amounts_stay_text() -> None:
    assert typed("9" * 40) == int("9" * 40)
    assert typed("9" * 41) == "9" * 41
