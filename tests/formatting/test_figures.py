"""Figures in tables: sums, rates, scores within weights, totals, and what the text says of them."""

from __future__ import annotations

import pytest

from reportgen.formatting.reviewing import review_word
from tests.documents import docx, table
from tests.formatting.right import PACK

FORM = [
    ["项目资金", "", "年度预算数", "执行数", "分值", "执行率", "得分"],
    ["", "年度资金总额", "130.76", "130.44", "10", "99.76%", "9.98"],
    ["", "其中：当年财政拨款", "100.00", "100.00", "", "", ""],
    ["", "其他资金", "30.76", "30.44", "", "", ""],
    ["绩效指标", "二级指标", "年度指标值", "实际完成值", "分值", "自评得分", "原因"],
    ["产出", "数量指标", "12", "13", "60", "60", ""],
    ["效益", "社会效益", "提高", "提高", "30", "29", ""],
    ["总分", "", "", "", "100", "98.98", ""],
]
MONEY = [["项目", "预算数", "执行数"], ["基本支出", "330.00", "329.00"], ["项目支出", "342.37", "342.37"], ["合计", "672.37", "671.37"]]


def codes(rows: list[list[str]], *text: str) -> list[str]:
    found = review_word(docx("自评情况如下表所示，各项任务全部完成。", *text, table(rows)), "a.docx", PACK).findings
    return [finding.code for finding in found if finding.code.startswith("G51")]


def changed(rows: list[list[str]], row: int, column: int, text: str) -> list[list[str]]:
    return [[text if (r, c) == (row, column) else cell for c, cell in enumerate(line)] for r, line in enumerate(rows)]


@pytest.mark.parametrize("rows", [FORM, MONEY])
def test_right_figures_give_nothing(rows: list[list[str]]) -> None:
    assert codes(rows) == []


@pytest.mark.parametrize(
    ("row", "column", "text", "code"),
    [
        (1, 5, "99.96%", "G512"),
        (2, 2, "110.00", "G511"),
        (5, 5, "61", "G513"),
        (7, 5, "99.98", "G514"),
        (7, 4, "90", "G515"),
    ],
)
def test_a_wrong_figure_of_a_form_is_found(row: int, column: int, text: str, code: str) -> None:
    assert code in codes(changed(FORM, row, column, text))


def test_a_rate_that_was_cut_is_taken() -> None:
    assert codes(changed(changed(FORM, 1, 5, "99.75%"), 1, 6, "9.98")) == []


def test_a_column_adds_up_to_its_total() -> None:
    found = review_word(docx("收支情况如下表。", table(changed(MONEY, 3, 2, "671.73"))), "a.docx", PACK).findings
    finding = next(one for one in found if one.code == "G511")
    assert finding.message("zh") == "“执行数”一列相加是 671.37，合计写的是 671.73"
    assert finding.severity == "warning"
    assert finding.span.place is not None
    assert (finding.span.place.table, finding.span.place.row) == (1, 4)


def test_a_hundredth_is_a_matter_of_rounding() -> None:
    found = review_word(docx("收支情况如下表。", table(changed(MONEY, 3, 2, "671.38"))), "a.docx", PACK).findings
    assert [one.severity for one in found if one.code == "G511"] == ["notice"]


@pytest.mark.parametrize(
    "rows",
    [
        [["项目", "金额"], ["基本支出", "330.00"], ["其中：人员经费", "300.00"], ["项目支出", "342.37"], ["合计", "672.37"]],
        [["指标", "指标值"], ["培训人数", "12"], ["培训场次", "3"], ["合计", "99"]],
        [["年度", "执行率"], ["2022", "98.00%"], ["2023", "99.00%"], ["合计", "98.50%"]],
    ],
)
def test_what_is_not_meant_to_be_added_is_left_alone(rows: list[list[str]]) -> None:
    assert codes(rows) == []


def test_the_text_says_what_the_table_says() -> None:
    assert codes(MONEY, "2023年基本支出为330.00万元，项目支出342.37万元。") == []
    assert codes(MONEY, "2023年基本支出为333.00万元。") == ["G516"]
    assert codes(MONEY, "比上年基本支出300.00万元增加。") == []
    assert codes(FORM, "我单位自评得分为98.98分。") == []
    assert codes(FORM, "我单位自评得分为99.98分。") == ["G516"]
