"""What indicators score."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.expressions import AbsentError, Environment, compile_expression

ENVIRONMENT = Environment()


def score(weight: Any, target: Any, actual: Any, comparison: Any = "", **settings: Any) -> str:
    names = {"w": weight, "t": target, "a": actual, "c": comparison, "settings": settings}
    value = compile_expression("w|计分(t, a, c)", ENVIRONMENT).evaluate(names)
    return str(value) if isinstance(value, int | Decimal) else ""


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("100%", "100%", "15"),
        ("≥90%", "92.5%", "15"),
        ("98%以上", "49%", "7.50"),
        ("不少于3场", "2场", "10.00"),
        ("1,200人", "800", "10.00"),
        (Decimal("130.76"), Decimal("130.44"), "14.96"),
        ("≤10天", "8天", "15"),
        ("≤10天", "12天", "12.00"),
        ("30天以内", "60天", "0.00"),
        ("30天以内", "75天", "0.00"),
        ("≥５０％", "-3%", "0.00"),
        ("0起", "0起", "15"),
        ("0起", "1起", "0.00"),
        ("≤0起", "1起", "0.00"),
        ("合规", "合规。", "15"),
        ("完成3篇", "完成3篇", "15"),
    ],
)
def test_points_follow_from_target_and_result(target: Any, actual: Any, expected: str) -> None:
    assert score(15, target, actual) == expected


@pytest.mark.parametrize(("target", "actual"), [("合规", "基本合规"), ("≥90%", "较好"), ("3场", "3次"), ("完成3篇", "完成2篇")])
def test_what_cannot_be_compared_has_no_score_of_its_own(target: str, actual: str) -> None:
    assert score(15, target, actual) == ""


def test_a_comparison_goes_before_the_sign_in_the_target() -> None:
    assert score(10, "20", "25", "≤") == "7.50"
    assert score(10, "20", "25", "≥") == "10"
    assert score(10, "20", "25", "定性") == ""


def test_a_pack_may_score_a_limit_that_was_passed_the_other_way() -> None:
    assert score(10, "≤20", "25", reverse_target="ratio") == "8.00"
    assert score(10, "≤20", "25", reverse_target="linear") == "7.50"


def test_a_result_that_is_not_given_gives_no_score() -> None:
    with pytest.raises(AbsentError):
        compile_expression("10|scored(3, a)", ENVIRONMENT).evaluate({})


@pytest.mark.parametrize(
    ("value", "number"), [("≥90%", "90"), ("1,200人次", "1200"), (Decimal("2.50"), "2.50"), ("合规", ""), ("2—3次", "")]
)
def test_the_number_in_a_target_is_read(value: Any, number: str) -> None:
    assert str(compile_expression("v|数值|默认('')", ENVIRONMENT).evaluate({"v": value})) == number


_MONEY = st.decimals(-1000, 100_000, places=2)


@given(st.decimals(0, 100, places=1), _MONEY, _MONEY, st.sampled_from(["≥", "≤", "=", ""]), st.sampled_from(["ratio", "linear"]))
def test_no_score_is_below_nothing_or_above_the_weight(weight: Decimal, target: Decimal, actual: Decimal, sign: str, way: str) -> None:
    assert 0 <= Decimal(score(weight, target, actual, sign, reverse_target=way)) <= weight


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_are_scored_or_not_without_a_fault(target: str, actual: str) -> None:
    made = score(10, target, actual)
    assert made == "" or 0 <= Decimal(made) <= 10


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("level|勾选('一级', '一级项目')", "☑"),
        ("level|ticked('二级')", "□"),
        ("marks|勾选('乙')", "☑"),
        ("marks|勾选('丙')", "□"),
        ("yes|勾选", "☑"),
        ("level|勾选", "□"),
        ("nothing|勾选('一级')", "□"),
    ],
)
def test_boxes_are_ticked_by_the_data(source: str, expected: str) -> None:
    assert compile_expression(source, ENVIRONMENT).evaluate({"level": "一级项目", "marks": ["甲", "乙"], "yes": True}) == expected
