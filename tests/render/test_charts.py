"""Charts: native ones that Word edits, exact numbers, the same bytes each time."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from lxml import etree

from reportgen.errors import FindingsError
from reportgen.expressions.charts import Chart
from reportgen.render import Template
from tests.audit import audit
from tests.documents import docx, p, parts_of, text_of
from tests.invariants import check_document

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SERIES = {"预算数": [Decimal("120.50"), 80], "执行数": [Decimal("118.25"), None]}


def rendered(*blocks: str, **context: Any) -> bytes:
    data = Template.open(docx(*blocks)).render(context)
    check_document(data)
    return data


def drawn(chart: Chart) -> dict[str, bytes]:
    return parts_of(rendered("{{p chart }}", chart=chart))


def test_a_chart_names_its_series_and_holds_its_numbers_exactly() -> None:
    part = etree.fromstring(drawn(Chart("column", ["甲项目", "乙项目"], SERIES, unit="万元"))["word/charts/chart1.xml"])
    assert [one.text for one in part.iterfind(f".//{C}ser/{C}tx//{C}v")] == ["预算数", "执行数"]
    assert [one.text for one in part.iterfind(f".//{C}ser/{C}val//{C}v")] == ["120.50", "80", "118.25"]
    assert {one.text for one in part.iter(f"{C}formatCode")} == {"0.00"}


def test_the_sheet_behind_a_chart_opens_and_holds_the_same() -> None:
    parts = drawn(Chart("column", ["=甲", "乙项目"], SERIES))
    sheet = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/workbook1.xlsx"])).worksheets[0]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        [None, "预算数", "执行数"],
        ["=甲", 120.5, 118.25],
        ["乙项目", 80, None],
    ]
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize("kind", ["column", "条形图", "line", "饼图"])
def test_every_kind_of_chart_is_a_sound_file(kind: str) -> None:
    series = {"预算<数>": [1, Decimal("2.5")]}
    data = rendered("{{p chart }}", chart=Chart(kind, ["甲&乙", "丙"], series, title="结构", unit="万元", caption="支出结构"))
    assert audit(data) == []
    assert data == rendered("{{p chart }}", chart=Chart(kind, ["甲&乙", "丙"], series, title="结构", unit="万元", caption="支出结构"))
    assert text_of(data)[-1] == "图1　支出结构"


def test_templates_make_charts_of_their_data_in_chinese_and_english() -> None:
    projects = [{"name": "甲", "budget": 3}, {"name": "乙"}]
    chinese = "{{p 图表('柱形图', 分类=projects|取(attribute='name'), 系列={'预算': projects|取(attribute='budget')}, 题注='预算') }}"
    english = "{{p chart('column', projects|map(attribute='name'), {'预算': projects|map(attribute='budget')}, caption='预算') }}"
    assert rendered(chinese, projects=projects) == rendered(english, projects=projects)


def test_columns_begin_at_zero_unless_they_go_below_it() -> None:
    def least(*values: int) -> list[str]:
        part = etree.fromstring(drawn(Chart("column", ["甲", "乙"], {"数": values}))["word/charts/chart1.xml"])
        return [str(one.get("val")) for one in part.iter(f"{C}min")]

    assert least(95, 98) == ["0"]
    assert least(95, -3) == []


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("chart('radar', ['甲'], {'x': [1]})", "没有“radar”"),
        ("chart('column', [], {'x': []})", "分类应有 1 到 200 个"),
        ("chart('column', ['甲'], {})", "系列应有 1 到 12 个"),
        ("chart('pie', ['甲'], {'x': [1], 'y': [2]})", "系列应有 1 到 1 个"),
        ("chart('column', ['甲', '乙'], {'x': [1]})", "系列“x”有 1 个数，分类有 2 个"),
        ("chart('column', ['甲'], {'x': [1]}, width='宽')", "图的尺寸“宽”看不懂"),
        ("chart('column', ['甲'], {'x': [1]}, 宽度='1')", "宽度"),
    ],
)
def test_what_cannot_be_drawn_is_a_finding(call: str, words: str) -> None:
    with pytest.raises(FindingsError) as caught:
        rendered(f"{{{{p {call} }}}}")
    assert words in caught.value.findings[0].message("zh")


def test_charts_in_a_loop_have_parts_and_ids_of_their_own() -> None:
    data = rendered("{%p for x in l %}", p("{{ chart('column', ['甲'], {'数': [x]}) }}"), "{%p endfor %}", l=[1, 2])
    names = [name for name in parts_of(data) if name.startswith(("word/charts/chart", "word/embeddings/"))]
    assert sorted(names) == [
        f"word/{name}" for name in ("charts/chart1.xml", "charts/chart2.xml", *(f"embeddings/workbook{n}.xlsx" for n in (1, 2)))
    ]


def test_more_charts_than_anybody_reads_exhaust_the_budget() -> None:
    with pytest.raises(FindingsError):
        rendered("{%p for x in range(500) %}", "{{p chart('column', ['甲'], {'数': [x]}) }}", "{%p endfor %}")
