"""Every rule over data of the base pack finds its fault, and is silent where the fault is mended."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportgen.figures import Definitions, derive, run_rules
from reportgen.findings import Finding
from reportgen.inputs import read
from reportgen.workshop import Workshop

FINANCE = "finance: {budget: 100, executed: 95, basic: {budget: 60, executed: 59}, project: {budget: 40, executed: 36}"
ROW = "indicators: [{level3: 满意度, weight: 10"

CASES = {
    "score-in-range": ("evaluation: {score: 101}", "evaluation: {score: 100}"),
    "executed-within-budget": ("finance: {budget: 100, executed: 100.01}", "finance: {budget: 100, executed: 100}"),
    "budget-parts-add-up": (
        "finance: {budget: 100.02, executed: 1, basic: {budget: 60}, project: {budget: 40}}",
        "finance: {budget: 100.01, executed: 1, basic: {budget: 60}, project: {budget: 40}}",
    ),
    "executed-parts-add-up": (
        "finance: {budget: 200, executed: 100.02, basic: {executed: 60}, project: {executed: 40}}",
        "finance: {budget: 200, executed: 100, basic: {executed: 60}, project: {executed: 40}}",
    ),
    "sources-add-up": (
        "finance: {budget: 9, executed: 9, by_source: {general: 5, fund: 1, capital: 1, other: 1}}",
        "finance: {budget: 9, executed: 9, by_source: {general: 6, fund: 1, capital: 1, other: 1}}",
    ),
    "projects-within-budget": (
        "projects: [{name: 甲, funds: {fiscal: {budget: 41}}}]\n" + FINANCE + "}",
        "projects: [{name: 甲, funds: {fiscal: {budget: 40}}}]\n" + FINANCE + "}",
    ),
    "projects-within-spending": (
        "projects: [{name: 甲, funds: {fiscal: {budget: 40, executed: 36.5}}}]\n" + FINANCE + "}",
        "projects: [{name: 甲, funds: {fiscal: {budget: 40, executed: 36}}}]\n" + FINANCE + "}",
    ),
    "adjustment-explained": (
        "finance: {initial: 90, budget: 100, executed: 95}",
        "finance: {initial: 90, budget: 100, executed: 95, adjustment_reason: 年中增加经费。}",
    ),
    "shortfall-explained": (
        "finance: {budget: 100, executed: 89.99}",
        "finance: {budget: 100, executed: 89.99, shortfall_reason: 项目延期。}",
    ),
    "three-public-within-budget": (
        "finance: {three_public: {budget: 8, executed: 8.1}}",
        "finance: {three_public: {budget: 8, executed: 8}}",
    ),
    "assets-add-up": ("assets: {original: 10, in_use: 8, idle: 1}", "assets: {original: 10, in_use: 8, idle: 2}"),
    "period-covers-the-year": ("{year: 2023, as_of: 2023-10-31}", "{year: 2023, as_of: 2023-12-31}"),
    "staff-within-establishment": (
        "department: {units: [{name: 本级, established: 7, actual: 8}]}",
        "department: {units: [{name: 本级, established: 7, actual: 7}]}",
    ),
    "indicator-score-within-weight": (ROW + ", score: 11}]", ROW + ", score: 10}]"),
    "lost-points-explained": (ROW + ", score: 9}]", ROW + ", score: 9, reason: 有投诉。}]"),
    "issue-has-measure": ("issues: [{problem: 指标不细。}]", "issues: [{problem: 指标不细。, measure: 细化。}]"),
    "score-there": ("evaluation: {summary: 良好。}", "evaluation: {summary: 良好。, score: 90}"),
    "indicator-weights-total": (
        "indicators: [{level3: 甲, weight: 60, score: 60}, {level3: 满意度, weight: 39, score: 39}]",
        "indicators: [{level3: 甲, weight: 60, score: 60}, {level3: 满意度, weight: 40, score: 40}]",
    ),
    "department-section-there": ("department: {name: 甲局}", "department: {name: 甲局, duties: [负责。]}"),
    "plan-section-there": ("year: 2023", "plan: {overview: 工作。}"),
    "management-section-there": ("year: 2023", "management: {performance: 良好。}"),
    "tasks-section-there": ("year: 2023", "evaluation: {tasks: [{title: 甲}]}"),
    "achievements-section-there": ("year: 2023", "evaluation: {achievements: 成效。}"),
    "problems-section-there": ("year: 2023", "issues: [{problem: 不细。, measure: 细化。}]"),
    "measures-section-there": ("issues: [{problem: 不细。}]", "sections: {measures: {absent: 与问题合写}}"),
    "budget-parts-rounded": (
        "finance: {budget: 749.56, executed: 1, basic: {budget: 581.01}, project: {budget: 168.54}}",
        "finance: {budget: 749.56, executed: 1, basic: {budget: 581.01}, project: {budget: 168.55}}",
    ),
    "executed-parts-rounded": (
        "finance: {budget: 800, executed: 734.33, basic: {executed: 579.81}, project: {executed: 154.53}}",
        "finance: {budget: 800, executed: 734.34, basic: {executed: 579.81}, project: {executed: 154.53}}",
    ),
    "initial-parts-add-up": (
        "finance: {initial: 100.02, basic: {initial: 60}, project: {initial: 40}}",
        "finance: {initial: 100, basic: {initial: 60}, project: {initial: 40}}",
    ),
    "initial-parts-rounded": (
        "finance: {initial: 2377.56, basic: {initial: 996.82}, project: {initial: 1380.73}}",
        "finance: {initial: 2377.56, basic: {initial: 996.83}, project: {initial: 1380.73}}",
    ),
    "basic-within-budget": ("finance: {basic: {budget: 60, executed: 60.01}}", "finance: {basic: {budget: 60, executed: 60}}"),
    "project-within-budget": ("finance: {project: {budget: 60, executed: 60.01}}", "finance: {project: {budget: 60, executed: 60}}"),
    "operating-within-budget": (
        "finance: {operating: {budget: 57.94, executed: 64.65}}",
        "finance: {operating: {budget: 57.94, executed: 57.94}}",
    ),
    "procurement-within-plan": (
        "finance: {procurement: {planned: 155.586, actual: 155.591}}",
        "finance: {procurement: {planned: 155.591, actual: 155.586}}",
    ),
    "carry-over-within-remainder": (
        "finance: {budget: 100, executed: 95, carry_over: {end: 5.02}}",
        "finance: {budget: 100, executed: 95, carry_over: {end: 5}}",
    ),
    "spending-covered": (
        "finance: {budget: 100, executed: 95, income: 90, carry_over: {start: 4}}",
        "finance: {budget: 100, executed: 95, income: 90, carry_over: {start: 5}}",
    ),
    "four-quarters": ("finance: {quarters: [90, 91, 92]}", "finance: {quarters: [90, 91, 92, 93]}"),
    "project-spending-within-budget": (
        "projects: [{name: 甲, funds: {fiscal: {budget: 9, executed: 9.1}}}]",
        "projects: [{name: 甲, funds: {fiscal: {budget: 9, executed: 9}}}]",
    ),
    "project-shortfall-explained": (
        "projects: [{name: 甲, funds: {fiscal: {budget: 10, executed: 8}}}]",
        "projects: [{name: 甲, funds: {fiscal: {budget: 10, executed: 8}}, reason: 延期。}]",
    ),
    "full-marks-for-full-execution": (
        "finance: {budget: 100, executed: 98}\nindicators: [{level3: 预算执行率, weight: 6, score: 6}]",
        "finance: {budget: 100, executed: 100}\nindicators: [{level3: 预算执行率, weight: 6, score: 6}]",
    ),
    "full-score-for-full-execution": (
        "finance: {budget: 100, executed: 98}\nevaluation: {score: 100}",
        "finance: {budget: 100, executed: 98}\nevaluation: {score: 99}",
    ),
    "actual-repeats-target": (ROW + ", target: ≥90%, actual: ≥90%}]", ROW + ", target: ≥90%, actual: 95%}]"),
    "missed-target-explained": (
        ROW + ", type: ≥, target: 90, actual: 80}]",
        ROW + ", type: ≥, target: 90, actual: 80, reason: 疫情。}]",
    ),
    "exceeded-limit-explained": (
        ROW + ", type: ≤, target: 90, actual: 95}]",
        ROW + ", type: ≤, target: 90, actual: 90}]",
    ),
    "far-exceeded-target-explained": (
        ROW + ", type: ≥, target: 10, actual: 13}]",
        ROW + ", type: ≥, target: 10, actual: 12}]",
    ),
    "missed-target-scored": (
        ROW + ", type: ≥, target: 100, actual: 80, score: 9, reason: 疫情。}]",
        ROW + ", type: ≥, target: 100, actual: 80, score: 8, reason: 疫情。}]",
    ),
    "exceeded-limit-scored": (
        ROW + ", type: ≤, target: 100, actual: 120, score: 9, reason: 涨价。}]",
        ROW + ", type: ≤, target: 100, actual: 120, score: 8, reason: 涨价。}]",
    ),
    "satisfaction-indicator-there": (
        "indicators: [{level3: 完成率, weight: 10, score: 10}]",
        "indicators: [{level3: 服务对象满意度, weight: 10, score: 10}]",
    ),
    "quarters-plausible": ("finance: {quarters: [90, 91, 92, 939]}", "finance: {quarters: [90, 91, 92, 109]}"),
    "carried-in-within-budget": (
        "finance: {budget: 100, carry_over: {start: 100.01}}",
        "finance: {budget: 100, carry_over: {start: 100}}",
    ),
    "project-total-holds-its-sources": (
        "projects: [{name: 甲, funds: {total: {budget: 9}, fiscal: {budget: 9.43}}}]",
        "projects: [{name: 甲, funds: {total: {budget: 9.93}, fiscal: {budget: 9.43}}}]",
    ),
    "timeliness-without-delay": (
        "indicators: [{level3: 项目完成及时性, weight: 6, score: 6}]\nissues: [{problem: 疫情原因业务开展工作延迟。, measure: 加快。}]",
        "indicators: [{level3: 项目完成及时性, weight: 6, score: 5, reason: 延迟}]\nissues: [{problem: 工作延迟。, measure: 加快。}]",
    ),
}

LEVELS = (
    "indicators: [{level1: 产出（50分）, level2: 数量, level3: 甲, weight: 30}, {level3: 乙, weight: %s},"
    " {level1: 效益, level2: 社会效益（40分）, level3: 丙, weight: %s}, {level3: 满意度, weight: 10}]"
)
CASES |= {
    "weights-of-levels": (LEVELS % (15, 30), LEVELS % (20, 30)),
    "execution-scored": (
        "finance: {budget: 100, executed: 90}\nindicators: [{level2: 预算执行率, level3: 支出进度, weight: 10, score: 9.5}]",
        "finance: {budget: 100, executed: 90}\nindicators: [{level2: 预算执行率, level3: 支出进度, weight: 10, score: 9}]",
    ),
    "qualitative-score-in-band": (ROW + ", score: 9, completion: 部分完成}]", ROW + ", score: 8, completion: 部分完成}]"),
}
WITHOUT_SETTINGS = {"weights-as-prescribed"}
"""Rules that wait for a setting of the pack's."""


