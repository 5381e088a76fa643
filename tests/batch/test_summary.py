"""A run as tables: a row a document with the columns of its pack, totals, and every finding."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from reportgen.batch.summary import Summary, comma_separated, summarise, write_summary
from reportgen.errors import FindingsError
from reportgen.search import Search
from tests.batch.conftest import Build
from tests.batch.packs import put_input

COLUMNS = """\
summary:
  - {title: 单位, value: title, width: 30}
  - {title: 金额, value: amount, format: "0.00", total: true}
  - {title: 一半, value: amount / 2, format: "0.00"}
"""


@pytest.fixture
def summary(office: Path, build: Build) -> Summary:
    pack = office / "templates" / "top" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + COLUMNS, "utf-8")
    put_input(office / "inputs", "a.yaml", title="甲局", amount="672.37")
    put_input(office / "inputs", "b.yaml", title="'=cmd|x'", amount="100.10")
    put_input(office / "inputs", "c.yaml", title="丙局", amount="很多")
    build("inputs/a.yaml")
    return summarise(build().outcomes, Search(), "zh")


def test_a_row_a_document_whether_built_kept_or_blocked(summary: Summary) -> None:
    titles = [column.title for column in summary.documents.columns]
    assert titles == ["单位", "金额", "一半", "文种", "模板包", "结果", "错误", "警告", "文件", "输入"]
    none, one = Decimal(0), Decimal(1)
    assert list(summary.documents.rows) == [
        ("甲局", Decimal("672.37"), Decimal("336.185"), "便条", "east", "没有变化", none, none, "outputs/a.docx", "inputs/a.yaml"),
        ("=cmd|x", Decimal("100.10"), Decimal("50.05"), "便条", "east", "已生成", none, none, "outputs/b.docx", "inputs/b.yaml"),
        ("丙局", "很多", None, "便条", "east", "未生成", one, none, None, "inputs/c.yaml"),
    ]


def test_every_finding_has_a_row_to_send_back(summary: Summary) -> None:
    (row,) = summary.findings.rows
    assert row[:5] == ("inputs/c.yaml", Decimal(4), Decimal(9), "错误", "D201")
    assert row[5] == "“金额”应填数字，现为文字“很多”"
    assert row[7] == "amount: 很多"


def test_a_workbook_holds_numbers_text_totals_and_both_sheets(summary: Summary, tmp_path: Path) -> None:
    write_summary(summary, tmp_path / "s.xlsx")
    write_summary(summary, tmp_path / "again.xlsx")
    assert (tmp_path / "s.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    book = CalamineWorkbook.from_path(str(tmp_path / "s.xlsx"))
    assert book.sheet_names == ["汇总", "问题清单"]
    rows = book.get_sheet_by_name("汇总").to_python()
    assert rows[0][:3] == ["单位", "金额", "一半"]
    assert rows[2][:2] == ["=cmd|x", 100.10]
    assert rows[-1][:2] == ["合计", 772.47]


def test_csv_opens_as_utf8_and_runs_nothing(summary: Summary) -> None:
    content = comma_separated(summary.documents)
    assert content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1][:2] == ["甲局", "672.37"]
    assert rows[2][0] == "'=cmd|x"
    assert len(rows) == 4


def test_another_format_is_refused(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        write_summary(summary, tmp_path / "s.ods")
    assert caught.value.findings[0].code == "W016"


def test_a_faulty_column_is_said_and_left_empty(office: Path, build: Build) -> None:
    pack = office / "templates" / "top" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + "summary:\n  - {title: 坏, value: '1 +'}\n", "utf-8")
    put_input(office / "inputs", "a.yaml")
    (outcome,) = build().outcomes
    (finding,) = outcome.findings
    assert (finding.code, finding.span.line) == ("W015", 4)
    assert outcome.written


def test_a_number_that_no_spreadsheet_can_hold_stays_a_text(office: Path, build: Build) -> None:
    pack = office / "templates" / "top" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + "summary:\n  - {title: 值, value: title, format: '0.00', total: true}\n", "utf-8")
    for number, title in enumerate(("NaN", "-Infinity", "1E+400", "1.5")):
        put_input(office / "inputs", f"{number}.yaml", title=f"'{title}'")
    made = summarise(build().outcomes, Search(), "zh")
    assert [row[0] for row in made.documents.rows] == ["NaN", "-Infinity", "1E+400", Decimal("1.5")]
    write_summary(made, office / "s.xlsx")
