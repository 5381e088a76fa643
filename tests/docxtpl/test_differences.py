"""Where our documents differ from docxtpl's on purpose: each row of the table in docs/docxtpl.md."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest

from reportgen.docxtpl import DocxTemplate, FaultyTemplate, InlineImage, RichText
from reportgen.errors import FindingsError
from tests.audit import audit
from tests.differential.comparing import lines_of
from tests.documents import docx, p, parts_of, picture, png, r, side_text_of, table, tables_of, tc, text_of, tr
from tests.docxtpl.templates import with_properties
from tests.fuzz.shattering import paragraphs_of
from tests.invariants import check_document

_BRANCHES = (
    '<w:r><mc:AlternateContent><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
    '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="t" descr="{{{{ name }}}}"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
    'xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)


def _rendered(template: bytes, context: Mapping[str, Any] | None = None, *, leftovers: bool = False) -> bytes:
    """What our `DocxTemplate` makes, without escaping, as docxtpl's users have it; a sound document."""
    opened = DocxTemplate(io.BytesIO(template))
    opened.render(context or {})
    out = io.BytesIO()
    opened.save(out)
    check_document(out.getvalue(), leftovers=leftovers)
    return out.getvalue()


SPECIAL = "100<200 & R&D <b>加粗</b> end"


def test_signs_of_xml_in_data_lose_no_text_in_any_part() -> None:
    parts = {"header": "{{ s }}", "footer": "{{ s }}", "footnotes": ["{{ s }}"], "endnotes": ["{{ s }}"], "comments": ["{{ s }}"]}
    data = _rendered(docx("A {{ s }}", table([["{{ s }}", "x"]]), "{{ s|upper }}", **parts), {"s": SPECIAL})
    assert text_of(data) == [f"A {SPECIAL}", SPECIAL, "x", SPECIAL.upper()]
    assert paragraphs_of(data).count(SPECIAL) == 6


def test_xml_in_data_goes_in_where_it_keeps_the_document_whole() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>"
    assert "'粗' rPr[b]" in "".join(lines_of(_rendered(docx("前{{ s }}后"), {"s": f"</w:t></w:r>{bold}<w:r><w:t>"})))
    assert text_of(_rendered(docx("{{ s }}"), {"s": "a &amp; b"})) == ["a & b"]
    assert text_of(_rendered(docx("{{ s }}"), {"s": "a &nbsp; b"})) == ["a &nbsp; b"]
    assert text_of(_rendered(docx("{{ s }}"), {"s": "</w:p></w:body>"})) == ["</w:p></w:body>"]


def test_signs_that_xml_forbids_are_left_out_and_the_rest_stays() -> None:
    assert text_of(_rendered(docx("{{ s }}"), {"s": "a\x00b\x0bc\ud800d\r\ne"})) == ["abcd\ne"]


def test_line_ends_of_every_kind_break_the_line_once() -> None:
    assert text_of(_rendered(docx("{{ s }}"), {"s": "a\r\nb\u2028c\x85d\re"})) == ["a\nb\nc\nd\ne"]


def test_an_escape_may_be_torn_over_runs() -> None:
    assert text_of(_rendered(docx(p("{_", "{ a }", "_}")), leftovers=True)) == ["{{ a }}"]


def test_plain_text_is_fitted_to_the_place_of_a_tag_with_a_prefix() -> None:
    assert text_of(_rendered(docx(p("{{r s }}"), "{{p s }}"), {"s": "文 <&>"})) == ["文 <&>", "文 <&>"]


def test_tags_at_different_levels_are_refused_with_both_places() -> None:
    with pytest.raises(FaultyTemplate, match="T011") as raised:
        _rendered(docx(table([["{% if a %}x"], ["{%tr endif %}"]])))
    (fault,) = raised.value.findings
    assert (fault.span.place, len(fault.related)) != (None, 0)


def test_a_merged_cell_of_several_paragraphs_shows_its_first_row_only() -> None:
    merged = tc("{% vm %}题", "{{ i }}", properties='<w:tcW w:w="1000" w:type="dxa"/>')
    data = _rendered(docx(table([["{%tr for i in [1, 2] %}", ""], tr(merged, "{{ i }}"), ["{%tr endfor %}", ""]])))
    assert text_of(data) == ["题", "1", "1", "", "2"]


def test_a_missing_picture_is_pythons_error_with_a_note_of_the_tag() -> None:
    with pytest.raises(FileNotFoundError) as raised:
        _rendered(docx("{{ photo }}"), {"photo": InlineImage(None, "no/such.png")})
    assert "{{ photo }}" in "".join(raised.value.__notes__)