@cache
def definitions(folder: str = "templates", pack: str = "base") -> Definitions:
    workshop = Workshop((Path(folder), Path("templates")))
    loaded = workshop.pack(pack)
    kind = loaded.kind("department-report")
    assert kind is not None
    return workshop.prepared(loaded, kind).definitions


def found(data: str, rules: Definitions) -> list[Finding]:
    tree = read(data.encode(), "input.yaml")
    assert not tree.findings
    record, _, _ = derive(rules, tree.value, tree.span)
    return run_rules(rules, record, tree.span)


@pytest.mark.parametrize("name", CASES)
def test_a_rule_finds_its_fault_and_nothing_where_it_is_mended(name: str) -> None:
    bad, good = CASES[name]
    findings = [finding for finding in found(bad, definitions()) if finding.fault.name == name]
    assert findings
    assert all(finding.message(locale) and finding.hint(locale) for finding in findings for locale in ("zh", "en"))
    assert not [finding for finding in found(good, definitions()) if finding.fault.name == name]


def test_every_rule_of_the_base_pack_has_its_case() -> None:
    assert {rule.name for rule in definitions().rules} == set(CASES) | WITHOUT_SETTINGS


def test_no_rule_fails_over_any_case() -> None:
    for case in CASES.values():
        assert not [finding for data in case for finding in found(data, definitions()) if finding.code.startswith("F")]


