"""Figures worked out over data."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.expressions import UNDEFINED_RATE, Environment, Names, Record, variables
from reportgen.figures import compile_definitions, derive
from reportgen.findings import Span
from reportgen.inputs import read

RATE = """figures:
  finance.rate: {title: 预算执行率, formula: finance.executed / finance.budget * 100, unit: '%', decimals: 2, tolerance: 0.01}"""


def derived(figures, data, **options):
    definitions = compile_definitions((tree := read(figures.encode(), "figures.yaml")).value, tree, **options)[0]
    source = read(data.encode(), "input.yaml")
    return derive(definitions, source.value, source.span)


def test_a_figure_stands_in_its_place_rounded_half_up():
    data, figures, found = derived(RATE, "finance: {budget: 2500.65, executed: 2470.14}")
    assert not found
    assert data["finance"]["rate"] == Decimal("98.78")
    figure = figures["finance.rate"]
    assert (figure.title, figure.value, figure.unit, figure.given) == ("预算执行率", Decimal("98.78"), "%", False)
    assert figure.inputs == (("finance.executed", Decimal("2470.14")), ("finance.budget", Decimal("2500.65")))


def test_the_given_data_is_left_alone():
    source = {"finance": Record({"budget": 4, "executed": 3}), "rows": [{"a": 1}]}
    tree = read((RATE + "\n  rows[].b: {formula: row.a + index}").encode(), "figures.yaml")
    data, _, _ = derive(compile_definitions(tree.value, tree)[0], source, lambda _path: Span())
    assert source == {"finance": {"budget": 4, "executed": 3}, "rows": [{"a": 1}]}
    assert data == {"finance": {"budget": 4, "executed": 3, "rate": 75}, "rows": [{"a": 1, "b": 2}]}


@pytest.mark.parametrize(
    "data", ["{}", "finance: {budget: 1}", "finance: {executed: 1}", "finance:", "finance: {budget: , executed: 1}", "finance: 5"]
)
def test_a_figure_whose_inputs_are_missing_is_absent_without_a_word(data):
    result, figures, found = derived(RATE, data)
    assert (len(figures), found) == (0, [])
    assert "rate" not in (result.get("finance") if isinstance(result.get("finance"), dict) else {})


def test_a_rate_of_nothing_is_a_dash():
    data, _, found = derived(RATE, "finance: {budget: 0, executed: 0}")
    assert data["finance"]["rate"] is UNDEFINED_RATE
    assert not found


def test_a_division_by_nothing_is_told_at_the_formula_with_the_inputs_beside_it():
    _, figures, found = derived(RATE, "finance: {budget: 0, executed: 5}")
    assert len(figures) == 0
    assert [(finding.code, finding.span.file, finding.span.line, finding.message("zh"), finding.hint("en")) for finding in found] == [
        (
            "F102",
            "figures.yaml",
            2,
            "预算执行率算不出来：除数是 0：5 / 0",
            "check what the formula 'finance.executed / finance.budget * 100' reads: finance.executed = 5, finance.budget = 0",
        )
    ]
    assert [span.file for span in found[0].related] == ["input.yaml", "input.yaml"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("98.78", None),
        ("98.77", None),
        ("98.8", "预算执行率填写为 98.8%，按“finance.executed÷finance.budget×100%”计算应为 98.78%"),
        ("98.8, rate_reason: 按决算口径", None),
    ],
)
def test_a_given_figure_is_kept_and_compared(given, message):
    data, figures, found = derived(RATE, f"finance:\n  {{budget: 2500.65, executed: 2470.14, rate: {given}}}")
    assert str(data["finance"]["rate"]) == given.split(",")[0]
    assert figures["finance.rate"].given
    assert [(finding.code, finding.span.line, finding.message("zh")) for finding in found] == ([("F101", 2, message)] if message else [])


def test_a_definition_says_how_much_a_difference_weighs_and_where_the_reason_stands():
    text = "figures:\n  rows[].rate: {formula: row.a / row.b, severity: error, reason: 'rows[].why'}"
    data = "rows:\n  - {a: 1, b: 2, rate: 0.4}\n  - {a: 1, b: 2, rate: 0.4, why: 另有算法}"
    _, _, found = derived(text, data)
    assert [(finding.severity, finding.span.line) for finding in found] == [("error", 2)]


def test_a_figure_of_each_item_counts_from_1():
    data, figures, _ = derived(
        "figures:\n  rows[].share: {title: 占比, formula: \"row.a / rows|sum('a')\"}\n  rows[].n: {formula: index}",
        "rows: [{a: 1}, {b: 2}, {a: 3}]".replace("{b: 2}", "{a: 4}"),
    )
    assert list(figures) == ["rows[1].share", "rows[2].share", "rows[3].share", "rows[1].n", "rows[2].n", "rows[3].n"]
    assert data["rows"][2] == {"a": 3, "share": Decimal("0.375"), "n": 3}


def test_an_amount_may_be_a_number_or_an_object_with_parts():
    for amount in ("100", "{total: 100, basic: 60, project: 40}", "{basic: 60, project: 40}"):
        data, _, found = derived(RATE, f"finance: {{budget: {amount}, executed: 50}}")
        assert (data["finance"]["rate"], found) == (50, [])


def test_bands_and_settings_of_the_pack_are_at_hand():
    constants = {"bands": {"grade": [{"from": 90, "word": "优"}, {"from": 0, "word": "差"}]}, "settings": {"full": 100}}
    text = "figures:\n  e.grade: {formula: \"e.score|分档('grade')\"}\n  e.lost: {formula: settings.full - e.score}"
    assert derived(text, "e: {score: 95.5}", constants=constants)[0]["e"] == {
        "score": Decimal("95.5"),
        "grade": "优",
        "lost": Decimal("4.5"),
    }


def test_an_object_that_only_figures_fill_is_made():
    assert derived("figures:\n  e.total: {formula: a + b}", "{a: 1, b: 2}")[0] == {"a": 1, "b": 2, "e": {"total": 3}}


def test_a_figure_is_known_by_its_title_too():
    names = Names({"预算数": "budget"}, {"budget": "预算数"})
    tree = read(RATE.encode(), "figures.yaml")
    source = Record({"finance": Record({"budget": 4, "executed": 3}, names, "finance")}, Names({"收支": "finance"}))
    data, _, _ = derive(compile_definitions(tree.value, tree)[0], source, lambda _path: Span())
    template = Environment().from_string("{{ 收支.预算执行率 }}%，{{ 收支.预算数 }}")
    assert template.render(variables(data)) == "75.00%，4"
    assert names.aliases == {"预算数": "budget"}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_one_compiled_pack_serves_many_inputs_at_once(amounts):
    tree = read(RATE.encode(), "figures.yaml")
    definitions = compile_definitions(tree.value, tree)[0]
    inputs = [{"finance": {"budget": budget, "executed": executed}} for budget, executed in amounts]
    alone = [derive(definitions, data, lambda _path: Span())[0] for data in inputs]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda data: derive(definitions, data, lambda _path: Span())[0], inputs)) == alone


def test_figures_share_one_budget():
    figures = "".join(f"  a{number}: {{formula: 'range(2000000)|list|length'}}\n" for number in range(20))
    began = time.process_time()
    _, worked_out, found = derived(f"figures:\n{figures}", "b: 1")
    assert (len(worked_out), {finding.code for finding in found}) == (1, {"F102"})
    assert time.process_time() - began < 2