def test_text_beside_a_paragraph_tag_is_kept() -> None:
    data = _rendered(docx("前{%p if yes %}后", "中", "{%p endif %}尾", "{%p if yes %}一段{%p endif %}"), {"yes": True})
    assert text_of(data) == ["前", "后", "中", "尾", "一段"]


def test_content_beside_a_row_tag_is_kept_or_refused() -> None:
    assert tables_of(_rendered(docx(table([["{%tr for i in [1, 2] %}{{ i }}", "x{%tr endfor %}"]])))) == [[["1", "x"], ["2", "x"]]]
    with pytest.raises(FaultyTemplate, match="T010"):
        _rendered(docx(table([["x", "y{%tr if yes %}z"], ["a", "{%tr endif %}"]])))


@pytest.mark.parametrize("data", ["{{ 7*7 }}", "{% for %}", "{# c #}", "}} {{", "%} {%"])
def test_data_is_never_run_as_a_template(data: str) -> None:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    template = docx(p("a", note, properties=section), "{{ s }}", header="{{ s }}", footnotes=["注{{ s }}"], endnotes=["{{ s }}"])
    made = _rendered(template, {"s": data}, leftovers=True)
    assert text_of(made)[1] == data
    assert f"注{data}" in paragraphs_of(made)
    properties = _rendered(with_properties("文"), {"test": data, "author": data}, leftovers=True)
    assert f"title: {data} title" in lines_of(properties)


def test_escapes_in_data_stay_as_they_are() -> None:
    assert text_of(_rendered(docx("{{ s }} {_{ x }_}"), {"s": "{_{ a }_}"}, leftovers=True)) == ["{_{ a }_} {{ x }}"]


def test_tags_in_endnotes_comments_and_all_document_properties_are_rendered() -> None:
    data = _rendered(docx("文", endnotes=["尾{{ n }}"], comments=["批{{ n }}"]), {"n": 5})
    assert {"尾5", "批5"} <= set(paragraphs_of(data))
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        "<cp:keywords>{{ test }}</cp:keywords><cp:category>{{ author }}</cp:category></cp:coreProperties>"
    )
    made = parts_of(_rendered(with_properties("文", core=core), {"test": "关键 <", "author": "类"}))["docProps/core.xml"].decode()
    assert "关键 &lt;" in made
    assert ">类<" in made


def test_headers_of_the_first_and_even_pages_are_rendered() -> None:
    data = _rendered(docx("文", header="{{ n }}", section="<w:titlePg/>"), {"n": 5})
    assert side_text_of(data) == ["5"]


def test_attributes_are_rendered() -> None:
    alternative = picture("rId50").replace('name="Picture 1"', 'name="Picture 1" descr="{{ s }}"')
    data = _rendered(docx(p(alternative), images={"rId50": png()}), {"s": 'a "b" <c> &\nd'})
    assert 'descr=a "b" <c> &\nd' in "\n".join(lines_of(data)).replace("\\n", "\n")


@pytest.mark.parametrize("tag", ["if x == '50%'", "if 5 % 2", "if {'a': 1}['a']", "if '}' != '%}'", "if {'a': {'b': 1}}"])
@pytest.mark.parametrize("level", ["p", "tr"])
def test_percent_signs_and_braces_in_tags_with_a_prefix(tag: str, level: str) -> None:
    opening, closing = f"{{%{level} {tag} %}}", f"{{%{level} endif %}}"
    template = docx(opening, "是", closing) if level == "p" else docx(table([[opening], ["是"], [closing]]))
    assert text_of(_rendered(template, {"x": "50%"})) == ["是"]


def test_a_tag_torn_over_runs_of_several_looks_leaves_the_text_behind_it_its_look() -> None:
    data = _rendered(docx(p(r("甲{{ na", bold=True), r("me }}乙", properties="<w:i/>"))), {"name": "名"})
    assert [line.strip() for line in lines_of(data)[3:5]] == ["'甲名' rPr[b]", "'乙' rPr[i]"]


def test_marks_of_a_tag_are_not_put_together_from_text_in_different_cells() -> None:
    assert tables_of(_rendered(docx(table([["{{ n }}", "} 1"]])), {"n": 5})) == [[["5", "} 1"]]]


def test_rich_text_is_seen_without_its_r_and_text_beside_it_keeps_its_look() -> None:
    for tag in ("{{ x }}", "{{r x }}"):
        data = _rendered(docx(p(r(f"前{tag}后", bold=True))), {"x": RichText("红", color="FF0000")})
        assert [line.strip() for line in lines_of(data)[3:6]] == ["'前' rPr[b]", "'红' rPr[color(val=FF0000)]", "'后' rPr[b]"]