def test_codes_are_each_rules_own() -> None:
    codes = [rule.fault.code for rule in definitions().rules]
    assert len(set(codes)) == len(codes)


def test_a_district_changes_a_tolerance_a_formula_and_a_band_and_switches_a_rule_off(tmp_path: Path) -> None:
    pack = tmp_path / "district"
    pack.mkdir()
    (pack / "pack.yaml").write_text(
        "extends: base\nsettings: {amount_tolerance: 0.05, reverse_target: ratio}\n"
        "bands: {grade: [{from: 95, word: 优}, {from: 0, word: 一般}]}\n",
        "utf-8",
    )
    (pack / "department-report.figures.yaml").write_text(
        "figures:\n  finance.adjustment_rate: {formula: finance.adjustment / finance.budget * 100}\nrules:\n  four-quarters: off\n", "utf-8"
    )
    district = definitions(str(tmp_path), "district")
    sums = "finance: {budget: 100.05, executed: 95, initial: 90, basic: {budget: 60}, project: {budget: 40}, quarters: [90]}\n"
    reverse = ROW + ", type: ≤, target: 100, actual: 120, score: 8.33, reason: 涨价。}]\nevaluation: {score: 92}"
    codes = {finding.code for finding in found(sums + reverse, district)}
    assert not codes & {"R103", "R127", "R139"}
    assert {"R103", "R127", "R139"} <= {finding.code for finding in found(sums + reverse, definitions())}
    tree = read((sums + reverse).encode(), "input.yaml")
    record = derive(district, tree.value, tree.span)[0]
    assert (str(record["finance"]["adjustment_rate"]), record["evaluation"]["grade"]) == ("10.04", "一般")


