"""What can be wrong with the parts of a document: titles, headings, attachments, signature and date."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_TITLE = Fault(
    "G301",
    "no-title",
    Severity.WARNING,
    zh="没有找到标题",
    en="no title was found",
    hint_zh="标题在正文前单独成行，2号小标宋，居中。{basis_zh}",
    hint_en="the title stands on lines of its own before the text, centred; {basis_en}",
    why="A document is known by its title. Source: GB/T 9704—2012, 7.3.1.",
)
ADDRESSEE_END = Fault(
    "G302",
    "addressee-without-colon",
    Severity.ERROR,
    zh="主送机关“{shown}”后面没有全角冒号",
    en="the addressee “{shown}” does not end in a full-width colon",
    hint_zh="末尾加“：”。{basis_zh}",
    hint_en="end it with ：; {basis_en}",
    why="The addressee stands flush left below the title and ends in a colon. Source: GB/T 9704—2012, 7.3.2.",
)
ADDRESSEE_ABOVE = Fault(
    "G303",
    "no-line-above-addressee",
    Severity.ERROR,
    zh="主送机关与标题之间没有空一行",
    en="no empty line stands between title and addressee",
    hint_zh="标题下空一行，或者标题段后1行。{basis_zh}",
    hint_en="leave one line below the title; {basis_en}",
    why="The addressee stands one line below the title. Source: GB/T 9704—2012, 7.3.2.",
)
HEADING_FORM = Fault(
    "G304",
    "wrong-heading-mark",
    Severity.WARNING,
    zh="{role_zh}的序号写成“{shown_zh}”，应为“{wanted_zh}”{times_zh}",
    en="{role_en}: the mark is “{shown_en}”, should be “{wanted_en}”{times_en}",
    hint_zh="{basis_zh}",
    hint_en="{basis_en}",
    why="Levels are marked 一、 （一） 1. （1） in turn; a pack says another order by `numbering`. Source: GB/T 9704—2012, 7.3.3.",
)
LEVEL_SKIPPED = Fault(
    "G305",
    "heading-level-skipped",
    Severity.NOTICE,
    zh="{above_zh}“{above}”下面直接是{role_zh}“{shown}”",
    en="{role_en} “{shown}” follows {above_en} “{above}” directly",
    hint_zh="层次依次用，不跳级。{basis_zh}",
    hint_en="use the levels in turn; {basis_en}",
    why="Levels are used in turn, so that readers see what belongs to what. Source: GB/T 9704—2012, 7.3.3.",
)
EMPTY_HEADING = Fault(
    "G306",
    "heading-without-text",
    Severity.WARNING,
    zh="“{shown}”下面没有内容",
    en="nothing stands below “{shown}”",
    hint_zh="补上内容；没有的写“无”，或者删去这一节",
    hint_en="add the text, write 无, or take the heading out",
    why="A section that says nothing was forgotten, or its text was not pasted.",
)
NUMBERED_BY_WORD = Fault(
    "G307",
    "automatic-heading-numbers",
    Severity.NOTICE,
    zh="标题的序号是Word自动编的{times_zh}",
    en="headings are numbered by Word itself{times_en}",
    hint_zh="上报、转成文本时自动编号常常丢失、变样；打成文字更稳妥",
    hint_en="automatic numbers get lost when files travel; type them as text",
    why="Automatic numbers change or vanish when the file goes through other programs, or is pasted into a system.",
)
CAPTION_ORDER = Fault(
    "G308",
    "captions-out-of-sequence",
    Severity.WARNING,
    zh="“{previous}”之后是“{shown}”，应为“{wanted}”",
    en="{shown} follows {previous}, should be {wanted}",
    hint_zh="表、图各自从1连续编号",
    hint_en="tables and figures are each counted from 1",
    why="Text that refers to a table by its number leads nowhere when numbers skip.",
)
CAPTION_PLACE = Fault(
    "G309",
    "caption-on-wrong-side",
    Severity.NOTICE,
    zh="“{shown}”排在{what_zh}的{where_zh}，应排在{wanted_zh}{times_zh}",
    en="“{shown}” stands {where_en} its {what_en}, should stand {wanted_en}{times_en}",
    hint_zh="表题在表上，图题在图下。{basis_zh}",
    hint_en="captions of tables stand above, those of pictures below; {basis_en}",
    why="Readers look for the name of a table above it and for that of a picture below.",
)
CAPTION_NUMBER = Fault(
    "G310",
    "caption-without-number",
    Severity.NOTICE,
    zh="“{shown}”没有编号{times_zh}",
    en="“{shown}” has no number{times_en}",
    hint_zh="写成“表1 名称”“图1 名称”。{basis_zh}",
    hint_en="write 表1 name, 图1 name; {basis_en}",
    why="The text can only refer to a table or picture that has a number.",
)
NOTE_FORM = Fault(
    "G311",
    "wrong-list-of-attachments",
    Severity.ERROR,
    zh="附件说明“{shown}”{wrong_zh}",
    en="list of attachments: “{shown}” {wrong_en}",
    hint_zh="写成“附件：1.名称”，名称后不加标点，只有一个附件的不编号。{basis_zh}",
    hint_en="write 附件：1.name, without a mark behind the name, a single one without a number; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.4.",
)
DISAGREE = Fault(
    "G312",
    "attachments-disagree",
    Severity.ERROR,
    zh="附件说明与附件不一致：{wrong_zh}",
    en="the list of attachments and the attachments disagree: {wrong_en}",
    hint_zh="顺序号和标题都要一致。{basis_zh}",
    hint_en="numbers and titles must be the same; {basis_en}",
    why="Number and title of an attachment are those of the list below the text. Source: GB/T 9704—2012, 7.3.7.",
)
MARK_FORM = Fault(
    "G313",
    "wrong-attachment-mark",
    Severity.ERROR,
    zh="附件标志写成“{shown}”，应为“{wanted}”",
    en="the attachment's mark is “{shown}”, should be “{wanted}”",
    hint_zh="顶格写“附件”和阿拉伯数字，后面不加标点。{basis_zh}",
    hint_en="附件 and an Arabic number, flush left, nothing behind; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.7.",
)
NOT_ON_ITS_PAGE = Fault(
    "G314",
    "attachment-not-on-its-page",
    Severity.ERROR,
    zh="“{shown}”没有另起一页",
    en="“{shown}” does not begin a page",
    hint_zh="在它前面插入分页符，或者勾选“段前分页”。{basis_zh}",
    hint_en="put a page break before it; {basis_en}",
    why="Attachments begin on pages of their own. Source: GB/T 9704—2012, 7.3.7.",
)
MARK_ORDER = Fault(
    "G315",
    "attachments-out-of-sequence",
    Severity.ERROR,
    zh="“{previous}”之后是“{shown}”",
    en="{shown} follows {previous}",
    hint_zh="附件按1、2、3的顺序编。{basis_zh}",
    hint_en="count attachments 1, 2, 3; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.7.",
)
DATE_FORM = Fault(
    "G321",
    "wrong-date-form",
    Severity.ERROR,
    zh="成文日期写成“{shown}”，应为“{wanted}”这样的形式",
    en="the date is written “{shown}”, should be like “{wanted}”",
    hint_zh="用阿拉伯数字，年份写全，月、日不补0，写“日”不写“号”。{basis_zh}",
    hint_en="Arabic digits, the whole year, no leading zeros, 日 and not 号; {basis_en}",
    why="Chinese numerals in dates went out with the standard of 2012. Source: GB/T 9704—2012, 7.3.5.4.",
)
NO_DATE = Fault(
    "G322",
    "signature-without-date",
    Severity.ERROR,
    zh="署名“{shown}”下面没有成文日期",
    en="no date stands below the signature “{shown}”",
    hint_zh="下一行写年月日。{basis_zh}",
    hint_en="write the date on the next line; {basis_en}",
    why="The date stands on the line below the signature. Source: GB/T 9704—2012, 7.3.5.",
)
SIGNATURE_ABOVE = Fault(
    "G323",
    "no-line-above-signature",
    Severity.ERROR,
    zh="署名与上文之间没有空一行",
    en="no empty line stands above the signature",
    hint_zh="在正文（或附件说明）下空一行。{basis_zh}",
    hint_en="leave one line below the text; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.5.2.",
)
DATE_BELOW = Fault(
    "G324",
    "date-not-below-signature",
    Severity.ERROR,
    zh="署名与成文日期之间空了行",
    en="empty lines stand between signature and date",
    hint_zh="成文日期写在署名的下一行。{basis_zh}",
    hint_en="the date stands on the line below the signature; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.5.2.",
)
NOTE_ABOVE = Fault(
    "G325",
    "no-line-above-list-of-attachments",
    Severity.ERROR,
    zh="附件说明与正文之间没有空一行",
    en="no empty line stands above the list of attachments",
    hint_zh="在正文下空一行。{basis_zh}",
    hint_en="leave one line below the text; {basis_en}",
    why="Source: GB/T 9704—2012, 7.3.4.",
)
ATTACHMENT_TITLE = Fault(
    "G316",
    "attachment-title-not-on-third-line",
    Severity.ERROR,
    zh="“{shown}”与附件标题之间空了{lines}行，应空一行",
    en="{lines} empty lines stand between {shown} and the attachment's title, should be one",
    hint_zh="附件标题排在第三行。{basis_zh}",
    hint_en="the title stands on the third line; {basis_en}",
    why="The mark stands on the first line of its page, the title on the third. Source: GB/T 9704—2012, 7.3.7.",
)
