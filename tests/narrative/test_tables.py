"""Pipe tables."""

import pytest

from reportgen.narrative import Table, read
from tests.narrative.reading import faults, locate, prose, shape


def test_lines_between_bars_make_a_table() -> None:
    assert shape("|甲|**乙**丙|\n　｜ 丁 ｜　｜") == ["| 甲 | <乙>丙 |", "| 丁 |  |"]


def test_the_last_bar_may_be_left_out() -> None:
    assert shape("| 甲 | 乙\n| 丙 | 丁 |") == ["| 甲 | 乙 |", "| 丙 | 丁 |"]


def test_a_line_of_hyphens_makes_the_first_row_a_header() -> None:
    assert shape("| 项目 | 金额 |\n|:---|---:|\n| 甲 | - |") == ["| 项目 | 金额 | header", "| 甲 | - |"]
    assert shape("| - | -- |\n| - | -- |") == ["| - | -- |", "| - | -- |"]


def test_bars_within_expressions_part_no_cells() -> None:
    values = {"预算|万元": "1.00", '"|"': "|"}
    assert shape('| {{ 预算|万元 }} | {{ "|" }} |', values.__getitem__) == ["| 1.00 | | |"]


def test_as_text_a_table_has_tabs_and_lines() -> None:
    result = prose("甲\n| 乙 | 丙 |\n| 丁 | |\n戊")
    assert result == "甲\n乙\t丙\n丁\t\n戊"
    assert [result.place(offset) for offset in range(len(result) + 1)] == [0, 1, 4, 5, 8, 9, 14, 15, 15, 20, 21]


def test_ragged_rows_are_found_and_filled_up() -> None:
    result, (finding,) = read("| 甲 | 乙 |\n| 丙 |", locate)
    (table,) = result.blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2, 2]
    assert (finding.code, finding.span.column, finding.span.end_column) == ("N105", 10, 15)
    assert finding.message("zh") == "表格这一行有 1 格，第一行有 2 格"
    assert finding.message("en") == "this row of the table has 1 cells, the first row 2"


def test_a_header_line_counts_its_cells_too() -> None:
    assert faults("| 甲 | 乙 |\n|---|\n| 丙 | 丁 |") == [("N105", "|---|")]


@pytest.mark.parametrize("text", ["|---|\n| 甲 |", "| 甲 |\n| 乙 |\n|---|", "|---|"])
def test_a_header_line_elsewhere_is_found(text: str) -> None:
    assert faults(text) == [("N107", "|---|")]


def test_tables_are_as_wide_as_word_allows() -> None:
    result, (finding,) = read("|" + "甲|" * 64, locate)
    (table,) = result.blocks
    assert isinstance(table, Table)
    assert len(table.rows[0]) == 63
    assert (finding.code, finding.message("zh")) == ("N106", "表格这一行有 64 格，Word 的表格最多 63 列")


def test_faults_within_cells_are_found_at_their_place() -> None:
    assert faults("| 甲 |  **乙 |\n| {{ a | b |") == [("N102", "**"), ("N201", "{{")]
    assert faults("| 甲 | 乙 |\n| 丙 | {{ a }} }} |", lambda _source: "值") == [("N202", "}}")]