def test_a_wrong_expression_in_a_pack_is_a_finding_with_its_place(tmp_path: Path) -> None:
    pack = tmp_path / "district"
    pack.mkdir()
    (pack / "pack.yaml").write_text("extends: base\n", "utf-8")
    (pack / "department-report.figures.yaml").write_text("rules:\n  mine:\n    check: finance.budgget > 0\n", "utf-8")
    workshop = Workshop((tmp_path, Path("templates")))
    loaded = workshop.pack("district")
    kind = loaded.kind("department-report")
    assert kind is not None
    (finding,) = [finding for finding in workshop.prepared(loaded, kind).findings if finding.code == "F303"]
    assert finding.span.file.endswith("district/department-report.figures.yaml")
    assert (finding.span.line, finding.span.column) == (3, 12)


def test_a_district_prescribes_the_points_of_the_levels(tmp_path: Path) -> None:
    pack = tmp_path / "district"
    pack.mkdir()
    (pack / "pack.yaml").write_text("extends: base\nsettings: {report_weights: {产出: 60, 效益: 40}, execution_scoring: off}\n", "utf-8")
    district = definitions(str(tmp_path), "district")
    (finding,) = [one for one in found(LEVELS % (20, 30), district) if one.code == "R155"]
    assert finding.message("zh") == "产出（50分）的分值是 50，统一的是 60"
    assert finding.message("en") == "产出（50分）: 50 points, 60 are prescribed"
    other = (LEVELS % (20, 30)).replace("效益（", "影响（").replace("效益", "影响")
    assert not [one for one in found(other, district) if one.code == "R155"]
    assert not [one for one in found(CASES["execution-scored"][0], district) if one.code == "R156"]


def test_weights_are_held_against_those_of_both_levels_above() -> None:
    (finding,) = [one for one in found(LEVELS % (15, 20), definitions()) if one.code == "R154"]
    assert finding.message("zh") == "产出（50分）、社会效益（40分）：各指标的分值相加是 45、30，应为 50、40"


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("target: ≥90%, actual: 85%", {"R135"}),
        ("target: 90%以上, actual: 92%", set()),
        ("target: ≤3天, actual: 5天", {"R136"}),
        ("target: 30天以内, actual: 28天", set()),
        ("target: ≥10场, actual: 20场", {"R137"}),
        ("target: ≥90%, actual: 85%, score: 10, reason: 疫情。", {"R138"}),
        ("target: ≤3天, actual: 4天, score: 9, reason: 疫情。", {"R139"}),
        ("target: 按时完成, actual: 已经完成", set()),
        ("target: 100%, actual: 100%, score: 10", set()),
        ("target: 5个, actual: 5次", set()),
    ],
)
def test_targets_are_understood_as_they_are_written(row: str, codes: set[str]) -> None:
    told = {finding.code for finding in found(f"{ROW}, {row}}}]", definitions())}
    assert told & {"R135", "R136", "R137", "R138", "R139"} == codes
