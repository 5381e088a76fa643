"""`merge`: cells that become one with the cell above them, read back by python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import FindingsError
from reportgen.render import Template
from tests.documents import docx, p, picture, png, table, tc, tr
from tests.invariants import check_document

FOR, END = "{%tr for r in rows %}", "{%tr endfor %}"
LEVELS = [["部门决策", "预算编制", "合理性"], ["", "", "规范性"], ["", "目标设置", "完整性"], ["部门管理", "目标设置", "监管"]]
GIVEN = [{"a": a, "b": b, "c": c} for a, b, c in LEVELS]


def made(*blocks: str, rows: Sequence[Any] = GIVEN, **parts: Any) -> list[Table]:
    data = Template.open(docx(*blocks, **parts)).render({"rows": rows})
    check_document(data)
    return Document(io.BytesIO(data)).tables


def groups(found: Table, column: int, skip: int = 0) -> list[tuple[str, int]]:
    """The cells of a column from the top, each with its text and the rows that it takes."""
    cells: list[tuple[Any, int]] = []
    for row in found.rows[skip:]:
        cell = row.cells[column]
        if cells and cells[-1][0]._tc is cell._tc:
            cells[-1] = (cell, cells[-1][1] + 1)
        else:
            cells.append((cell, 1))
    return [(cell.text, count) for cell, count in cells]


def test_a_cell_prints_its_value_and_takes_the_rows_that_repeat_it_or_leave_it_blank() -> None:
    found = made(table([[FOR, "", ""], ["{% 合并 r.a %}", "{% merge r.b %}", "{{ r.c }}"], [END, "", ""]]))[0]
    assert groups(found, 0) == [("部门决策", 3), ("部门管理", 1)]
    assert groups(found, 1) == [("预算编制", 2), ("目标设置", 1), ("目标设置", 1)]
    assert [text for text, _ in groups(found, 2)] == ["合理性", "规范性", "完整性", "监管"]


def test_a_cell_may_print_other_words_than_those_it_is_merged_by() -> None:
    found = made(table([[FOR, ""], ["{{ loop.index }}：{{ r.b }}{% merge r.a %}", "{{ r.c }}"], [END, ""]]))[0]
    assert groups(found, 0) == [("1：预算编制", 3), ("4：目标设置", 1)]


def test_without_a_value_the_words_of_the_cell_decide() -> None:
    found = made(table([[FOR, ""], ["{{ r.a }}{% merge %}", "{{ r.c }}"], [END, ""]]))[0]
    assert groups(found, 0) == [("部门决策", 3), ("部门管理", 1)]


def test_a_mark_in_the_head_speaks_for_its_column() -> None:
    head = tr(tc("指标{% 合并列 %}", properties='<w:gridSpan w:val="2"/>'), "分值")
    row = tr(tc("{{ r.a }}", properties='<w:gridSpan w:val="2"/>'), "{{ r.c }}")
    found = made(table([head, tr(FOR), row, tr(END)], columns=3))[0]
    assert groups(found, 0, skip=1) == [("部门决策", 3), ("部门管理", 1)]
    assert groups(found, 1) == [("指标", 1), ("部门决策", 3), ("部门管理", 1)]


def test_a_row_without_the_column_breaks_the_run() -> None:
    total = tr(tc("小计", properties='<w:gridSpan w:val="2"/>'))
    rows = [tr(FOR), tr("{% merge r.a %}", "{{ r.c }}"), tr("{%tr if r.last %}"), total, tr("{%tr endif %}"), tr(END)]
    found = made(table(rows, columns=2), rows=[{"a": "甲", "c": "1", "last": True}, {"a": "甲", "c": "2", "last": False}])[0]
    assert [row.cells[0].text for row in found.rows] == ["甲", "小计", "甲"]
    assert groups(found, 0) == [("甲", 1), ("小计", 1), ("甲", 1)]


def test_rows_of_two_shapes_are_compared_by_their_place_in_the_grid() -> None:
    rows = [
        tr(FOR),
        tr("{%tr if r.c %}"),
        tr("{% merge r.a %}", "有"),
        tr("{%tr else %}"),
        tr("{% merge r.a %}", "无"),
        tr("{%tr endif %}"),
        tr(END),
    ]
    found = made(table(rows, columns=2), rows=[{"a": "甲", "c": 1}, {"a": "甲", "c": 0}, {"a": "乙", "c": 0}])[0]
    assert groups(found, 0) == [("甲", 2), ("乙", 1)]


def test_a_table_begins_anew_and_a_table_within_a_cell_is_its_own() -> None:
    inner = table([[FOR, ""], ["{% merge r.a %}", "{{ r.c }}"], [END, ""]])
    outer = table([["{%tr for n in [1, 1] %}", ""], tr("{% merge n %}", tc(inner, "<w:p/>")), ["{%tr endfor %}", ""]], columns=2)
    found = made(outer)[0]
    assert groups(found, 0) == [("1", 2)]
    for row in found.rows:
        assert groups(row.cells[1].tables[0], 0) == [("部门决策", 3), ("部门管理", 1)]
    assert [groups(one, 0) for one in made("{%p for n in [1, 2] %}", inner, "{%p endfor %}")] == [[("部门决策", 3), ("部门管理", 1)]] * 2


def test_what_is_merged_keeps_the_look_of_its_first_paragraph_and_loses_pictures() -> None:
    cell = tc(p("{{ r.a }}{% merge r.a %}", properties='<w:jc w:val="center"/>'), p(picture("rId50")))
    found = made(table([tr(FOR), tr(cell, "{{ r.c }}"), tr(END)], columns=2), images={"rId50": png()})[0]
    continued = found.rows[1]._tr.tc_lst[0]
    assert [one.alignment for one in found.rows[0].cells[0].paragraphs] == [1, None]
    assert len(continued.p_lst) == 1
    assert not continued.xpath(".//w:drawing")
    assert continued.xpath("./w:p/w:pPr/w:jc")


def test_a_long_table_is_merged_all_the_way_down() -> None:
    rows = [{"a": "甲" if number < 900 else "乙", "c": str(number)} for number in range(1500)]
    data = Template.open(docx(table([[FOR, ""], ["{% merge r.a %}", "{{ r.c }}"], [END, ""]]))).render({"rows": rows})
    found = Document(io.BytesIO(data)).tables[0]
    merges = [row.tc_lst[0].vMerge for row in found._tbl.tr_lst]
    assert [index for index, merge in enumerate(merges) if merge == "restart"] == [0, 900]
    assert merges.count("continue") == 1498


def test_the_tag_belongs_in_a_cell() -> None:
    with pytest.raises(FindingsError) as caught:
        Template.open(docx("甲{% 合并 乙 %}"))
    assert [finding.code for finding in caught.value.findings] == ["T009"]


CELLS = ["{% merge r.a %}", "{% merge r.b %}", "{% merge r.c %}"]
TEMPLATE = Template.open(docx(table([[FOR, "", ""], CELLS, [END, "", ""]])))
BLANK = Document()
WORDS = st.sampled_from(["", "甲", "乙"])


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
def test_merging_agrees_with_cells_that_python_docx_merges(levels: list[tuple[str, str, str]]) -> None:
    rows = [dict(zip("abc", row, strict=True)) for row in levels]
    found = Document(io.BytesIO(TEMPLATE.render({"rows": rows}))).tables[0]
    wanted = BLANK.add_table(len(levels), 3)
    above: list[str] = []
    tops = [0, 0, 0]
    for index, row in enumerate(levels):
        known, alike = list(row), index > 0
        for column, word in enumerate(row):
            alike = alike and word in ("", above[column])
            if alike:
                known[column] = above[column]
            else:
                tops[column] = index
                wanted.cell(index, column).text = word
        above = known
        for column in range(3):
            if tops[column] < index:
                last = wanted.cell(index, column)
                last.text = ""
                wanted.cell(tops[column], column).merge(last)
    assert [groups(found, column) for column in range(3)] == [
        [(text.strip(), count) for text, count in groups(wanted, column)] for column in range(3)
    ]
