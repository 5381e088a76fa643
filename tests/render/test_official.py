"""Captions, references, footnotes, contents and sections: right in the output's order, sound as files."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.errors import FindingsError
from reportgen.expressions.environment import Environment
from reportgen.findings import Span
from reportgen.narrative import Prose, evaluator, read
from reportgen.render import Template
from tests.audit import audit
from tests.documents import R, W, archive, docx, p, parts_of, r, table, text_of
from tests.invariants import check_document

NUMBER = p("— 1 —", properties='<w:jc w:val="right"/>')


def rendered(*blocks: str, parts: Any = None, **context: Any) -> bytes:
    data = Template.open(docx(*blocks, **(parts or {})), Environment()).render(context)
    check_document(data)
    return data


def document(data: bytes) -> Any:
    return etree.fromstring(parts_of(data)["word/document.xml"])


def instructions(data: bytes) -> list[str]:
    return [str(one.text).strip() for one in document(data).iter(f"{{{W}}}instrText")]


def test_captions_are_numbered_in_the_order_of_the_output_each_label_by_itself() -> None:
    loop = ("{%p for x in l %}", "{{p x|caption }}", "{%p endfor %}", "{{p '收支'|题注('表') }}", "{{p '末'|caption('图') }}")
    assert text_of(rendered(*loop, l=["一", "二"])) == ["图1　一", "图2　二", "表1　收支", "图3　末"]


def test_references_name_what_comes_before_and_behind_them() -> None:
    data = rendered(
        "见{{ 'b'|reference }}和{{ '甲'|引用 }}。", "{{p '一'|caption('图', '甲') }}", "{{p '二'|caption('表', 'b') }}", "如{{ 'b'|引用 }}"
    )
    assert text_of(data) == ["见表1和图1。", "图1　一", "表1　二", "如表1"]
    names = {str(one.get(f"{{{W}}}name")) for one in document(data).iter(f"{{{W}}}bookmarkStart")}
    assert {f"REF {name} \\h" for name in names} == {one for one in instructions(data) if one.startswith("REF ")}


def test_a_caption_in_captured_text_counts_where_it_comes_out() -> None:
    captured = "{%p set late %}", "{{p '后'|caption }}", "{%p endset %}", "{{p '先'|caption }}", "{{p late }}", "{{p late }}"
    assert text_of(rendered(*captured)) == ["图1　先", "图2　后", "图3　后"]


def test_a_reference_to_nothing_is_a_finding_with_the_names_there_are() -> None:
    with pytest.raises(FindingsError) as caught:
        rendered("见{{ '乙'|reference }}", "{{p '一'|caption('图', '甲') }}")
    assert caught.value.findings[0].code == "T070"
    assert "甲" in caught.value.findings[0].hint("zh")


def test_a_name_given_twice_is_a_finding() -> None:
    with pytest.raises(FindingsError) as caught:
        rendered("{{p '一'|caption('图', '甲') }}", "{{p '二'|caption('表', '甲') }}")
    assert caught.value.findings[0].message("zh") == "题注的名称“甲”用了两次，前一个是图1"


def narrative(text: str) -> Prose:
    environment = Environment()
    prose, findings = read(text, lambda *_: Span("x.yaml"), evaluator(environment, {}))
    assert findings == []
    return prose


def test_narrative_refers_notes_and_shows_in_the_look_of_its_place() -> None:
    text = "见{{ '甲'|引用 }}，**如**{{ '决算数'|脚注 }}此。\n{{ '收支'|题注('表', '甲') }}\n末段"
    for placeholder in ("{{p t }}", p("{{ t }}", properties='<w:jc w:val="both"/>'), "前{{ t }}后"):
        data = rendered(placeholder, t=narrative(text))
        assert text_of(data)[-3:] == [f"{'前' * ('前' in placeholder)}见表1，如此。", "表1　收支", f"末段{'后' * ('后' in placeholder)}"]
        assert notes(data) == ["决算数"]


def test_a_label_is_a_word() -> None:
    with pytest.raises(FindingsError):
        rendered("{{p '一'|caption('<w:p/>') }}")


def notes(data: bytes) -> list[str]:
    root = etree.fromstring(parts_of(data)["word/footnotes.xml"])
    return ["".join(str(text.text) for text in note.iter(f"{{{W}}}t")).strip() for note in root if note.get(f"{{{W}}}type") is None]


def test_footnotes_stand_in_their_part_in_the_order_of_the_text() -> None:
    data = rendered("甲{{ '一 & 二'|footnote }}", "{%p for x in l %}", "乙{{ x|脚注 }}", "{%p endfor %}", l=["<三>", "四"])
    assert notes(data) == ["一 & 二", "<三>", "四"]
    assert [one.get(f"{{{W}}}id") for one in document(data).iter(f"{{{W}}}footnoteReference")] == ["1", "2", "3"]
    assert audit(data) == []


@pytest.mark.parametrize("own", ["已有的注", "已有的注{{ x }}"])
def test_footnotes_follow_those_that_the_template_has(own: str) -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = rendered(p("甲", reference), "乙{{ '新的注'|footnote }}", parts={"footnotes": [own]}, x="！")
    assert notes(data)[-2:] == [own.replace("{{ x }}", "！"), "新的注"]


def test_contents_list_the_headings_behind_them_down_to_their_level() -> None:
    headings = [p("一、总", style="Heading1"), p("（一）分", style="Heading2"), p("1.细", style="Heading3")]
    data = rendered(p("前", style="Heading1"), "{{p contents(2) }}", *headings, "正文")
    assert text_of(data) == ["前", "一、总\t", "（一）分\t", "一、总", "（一）分", "1.细", "正文"]
    marked = {str(one.get(f"{{{W}}}name")) for one in document(data).iter(f"{{{W}}}bookmarkStart")}
    assert {one.get(f"{{{W}}}anchor") for one in document(data).iter(f"{{{W}}}hyperlink")} == marked
    assert instructions(data)[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert audit(data) == []


def test_contents_show_the_numbers_that_headings_are_given() -> None:
    template = Template.open(
        docx("{{p 目录(1) }}", "{%p for x in l %}", p("{{ x }}", style="Heading1"), "{%p endfor %}"), numbering={1: "一、"}
    )
    data = template.render({"l": ["概况", "绩效"]})
    check_document(data)
    assert text_of(data) == ["一、概况\t", "二、绩效\t", "一、概况", "二、绩效"]


def test_contents_list_only_the_words_of_a_heading_that_runs_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="heading 4"/><w:link w:val="SmallChar"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="SmallChar"><w:name w:val="heading 4 Char"/><w:link w:val="Small"/></w:style>'
    )
    block = p(r("{{ x }}", style="SmallChar"), r("。", style="SmallChar"), r("正文"), properties='<w:jc w:val="both"/>')
    data = rendered(
        "{{p contents(2) }}",
        p("一、总", style="Heading1"),
        block,
        p("文", r("中", style="SmallChar")),
        parts={"styles": styles},
        x="1.职能",
    )
    assert text_of(data)[:2] == ["一、总\t", "1.职能\t"]


@pytest.mark.parametrize("tag", ["{{p renumber() }}", "{{p 重新编号() }}", p("{{ renumber() }}")])
def test_headings_are_numbered_from_the_first_again_where_it_is_said(tag: str) -> None:
    first, second = p("{{ x }}", style="Heading1"), p("{{ y }}", style="Heading2")
    blocks = (first, second, first, tag, first, second)
    data = Template.open(docx(*blocks), numbering={1: "一、", 2: "（一）"}).render({"x": "甲", "y": "乙"})
    check_document(data)
    assert [line for line in text_of(data) if line] == ["一、甲", "（一）乙", "二、甲", "一、甲", "（一）乙"]


def test_headings_of_narrative_behind_it_are_of_the_highest_level() -> None:
    template = Template.open(docx(p("{{ x }}", style="Heading2"), "{{p renumber() }}", "{{p t }}"), numbering={1: "一、", 2: "（一）"})
    assert text_of(template.render({"x": "甲", "t": narrative("# 乙")}))[-1] == "一、乙"


def test_contents_without_headings_are_a_field_all_the_same() -> None:
    assert instructions(rendered("{{p contents() }}", "正文")) == ['TOC \\o "1-2" \\h \\z \\u']


def sizes(data: bytes) -> list[tuple[str, str | None]]:
    return [(str(one.get(f"{{{W}}}w")), one.get(f"{{{W}}}orient")) for one in document(data).iter(f"{{{W}}}pgSz")]


ACROSS, UPRIGHT = ("16838", "landscape"), ("11906", None)


@pytest.mark.parametrize(
    ("directions", "pages"),
    [
        (["横向"], [UPRIGHT, ACROSS]),
        (["横向", "纵向"], [UPRIGHT, ACROSS, UPRIGHT]),
        (["纵向"], [UPRIGHT]),
        (["landscape", "横向", "portrait"], [UPRIGHT, ACROSS, UPRIGHT]),
    ],
)
def test_pages_lie_as_the_last_word_before_them_says(directions: list[str], pages: list[tuple[str, str | None]]) -> None:
    blocks = [block for one in directions for block in (f"{{{{p 分节('{one}') }}}}", "文")]
    assert sizes(rendered("首", *blocks)) == pages


def test_a_page_that_lies_across_has_its_number_where_the_sheet_upright_has_it() -> None:
    data = rendered("首", "{{p section('横向') }}", "表", parts={"footer": NUMBER})
    section = list(document(data).iter(f"{{{W}}}sectPr"))[-1]
    margins = section.find(f"{{{W}}}pgMar")
    assert [margins.get(f"{{{W}}}{side}") for side in ("top", "right", "bottom", "left")] == ["1587", "2098", "1474", "1984"]
    footers = [str(one.get(f"{{{R}}}id")) for one in document(data).iter(f"{{{W}}}footerReference")]
    assert len(set(footers)) == len(footers)
    turned = [part.decode() for name, part in parts_of(data).items() if re.match("word/footer", name)]
    assert [('<w:textDirection w:val="tbRl"/>' in one, "— 1 —" in one) for one in turned] == [(False, True), (True, True)]
    assert audit(data) == []


@pytest.mark.parametrize("set_up", ["", "<w:sectPr/>", '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'])
def test_pages_of_unknown_size_stay_as_they_are(set_up: str) -> None:
    parts = parts_of(docx("首", "{{p section('横向') }}", "文"))
    body = re.sub("<w:sectPr>.*</w:sectPr>", set_up, parts["word/document.xml"].decode())
    data = Template.open(archive(parts | {"word/document.xml": body.encode()})).render({})
    check_document(data)
    assert [line for line in text_of(data) if line] == ["首", "文"]


def test_a_section_cannot_begin_in_a_table() -> None:
    with pytest.raises(FindingsError) as caught:
        rendered(table([["{{ section('横向') }}"]]))
    assert caught.value.findings[0].code == "T023"


def test_in_an_attribute_an_official_part_is_its_words() -> None:
    link = '<w:hyperlink w:anchor="a" w:tooltip="{{ t|caption }}"><w:r><w:t>文</w:t></w:r></w:hyperlink>'
    assert 'w:tooltip="图　甲 &amp; 乙"' in parts_of(rendered(p(link), t="甲 & 乙"))["word/document.xml"].decode()


@given(text=st.text(), name=st.text(max_size=5), level=st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_whatever_words_they_hold_the_file_is_sound(text: str, name: str, level: int) -> None:
    blocks = [
        p("{{ t }}", style="Heading1"),
        "{{p t|caption('图', n) }}{{ t|footnote }}",
        "{{p chart('bar', [t], {t: [1]}, title=t, caption=t) }}",
    ]
    refer = ["见{{ n|reference }}"] if name else []
    rendered("{{p contents(l) }}", *refer, *blocks, t=text, n=name, l=level)
