"""What editing, templates and other programs leave behind in a Word file."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

TAG_LEFT = Fault(
    "G401",
    "tag-left",
    Severity.ERROR,
    zh="留下了模板标签“{shown}”{times_zh}",
    en="the template tag “{shown}” was left in{times_en}",
    hint_zh="这份文件没有生成完整，补上内容或者重新生成",
    hint_en="the document was not filled in; supply the text or build it again",
    why="A tag on a sent page tells the reader that nobody read it.",
)
TRACKED = Fault(
    "G403",
    "tracked-changes",
    Severity.WARNING,
    zh="有没有接受或拒绝的修订{times_zh}",
    en="there are tracked changes that nobody accepted or rejected{times_en}",
    hint_zh="“审阅”里接受或拒绝全部修订",
    hint_en="accept or reject all changes",
    why="Whoever receives the file sees what was crossed out, and prints it in red.",
)
COMMENTED = Fault(
    "G404",
    "comments-left",
    Severity.WARNING,
    zh="留有{shown}条批注",
    en="comments were left in: {shown}",
    hint_zh="处理后删去",
    hint_en="settle and delete them",
    why="Comments are for those who write, not for those who receive.",
)
HIDDEN = Fault(
    "G405",
    "hidden-text",
    Severity.WARNING,
    zh="有隐藏的文字“{shown}”{times_zh}",
    en="the text “{shown}” is hidden{times_en}",
    hint_zh="删去，或者取消隐藏",
    hint_en="delete it, or show it",
    why="Hidden words do not print, but everybody who opens the file can read them.",
)
EMPTY_LINES = Fault(
    "G406",
    "empty-lines",
    Severity.NOTICE,
    zh="正文里用空行隔开{times_zh}",
    en="empty lines part the text{times_en}",
    hint_zh="删去空行；要另起一页，用分页符",
    hint_en="take them out; for a new page, use a page break",
    why="Empty lines move when text changes, and a page of 22 lines loses them.",
)
BLANKS = Fault(
    "G407",
    "blanks-as-indent",
    Severity.NOTICE,
    zh="{shown_zh}开头用空格代替缩进或居中{times_zh}",
    en="{shown_en}: blanks stand for an indent or for centring{times_en}",
    hint_zh="删去空格，在“段落”里设首行缩进2字符，或者居中",
    hint_en="take the blanks out and set the indent, or the alignment, of the paragraph",
    why="Two blanks are as wide as two characters only in one face and size, and the next program throws them away.",
)
LINE_BREAK = Fault(
    "G408",
    "line-break-in-paragraph",
    Severity.NOTICE,
    zh="段落中间有手动换行{times_zh}",
    en="a line is broken by hand inside a paragraph{times_en}",
    hint_zh="把换行符（向下的箭头）改成回车，或者删去",
    hint_en="make it a new paragraph, or take it out",
    why="Text from web pages brings such breaks; the next line has no indent, and in justified text the line is torn apart.",
)
LINK = Fault(
    "G409",
    "link-left",
    Severity.NOTICE,
    zh="“{shown}”带有网页链接{times_zh}",
    en="“{shown}” is a link to a web page{times_en}",
    hint_zh="右键取消超链接",
    hint_en="remove the link",
    why="Links come along with copied text; on paper they are blue and underlined words.",
)
OUTSIDE = Fault(
    "G410",
    "content-from-outside",
    Severity.WARNING,
    zh="文件要从外面取内容：{shown}{times_zh}",
    en="the file draws on something outside itself: {shown}{times_en}",
    hint_zh="把图片、表格粘贴成文件里的内容",
    hint_en="paste the picture or table into the file itself",
    why="What lies outside is not there when the file has been sent, and opening it tells the other end who reads.",
)
AUTHOR = Fault(
    "G411",
    "author-in-properties",
    Severity.NOTICE,
    zh="文件属性里有{shown_zh}",
    en="the file's properties name {shown_en}",
    hint_zh="“文件—信息—检查文档”里删除个人信息",
    hint_en="remove personal information under File, Info, Inspect Document",
    why="Names of people and computers travel with the file and are published with it.",
)
MARKED = Fault(
    "G412",
    "highlighted-text",
    Severity.WARNING,
    zh="“{shown}”有突出显示或底纹{times_zh}",
    en="“{shown}” is highlighted or shaded{times_en}",
    hint_zh="核对后去掉突出显示",
    hint_en="settle it and remove the highlighting",
    why="Marker stands where somebody meant to come back.",
)
FLOATING = Fault(
    "G413",
    "floating-picture",
    Severity.NOTICE,
    zh="有浮动的图片或文本框{times_zh}",
    en="a picture or text box floats{times_en}",
    hint_zh="“环绕文字”改成嵌入型",
    hint_en="set it in line with the text",
    why="Floating things cover text when lines move, and WPS puts them elsewhere than Word.",
)
THEMED = Fault(
    "G414",
    "face-from-theme",
    Severity.NOTICE,
    zh="字体跟随主题（“{shown}”）{times_zh}",
    en="the typeface follows the theme ({shown}){times_en}",
    hint_zh="在样式里选定字体，不用“+中文正文”",
    hint_en="name the typeface in the style instead of '+Body'",
    why="A theme's face changes with the computer's language and the template, and stands above the name beside it.",
)
RARE_FACE = Fault(
    "G415",
    "face-not-everywhere",
    Severity.NOTICE,
    zh="字体“{shown}”不是每台电脑都有{times_zh}",
    en="not every computer has the typeface {shown}{times_en}",
    hint_zh="换成{wanted}，或者发PDF",
    hint_en="use {wanted}, or send a PDF",
    why="Where a face is missing Word takes another one silently, and lines and pages move.",
)
WIDE_TABLE = Fault(
    "G501",
    "table-too-wide",
    Severity.WARNING,
    zh="表格宽{shown}，比版心宽{wanted}{times_zh}",
    en="the table is {shown} wide, {wanted} wider than the type area{times_en}",
    hint_zh="收窄列宽，或者放到横向的一节里",
    hint_en="narrow its columns, or lay its page across",
    why="What stands outside the type area is cut off when it is bound or printed.",
)
NO_HEAD = Fault(
    "G502",
    "table-head-not-repeated",
    Severity.NOTICE,
    zh="长表格（{shown}行）没有设“重复标题行”",
    en="a long table ({shown} rows) does not repeat its head",
    hint_zh="选中表头，“表格工具—布局—重复标题行”",
    hint_en="select its head and tick 'repeat header rows'",
    why="On the second page nobody knows what the columns mean.",
)
MISSING_SECTION = Fault(
    "G601",
    "section-missing",
    Severity.WARNING,
    zh="没有“{wanted}”这一部分",
    en="the part “{wanted}” is missing",
    hint_zh="按提纲补上",
    hint_en="add it, as the outline asks",
    why="Reviewers send a report back when a part of the prescribed outline is not there.",
)
