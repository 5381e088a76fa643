"""Numbers: exact, half-up, never a float, never without end."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.expressions import (
    UNDEFINED_RATE,
    BudgetExceeded,
    Environment,
    ExpressionError,
    compile_expression,
    number_of,
    text_of,
)

ENVIRONMENT = Environment()
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False) | st.integers(-(10**9), 10**9)


def value(source, **context):
    return compile_expression(source, ENVIRONMENT).evaluate(context)


@given(AMOUNTS, AMOUNTS, st.sampled_from("+-*"))
def test_sums_differences_and_products_are_exact(left, right, symbol):
    exact = {"+": Fraction.__add__, "-": Fraction.__sub__, "*": Fraction.__mul__}[symbol](Fraction(left), Fraction(right))
    assert Fraction(value(f"a {symbol} b", a=left, b=right)) == exact


@given(AMOUNTS, AMOUNTS)
def test_a_quotient_is_exact_to_28_digits(left, right):
    assume(right != 0 and left != 0)
    exact = Fraction(left) / Fraction(right)
    assert abs(Fraction(value("a / b", a=left, b=right)) - exact) <= abs(exact) / 10**27


@given(AMOUNTS, AMOUNTS)
def test_whole_quotients_and_remainders_go_together(left, right):
    assume(right != 0)
    quotient, rest = value("a // b", a=left, b=right), value("a % b", a=left, b=right)
    assert Fraction(quotient) * Fraction(right) + Fraction(rest) == Fraction(left)
    assert Fraction(quotient) == Fraction(left) // Fraction(right)


@given(AMOUNTS, st.integers(0, 6))
def test_rounding_goes_away_from_zero_at_halves(number, decimals):
    scaled = abs(Fraction(number)) * 10**decimals
    nearest = (scaled + Fraction(1, 2)) // 1
    assert abs(Fraction(value("a|round(n)", a=number, n=decimals))) * 10**decimals == nearest


@given(st.recursive(AMOUNTS, lambda inner: st.lists(inner, min_size=2, max_size=3), max_leaves=6))
def test_no_arithmetic_ever_gives_a_float(tree):
    def source(node):
        return f"({' / '.join(map(source, node))})" if isinstance(node, list) else f"({text_of(node)})"

    try:
        result = value(source(tree))
    except ExpressionError:
        return
    assert not isinstance(result, float)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("2.50", "2.50"),
        ("2.50 * 2", "5.00"),
        ("1 / 4", "0.25"),
        ("6 / 3", "2"),
        ("100 * 100", "10000"),
        ("1.005|round(2)", "1.01"),
        ("2.5|round", "3"),
        ("-2.5|round", "-3"),
        ("1250|round(-2)", "1300"),
        ("1.21|round(1, 'ceil')", "1.3"),
        ("-1.21|round(1, 'floor')", "-1.3"),
        ("1000000 * 10000000000000000000.0", "10000000000000000000000000.0"),
        ("0.1 + 0.2", "0.3"),
        ("2 ** 10", "1024"),
        ("2 ** -1", "0.5"),
        ("1.21 ** 0.5", "1.1"),
        ("7 // 2", "3"),
        ("-7.5 // 2", "-4"),
        ("-7.5 % 2", "0.5"),
        ("(3.7|int) + ('12.7'|int) + ('x'|int(5))", "20"),
        ("'12.70'|float", "12.70"),
        ("[1.5, 2, 3.25]|sum", "6.75"),
        ("[1.5, 2]|max ~ '/' ~ [1.5, 2]|min", "2/1.5"),
        ("0 / 0", "—"),
        ("(0 / 0) * 100 + 1", "—"),
        ("(0 / 0)|round(2)", "—"),
        ("(0 / 0)|百分比", "—"),
        ("true", "是"),
        ("none", ""),
    ],
)
def test_a_result_prints_plainly(source, printed):
    assert text_of(value(source)) == printed


@pytest.mark.parametrize("source", ["10 ** 60", "2 ** 101", "9 ** 9 ** 9", "10 ** 49 * 100", "(10 ** 40) * (10.5 ** 20)"])
def test_a_number_out_of_range_is_refused(source):
    with pytest.raises(BudgetExceeded):
        value(source)


def test_a_rate_of_nothing_is_in_no_order_and_survives_copies():
    assert value("(0/0) < 1 or (0/0) > 1 or (0/0) == 1 or 1 <= (0/0)") is False
    assert value("not (0/0)") is True
    assert pickle.loads(pickle.dumps(UNDEFINED_RATE)) is UNDEFINED_RATE
    assert copy.deepcopy(UNDEFINED_RATE) is UNDEFINED_RATE


def test_an_amount_with_parts_stands_for_its_total_or_their_sum():
    assert number_of({"total": Decimal(5), "basic": Decimal(1)}) == 5
    assert number_of({"basic": Decimal(1), "project": Decimal("2.5")}) == Decimal("3.5")
    assert number_of({"budget": Decimal(1), "executed": Decimal(2)}) is None
    assert value("a == 5 and a|保留(1) == '5.0'", a={"total": 5})


def test_floats_of_callers_are_taken_as_they_print():
    assert value("a + 0.2", a=0.1) == Decimal("0.3")
    with pytest.raises(ExpressionError):
        value("a + 1", a=float("nan"))
