"""The part that each paragraph plays, in styled and in hand-made files."""

from __future__ import annotations

import pytest

from reportgen.formatting import open_manuscript, roles, words_of
from reportgen.formatting.named import role_of_style
from tests.documents import docx, p, r, table
from tests.formatting.clerks import Clerk, typed

REPORT = """
= 某某区妇联2023年部门整体
= 支出绩效自评报告
< 区财政局：
一、基本情况
（一）部门概况
根据文件规定，区妇联机关的主要任务如下。
1.主要职能
一是团结动员妇女。二是维护妇女权益。
2.机构情况。本部门下设一个单位，编制七人。
（1）内设机构
内设二部（室）。
表1 自评得分
|指标|得分|
|产出|50|
二、综合评价分析
年度预算执行率为100%。

附件：1.项目支出绩效自评表
2.佐证材料目录

> 某某区妇女联合会
> 2024年3月5日
附件1
= 项目支出绩效自评表
|项目|金额|
|维权|3.5|
"""


def played(content: bytes) -> list[tuple[str, str]]:
    return [(part.block.text, part.role) for part in roles(open_manuscript(content)) if part.role != "blank"]


def test_a_report_typed_in_normal_throughout_is_understood() -> None:
    assert played(typed(REPORT)) == [
        ("某某区妇联2023年部门整体", "title"),
        ("支出绩效自评报告", "title"),
        ("区财政局：", "addressee"),
        ("一、基本情况", "heading1"),
        ("（一）部门概况", "heading2"),
        ("根据文件规定，区妇联机关的主要任务如下。", "body"),
        ("1.主要职能", "heading3"),
        ("一是团结动员妇女。二是维护妇女权益。", "body"),
        ("2.机构情况。本部门下设一个单位，编制七人。", "body"),
        ("（1）内设机构", "heading4"),
        ("内设二部（室）。", "body"),
        ("表1 自评得分", "caption"),
        ("指标", "table_heading"),
        ("得分", "table_heading"),
        ("产出", "table"),
        ("50", "table"),
        ("二、综合评价分析", "heading1"),
        ("年度预算执行率为100%。", "body"),
        ("附件：1.项目支出绩效自评表", "attachment_note"),
        ("2.佐证材料目录", "attachment_note"),
        ("某某区妇女联合会", "signature"),
        ("2024年3月5日", "date"),
        ("附件1", "attachment"),
        ("项目支出绩效自评表", "title"),
        ("项目", "table_heading"),
        ("金额", "table_heading"),
        ("维权", "table"),
        ("3.5", "table"),
    ]


def test_a_heading_that_runs_on_is_told_by_its_look() -> None:
    clerk = Clerk()
    clerk.line("工作报告", size=22, align="center")
    paragraph = clerk.line("（一）预算执行。", face="楷体", indent=2)
    clerk.letters(paragraph, "全年预算数和执行数相符。")
    part = roles(open_manuscript(clerk.saved()))[-1]
    head, tail = ("".join(run.text for run in runs) for runs in words_of(part))
    assert (part.role, part.reason, head, tail) == ("heading2", "look", "（一）预算执行。", "全年预算数和执行数相符。")


def test_styles_speak_before_marks() -> None:
    content = docx(p("（一）总则", style="Heading1"), "正文一段。", p("1.五点", style="Heading2"))
    assert played(content) == [("（一）总则", "heading1"), ("正文一段。", "body"), ("1.五点", "heading2")]


def test_heading_1_in_the_place_and_look_of_a_title_is_the_title() -> None:
    centred = '<w:jc w:val="center"/>'
    content = docx(p("年度工作报告", style="Heading1", properties=centred), p("一、基本情况", style="Heading1"), "正文一段。")
    assert played(content)[0] == ("年度工作报告", "title")


def test_a_title_without_any_look_is_known_by_its_words() -> None:
    content = docx("某区妇联2023年部门整体", "支出绩效自评报告", "一、基本情况", "正文一段，说明情况。")
    assert [role for _, role in played(content)] == ["title", "title", "heading1", "body"]
    assert [role for _, role in played(docx("正文一段，说明情况。", "支出绩效自评报告"))] == ["body", "body"]


def test_a_deeper_outline_level_by_hand_is_a_heading() -> None:
    content = docx(p("报告", properties='<w:jc w:val="center"/>'), p("概况", properties='<w:outlineLvl w:val="1"/>'), "正文一段。")
    assert played(content)[1] == ("概况", "heading2")


def test_word_s_own_numbers_count_as_marks() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    content = docx("正文第一段，讲的是年度工作。", p("基本情况", properties=listed), numbering=numbering)
    part = roles(open_manuscript(content))[-1]
    assert (part.role, part.form) == ("heading1", "一、")


def test_entries_of_a_typed_table_of_contents_are_no_headings() -> None:
    content = docx(
        p("报告", properties='<w:jc w:val="center"/>'), "目  录", "一、基本情况……1", "二、综合评价\t3", "一、基本情况", "正文一段。"
    )
    assert [role for _, role in played(content)] == ["title", "contents", "contents", "contents", "heading1", "body"]


def test_what_text_boxes_and_deletions_hold_is_no_line_of_the_page() -> None:
    box = "<v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    drawn = f"<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>{box}</v:shape></w:pict></w:r>"
    deleted, inserted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>新的话。</w:t></w:r></w:ins>"
    content = docx(p(r("正文"), drawn, deleted, inserted))
    assert played(content) == [("正文新的话。", "body")]


def test_a_mark_of_two_levels_is_told_by_its_count() -> None:
    lines = [
        "一、基本情况",
        "（一）概况",
        "一、抓学习",
        "二、抓落实",
        "（二）收支",
        "一、收入",
        "二、存在问题",
        "（一）目标",
        "三、改进措施",
    ]
    content = typed("= 报告\n" + "\n正文一段，说明情况。\n".join(lines))
    found = [part.level for part in roles(open_manuscript(content), ("一、", "（一）", "一、")) if part.level]
    assert found == [1, 2, 3, 3, 2, 3, 1, 2, 1]


def test_a_table_s_cells_know_their_row_and_column() -> None:
    content = docx("前文一段。", table([["甲", "乙"], ["1", "2"]]))
    last = open_manuscript(content).blocks[-1]
    assert last.cell is not None
    assert (last.cell.table, last.cell.row, last.cell.column) == (1, 2, 2)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("heading 2", "heading2"),
        ("Heading 3", "heading3"),
        ("标题 1", "heading1"),
        ("三级标题", "heading3"),
        ("公文标题", "title"),
        ("公文正文", "body"),
        ("toc 1", "contents"),
        ("Table Caption", "caption"),
        ("Normal", None),
        ("List Paragraph", None),
    ],
)
def test_names_of_styles_tell_roles(name: str, role: str | None) -> None:
    assert role_of_style(name) == role
