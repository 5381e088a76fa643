"""Ten Word files of the kinds that reach a reviewer: by clerks, by WPS, by programs, from web pages.

`pandoc.docx` was made by pandoc 3.9 from Markdown; `libreoffice-html.docx` and `libreoffice-odt.docx` by LibreOffice 7.4.7 from a web page
and from an .odt file that pandoc had made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt, RGBColor

from tests.documents import docx, p, r
from tests.formatting.clerks import Clerk, typed

FOLDER = Path(__file__).parents[1] / "data/hand-made"
TITLE = "某区妇联2023年部门整体支出绩效自评报告"
LONG = "根据机构编制文件的规定，本单位的主要任务是团结、动员、组织妇女群众投身改革开放和社会主义现代化建设，维护妇女儿童合法权益。"
SHORT = "绩效目标编制水平有待提高，下一步将加强业务培训。"


def python_docx() -> bytes:
    """python-docx's own template: Letter paper, headings in blue Calibri."""
    clerk = Clerk()
    made: Any = clerk.document
    made.add_heading(TITLE, 0)
    made.add_heading("一、基本情况", 1)
    made.add_heading("（一）部门概况", 2)
    made.add_paragraph(LONG)
    made.add_paragraph("第一项工作", style="List Number")
    clerk.table([["项目", "金额"], ["基本支出", "330.00"]])
    made.add_heading("二、存在的主要问题", 1)
    made.add_paragraph(SHORT)
    return clerk.saved()


def typed_in_normal() -> bytes:
    """Everything in 正文, headings typed, faces by hand."""
    return typed(
        f"= {TITLE}\n< 区财政局：\n一、基本情况\n（一）部门概况\n{LONG}\n二、存在的主要问题\n{SHORT}\n\n> 某区妇女联合会\n> 2024年3月5日"
    )


def blanks_everywhere() -> bytes:
    """A title centred by blanks, indents of two full-width blanks, pages begun by empty lines, page numbers typed."""
    clerk = Clerk()
    clerk.line(" " * 16 + TITLE, face="宋体", size=18, bold=True)
    for text in ("一、基本情况", "（一）部门概况", LONG, "二、存在的主要问题", SHORT):
        clerk.line("\u3000\u3000" + text, face="宋体", size=14)
    for _ in range(6):
        clerk.line("", size=14)
    clerk.line("— 2 —", size=14, align="center")
    clerk.line("\u3000" * 14 + "某区妇女联合会", face="宋体", size=14)
    clerk.line("\u3000" * 14 + "二〇二四年三月五日", face="宋体", size=14)
    return clerk.saved()


def numbered_by_word() -> bytes:
    """Headings by style with Word's own Chinese numbers."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1、", "（%2）"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'

    def heading(level: int, text: str) -> str:
        listed = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        return p(text, style=f"Heading{level}", properties=listed)

    title = p(r(TITLE, properties='<w:sz w:val="44"/>'), properties='<w:jc w:val="center"/>')
    return docx(title, heading(1, "基本情况"), heading(2, "部门概况"), LONG, heading(1, "存在的主要问题"), SHORT, numbering=numbering)


def of_wps() -> bytes:
    """WPS: faces from the theme, a grid, the page number in a text box of the footer."""
    steps = ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>", '<w:fldChar w:fldCharType="end"/>')
    number = "".join(f"<w:r>{step}</w:r>" for step in steps)
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>center'
        '</wp:align></wp:positionH><wp:extent cx="1" cy="1"/><wp:docPr id="5" name="文本框"/><a:graphic><a:graphicData uri="u">'
        f"<w:txbxContent>{p(number)}</w:txbxContent></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    margins = '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992"/>'
    page = f'<w:pgSz w:w="11906" w:h="16838"/>{margins}<w:docGrid w:type="lines" w:linePitch="312"/>'
    themed = '<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/>'
    lines = ("一、基本情况", "（一）部门概况", LONG, "二、存在的主要问题", SHORT)
    title = p(r(TITLE, bold=True, properties='<w:sz w:val="44"/>'), properties='<w:jc w:val="center"/>')
    body = [p(r(line, properties=themed), properties='<w:ind w:firstLine="640" w:firstLineChars="200"/>') for line in lines]
    return docx(title, *body, footer=[p(box)], section=page)


def edited() -> bytes:
    """A draft on its way: changes tracked, comments, marker, blanks to be filled in, red words."""
    tracked = '<w:ins w:id="9" w:author="甲"><w:r><w:t>新增一句。</w:t></w:r></w:ins>'
    tracked += '<w:del w:id="10" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    marked = r("672.37万元", properties='<w:highlight w:val="yellow"/>')
    red = r("待核对", properties='<w:color w:val="FF0000"/>')
    noted = '<w:r><w:commentReference w:id="1"/></w:r>'
    lines = (p(r(LONG), tracked), p(r("全年支出"), marked, r("，预算"), red, noted), "完成率为XX%，比上年增长____。")
    return docx(
        p(TITLE, style="Heading1", properties='<w:jc w:val="center"/>'), p("一、基本情况", style="Heading2"), *lines, comments=["核对"]
    )


def from_the_web() -> bytes:
    """Pasted from a web page: lines broken by hand, grey letters, space between paragraphs, links."""
    clerk = Clerk()
    made: Any = clerk.document
    made.add_heading(TITLE, 1)
    paragraph = made.add_paragraph()
    for line in ("一、基本情况", "（一）部门概况", LONG, SHORT):
        run = paragraph.add_run(line)
        run.font.name, run.font.size, run.font.color.rgb = "微软雅黑", Pt(10.5), RGBColor(0x33, 0x33, 0x33)
        run.add_break(WD_BREAK.LINE)
    paragraph.paragraph_format.space_after = Pt(15)
    return clerk.saved()


def form_in_a_table() -> bytes:
    """A form across the page: all of it one table."""
    clerk = Clerk()
    clerk.line("项目支出绩效自评表", size=18, bold=True, align="center")
    clerk.table(
        [["项目名称", "业务经费", "主管部门", "区妇联"], ["年初预算数", "130.76", "全年执行数", "130.44"], ["总分", "100", "得分", "99.98"]]
    )
    section = clerk.document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    return clerk.saved()


def of_file(name: str) -> Callable[[], bytes]:
    return (FOLDER / name).read_bytes


HAND_MADE: Mapping[str, Callable[[], bytes]] = {
    "python-docx": python_docx,
    "typed in Normal": typed_in_normal,
    "blanks everywhere": blanks_everywhere,
    "numbered by Word": numbered_by_word,
    "WPS": of_wps,
    "a draft being edited": edited,
    "pasted from the web": from_the_web,
    "a form in a table": form_in_a_table,
    "pandoc": of_file("pandoc.docx"),
    "LibreOffice from HTML": of_file("libreoffice-html.docx"),
    "LibreOffice from ODT": of_file("libreoffice-odt.docx"),
}
