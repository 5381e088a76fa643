"""A pack's rules run over data."""

from __future__ import annotations

import pytest

from reportgen.figures import compile_definitions, derive, run_rules
from reportgen.inputs import read


def broken(rules, data, figures="", **options):
    tree = read(f"{figures}\nrules:\n{rules}".encode(), "figures.yaml")
    definitions, found = compile_definitions(tree.value, tree, **options)
    assert not found
    source = read(data.encode(), "input.yaml")
    return run_rules(definitions, derive(definitions, source.value, source.span)[0], source.span)


SUMS = """
  budget-sums:
    code: P101
    severity: error
    when: finance.basic is defined
    check: finance.budget == finance.basic + finance.project
    tolerance: 0.01
    at: finance.budget
    message: {zh: "预算{finance.budget}与分项之和{finance.basic + finance.project}不符", en: "budget {finance.budget|万元} is not the sum"}
    hint: {zh: 核对分项, en: check the parts}
    why: 分项之和应等于合计。
"""


def test_a_broken_rule_tells_both_values_at_the_input():
    (finding,) = broken(SUMS, "finance:\n  budget: 100\n  basic: 60\n  project: 39.98")
    assert (finding.code, finding.severity, finding.span.line, finding.span.column) == ("P101", "error", 2, 11)
    assert (finding.message("zh"), finding.hint("zh")) == ("预算100与分项之和99.98不符", "核对分项")
    assert (finding.message("en"), finding.hint("en")) == ("budget 100万元 is not the sum", "check the parts")
    assert [span.line for span in finding.related] == [3, 4]
    assert (finding.fault.name, finding.fault.why) == ("budget-sums", "分项之和应等于合计。")


def test_settings_of_the_pack_are_no_place_in_the_input():
    source = "  r:\n    check: finance.budget <= settings.most\n    at: finance.budget\n    message: 太多\n"
    (finding,) = broken(source, "finance:\n  budget: 100\nyear: 2023", constants={"settings": {"most": 1}})
    assert finding.related == ()


@pytest.mark.parametrize(
    "data",
    [
        "finance: {budget: 100, basic: 60, project: 40}",
        "finance: {budget: 100, basic: 60, project: 39.99}",
        "finance: {budget: 100}",
        "finance: {budget: 100, basic: 60}",
        "{}",
    ],
)
def test_a_rule_that_holds_or_does_not_apply_is_silent(data):
    assert broken(SUMS, data) == []


def test_a_rule_for_each_item_points_at_the_item():
    rule = "  r: {each: rows, check: row.score <= row.weight, at: row.score, message: '第{index}项得分{row.score}超过分值{row.weight}'}"
    found = broken(rule, "rows:\n  - {score: 1, weight: 2}\n  - {score: 3, weight: 2}\n  - {weight: 2}\n  - {score: 9.50, weight: 9}")
    assert [(finding.code, finding.span.line, finding.message("zh")) for finding in found] == [
        ("F201", 3, "第2项得分3超过分值2"),
        ("F201", 5, "第4项得分9.50超过分值9"),
    ]


@pytest.mark.parametrize(
    ("check", "count"),
    [
        ("a == b", 0),
        ("a != b", 1),
        ("a == b + 0.02", 1),
        ("about(a, b)", 0),
        ("about(a, b, 0.001)", 1),
        ("a|round(1) == b|round(1)", 0),
        ("t == '字'", 0),
        ("a in [1.00]", 0),
        ("settings.limit > a", 0),
        ("0/0 == 0/0", 0),
    ],
)
def test_numbers_are_equal_within_the_tolerance(check, count):
    rule = f'  r: {{check: "{check}", tolerance: 0.01}}'
    assert len(broken(rule, "{a: 1.00, b: 1.01, t: 字}", constants={"settings": {"limit": 5}})) == count


def test_a_rule_may_read_figures():
    figures = "figures:\n  rate: {formula: a / b * 100}"
    (finding,) = broken(
        "  r: {check: rate <= 100, severity: notice, message: '{{执行率}}为{rate|百分比}{missing}'}", "{a: 3, b: 2}", figures
    )
    assert (finding.severity, finding.message("zh")) == ("notice", "{执行率}为150%…")


def test_a_rule_without_a_message_shows_its_check():
    (finding,) = broken("  r: {check: a > b}", "{a: 1, b: 2}")
    assert (finding.message("zh"), finding.message("en"), finding.hint("zh")) == ("“a > b”不成立", "'a > b' does not hold", "")
    assert finding.span.column == 5


def test_a_rule_that_cannot_run_is_told_once_at_the_pack():
    (finding,) = broken("  r: {each: rows, check: row.a > 0}", "rows: [{a: 字}, {a: 字}]")
    assert (finding.code, finding.span.file, finding.message("zh")) == (
        "F202",
        "figures.yaml",
        "检查规则“r”无法运行：不能计算 “字” > 0",
    )


def test_a_rule_can_be_switched_off():
    assert broken("  r: off\n  s: false\n  t: {check: a > 1}", "{a: 2}") == []


def test_rules_share_one_budget():
    rules = "".join(f"  a{number}: {{check: 'range(2000000)|list|length > 1', at: b}}\n" for number in range(20))
    assert [finding.code for finding in broken(rules, "b: 1")] == ["F202"] * 19
