"""What can be wrong with pages and their numbers."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

PAPER = Fault(
    "G101",
    "wrong-paper",
    Severity.ERROR,
    zh="纸张是{shown}，应为{wanted}{times_zh}",
    en="the paper is {shown}, should be {wanted}{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="Official documents are on A4, 210 by 297 mm; files made abroad begin on Letter. Source: GB/T 9704—2012, 5.1.",
)
TURNED = Fault(
    "G102",
    "turned-page",
    Severity.NOTICE,
    zh="这一节是{shown_zh}的，里面没有表格和图片",
    en="this section is {shown_en} and holds neither a table nor a picture",
    hint_zh="只有横排的表格才需要横放纸张。{basis_zh}",
    hint_en="only wide tables need a page laid across; {basis_en}",
    why="Pages are upright except for tables that need the width. Source: GB/T 9704—2012, 8.",
)
MARGINS = Fault(
    "G103",
    "wrong-margins",
    Severity.ERROR,
    zh="页边距{shown_zh}，应为{wanted_zh}{times_zh}",
    en="margins: {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="在“页面设置”里改，允许差1毫米。{basis_zh}",
    hint_en="set them in the page set-up; a millimetre may be off; {basis_en}",
    why="Head margin 37 mm, binding margin 28 mm, type area 156 by 225 mm. Source: GB/T 9704—2012, 5.2.1.",
)
COLUMNS = Fault(
    "G104",
    "several-columns",
    Severity.NOTICE,
    zh="这一节分成{shown}栏",
    en="this section is set in {shown} columns",
    hint_zh="公文正文通栏排",
    hint_en="official text runs over the whole width",
    why="A line holds 28 characters over the whole type area. Source: GB/T 9704—2012, 5.2.3.",
)
HEADER = Fault(
    "G105",
    "header-with-words",
    Severity.NOTICE,
    zh="页眉里有字：“{shown}”",
    en="the header says “{shown}”",
    hint_zh="公文没有页眉，删去",
    hint_en="official documents have no running header; take it out",
    why="The official page has nothing above its type area; running headers are mostly left over from a template.",
)
NO_NUMBER = Fault(
    "G121",
    "no-page-number",
    Severity.WARNING,
    zh="{where_zh}没有页码",
    en="no page number on {where_en}",
    hint_zh="插入页码：{wanted}。{basis_zh}",
    hint_en="insert page numbers as {wanted}; {basis_en}",
    why="Pages are numbered, attachments counted on. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_FORM = Fault(
    "G122",
    "wrong-page-number-form",
    Severity.WARNING,
    zh="页码写成“{shown}”，应为“{wanted}”",
    en="the page number is written “{shown}”, should be “{wanted}”",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="A half-width Arabic number between two dashes. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_PLACE = Fault(
    "G123",
    "wrong-page-number-place",
    Severity.WARNING,
    zh="{where_zh}的页码{shown_zh}，应为{wanted_zh}",
    en="the page number on {where_en} is {shown_en}, should be {wanted_en}",
    hint_zh="单页居右、双页居左时，要勾选“奇偶页不同”。{basis_zh}",
    hint_en="where odd and even pages differ, tick 'different odd and even pages'; {basis_en}",
    why="Odd pages bear it on the right, even ones on the left; a district may say centred in its profile. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_LOOK = Fault(
    "G124",
    "wrong-page-number-look",
    Severity.WARNING,
    zh="页码是{shown_zh}，应为{wanted_zh}",
    en="the page number is in {shown_en}, should be in {wanted_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="四号, half-width, in 宋体. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_INDENT = Fault(
    "G125",
    "wrong-page-number-indent",
    Severity.WARNING,
    zh="{where_zh}的页码离版心边{shown_zh}，应为{wanted_zh}",
    en="the page number on {where_en} stands {shown_en} in, should stand {wanted_en} in",
    hint_zh="单页右缩进、双页左缩进。{basis_zh}",
    hint_en="indent it from the right on odd pages, from the left on even ones; {basis_en}",
    why="The number leaves one character free beside it. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_DISTANCE = Fault(
    "G126",
    "wrong-page-number-distance",
    Severity.WARNING,
    zh="页码的一字线在版心下{shown}，应为{wanted}",
    en="the page number's dash stands {shown} below the type area, should stand {wanted} below",
    hint_zh="在“页面设置—版式”里改页脚距边界。{basis_zh}",
    hint_en="change the footer's distance from the edge in the page set-up; {basis_en}",
    why="The dash stands 7 mm below the type area. Source: GB/T 9704—2012, 7.5.",
)
NUMBER_TYPED = Fault(
    "G127",
    "typed-page-number",
    Severity.WARNING,
    zh="“{shown}”像是手工打的页码{times_zh}",
    en="“{shown}” seems to be a page number typed by hand{times_en}",
    hint_zh="删去，用“插入页码”",
    hint_en="take it out and insert page numbers",
    why="A number typed into the text moves with it, and one typed into a footer is the same on every page.",
)
NUMBER_COUNT = Fault(
    "G128",
    "page-numbers-begin-anew",
    Severity.ERROR,
    zh="页码在这里重新从{shown}编起",
    en="page numbers begin anew from {shown} here",
    hint_zh="附件与正文一起装订，页码要连续。{basis_zh}",
    hint_en="attachments bound with the text are counted on; {basis_en}",
    why="The pages of attachments continue those of the text. Source: GB/T 9704—2012, 7.5.",
)
