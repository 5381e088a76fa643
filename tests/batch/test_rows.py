"""A table gives a document a row; what is wrong is named by sheet, row and column."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from reportgen.batch.planning import Plan
from reportgen.batch.rows import plan_rows
from reportgen.batch.sheets import letters
from reportgen.cli import verbs
from reportgen.packs import load
from tests.documents import docx, text_of

SCHEMA = """\
type: object
required: [pack, kind, unit]
additionalProperties: false
properties:
  pack: {title: 模板, type: string}
  kind: {title: 文种, type: string}
  unit: {title: 单位, type: string}
  open: {title: 公开, type: boolean}
  duties: {title: 职责, type: array, items: {type: string}}
  words: {title: 说明, type: string, x-format: narrative}
  finance:
    title: 收支
    type: object
    additionalProperties: false
    properties:
      budget: {title: 预算数, type: number}
      basic: {title: 基本支出, type: object, properties: {budget: {title: 预算数, type: number}}}
  indicators:
    title: 指标
    type: array
    items:
      type: object
      additionalProperties: false
      properties: {name: {title: 名称, type: string}, score: {title: 得分, type: number}}
"""
TAGS = "{{ unit }}，预算{{ finance.budget }}，{{ words }}{% for one in indicators %}，{{ one.name }}{{ one.score }}{% endfor %}"
Rows = list[list[Any]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pack = tmp_path / "templates" / "top"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("title: 顶\nkinds: {sheet: {title: 表}}\n", "utf-8")
    (pack / "sheet.schema.yaml").write_text(SCHEMA, "utf-8")
    (pack / "sheet.docx").write_bytes(docx(TAGS))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def book(sheets: dict[str, Rows], name: str = "units.xlsx") -> Path:
    with xlsxwriter.Workbook(name) as workbook:
        for title, rows in sheets.items():
            sheet = workbook.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return Path(name)


def planned(sheets: dict[str, Rows]) -> Plan:
    return plan_rows(book(sheets), load("top", [Path("templates")]), "sheet")


def values(plan: Plan) -> list[dict[str, Any]]:
    return [dict(job.given.value) for job in plan.jobs if job.given is not None]


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.file) for finding in plan.findings]


def build(*arguments: str) -> Result:
    return CliRunner().invoke(verbs, ["build", "--pack", "top", "--kind", "sheet", *arguments], env={"REPORTGEN_LANG": "zh"})


def test_heads_are_keys_titles_or_dotted_names(office: Path) -> None:  # noqa: ARG001 (the working folder)
    plan = planned(
        {"单位": [["单位", "预算数", "收支.基本支出.预算数", "duties", "公开"], ["甲局", 672.37, 100, "一\n二", "是"], ["乙局"]]}
    )
    assert told(plan) == []
    assert values(plan) == [
        {
            "pack": "top",
            "kind": "sheet",
            "unit": "甲局",
            "finance": {"budget": Decimal("672.37"), "basic": {"budget": 100}},
            "duties": ["一", "二"],
            "open": True,
        },
        {"pack": "top", "kind": "sheet", "unit": "乙局"},
    ]
    assert [(job.input, job.stem) for job in plan.jobs] == [("units.xlsx#甲局", "甲局"), ("units.xlsx#乙局", "乙局")]


def test_further_sheets_are_lists_joined_by_the_first_column(office: Path) -> None:  # noqa: ARG001 (as above)
    sheets: dict[str, Rows] = {
        "单位": [["单位"], ["甲局"], ["乙局"]],
        "指标": [["单位", "名称", "得分"], ["乙局", "丙", 1.5], ["甲局", "甲", 2], ["乙局", "丁", 3]],
    }
    plan = planned(sheets)
    assert [value.get("indicators") for value in values(plan)] == [
        [{"name": "甲", "score": 2}],
        [{"name": "丙", "score": Decimal("1.5")}, {"name": "丁", "score": 3}],
    ]
    assert plan.jobs[1].given is not None
    assert plan.jobs[1].given.span(("indicators", 1, "score")).file == "units.xlsx 指标!C4"


def test_what_is_wrong_with_a_table_is_said_at_its_place(office: Path) -> None:  # noqa: ARG001 (as above)
    sheets: dict[str, Rows] = {
        "单位": [["单位", "预算数", "finance.budget"], ["甲局", 1, 1]],
        "指标": [["单位", "名称"], ["丙局", "x"]],
        "附注": [["单位"], ["x"]],
        "indicators": [["部门"], ["甲局"]],
    }
    assert told(planned(sheets)) == [
        ("W018", "units.xlsx 单位!C"),
        ("W021", "units.xlsx 指标!A2"),
        ("W019", "units.xlsx 附注"),
        ("W020", "units.xlsx indicators!A1"),
    ]


def test_a_table_is_built_and_faults_name_their_cells(office: Path) -> None:
    book({"单位": [["单位", "预算数", "说明"], ["甲局", 1.5, "好{{ 1 + 1 }}"], ["乙局", "很多", "好"], ["丙局", 2, "{% if %}"]]})
    result = build("--data", "units.xlsx")
    assert result.exit_code == 1
    assert "units.xlsx 单位!B3: 错误 D201 “预算数”应填数字，现为文字“很多”" in result.stderr
    outputs = office / "outputs"
    assert text_of((outputs / "甲局.docx").read_bytes()) == ["甲局，预算1.5，好{{ 1 + 1 }}"]
    assert text_of((outputs / "丙局.docx").read_bytes()) == ["丙局，预算2，{% if %}"]
    assert not (outputs / "乙局.docx").exists()
    assert "2 份没有变化" in build("--data", "units.xlsx").stdout


def test_a_row_that_is_gone_leaves_its_document_to_be_pruned(office: Path) -> None:
    book({"单位": [["单位", "预算数", "说明"], ["甲局", 1, "好"], ["乙局", 1, "好"]]})
    assert build("--data", "units.xlsx").exit_code == 0
    book({"单位": [["单位", "预算数", "说明"], ["甲局", 1, "好"]]})
    assert "W011" in build("--data", "units.xlsx").stderr
    assert "W012" in build("--data", "units.xlsx", "--prune").stderr
    assert not (office / "outputs" / "乙局.docx").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_the_encodings_of_chinese_spreadsheets(office: Path, encoding: str) -> None:
    Path("units.csv").write_bytes("单位,预算数,说明\n甲局,672.30,好\n".encode(encoding))
    assert build("--data", "units.csv").exit_code == 0
    assert text_of((office / "outputs" / "甲局.docx").read_bytes()) == ["甲局，预算672.30，好"]


@pytest.mark.parametrize(("name", "content"), [("a.xlsx", b"PK nothing"), ("a.csv", b""), ("a.csv", b"\xff\xff\xff"), ("a.xlsx", b"")])
def test_what_is_no_table_is_a_finding(office: Path, name: str, content: bytes) -> None:  # noqa: ARG001 (as above)
    Path(name).write_bytes(content)
    result = build("--data", name)
    assert result.exit_code == 2
    assert "W017" in result.stderr


def test_a_table_needs_pack_and_kind(office: Path) -> None:  # noqa: ARG001 (as above)
    result = CliRunner().invoke(verbs, ["build", "--data", "units.xlsx"], env={"REPORTGEN_LANG": "en"})
    assert result.exit_code == 2
    assert "W022 building from a table needs --pack and --kind" in result.stderr


def test_columns_have_letters() -> None:
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.usefixtures("office")
def test_a_table_whose_name_is_not_utf8_is_a_finding() -> None:
    path = Path(os.fsdecode(b"\xff.csv"))
    path.write_text("单位\n甲\n", "utf-8")
    plan = plan_rows(path, load("top", [Path("templates")]), "sheet")
    assert ([finding.code for finding in plan.findings], plan.jobs) == (["W023"], ())
