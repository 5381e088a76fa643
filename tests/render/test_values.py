"""Values as XML: text escaped and broken as Word does, markup where it may stand, pictures, documents, narrative."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from reportgen.errors import FindingsError
from reportgen.expressions.environment import Environment as PackEnvironment
from reportgen.narrative.blocks import ListItem, Paragraph, Prose, Run, Table
from reportgen.render import Image, Insertion, Subdocument, Template
from tests.documents import docx, outline_of, p, parts_of, picture, png, r, side_text_of, table, tables_of, tc, text_of
from tests.invariants import check_document

LOOK = {"properties": '<w:jc w:val="center"/>'}


def rendered(*blocks: str, environment: Environment | None = None, autoescape: bool = True, parts: Any = None, **context: Any) -> bytes:
    data = Template.open(docx(*blocks, **(parts or {})), environment or Environment(), autoescape=autoescape).render(context)
    check_document(data)
    return data


def body(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def test_signs_are_escaped() -> None:
    assert text_of(rendered("{{ x }}", x="100<200 & R&D <b>加粗</b> end")) == ["100<200 & R&D <b>加粗</b> end"]


def test_control_characters_are_dropped() -> None:
    assert text_of(rendered("{{ x }}", x="a\x00b\x0bc\ud800d\ufffee\ufdd07\ufdd1")) == ["abcde7"]


def test_numbers_print_plainly() -> None:
    values = [Decimal("2.50"), Decimal("1E+3"), 1e-7, 12, 2.5]
    assert text_of(rendered("{% for x in l %}{{ x }} {% endfor %}", l=values)) == ["2.50 1000 0.0000001 12 2.5 "]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_are_line_breaks(ends: str) -> None:
    assert text_of(rendered("{{ x }}", x=f"a{ends}b")) == ["a\nb"]


def test_breaks_keep_the_look_of_paragraph_and_run() -> None:
    data = rendered(p(r("前{{ x }}后", bold=True), **LOOK), x="a\tb\ac\fd")
    assert text_of(data) == ["前a\tb", "c", "", "d后"]
    assert body(data).count('<w:jc w:val="center"/>') == 3
    assert body(data).count("<w:b/>") == 3


def test_a_break_inside_a_link_leaves_it_whole() -> None:
    link = f'<w:hyperlink w:anchor="a" w:history="1">{r("{{ x }}")}</w:hyperlink>'
    assert body(rendered(p("甲", link, "乙"), x="a\ab")).count('<w:hyperlink w:anchor="a" w:history="1">') == 2


def test_attributes_are_escaped() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    assert 'w:val="&quot;a&quot; &lt;b&gt;&#10;c"' in body(rendered(control, x='"a" <b>\nc'))


def test_markup_goes_in_as_it_is_where_it_may() -> None:
    xml = Markup("<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>")
    for tag in ("{{ x }}", "{{r x }}"):
        assert text_of(rendered(f"甲{tag}乙", x=xml)) == ["甲粗乙"]
    assert text_of(rendered("{{p x }}", x=xml)) == ["粗"]


def test_paragraphs_break_the_paragraph_that_they_stand_in() -> None:
    assert text_of(rendered("甲{{ x }}乙", x=Markup("<w:p><w:r><w:t>段</w:t></w:r></w:p>"))) == ["甲", "段", "乙"]


@pytest.mark.parametrize("xml", ["<w:r><w:t>a", "</w:p>", "<b>a</b>", "a & b", "<w:t>&nbsp;</w:t>", "</x><x>"])
def test_markup_that_would_tear_the_document_goes_in_as_text(xml: str) -> None:
    rendered("甲{{ x }}乙", "{{p x }}", "{{r x }}", x=Markup(xml))
    rendered("甲{{ x }}乙", "{{p x }}", "{{r x }}", autoescape=False, x=xml)


def test_without_escaping_whole_xml_goes_in_and_other_text_as_text() -> None:
    assert text_of(rendered("{{ x }}", autoescape=False, x="a</w:t><w:br/><w:t>b &lt;")) == ["a\nb <"]
    assert text_of(rendered("{{ x }}", autoescape=False, x="1 < 2 & <b>3</b>")) == ["1 < 2 & <b>3</b>"]


def test_a_value_that_cannot_stand_between_rows_is_named() -> None:
    template = Template.open(docx(table([["a"], ["{{tr x }}"]])), Environment())
    with pytest.raises(FindingsError) as caught:
        template.render({"x": "文"})
    assert [finding.message("zh") for finding in caught.value.findings] == ["标签“{{tr x }}”的值（文）不能放在表格的行与行之间里"]


@pytest.mark.parametrize("columns", ["", 0, "a", -1, 1.5, None, 64, 10**9, 10**22])
def test_a_cell_spans_a_whole_number_of_columns(columns: Any) -> None:
    with pytest.raises(FindingsError) as caught:
        rendered(table([["{% colspan n %}a", "b"]]), n=columns)
    assert caught.value.findings[0].message("en") == (
        f'the tag "{{% colspan n %}}" must give a whole number of columns from 1 to 63, it gives "{columns}"'
    )


def test_rows_may_be_given_as_markup() -> None:
    row = Markup("<w:tr><w:tc><w:p><w:r><w:t>行</w:t></w:r></w:p></w:tc></w:tr>")
    assert tables_of(rendered(table([["a"], ["{{tr x }}"]]), x=row)) == [[["a"], ["行"]]]


def test_a_blank_of_a_draft_is_highlighted() -> None:
    data = rendered("金额{{ finance.budget }}万元", environment=PackEnvironment(draft=True), finance={})
    assert text_of(data) == ["金额【待填：budget】万元"]
    assert '<w:highlight w:val="yellow"/>' in body(data)


def test_pictures_are_added_once_and_numbered_apart() -> None:
    data = rendered("甲{{ x }}", "{%p for i in [1, 2] %}", "{{r x }}", "{%p endfor %}", table([["{{p x }}"]]), x=Image(png()))
    assert [name for name in parts_of(data) if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert body(data).count("<wp:docPr ") == 4


def test_a_picture_may_stand_in_a_header() -> None:
    data = rendered("a", parts={"header": "{{ x }}"}, x=Image(png()))
    assert "word/_rels/header.xml.rels" in parts_of(data)


def test_a_picture_keeps_its_proportions() -> None:
    assert 'cx="360000" cy="360000"' in body(rendered("{{ x }}", x=Image(png(), width=360_000, description='"a" <b>')))


def test_an_unreadable_picture_is_named() -> None:
    with pytest.raises(FindingsError) as caught:
        rendered("{{ x }}", x=Image(b"nothing"))
    assert [finding.code for finding in caught.value.findings] == ["T024"]


def test_another_document_brings_its_styles_pictures_and_lists() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/></w:style>'
    child = docx(p("子{{ 文 }}", style="Own"), table([["格"]]), p(picture("rId50")), styles=style, images={"rId50": png(9)})
    data = Template.open(docx("前", "{{p x }}", "后", table([[tc("{{p x }}")]]))).render({"x": Subdocument(child)})
    check_document(data, leftovers=True)
    assert text_of(data)[:4] == ["前", "子{{ 文 }}", "格", ""]
    assert b'w:styleId="Own"' in parts_of(data)["word/styles.xml"]


def test_a_picture_and_a_document_go_together() -> None:
    child = docx(p(picture("rId50")), images={"rId50": png(9)})
    data = rendered("{{ i }}", "{{p x }}", "{{ j }}", x=Subdocument(child), i=Image(png(1)), j=Image(png(2)))
    assert len([name for name in parts_of(data) if name.startswith("word/media/")]) == 3


class Stamp:
    """A value that writes itself."""

    def to_xml(self, place: Insertion) -> str:
        return f"<w:r>{place.run_properties}<w:t>{place.spot.kind}</w:t></w:r>"


def test_a_value_may_write_itself() -> None:
    assert text_of(rendered("{{ x }}{{r x }}", "{{p x }}", x=Stamp())) == ["textrun", "paragraph"]


def run(text: str, **options: Any) -> Run:
    return Run(text, 0, **options)


STORY = Prose(
    (
        Paragraph((run("标题"),), heading=1),
        Paragraph((run("一是", bold=True), run("正文&"))),
        ListItem((run("项"),), 1),
        Table((((run("甲"),), (run("乙"),)), ((run("1"),), (run("2", highlight=True),))), header=True),
        Paragraph((run("完"),)),
    )
)


def test_narrative_is_paragraphs_headings_and_tables() -> None:
    data = rendered(p(r("{{p x }}", properties='<w:sz w:val="32"/>'), **LOOK), x=STORY)
    assert text_of(data) == ["标题", "一是正文&", "项", "甲", "乙", "1", "2", "完"]
    assert outline_of(data) == [(1, "标题")]
    assert tables_of(data) == [[["甲", "乙"], ["1", "2"]]]
    assert '<w:rPr><w:b/><w:bCs/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">一是</w:t>' in body(data)


def test_narrative_of_one_paragraph_stands_in_a_sentence() -> None:
    one = Prose((Paragraph((run("粗", bold=True), run("正"))),))
    assert text_of(rendered("甲{{ x }}乙", "{{r x }}", x=one)) == ["甲粗正乙", "粗正"]


def test_narrative_of_several_paragraphs_breaks_its_paragraph() -> None:
    several = Prose((Paragraph((run("一"),)), Paragraph((run("二"),)), Paragraph((run("三"),))))
    assert text_of(rendered("甲{{ x }}乙", x=several)) == ["甲一", "二", "三乙"]


def test_narrative_in_a_cell_leaves_it_whole() -> None:
    assert tables_of(rendered(table([["{{p x }}", "{{ x }}"]]), x=Prose((STORY.blocks[3],))))
    assert tables_of(rendered(table([["{{p x }}"]]), x=Prose()))


def test_headings_of_narrative_stand_under_the_heading_above_and_are_numbered_with_the_others() -> None:
    story = Prose((Paragraph((run("子"),), heading=1), Paragraph((run("领头。"), run("正文")), heading=2, run_in=1)))
    source = docx(p("甲", style="Heading1"), "{{p x }}", p("乙", style="Heading2"))
    data = Template.open(source, numbering={1: "一、", 2: "（一）", 3: "1."}).render({"x": story})
    check_document(data)
    assert text_of(data) == ["一、甲", "（一）子", "1.领头。正文", "（二）乙"]


def test_narrative_is_text_where_only_text_may_stand() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    assert 'w:val="标题&#10;一是正文&amp;' in body(rendered(control, x=STORY))


def test_values_stand_in_every_story() -> None:
    data = rendered("a", parts={"header": "{{ x }}"}, x=Prose((Paragraph((run("头"),)),)))
    assert side_text_of(data) == ["头"]


def test_a_list_with_marks_prints_a_paragraph_an_item_and_marks_none_twice() -> None:
    blocks = [
        "{{p l|列举('一是', '分段') }}",
        "有：{{ l|列举('（1）', '分段') }}",
        "{%p for x in l %}",
        "{{ loop.index|序号('一是', x) }}{{ x }}",
        "{%p endfor %}",
    ]
    template = Template.open(docx(*blocks))
    made = text_of(template.render({"l": ["甲", "一是乙", "（二）丙"]}))
    assert made == [
        "一是甲", "一是乙", "（二）丙",
        "有：（1）甲", "一是乙", "（二）丙",
        "一是甲", "一是乙", "（二）丙",
    ]  # fmt: skip