def test_rich_texts_font_serves_chinese_too_and_its_properties_are_in_order() -> None:
    data = _rendered(docx(p("{{r x }}")), {"x": RichText("红", font="仿宋", bold=True, highlight="#FFFF00", color="FF0000")})
    assert (
        '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:cs="仿宋"/><w:b/><w:color'
        in parts_of(data)["word/document.xml"].decode()
    )
    assert audit(data) == []


def test_drawings_have_ids_of_their_own_over_all_parts() -> None:
    template = DocxTemplate(
        io.BytesIO(
            docx(
                *("{%p for i in [1, 2] %}", p(picture("rId50", 1), "{{ photo }}"), "{%p endfor %}", p(picture("rId50", 1))),
                header="{{ photo }}",
                footnotes=["{{ photo }}"],
                images={"rId50": png()},
            )
        )
    )
    template.render({"photo": InlineImage(template, io.BytesIO(png(9)))})
    out = io.BytesIO()
    template.save(out)
    check_document(out.getvalue())
    drawings = [line.count("docPr") for line in lines_of(out.getvalue())]
    assert sum(drawings) == 7


def test_empty_loops_leave_sound_tables_and_cells() -> None:
    assert tables_of(_rendered(docx(table([["{%tr for i in [] %}"], ["{{ i }}"], ["{%tr endfor %}"]]), "末"))) == []
    assert tables_of(_rendered(docx(table([tr("{%tc for i in [] %}", "{{ i }}", "{%tc endfor %}")], columns=3), "末"))) == []
    cell = tc("{%p for i in [] %}", "{{ i }}", "{%p endfor %}")
    assert tables_of(_rendered(docx(table([[cell, "x"]])))) == [[["", "x"]]]
    assert side_text_of(_rendered(docx("文", header=["{%p if no %}", "x", "{%p endif %}"]))) == [""]


def test_both_branches_of_a_text_box_say_the_same() -> None:
    inner = p("框{{ name }}") + p("{%p for i in items %}") + p("{{ i }}") + p("{%p endfor %}") + p("尾")
    data = _rendered(docx(p("前{{ name }}", _BRANCHES.format(inner))), {"name": "甲\n<乙>", "items": [1, 2]})
    assert paragraphs_of(data)[-8:] == ["框甲\n<乙>", "1", "2", "尾"] * 2


def test_a_cells_colour_may_have_a_hash_or_be_empty_and_its_span_must_be_a_number() -> None:
    cells = table([tr(tc("{% cellbg '#FF0000' %}a"), tc("{% cellbg '' %}b"))])
    data = _rendered(docx(cells))
    assert [line.strip() for line in lines_of(data) if "shd" in line] == [
        f"tcPr[shd(color=auto,fill={fill},val=clear)]" for fill in ("FF0000", "auto")
    ]
    assert audit(data) == []
    with pytest.raises(FindingsError, match="T025"):
        _rendered(docx(table([tr("{% colspan 'zwei' %}a", "b")])))


def test_inserted_text_is_taken_in_where_it_holds_tags_and_deleted_text_is_left_alone() -> None:
    inserted = '<w:ins w:id="1" w:author="a"><w:r><w:t>{{ n }}</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>{{ old }}</w:delText></w:r></w:del>'
    data = _rendered(docx(p(inserted, deleted)), {"n": 5}, leftovers=True)
    assert text_of(data) == ["5"]
    assert b"{{ old }}" in parts_of(data)["word/document.xml"]


def test_names_of_the_environment_itself_are_not_missing_variables() -> None:
    template = DocxTemplate(io.BytesIO(docx("{% for i in range(3) %}{{ i }}{% endfor %}{{ a }}")))
    assert template.get_undeclared_template_variables() == {"a"}


def test_an_unknown_filter_is_a_fault_even_where_it_is_never_reached() -> None:
    with pytest.raises(FaultyTemplate, match="nofilter"):
        _rendered(docx("{% if no %}{{ x|nofilter }}{% endif %}"))


def test_numbers_are_printed_in_plain_notation() -> None:
    assert text_of(_rendered(docx("{{ 1e-7 }} {{ 1e20 }}"))) == ["0.0000001 100000000000000000000"]


def test_the_same_data_gives_the_same_bytes() -> None:
    template = docx("{{ n }}", images={"rId50": png()})
    assert _rendered(template, {"n": 1}) == _rendered(template, {"n": 1})
