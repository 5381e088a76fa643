"""The score table of Bao'an: one score changed, and all that hangs on it follows."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document

from reportgen import inputs
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import text_of

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "inputs" / "baoan-2023.yaml").read_text("utf-8")
WORKSHOP = Workshop([ROOT / "templates"])


def made(source: str) -> bytes:
    report = reports(inputs.read(source.encode(), "baoan-2023.yaml"), WORKSHOP)[0]
    assert report.docx is not None, [str(finding) for finding in report.findings]
    return report.docx


def score_rows(data: bytes) -> list[list[str]]:
    table = Document(io.BytesIO(data)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_subtotals_rates_and_deductions_come_of_the_scores() -> None:
    data = made(SOURCE)
    words = "\n".join(text_of(data))
    assert "总分为100分，自评得分为97.61分" in words
    assert "部门管理指标总分20分，评价得分18.99分，得分率94.95%。" in words
    assert "部门绩效指标总分60分，评价得分58.62分，得分率97.7%。" in words
    assert "扣0.01分；二是" in words
    assert "故部门绩效指标总计扣1.38分。" in words
    assert score_rows(data)[-1] == ["合计", "100", "", "100", "", "100", "97.61"]


def test_a_changed_score_changes_table_total_rate_deduction_and_sentences() -> None:
    changed = SOURCE.replace("{level3: 项目监管, weight: 2, score: 2}", "{level3: 项目监管, weight: 2, score: 1.5, reason: 监管记录不全}")
    assert changed != SOURCE
    data = made(changed)
    words = "\n".join(text_of(data))
    assert ["部门管理", "20", "项目管理", "4", "项目监管", "2", "1.5"] in score_rows(data)
    assert score_rows(data)[-1][-1] == "97.11"
    assert "自评得分为97.11分" in words
    assert "部门管理指标总分20分，评价得分18.49分，得分率92.45%。" in words
    assert "二是监管记录不全，则根据评分标准，扣0.5分；" in words
    assert "故部门管理指标总计扣1.51分。" in words
    assert "97.61" not in words
    assert "18.99" not in words


def test_a_changed_weight_changes_the_subtotals_above_it() -> None:
    changed = SOURCE.replace("{level3: 绩效指标明确性, weight: 7, score: 7}", "{level3: 绩效指标明确性, weight: 9, score: 9}")
    rows = score_rows(made(changed))
    assert ["部门决策", "22", "目标设置", "12", "绩效指标明确性", "9", "9"] in rows
    assert rows[-1] == ["合计", "102", "", "102", "", "102", "99.61"]


def test_groups_are_merged_and_the_head_repeats_over_pages() -> None:
    table = Document(io.BytesIO(made(SOURCE))).tables[0]
    heads = [row for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    assert len(heads) == 3
    for column, runs in ((0, [4, 10, 7]), (1, [4, 10, 7]), (2, [2, 2, 3, 2, 2, 2, 1, 1, 3, 1, 2]), (4, [1] * 21)):
        cells = [row.cells[column]._tc for row in table.rows[3:-1]]
        starts = [index for index, cell in enumerate(cells) if index == 0 or cell is not cells[index - 1]]
        assert [end - start for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)] == runs


def test_amounts_are_grouped_and_numbers_that_count_nothing_are_not() -> None:
    words = "\n".join(text_of(made(SOURCE)))
    assert "年初部门预算数2,377.56万元" in words
    assert "12338维权热线" in words
    assert "2,023" not in words
