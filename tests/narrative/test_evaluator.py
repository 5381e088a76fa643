"""Narrative over data, through the environment of expressions."""

from decimal import Decimal
from typing import Any

import pytest

from reportgen.expressions import Budget, Environment, Names, Record, variables
from reportgen.narrative import Evaluate, evaluator
from tests.narrative.reading import faults, shape

FINANCE = Record(
    {"budget": Decimal("672.37"), "reason": None, "parts": [1, 2]},
    Names({"预算数": "budget", "调整原因": "reason"}, {"budget": "预算数", "reason": "调整原因"}),
    "finance",
)
DATA = Record({"year": 2023, "finance": FINANCE, "说明": "**“甲”**\n| {{ year }}"}, Names({"收支": "finance"}, {"finance": "收支"}))


def answers(**options: Any) -> Evaluate:
    return evaluator(Environment(**options), variables(DATA))


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("{{ year }}年预算{{ finance.budget }}万元", "2023年预算672.37万元"),
        ("**预算{{ 收支.预算数 }}**万元", "<预算><672.37>万元"),
        ("预算｛｛　收支.预算数｜default（“无}}”）　｝｝万元", "预算672.37万元"),
        ("{{ 说明 }}", "**“甲”** | {{ year }}"),
        ('{{ "**" }}{{ "{{" }}', "**{{"),
        ("{{ finance.reason|default('无') }}", "无"),
    ],
)
def test_narrative_names_values_and_their_filters(text: str, look: str) -> None:
    assert shape(text, answers()) == [look]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("甲{{ }}乙", "E131", " "),
        ("甲{{ year year }}乙", "E131", "y"),
        ("甲{{ year.format(1) }}乙", "E132", None),
        ("甲{{ year|没有 }}乙", "E112", None),
        ("甲{{ 收支.调整原因 }}乙", "E101", "{{ 收支.调整原因 }}"),
        ("甲{{ nothing }}乙", "E101", "{{ nothing }}"),
        ("甲{{ 收支.parts }}乙", "E105", "{{ 收支.parts }}"),
        ("甲{{ 收支 + year }}乙", "E102", "{{ 收支 + year }}"),
        ("甲{{ year / 0 }}乙", "E103", "{{ year / 0 }}"),
        ("甲{{ 9 ** 9 ** 9 }}乙", "E104", "{{ 9 ** 9 ** 9 }}"),
    ],
)
def test_expressions_at_fault_are_found_at_their_place(text: str, code: str, words: str | None) -> None:
    ((found, at),) = faults("一。\n**乙**" + text, answers())
    assert found == code
    assert words is None or at == words


def test_in_a_draft_missing_values_are_highlighted_blanks() -> None:
    assert shape("因为{{ 收支.调整原因 }}，**{{ nothing }}**。", answers(draft=True)) == [
        "因为[[【待填：调整原因】]]，<【待填：nothing】>。"
    ]


def test_all_expressions_share_one_budget() -> None:
    evaluate = evaluator(Environment(), variables(DATA), Budget(characters=100))
    assert faults("{{ '甲'|center(60) }}乙{{ '丙'|center(60) }}", evaluate) == [("E121", "{{ '丙'|center(60) }}")]


def test_line_ends_within_values_are_blanks() -> None:
    value = "甲 \r\n\n\t乙" + " " * 100_000 + "\u2028"
    assert shape("{{ year|default }}", lambda _source: value) == ["甲 乙"]
