"""项目支出绩效自评表: a landscape table for each project, with points that follow from the amounts and results given."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reportgen import inputs
from reportgen.explaining import explain
from reportgen.findings import Finding, Severity
from reportgen.options import Options
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop
from tests.audit import audit
from tests.documents import text_of
from tests.invariants import check_document

ROOT = Path(__file__).parents[2]
PANYU = (ROOT / "inputs" / "panyu-2021-form.yaml").read_text("utf-8")
WORKSHOP = Workshop([ROOT / "templates"])
HEAD = "pack: base\nkind: project-form\nyear: 2024\ndepartment: {name: 市图书馆}\n"
FUNDS = "    funds: {fiscal: {initial: 80, budget: 100, executed: 90}}\n    reason: 年中追加。\n"
ROW = "      - {level1: 产出指标, level2: 数量指标, level3: 办展场次, target: ≥10场, actual: 8场, weight: 90, reason: 场地维修。}\n"
PROJECT = "  - name: 阅读推广\n" + FUNDS + "    goals: [{expected: 办好展览。, result: 办了8场。}]\n    indicators:\n" + ROW


def made(text: str, workshop: Workshop = WORKSHOP, **options: Any) -> list[Report]:
    return reports(inputs.read(text.encode(), "input.yaml"), workshop, stem="input", options=Options(**options))


def document(text: str) -> bytes:
    (report,) = made(text)
    assert report.docx is not None, [str(finding) for finding in report.findings]
    check_document(report.docx)
    return report.docx


def grid(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in Document(io.BytesIO(data)).tables for row in table.rows]


def row_of(data: bytes, label: str) -> list[str]:
    return next(row for row in grid(data) if label in row)


def codes(text: str) -> set[str]:
    return {finding.code for report in made(text) for finding in report.findings}


def test_a_changed_amount_changes_rate_score_and_total() -> None:
    before, after = document(PANYU), document(PANYU.replace("执行数: 130.44", "执行数: 98.07"))
    assert row_of(before, "年度资金总额")[-4:] == ["130.44", "10", "99.76%", "9.98"]
    assert row_of(before, "总　分")[-1] == "99.98"
    assert row_of(after, "年度资金总额")[-4:] == ["98.07", "10", "75%", "7.50"]
    assert row_of(after, "总　分")[-1] == "97.50"


def test_a_result_below_its_target_costs_points_and_wants_a_reason() -> None:
    changed = PANYU.replace("指标值: 100%, 实际完成值: 100%, 分值: 15}", "指标值: 100%, 实际完成值: 80%, 分值: 15}", 1)
    assert row_of(document(changed), "交办任务完成率")[5:8] == ["80%", "15", "12.00"]
    assert row_of(document(changed), "总　分")[-1] == "96.98"
    assert "R204" in codes(changed)
    assert "R204" not in codes(changed.replace("实际完成值: 80%", "实际完成值: 80%, 扣分原因: 疫情期间停办。"))


def test_amounts_of_all_sources_make_the_total() -> None:
    more = PANYU.replace("    执行率分值: 10", "      其他资金: {预算数: 9.24, 执行数: 0.00}\n    执行率分值: 10")
    data = document(more)
    assert row_of(data, "年度资金总额")[2:6:2] == ["140.00", "130.44"]
    assert row_of(data, "　　　其他资金")[2:6:2] == ["9.24", "0.00"]


def test_boxes_are_ticked_from_the_data_and_empty_cells_are_told() -> None:
    ticked = PANYU.replace("- 名称: 业务工作经费", "- 名称: 业务工作经费\n    级次: 二级")
    assert row_of(document(PANYU), "项目级次")[-1] == "一级 □　　二级 □"
    assert row_of(document(ticked), "项目级次")[-1] == "一级 □　　二级 ☑"
    assert {"R207", "R231"} <= codes(PANYU)
    assert "R231" not in codes(ticked)
    assert row_of(document(PANYU), "　　　财政专户管理资金")[2:6] == [""] * 4


def test_the_page_lies_across_and_the_indicators_head_repeats() -> None:
    found = Document(io.BytesIO(document(PANYU)))
    assert found.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert found.sections[0].page_width > found.sections[0].page_height
    head, first = found.tables[1].rows[0], found.tables[1].rows[1]
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    narrow = first.cells[0]
    assert (narrow.text, narrow._tc.tcPr.find(qn("w:textDirection")).get(qn("w:val"))) == ("绩效指标", "tbRlV")
    assert found.tables[1].rows[6].cells[0]._tc is narrow._tc


def test_text_in_cells_is_small_and_its_lines_do_not_burst_rows() -> None:
    found = Document(io.BytesIO(document(PANYU)))
    style = found.styles["Table Text"]
    assert style.font.size.pt == 9
    assert style.paragraph_format.line_spacing.pt == 12
    heights = {row.height_rule for table in found.tables for row in table.rows}
    assert all(rule is None or rule.name == "AT_LEAST" for rule in heights)


@pytest.mark.parametrize("count", [0, 1, 90])
def test_a_form_takes_any_number_of_indicators(count: int) -> None:
    rows = "".join(ROW.replace("办展场次", f"办展场次{n}").replace("weight: 90", "weight: 1") for n in range(count))
    text = HEAD + "projects:\n" + PROJECT.replace(ROW, rows or " []\n").replace("indicators:\n []", "indicators: []")
    data = document(text)
    assert audit(data) == []
    assert sum("办展场次" in cell for row in grid(data) for cell in row) == count
    assert [row[0] for row in grid(data) if row[0] == "绩效指标"] == ["绩效指标"] * max(count, 1)


def test_a_reason_for_the_project_is_printed_where_there_is_one() -> None:
    assert row_of(document(HEAD + "projects:\n" + PROJECT), "偏差原因")[-1] == "年中追加。"
    assert not [row for row in grid(document(PANYU)) if "偏差原因" in row]


def test_the_standard_form_has_the_initial_budget_and_a_row_for_money_that_is_there() -> None:
    text = HEAD + "projects:\n" + PROJECT.replace("    reason:", "      \n    reason:")
    text = text.replace("executed: 90}}", "executed: 90}, special: {budget: 20, executed: 20}}")
    data = document(text)
    assert audit(data) == []
    assert row_of(data, "年度资金总额")[2:] == ["80", "120", "120", "110", "10", "91.67%", "9.17"]
    assert row_of(data, "　　　财政专户管理资金")[2:] == ["", "20", "20", "20", "—", "100%", "—"]
    assert row_of(data, "总分")[6:8] == ["100", "81.17"]
    assert not [row for row in grid(document(HEAD + "projects:\n" + PROJECT)) if "　　　财政专户管理资金" in row]


TWO = HEAD + "projects:\n" + PROJECT + PROJECT.replace("阅读推广", "古籍修复").replace("executed: 90", "executed: 100")


def test_each_project_has_a_document_of_its_own() -> None:
    first, second = made(TWO)
    assert (first.name, second.name) == ("input-project-form-1", "input-project-form-2")
    assert first.docx is not None
    assert second.docx is not None
    assert [row_of(data, "项目名称")[1] for data in (first.docx, second.docx)] == ["阅读推广", "古籍修复"]
    assert "古籍修复" not in "".join(text_of(first.docx))
    assert [row_of(data, "年度资金总额")[-1] for data in (first.docx, second.docx)] == ["9.00", "10"]


def test_a_single_project_in_an_input_of_its_own_keeps_the_inputs_name() -> None:
    assert [report.name for report in made(HEAD + "projects:\n" + PROJECT)] == ["input"]


def test_a_report_and_its_project_forms_come_from_one_input() -> None:
    money = "finance: {budget: 300, executed: 280, project: {budget: 200, executed: 190}}\nevaluation: {score: 95}\n"
    text = TWO.replace("kind: project-form", "kind: [department-report, project-form]") + money
    names = [report.name for report in made(text)]
    assert names == ["input", "input-project-form-1", "input-project-form-2"]
    assert not {"R112", "R113", "R219"} & codes(text)


def test_liwans_report_and_the_forms_of_its_projects_are_sound() -> None:
    report, *forms = made((ROOT / "inputs" / "liwan-2023.yaml").read_text("utf-8"))
    assert [form.kind for form in (report, *forms)] == ["department-report", "project-form", "project-form"]
    for form in forms:
        assert form.docx is not None
        check_document(form.docx)
        assert audit(form.docx) == []
    left = [finding for one in (report, *forms) for finding in one.findings if not finding.allowed]
    assert {finding.severity for finding in left} <= {Severity.NOTICE}
    assert "C002" not in {finding.code for finding in left}


def test_a_pack_may_name_the_documents_after_their_projects(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    pattern = "{{ 年度 }}-{{ 本项目.名称 }}"
    (tmp_path / "own" / "pack.yaml").write_text(f"extends: base\nkinds: {{project-form: {{output: '{pattern}'}}}}\n", "utf-8")
    own = Workshop([tmp_path, ROOT / "templates"])
    assert [report.name for report in made(TWO.replace("pack: base", "pack: own"), own)] == ["2024-阅读推广", "2024-古籍修复"]


def test_a_kind_for_each_project_of_an_input_without_projects_is_a_fault_not_nothing() -> None:
    (report,) = made(HEAD + "projects: []\n")
    assert report.docx is None
    (finding,) = [finding for finding in report.findings if finding.code == "K124"]
    assert finding.message("zh") == "“项目支出绩效自评表”是项目一项一份，输入里一项也没有"
    assert finding.span.line == 5


def test_a_projects_figure_is_explained_with_its_lines() -> None:
    source = inputs.read(TWO.encode(), "input.yaml")
    found, findings = explain(source, WORKSHOP, "本项目.预算执行率", Options(checks=False, render=False))
    assert findings == []
    assert [str(one.value) for one in found] == ["90.00", "100.00"]
    assert [{span.line for read in one.reads for span in read.spans} for one in found] == [{7}, {13}]


def test_findings_about_a_project_stand_at_its_place_in_the_list() -> None:
    second = made(TWO.replace("name: 古籍修复", "name: 古籍修复\n    execution_score: 11"))[1]
    over = [finding for finding in second.findings if finding.code == "R203"]
    assert [(finding.span.line, finding.blocks) for finding in over] == [(13, True)]


def project(**changed: str) -> str:
    """A project form's input, with lines of the project put in or replaced."""
    lines = {
        "name": "阅读推广",
        "funds": "{fiscal: {budget: 100, executed: 100}, carried: {budget: 0, executed: 0}, other: {budget: 0, executed: 0}}",
    }
    lines |= {"goals": "[{expected: 办好展览。, result: 办了。}]", "indicators": row(), **changed}
    finance = lines.pop("finance", "")
    body = "\n    ".join(f"{key}: {value}" for key, value in lines.items() if value)
    return f"{HEAD}{finance}projects:\n  - {body}\n"


