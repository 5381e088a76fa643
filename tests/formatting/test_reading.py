"""What Word shows: styles, defaults, theme, numbering and direct formatting laid over one another."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.formatting import Block, Letters, Section, characters, open_manuscript
from reportgen.packs.measures import Length, Pitch
from tests.documents import docx, p, r, table, tc

STYLE = '<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/>{rest}</w:style>'


def style(id_: str, rest: str, kind: str = "paragraph") -> str:
    return STYLE.format(kind=kind, id=id_, rest=rest)


def block(*blocks: str, **more: Any) -> Block:
    return open_manuscript(docx(*blocks, **more)).blocks[-1]


def letters(*blocks: str, **more: Any) -> Letters:
    return block(*blocks, **more).runs[-1].letters


def section(xml: str) -> Section:
    return open_manuscript(docx("一段。", section=xml)).sections[0]


def test_a_run_s_own_letters_stand_above_its_styles() -> None:
    styles = style("A", '<w:rPr><w:sz w:val="28"/><w:rFonts w:eastAsia="楷体"/></w:rPr>')
    shown = letters(p(r("字", properties='<w:sz w:val="44"/>'), style="A"), styles=styles)
    assert (shown.size, shown.font) == (44, "楷体")


def test_a_style_takes_from_the_one_it_is_based_on() -> None:
    base = style("A", '<w:pPr><w:jc w:val="center"/><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>')
    shape = block(p("字", style="B"), styles=base + style("B", '<w:basedOn w:val="A"/><w:pPr><w:jc w:val="right"/></w:pPr>')).shape
    assert (shape.align, shape.pitch) == ("right", Pitch(560, "exact"))


def test_styles_based_on_each_other_in_a_circle_are_read_once() -> None:
    styles = style("A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') + style("B", '<w:basedOn w:val="A"/>')
    assert letters(p("字", style="A"), styles=styles).bold


def test_bold_in_a_bold_style_is_not_bold_but_bold_by_hand_is() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character")
    assert not letters(p(r("字", style="C"), style="A"), styles=styles).bold
    assert letters(p(r("字", style="C", bold=True), style="A"), styles=styles).bold


def test_characters_of_indent_stand_above_twips_and_come_through_from_the_style() -> None:
    styles = style("A", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>')
    shape = block(p("字", style="A", properties='<w:ind w:firstLine="0"/>'), styles=styles).shape
    assert shape.first_line == Length(640, 200)
    assert characters(Length(640), 32) == 2


def test_a_hanging_line_is_a_negative_indent() -> None:
    assert block(p("字", properties='<w:ind w:left="640" w:hanging="640"/>')).shape.first_line == Length(-640)


@pytest.mark.parametrize(("language", "face"), [("zh-CN", "宋体"), ("zh-TW", "新細明體"), ("", "宋体")])
def test_a_theme_s_empty_east_asian_slot_takes_the_script_s_face(language: str, face: str) -> None:
    fonts = (
        '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/><a:font script="Hant" typeface="新細明體"/>'
    )
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="o">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    themed = '<w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorAscii"/>'
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>' if language else "<w:zoom/>"
    content = with_theme(docx(p(r("字", properties=themed)), settings=settings), theme)
    shown = open_manuscript(content).blocks[0].runs[0].letters
    assert (shown.font, shown.latin, shown.themed) == (face, "Calibri", True)


def with_theme(content: bytes, theme: str) -> bytes:
    from tests.documents import archive, parts_of

    parts = parts_of(content)
    rels = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    one = f'<Relationship Id="rTheme" Type="{kind}" Target="theme/theme1.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", one).encode()
    return archive({**parts, "word/theme/theme1.xml": theme.encode()})


def test_a_named_face_stands_above_the_theme_of_a_layer_below() -> None:
    styles = style("A", '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>')
    assert letters(p(r("字", properties='<w:rFonts w:eastAsia="黑体"/>'), style="A"), styles=styles).font == "黑体"


def test_numbering_gives_its_indents_unless_the_paragraph_has_its_own() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert block(p("点", properties=listed), numbering=numbering).shape.left == Length(720)
    own = block(p("点", properties=listed + '<w:ind w:left="100"/>'), numbering=numbering)
    assert (own.shape.left, own.label) == (Length(100), "bullet")


def test_a_table_s_style_speaks_below_the_paragraph_s() -> None:
    head = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("T", f'<w:rPr><w:sz w:val="18"/></w:rPr>{head}', "table")
    rows = table([["甲"], ["乙"]], style="T").replace(
        '<w:tblW w:w="0" w:type="auto"/>', '<w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0020"/>'
    )
    first, second = open_manuscript(docx(rows, styles=styles)).blocks[:2]
    assert [(one.letters.size, one.letters.bold) for one in (first, second)] == [(18, True), (18, False)]


def test_a_field_s_code_is_no_text_and_its_result_is_marked() -> None:
    field = "".join(f"<w:r>{one}</w:r>" for one in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>"))
    field += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    runs = block(p(r("第"), field, r("页"))).runs
    assert [(run.text, run.field) for run in runs] == [("第", ""), ("7", "PAGE"), ("页", "")]


def test_pages_begin_where_breaks_and_sections_say() -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    sectioned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    asked = "<w:pageBreakBefore/>"
    content = docx("一", p(r("二"), broken), "三", p("四", properties=asked), p("五", properties=sectioned), "六")
    blocks = open_manuscript(content).blocks
    assert [one.text for one in blocks if one.first_on_page] == ["一", "三", "四", "六"]
    assert [one.section for one in blocks] == [0, 0, 0, 0, 0, 1]


def test_a_section_without_set_up_is_letter_paper() -> None:
    assert (section("<w:cols/>").width, section("<w:cols/>").top) == (12240, 1440)


def test_a_gutter_is_part_of_the_left_margin() -> None:
    page = section('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:bottom="2" w:left="1000" w:right="500" w:gutter="87"/>')
    assert (page.left, page.text_width) == (1087, 11906 - 1587)


def test_merged_cells_stand_in_the_first_of_their_columns() -> None:
    wide = tc("合计", properties='<w:gridSpan w:val="2"/>')
    found = open_manuscript(docx(table([["甲", "乙", "丙"], f"<w:tr>{wide}{tc('3')}</w:tr>"]))).tables
    assert found[0].rows == (("甲", "乙", "丙"), ("合计", "", "3"))
