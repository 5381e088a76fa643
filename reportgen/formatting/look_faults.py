"""What can be wrong with how letters and paragraphs look."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

FACE = Fault(
    "G201",
    "wrong-face",
    Severity.WARNING,
    zh="{role_zh}的字体是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: the typeface is {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="The standard names a kind of face for each part; 仿宋, FangSong and 仿宋_GB2312 are one kind. Source: GB/T 9704—2012, 5.2.2, 7.3.",
)
SIZE = Fault(
    "G202",
    "wrong-size",
    Severity.WARNING,
    zh="{role_zh}的字号是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: the size is {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="The body is in 三号, the title in 二号. Source: GB/T 9704—2012, 5.2.2, 7.3.1.",
)
BOLD = Fault(
    "G203",
    "wrong-weight",
    Severity.NOTICE,
    zh="{role_zh}{shown_zh}，应{wanted_zh}{times_zh}",
    en="{role_en} is {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="{basis_zh}；本地习惯加粗的，在 profile 里写 bold: true",
    hint_en="{basis_en}; where offices set it bold, say bold: true in the profile",
    why="The standard tells headings apart by face and never asks for bold type; some offices set the second and third level bold.",
)
COLOR = Fault(
    "G204",
    "coloured-text",
    Severity.WARNING,
    zh="文字颜色是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="the text is coloured {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="选中文字，字体颜色改为“自动”。{basis_zh}",
    hint_en="set the font colour to automatic; {basis_en}",
    why="Official documents are printed in black; coloured text is mostly left over from editing or from a web page. Source: 5.2.4.",
)
ALIGN = Fault(
    "G205",
    "wrong-alignment",
    Severity.NOTICE,
    zh="{role_zh}{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="The title is centred, the addressee flush left, the signature on the right. Source: GB/T 9704—2012, 7.3.",
)
INDENT = Fault(
    "G206",
    "wrong-indent",
    Severity.ERROR,
    zh="{role_zh}{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="在“段落—缩进”里设，单位用“字符”，不要敲空格。{basis_zh}",
    hint_en="set it in the paragraph's indents, in characters, not with blanks; {basis_en}",
    why="Each paragraph begins two characters in, and its further lines are flush. Source: GB/T 9704—2012, 7.3.3.",
)
LINES = Fault(
    "G207",
    "wrong-line-pitch",
    Severity.NOTICE,
    zh="{role_zh}的行距是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: the line pitch is {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="版心高225毫米，固定值28磅到28.95磅都排得下22行。{basis_zh}",
    hint_en="a type area of 225 mm holds 22 lines at exactly 28 to 28.95 pt; {basis_en}",
    why="A page holds 22 lines that fill the type area. Any fixed pitch that gives as many is taken. Source: GB/T 9704—2012, 5.2.3.",
)
CHARACTERS = Fault(
    "G208",
    "wrong-characters-a-line",
    Severity.NOTICE,
    zh="正文每行排{shown}个字，应为{wanted}个",
    en="a line of body text holds {shown} characters, should hold {wanted}",
    hint_zh="三号字28个比版心宽一点：字距紧缩0.25磅，或者设文档网格。{basis_zh}",
    hint_en="28 characters of 16 pt are a little wider than the type area: condense by 0.25 pt, or use a character grid; {basis_en}",
    why="156 mm are 442 pt, 28 characters of 16 pt 448 pt: without condensing only 27 stand in a line. Source: GB/T 9704—2012, 5.2.3.",
)
LATIN = Fault(
    "G209",
    "wrong-latin-face",
    Severity.NOTICE,
    zh="{role_zh}里数字、字母的字体是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: digits and Latin letters are in {shown_en}, should be in {wanted_en}{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="Digits in several faces look pasted together. Times New Roman is taken where the profile names no Latin face.",
)
DECORATED = Fault(
    "G210",
    "decorated-text",
    Severity.NOTICE,
    zh="{role_zh}有{shown_zh}{times_zh}",
    en="{role_en}: {shown_en}{times_en}",
    hint_zh="公文用字体和字号分层次，不用斜体、下划线、删除线",
    hint_en="official documents tell parts apart by face and size, not by italics, underlines or strokes",
    why="Slanted and underlined type is no part of the official format, and a struck-out word is mostly one that should be gone.",
)
GAPS = Fault(
    "G211",
    "space-between-paragraphs",
    Severity.NOTICE,
    zh="{role_zh}的段前/段后是{shown_zh}，应为{wanted_zh}{times_zh}",
    en="{role_en}: space before/after is {shown_en}, should be {wanted_en}{times_en}",
    hint_zh="段前段后有间距，每面就排不满规定的行数。{basis_zh}",
    hint_en="space between paragraphs takes lines from the page; {basis_en}",
    why="Word's own styles add space behind each paragraph; the official page is an even run of lines. Source: GB/T 9704—2012, 5.2.3.",
)
CUT = Fault(
    "G212",
    "letters-cut-off",
    Severity.ERROR,
    zh="{role_zh}的行距是{shown_zh}，比字还矮，字会被切掉{times_zh}",
    en="{role_en}: a pitch of {shown_en} is lower than the letters and cuts them off{times_en}",
    hint_zh="行距改成最小值，或者单倍行距",
    hint_en="use 'at least' or single spacing",
    why="Word cuts letters, and pictures in the line, that are taller than an exact pitch.",
)
BURSTING = Fault(
    "G213",
    "body-pitch-in-table",
    Severity.NOTICE,
    zh="表格文字的行距是{shown_zh}，把行撑得太高{times_zh}",
    en="table text has a pitch of {shown_en}, which bursts the rows{times_en}",
    hint_zh="表格里用单倍行距",
    hint_en="use single spacing inside tables",
    why="The body's exact pitch, carried into cells with small letters, makes rows twice as high as they need to be.",
)