def row(**changed: str) -> str:
    fields = {
        "level1": "满意度指标",
        "level2": "满意度",
        "level3": "读者满意度",
        "target": "≥90%",
        "actual": "95%",
        "weight": "90",
        **changed,
    }
    return "[{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}]"


def three(*weights: int) -> str:
    levels = zip(("产出指标", "效益指标", "满意度指标"), weights, strict=True)
    return "[" + ", ".join(row(level1=level, weight=str(weight))[1:-1] for level, weight in levels) + "]"


CASES = {
    "R201": (project(indicators=row(weight="80")), project()),
    "R202": (project(indicators=row(score="91", reason="多")), project(indicators=row(score="90"))),
    "R203": (project(execution_score="-1", execution_score_reason="少"), project()),
    "R204": (project(indicators=row(actual="45%")), project(indicators=row(actual="45%", reason="闭馆。"))),
    "R205": (project(funds="{fiscal: {budget: 100, executed: 80}}"), project(funds="{fiscal: {budget: 100, executed: 90}}")),
    "R206": (
        project(funds="{fiscal: {initial: 90, budget: 100, executed: 100}}"),
        project(funds="{fiscal: {initial: 90, budget: 100, executed: 100}}", reason="追加。"),
    ),
    "R207": (project(funds="{fiscal: {budget: 100, executed: 100}}"), project()),
    "R208": (project(indicators=row(target="合规", actual="基本合规")), project(indicators=row(target="合规", actual="合规"))),
    "R209": (project(indicators=row(actual="")), project(indicators=row(actual="", completion="完成"))),
    "R210": (project(indicators="[]"), project()),
    "R211": (project(indicators=row(level1="产出", level2="数量", level3="场次")), project()),
    "R212": (project(goals="[{expected: 办好展览。}]"), project(goals="[{expected: 办好展览。}]", result="办了。")),
    "R213": (
        project(problems="工作延迟。", indicators=row(level2="时效指标")),
        project(problems="人手不足。", indicators=row(level2="时效指标")),
    ),
    "R214": (project(indicators=row(weight="")), project()),
    "R215": (project(indicators=row(target="10场", actual="13场")), project(indicators=row(target="10场", actual="12场"))),
    "R216": (project(funds=""), project()),
    "R217": (project(goals=""), project()),
    "R112": (
        project(finance="finance: {budget: 100, executed: 100, project: {budget: 99, executed: 100}}\n"),
        project(finance="finance: {budget: 100, executed: 100, project: {budget: 100, executed: 100}}\n"),
    ),
    "R113": (
        project(finance="finance: {budget: 100, executed: 100, project: {budget: 100, executed: 99}}\n"),
        project(finance="finance: {budget: 100, executed: 100, project: {budget: 100, executed: 100}}\n"),
    ),
    "R218": (
        project(funds="{fiscal: {budget: 100, executed: 101}}"),
        project(funds="{fiscal: {budget: 100, executed: 100}}"),
    ),
    "R219": (
        project(finance="finance: {budget: 200, executed: 200, project: {budget: 200, executed: 150}}\n"),
        project(finance="finance: {budget: 200, executed: 200, project: {budget: 200, executed: 100}}\n"),
    ),
    "R220": (project(indicators=row(level1="满意度指标（80分）")), project(indicators=row(level1="满意度指标（90分）"))),
    "R221": (project(indicators=three(45, 35, 10)), project(indicators=three(50, 30, 10))),
    "R222": (
        project(indicators=row(target="合规", actual="", completion="部分完成", score="80", reason="少一场。")),
        project(indicators=row(target="合规", actual="", completion="部分完成", score="72", reason="少一场。")),
    ),
    "R223": (project(indicators=row(actual="≥90%")), project(indicators=row(actual="90%"))),
}


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_its_fault_and_nothing_where_it_is_mended(code: str) -> None:
    bad, good = ([one for report in made(text, render=False) for one in report.findings] for text in CASES[code])
    found: list[Finding] = [finding for finding in bad if finding.code == code]
    assert found
    assert all(finding.message(locale) and finding.hint(locale) for finding in found for locale in ("zh", "en"))
    assert "…" not in "".join(finding.message("zh") for finding in found)
    assert code not in {finding.code for finding in good}
    assert not [finding.code for finding in [*bad, *good] if finding.code.startswith(("F102", "F202"))]


def test_every_rule_of_the_form_has_its_case() -> None:
    pack = WORKSHOP.pack("base")
    kind = pack.kind("项目支出绩效自评表")
    assert kind is not None
    assert {rule.fault.code for rule in WORKSHOP.prepared(pack, kind).definitions.rules} == set(CASES)
