"""A pack's figures and rules, compiled: every fault of theirs has its place in the pack."""

from __future__ import annotations

import pytest

from reportgen.figures import compile_definitions
from reportgen.figures.ordering import in_dependency_order
from reportgen.inputs import read

KNOWN = ["finance.budget", "finance.executed", "indicators[].score", "indicators[].weight", "data.*"]


def compiled(text, **options):
    tree = read(text.encode(), "figures.yaml")
    return compile_definitions(tree.value, tree, **options)


def told(text, **options):
    _, found = compiled(text, known=KNOWN, **options)
    return [(f"{finding.span.line}:{finding.span.column}", finding.code, finding.message("zh")) for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "figures:\n  finance.rate: {formula: finance.executed / finance.bugdet}",
            [("2:46", "F303", "“finance.rate”的“formula”用了不存在的名称“finance.bugdet”，是不是“finance.budget”？")],
        ),
        (
            "figures:\n  finance.rate: {formula: finance.budget + }",
            [("2:43", "F302", "“finance.rate”的“formula”：表达式写法有误：没有写完")],
        ),
        (
            "figures:\n  finance.rate: {formula: finance.budget|万园}",
            [("2:42", "F302", "“finance.rate”的“formula”：没有名为“万园”的过滤器，是不是“万元”？")],
        ),
        (
            "figures:\n  a: {formula: b}\n  b: {formula: c + 1}\n  c: {formula: a}\n  d: {formula: a}",
            [("2:16", "F304", "计算项互相引用：a → b → c → a")],
        ),
        ("figures:\n  a: {formula: a + 1}", [("2:16", "F304", "计算项互相引用：a → a")]),
        ("figures:\n  a: 5", [("2:6", "F301", "“a”的“a”应为键和值"), ("2:6", "F301", "“a”的“formula”应为算式")]),
        ("figures:\n  a: {formula: '1', decimals: 2.5}", [("2:31", "F301", "“a”的“decimals”应为0 到 20 的整数")]),
        ("figures:\n  a: {formula: '1', severity: loud}", [("2:31", "F301", "“a”的“severity”应为error、warning、notice")]),
        ("rules:\n  r: {check: finance.budget > 0, tolerance: -1}", [("2:45", "F301", "“r”的“tolerance”应为不小于 0 的数字")]),
        (
            "rules:\n  r: {each: indicators, check: row.score <= row.wieght}",
            [("2:45", "F303", "“r”的“check”用了不存在的名称“row.wieght”，是不是“indicators[].weight”？")],
        ),
        (
            "rules:\n  r: {check: finance.budget > 0, message: '预算{finance.bugdet}'}",
            [("2:47", "F303", "“r”的“message”用了不存在的名称“finance.bugdet”，是不是“finance.budget”？")],
        ),
        ("figures:\n  a: {formula: data.anything.at_all + settings.x}", []),
        ("figures:\n  a: {formula: finance.budget.total}", []),
        ("figures:\n  indicators[].rate: {formula: row.score / row.weight}\n  best: {formula: indicators|map(attribute='rate')|max}", []),
        ("figures:\n  a: off\nrules:\n  r: false\n  s: off\n  t:", []),
    ],
)
def test_a_fault_of_a_pack_has_its_place_there(text, expected):
    assert told(text, constants={"settings": {}}) == expected


def test_a_faulty_figure_leaves_the_others_in_force():
    definitions, found = compiled("figures:\n  a: {formula: '1 +'}\n  b: {formula: '2'}\nrules:\n  r: {check: '('}\n  s: {check: 'true'}")
    assert len(found) == 2
    assert [figure.name for figure in definitions.figures] == ["b"]
    assert [rule.name for rule in definitions.rules] == ["s"]


def test_figures_are_worked_out_after_those_that_they_read():
    text = """
figures:
  grade: {formula: "'优' if evaluation.score >= 90 else '良'"}
  evaluation.score: {formula: "indicators|sum('points')"}
  indicators[].points: {formula: row.rate / 10}
  indicators[].rate: {formula: row.score / row.weight * 100}
"""
    definitions, found = compiled(text)
    assert not found
    assert [figure.name for figure in definitions.figures] == ["indicators[].rate", "indicators[].points", "evaluation.score", "grade"]


def test_a_file_without_figures_or_rules_is_fine():
    assert compiled("{}")[0].figures == ()
    assert compiled("figures: 5\nrules: []")[1] == []


def test_a_long_chain_of_figures_is_put_in_order():
    chain = {f"a{number}": [f"a{number + 1}"] for number in range(5000)}
    ordered, circles = in_dependency_order(chain)
    assert (ordered, circles) == (list(reversed(chain)), [])
    ordered, (circle,) = in_dependency_order({**chain, "a5000": ["a0"]})
    assert (ordered, len(circle)) == ([], 5001)


def test_a_rule_may_be_about_documents_that_print_a_field():
    definitions, found = compiled("rules:\n  a: {check: x > 1, prints: x}\n  b: {check: x > 1, prints: [x, y.z]}\n", known=["x", "y.z"])
    assert found == []
    assert [rule.prints for rule in definitions.rules] == [("x",), ("x", "y.z")]


def test_what_a_rule_says_is_printed_must_be_fields():
    found = compiled("rules:\n  a: {check: x > 1, prints: [x, w]}\n  b: {check: x > 1, prints: 3}\n", known=["x"])[1]
    assert [finding.code for finding in found] == ["F303", "F301"]
