"""What only the output can tell: numbers of headings, ids, ends of cells, empty tables, grids."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from reportgen.findings import Span
from reportgen.narrative import read
from reportgen.render import Template
from tests.documents import docx, p, parts_of, picture, png, r, table, tables_of, tc, text_of, tr
from tests.invariants import check_document

FORMS = {1: "一、", 2: "（一）", 3: "1."}
LINKED = (
    '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:link w:val="LeadChar"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    '</w:style><w:style w:type="character" w:styleId="LeadChar"><w:name w:val="Lead Char"/><w:link w:val="Lead"/></w:style>'
)


def h(text: str, level: int = 1) -> str:
    return p(text, style=f"Heading{level}")


def rendered(*blocks: str, context: dict[str, Any] | None = None, numbering: dict[int, str] | None = None, **parts: Any) -> bytes:
    data = Template.open(docx(*blocks, **parts), numbering=numbering).render(context or {})
    check_document(data)
    return data


def numbered(*blocks: str, **context: Any) -> list[str]:
    return text_of(rendered(*blocks, context=context, numbering=FORMS, styles=LINKED))


def test_headings_are_numbered_in_the_order_of_the_output() -> None:
    blocks = (h("{{ '甲' }}"), h("乙", 2), h("丙", 2), h("丁"), h("戊", 2), h("己", 3), "正文")
    assert numbered(*blocks) == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "1.己", "正文"]


def test_headings_in_loops_and_conditions_are_counted_as_they_come_out() -> None:
    blocks = ("{%p for x in l %}", "{%p if x != 2 %}", h("第{{ x }}部分"), "{%p endif %}", "{%p endfor %}", h("完"))
    assert numbered(*blocks, l=[1, 2, 3]) == ["一、第1部分", "二、第3部分", "三、完"]


def test_headings_out_of_macros_are_counted_where_they_are_printed() -> None:
    blocks = ("{%p macro m(x) %}", h("{{ x }}"), "{%p endmacro %}", h("先"), "{{p m('中') }}", "{{p m('又') }}", h("后"))
    assert numbered(*blocks) == ["一、先", "二、中", "三、又", "四、后"]


def test_a_typed_number_is_kept_and_counted_on_from() -> None:
    template = Template.open(docx(h("甲"), h("五、{{ x }}"), h("丙")), numbering=FORMS)
    sink = io.BytesIO()
    (finding,) = template.render_to({"x": "乙"}, sink)
    assert text_of(sink.getvalue()) == ["一、甲", "五、乙", "六、丙"]
    assert (finding.code, finding.message("zh")) == ("T030", "标题“乙”自带序号“五、”，已按原样保留，后面的标题接着它编号")


def test_a_number_in_the_data_is_a_typed_number_too() -> None:
    assert numbered("{%p for x in l %}", h("{{ x }}", 2), "{%p endfor %}", l=["甲", "（四）乙", "丙"]) == [
        "（一）甲",
        "（四）乙",
        "（五）丙",
    ]


def test_a_heading_without_words_has_no_number() -> None:
    assert numbered(h("{{ x }}"), h("乙"), x="") == ["", "一、乙"]


def test_a_heading_that_the_text_runs_on_from_is_numbered() -> None:
    assert numbered(p(r("主要职能。", style="LeadChar"), "一是{{ x }}"), p(r("机构。", style="LeadChar"), "设"), x="管") == [
        "1.主要职能。一是管", "2.机构。设"
    ]  # fmt: skip


def test_a_run_in_heading_that_begins_with_a_tag_is_numbered() -> None:
    assert numbered(p(r("{{ x }}。", style="LeadChar"), "一是管"), x="主要职能") == ["1.主要职能。一是管"]


def test_a_value_that_breaks_a_heading_gives_two() -> None:
    assert numbered(h("{{ x }}"), h("丙"), x="甲\a乙") == ["一、甲", "二、乙", "三、丙"]


def test_without_forms_nothing_is_numbered() -> None:
    assert text_of(rendered(h("甲{{ x }}"), context={"x": 1})) == ["甲1"]


def test_a_number_takes_the_look_of_the_headings_words() -> None:
    data = rendered(p(r("{{ x }}", bold=True), r("乙"), style="Heading1"), context={"x": "甲"}, numbering=FORMS)
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">一、甲</w:t>' in parts_of(data)["word/document.xml"].decode()


def test_both_wordings_of_alternate_content_count_alike() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    choice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:pict>{0}</w:pict></mc:Choice><mc:Fallback><w:pict>{0}</w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    ).format(box.format(h("框")))
    assert numbered(h("{{ '甲' }}"), p(choice), h("乙")) == ["一、甲", "", "二、框", "二、框", "三、乙"]


def test_a_second_wording_that_would_say_something_else_goes() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    choice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:pict>{0}</w:pict></mc:Choice><mc:Fallback><w:pict>{0}</w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    ).format(box.format(p("{% set ns.n = ns.n + 1 %}{{ ns.n }}")))
    data = rendered("{% set ns = namespace(n=0) %}{{ ns.n }}", p(choice), "{{ ns.n }}", context={})
    assert parts_of(data)["word/document.xml"].count(b"Fallback") == 0
    assert text_of(data)[-1] == "1"


def test_drawings_in_loops_have_ids_of_their_own() -> None:
    blocks = (p(picture("rId50", 7)), "{%p for x in l %}", p("{{ x }}", picture("rId50", 7)), "{%p endfor %}")
    data = rendered(*blocks, context={"l": [1, 2, 3]}, images={"rId50": png()})
    ids = re.findall(rb'<wp:docPr id="(\d+)"', parts_of(data)["word/document.xml"])
    assert len(set(ids)) == 4


def test_drawings_of_several_parts_have_ids_of_their_own() -> None:
    body = ("{{ x }}", p(picture("rId50", 1)), p(picture("rId50", 1)))
    drawing = '</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r><w:r><w:t>'
    still = parts_of(docx("a", header="静"))["word/header.xml"].replace("静".encode(), drawing.encode())
    rendered(*body, context={"x": 1}, header="x", images={"rId50": png()}, parts={"word/header.xml": still})


def test_bookmarks_in_loops_have_ids_and_names_of_their_own() -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="mark"/>', '<w:bookmarkEnd w:id="3"/>'
    data = rendered("{%p for x in l %}", p(start, "{{ x }}", end), "{%p endfor %}", context={"l": [1, 2]})
    assert re.findall(rb'w:name="(\w+)"', parts_of(data)["word/document.xml"]) == [b"mark", b"mark_2"]


def test_a_bookmark_that_only_begins_in_a_loop_goes() -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="mark"/>', '<w:bookmarkEnd w:id="3"/>'
    rendered("{%p for x in l %}", p(start, "{{ x }}"), "{%p endfor %}", p(end, "y"), context={"l": [1, 2]})


def test_paragraph_ids_and_comments_in_loops_go() -> None:
    paragraph = '<w:p w14:paraId="00000001"><w:commentRangeStart w:id="1"/><w:r><w:t>{{ x }}</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>'
    data = rendered("{%p for x in l %}", paragraph, "{%p endfor %}", context={"l": [1, 2]}, comments=["批注"])
    assert b"paraId" not in parts_of(data)["word/document.xml"]
    assert b"commentRange" not in parts_of(data)["word/document.xml"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_cell_ends_with_a_paragraph_whatever_its_loops_give(count: int) -> None:
    cell = tc("{%p for x in l %}", "{{ x }}", "{%p endfor %}")
    assert tables_of(rendered(table([[cell]]), context={"l": [1] * count})) == [[["\n".join("1" * count)]]]


def test_a_cell_that_a_table_ends_gets_a_paragraph() -> None:
    inner = table([["{{ x }}"]])
    rendered(table([tr(tc("{%p if x %}", inner, "{%p endif %}"))], columns=1), context={"x": 1})


def test_headers_and_notes_end_with_a_paragraph_too() -> None:
    for x in (True, False):
        rendered("a", context={"x": x}, header=["{%p if x %}", "甲", "{%p endif %}"], footnotes=["{{p x }}"])


def test_a_table_without_rows_goes() -> None:
    blocks = ("前", table([["{%tr for x in l %}"], ["{{ x }}"], ["{%tr endfor %}"]]), "后")
    assert tables_of(rendered(*blocks, context={"l": []})) == []
    assert tables_of(rendered(*blocks, context={"l": [1]})) == [[["1"]]]


def test_a_row_without_cells_goes() -> None:
    rows = [["{%tc for x in l %}", "{{ x }}", "{%tc endfor %}"], ["a", "b", "c"]]
    assert tables_of(rendered(table(rows), context={"l": []})) == [[["a", "b", "c"]]]


@given(st.integers(0, 6), st.integers(0, 3))
@settings(max_examples=20, deadline=None)
def test_a_grid_has_as_many_columns_as_the_widest_row(columns: int, span: int) -> None:
    inner = table([["{%tc for x in l %}", "{{ x }}", "{%tc endfor %}", "n"]])
    loop = ["{%tc for x in l %}", "{{ x }}", "{%tc endfor %}"]
    rows = [tr("a", *loop), tr(tc(inner, ""), *loop)]
    wide = table([tr(tc("{% colspan n %}a"), *loop), tr(*["b"] * (span + 1), *loop)], columns=4)
    for one in (table(rows, columns=4), wide):
        rendered(one, context={"l": list(range(columns)), "n": span + 1})


def test_skipped_grid_columns_count() -> None:
    before = '<w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/>'
    rows = [tr("a", "b", "c"), tr("{%tc for x in l %}", "{{ x }}", "{%tc endfor %}", properties=before)]
    rendered(table(rows, columns=3), context={"l": [1, 2]})


@pytest.mark.parametrize("columns", [1, 2, 5, 63])
def test_rows_shorter_than_the_grid_end_before_it(columns: int) -> None:
    exception = "<w:tblPrEx><w:tblBorders/></w:tblPrEx>"
    rows = [
        tr("{% colspan n %}a"),
        tr("b", "c"),
        tr("d", properties='<w:gridAfter w:val="1"/><w:wAfter w:w="1000" w:type="dxa"/>'),
        tr("e", "f", properties="<w:cantSplit/>"),
        tr("g", table([["h", "i", "j"]])).replace("<w:tr>", f"<w:tr>{exception}", 1),
        tr("k", "l").replace("<w:tr>", f"<w:tr>{exception}<w:trPr/>", 1),
    ]
    rendered(table(rows, columns=2), context={"n": columns})


def test_columns_that_are_looped_over_merge_downwards_each_by_itself() -> None:
    rows = [
        ["{%tr for x in l %}", ""],
        tr("{%tc for y in m %}", "{% vm %}{{ y }}{{ x }}", "{%tc endfor %}", "{{ x }}"),
        ["{%tr endfor %}", ""],
    ]
    assert tables_of(rendered(table(rows, columns=3), context={"l": [1, 2], "m": "ab"})) == [[["a1", "b1", "1"], ["a1", "b1", "2"]]]


def test_a_cell_that_merges_outside_of_any_loop_stays_as_it_is() -> None:
    assert tables_of(rendered(table([["{% hm %}a", "{% vm %}b"]]))) == [[["a", "b"]]]


@pytest.mark.parametrize("property", ["gridSpan", "gridBefore", "gridAfter"])
@pytest.mark.parametrize("digits", ["1000000000", "9" * 22, "9" * 5000])
def test_a_template_with_a_boundless_span_makes_a_grid_that_word_can_hold(property: str, digits: str) -> None:
    skip = f'<w:{property} w:val="{digits}"/>'
    cell, row = (tc("a", properties=skip), "") if property == "gridSpan" else ("a", skip)
    source = docx(table([tr(cell, "{%tc for x in l %}", "{{ x }}", "{%tc endfor %}", properties=row)], columns=3))
    xml = parts_of(Template.open(source).render({"l": [1, 2]}))["word/document.xml"].decode()
    assert xml.count("<w:gridCol") <= 63 + 3


def test_values_cannot_forge_marks() -> None:
    value = "\x01h1\x02甲\x01d\x02"
    data = Template.open(docx(h("{{ x }}"), h("乙"), "{{ x }}"), Environment(), numbering=FORMS).render({"x": value})
    assert text_of(data) == ["一、h1甲d", "二、乙", "h1甲d"]


def test_a_narrative_of_several_paragraphs_behind_a_run_in_heading_has_one_number() -> None:
    lead = p(r("机构情况。", style="LeadChar"), "{{ story }}")
    story, findings = read("甲\n乙\n丙", lambda *_: Span(), None)
    assert not findings
    assert numbered(lead, p(r("人员。", style="LeadChar"), "丁"), story=story) == ["1.机构情况。甲", "乙", "丙", "2.人员。丁"]


def test_headings_behind_those_that_a_value_brings_are_counted_on() -> None:
    prose, findings = read("# 乙\n丙\n# 丁", lambda *_: Span(), None)
    assert not findings
    assert numbered(h("甲"), "{{p x }}", h("{{ y }}"), h("己", 2), x=prose, y="戊") == [
        "一、甲", "（一）乙", "丙", "（二）丁", "二、戊", "（一）己",
    ]  # fmt: skip


def test_headings_under_conditions_are_counted_as_they_come_out() -> None:
    blocks = (h("甲"), "{%p if x %}", h("乙", 2), "{{ y }}", h("{{ y }}", 2), "{%p else %}", h("丙", 2), "{%p endif %}", h("丁", 2))
    assert numbered(*blocks, x=1, y="戊") == ["一、甲", "（一）乙", "戊", "（二）戊", "（三）丁"]
    assert numbered(*blocks, x=0, y="戊") == ["一、甲", "（一）丙", "（二）丁"]


def test_a_heading_of_several_lines_or_of_conditions_keeps_its_place_in_the_count() -> None:
    blocks = (h("{% if x %}{{ x }}{% endif %}{% if y %}乙{% endif %}"), h("丙"), h("{{ z }}"), h("丁"))
    assert numbered(*blocks, x="甲\a又", y=1, z="") == ["一、甲", "二、又乙", "三、丙", "", "四、丁"]
