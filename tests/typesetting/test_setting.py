"""Hand-made Word files in the page format of a profile: what changes, and what stays."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from reportgen.packs import Pack, load
from reportgen.typesetting import Set, typeset
from tests.audit import audit
from tests.documents import W, docx, p, picture, png, r, side_text_of, table, tables_of, tc, text_of, tr
from tests.invariants import check_document

ROOT = Path(__file__).parents[2]
FACE = '<w:rFonts w:ascii="SimSun" w:hAnsi="SimSun" w:eastAsia="宋体"/>'
BIG = '<w:sz w:val="44"/>'
TITLE = p(r("某区某局2023年部门整体支出绩效自评报告", properties=BIG), properties='<w:jc w:val="center"/>')


@cache
def pack() -> Pack:
    return load("base", [ROOT / "templates"])


def set_(content: bytes, *, words: bool = True) -> Set:
    return typeset(content, "甲.docx", pack(), pack().profile_of("department-report"), words=words)


def styles_of(content: bytes) -> list[str]:
    return [one.style.name for one in Document(io.BytesIO(content)).paragraphs if one.style is not None]


def by_hand(*texts: str) -> bytes:
    """A report in one style, each line typed in its own face and pushed in by blanks."""
    return docx(TITLE, *[p(r("\u3000\u3000" + text, properties=FACE)) for text in texts])


def test_each_paragraph_takes_the_style_of_its_part() -> None:
    made = set_(by_hand("一、基本情况", "（一）部门概况", "根据三定方案，主要职责如下。", "1.编制情况", "编制20人。")).content
    assert styles_of(made) == ["Title", "Heading 1", "Heading 2", "Body Text", "Heading 3", "Body Text"]
    assert text_of(made)[1:] == ["一、基本情况", "（一）部门概况", "根据三定方案，主要职责如下。", "1.编制情况", "编制20人。"]


def test_faces_and_sizes_by_hand_give_way_and_emphasis_stays() -> None:
    line = p(
        r("一是", bold=True, properties=FACE), r("抓学习。", properties=FACE + BIG), r("2", properties='<w:vertAlign w:val="superscript"/>')
    )
    made = Document(io.BytesIO(set_(docx(TITLE, "一、工作", line)).content))
    runs = made.paragraphs[2].runs
    assert [(run.font.name, run.font.size, run.bold, run.font.superscript) for run in runs] == [
        (None, None, True, None),
        (None, None, None, None),
        (None, None, None, True),
    ]


def test_a_heading_that_runs_on_keeps_its_text_in_the_body() -> None:
    line = p(r("（一）预算执行。", bold=True), r("全年执行率98.78%。"))
    made = Document(io.BytesIO(set_(docx(TITLE, "一、综合评价", line, "各项任务已经完成。")).content))
    paragraph = made.paragraphs[2]
    assert paragraph.style is not None
    assert paragraph.style.name == "Body Text"
    assert [(run.text, run.style.name if run.style else "") for run in paragraph.runs] == [
        ("（一）预算执行。", "heading 2 Char"),
        ("全年执行率98.78%。", "Default Paragraph Font"),
    ]


def test_numbers_that_word_counts_become_text_and_bullets_stay() -> None:
    def level(number: int, kind: str, text: str) -> str:
        return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'

    headings, points = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）"), level(0, "bullet", "•")
    definitions = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate((headings, points), 1))
    levels = definitions + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))

    def listed(text: str, number: int, level: int = 0) -> str:
        return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    lines = [("基本情况", 1, 0), ("部门概况", 1, 1), ("收支情况", 1, 1), ("主要问题", 1, 0), ("项目管理", 1, 1), ("加强学习", 2, 0)]
    made = set_(docx(TITLE, *[listed(*line) for line in lines], numbering=levels)).content
    assert text_of(made)[1:] == ["一、基本情况", "（一）部门概况", "（二）收支情况", "二、主要问题", "（一）项目管理", "加强学习"]
    check_document(made)
    assert set_(made).content == made


def test_tables_pictures_and_notes_stay() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    grid = table([["项目", "金额"], ["培训", "12.50"]])
    source = docx(
        TITLE, "一、支出", p("明细见表。", note), grid, "正文。", p(picture("rId50")), images={"rId50": png()}, footnotes=["口径见附件。"]
    )
    made = set_(source).content
    assert tables_of(made) == tables_of(source)
    assert text_of(made) == text_of(source)
    assert len(Document(io.BytesIO(made)).inline_shapes) == 1
    check_document(made)
    assert audit(made) == []


def test_lines_that_only_make_room_go_and_those_between_tables_stay() -> None:
    grid = table([["甲"]])
    made = set_(docx(TITLE, p(""), p(""), "一、支出", p(" "), "正文。", grid, p(""), grid, p(""))).content
    body = [element.tag.rpartition("}")[2] for element in Document(io.BytesIO(made)).element.body]
    assert body == ["p", "p", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_page_numbers_are_those_of_the_profile_and_other_footers_stay() -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    made = set_(docx(TITLE, "正文。", footer=[p("第", field, "页")])).content
    assert side_text_of(made, "footer") == ["— 1 —"]
    assert side_text_of(set_(docx(TITLE, "正文。", footer=["内部资料"])).content, "footer") == ["内部资料"]
    assert side_text_of(set_(docx(TITLE, "正文。", footer=[p("Page ", field, " of 9")])).content, "footer") == ["— 1 —"]
    assert side_text_of(set_(docx(TITLE, "正文。", footer=["page ago"])).content, "footer") == ["page ago"]


def test_paper_and_margins_are_those_of_the_profile() -> None:
    margins = "".join(f' w:{side}="1440"' for side in ("top", "right", "bottom", "left", "header", "footer"))
    section = f'<w:pgSz w:w="12240" w:h="15840"/><w:pgMar{margins} w:gutter="0"/>'
    page = Document(io.BytesIO(set_(docx(TITLE, "正文。", section=section)).content)).sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height, page.top_margin, page.left_margin) if length] == [
        210,
        297,
        37,
        28,
    ]


def test_slips_that_cannot_change_the_meaning_are_mended_over_runs() -> None:
    source = docx(TITLE, "一、支出", p("全年支出12.50万元", r(",", bold=True), "比上年增加(3.00万元)。"))
    made = set_(source)
    assert text_of(made.content)[2] == "全年支出12.50万元，比上年增加（3.00万元）。"
    assert {finding.code for finding in made.mended} == {"C101", "C102"}
    assert text_of(set_(source, words=False).content) == text_of(source)


def test_faces_of_symbols_and_rare_characters_stay() -> None:
    symbol, rare = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', '<w:rFonts w:eastAsia="SimSun-ExtB"/>'
    made = set_(
        docx(TITLE, "一、支出", p(r("是否完成：", properties=FACE), r("\uf0fe", properties=symbol), r("𠮷", properties=rare)))
    ).content
    fonts = [run._element.xpath("w:rPr/w:rFonts") for run in Document(io.BytesIO(made)).paragraphs[2].runs]
    assert [bool(found) for found in fonts] == [False, True, True]


def test_tracked_changes_and_comments_stay() -> None:
    change = f'<w:ins w:id="9" w:author="某人"><w:r><w:rPr>{FACE}</w:rPr><w:t>新增。</w:t></w:r></w:ins>'
    marked = (
        '<w:commentRangeStart w:id="1"/><w:r><w:t>正文</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )
    made = set_(docx(TITLE, "一、支出", p(marked, change), comments=["请核对"])).content
    tree = Document(io.BytesIO(made)).element
    assert [len(list(tree.iter(f"{{{W}}}{name}"))) for name in ("ins", "commentReference")] == [1, 1]


@pytest.mark.parametrize("align", ["right", "center", None])
def test_figures_keep_the_alignment_that_a_clerk_gave_them(align: str | None) -> None:
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    cell = tc(p(r("12.50", properties=FACE + BIG), properties=jc))
    made = Document(io.BytesIO(set_(docx(TITLE, table([tr("金额"), tr(cell)], columns=1), "正文。")).content))
    paragraph = made.tables[0].rows[1].cells[0].paragraphs[0]
    assert paragraph.style is not None
    assert paragraph.style.name == "Table Text"
    assert [one.get(f"{{{W}}}val") for one in paragraph._element.xpath("w:pPr/w:jc")] == ([align] if align else [])
    assert paragraph.runs[0].font.size is None


def test_a_set_file_set_again_is_the_same() -> None:
    document = Document()
    document.add_heading("某区某局2023年部门整体支出绩效自评报告", 0)
    for text in ("一、基本情况", "（一）概况", "\t主要职责是服务群众,编制20人。", "某区某局", "2024年3月5日"):
        document.add_paragraph().add_run(text).font.size = Pt(12)
    document.add_paragraph("第一项", style="List Number")
    stream = io.BytesIO()
    document.save(stream)
    once = set_(stream.getvalue()).content
    assert set_(once).content == once
    assert set_(once).mended == ()
