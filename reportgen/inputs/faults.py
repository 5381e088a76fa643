"""What can be wrong with a YAML file, before anyone asks what its fields mean."""

from __future__ import annotations

from reportgen.inputs.declaring import error, notice, warning

_QUOTE_ZH = "给整个值加上引号，或改用“|”另起一行写"
_QUOTE_EN = "Put the whole value in quotation marks, or write it below a `|`"

# Indentation

TAB_INDENT = error(
    "Y010 tab-indentation",
    "缩进用了制表符（Tab 键），应当用空格",
    "The line is indented with a tab; indent with blanks",
    "把行首的制表符换成空格",
    "Replace the tab by blanks",
    "How wide a tab is depends on the editor, so YAML forbids it. Source: YAML 1.1, 5.1 and 6.1.",
)
WIDE_INDENT = error(
    "Y011 fullwidth-indentation",
    "缩进用了全角空格或不间断空格，应当用半角空格",
    "The line is indented with full-width or no-break blanks; indent with plain blanks",
    "切换到半角，把行首的空格重新输入",
    "Type the blanks again in half-width mode",
    "YAML counts only the plain blank as indentation and takes any other for text.",
)
UNINDENTED_LINE = error(
    "Y012 unindented-line",
    "这一行像是“{key}”的正文，却没有缩进",
    "This line seems to belong to the text of `{key}` but is not indented",
    "与上面的正文左对齐",
    "Align it with the text above",
    "YAML ends a text at the first line that is indented less.",
)
UNEVEN_INDENT = error(
    "Y013 uneven-indentation",
    "缩进与上面的行对不上：这里缩进 {found} 格，应为 {expected} 格",
    "The indentation does not fit the lines above: {found} blanks here, {expected} expected",
    "同一层的各行左对齐",
    "Align lines of the same level",
    "Indentation tells YAML what belongs to what.",
)
DEEP_FIRST_LINE = error(
    "Y014 first-line-indented",
    "“{key}”的正文首行比后面的行多缩进了 {extra} 格",
    "The first line of the text of `{key}` is indented {extra} blanks more than those below it",
    "各行左对齐；段首空两格由模板排版，不必输入",
    "Align the lines; the template sets the first-line indent",
    "YAML takes the first line as the measure for the whole text.",
)

# Keys and their colons

FULLWIDTH_COLON = error(
    "Y020 fullwidth-colon",
    "“{key}”后面用了全角冒号“：”",
    "`{key}` is followed by a full-width colon",
    "改成半角冒号加一个空格",
    "Use a half-width colon and a blank",
    "YAML knows only the half-width colon followed by a blank.",
)
MISSING_SPACE = error(
    "Y021 colon-without-space",
    "“{key}:”后面少一个空格",
    "A blank is missing after `{key}:`",
    "在冒号后加一个空格",
    "Put a blank after the colon",
    "Without the blank, YAML reads key and value as one piece of text.",
)
MISSING_COLON = error(
    "Y022 line-without-key",
    "这一行没有“键: 值”的冒号：{text}",
    "This line has no colon between a key and a value: {text}",
    "写成“键: 值”；若是上一行的正文，请缩进；若是说明，行首加“#”",
    "Write `key: value`; indent it if it belongs to the text above; begin it with `#` if it is a remark",
    "Among keys, each line begins with a key and a colon.",
)
DUPLICATE_KEY = error(
    "Y023 duplicate-key",
    "“{key}”重复：第 {line} 行已经有了",
    "`{key}` is given twice: line {line} has it already",
    "删去其中一个",
    "Delete one of the two",
    "Only one of the two values could be used, and the other would be lost without a word.",
)
KEY_NOT_TEXT = error(
    "Y024 key-not-text",
    "键应当是文字，这里是列表、映射或引用",
    "A key must be text; this is a list, a mapping or an alias",
    "若这是值，给它加上引号",
    "If it is a value, put it in quotation marks",
    "YAML allows any value as a key, a report's fields have names.",
)
EMPTY_KEY = error(
    "Y025 empty-key",
    "冒号前没有键",
    "No key stands before the colon",
    "在冒号前写上键；若冒号是正文，给整个值加上引号",
    "Write a key before the colon; if the colon is text, put the value in quotation marks",
    why="Without a key nobody knows what the value is.",
)

BULLET_MARK = error(
    "Y026 bullet-for-dash",
    "列表的这一项以“{mark}”开头，要写成“- ”",
    "This item of a list begins with `{mark}`, where `- ` is wanted",
    "列表的每一项用半角的“-”加一个空格开头；若是一段正文，在键后面写“|”",
    "Begin each item with a half-width hyphen and a blank; if it is text, write `|` behind the key",
    "YAML knows no other mark for items: the lines would be joined into one text.",
)
JOINED_LINE = warning(
    "Y027 line-joined-to-text",
    "这一行会接在上面的文字后面，不成一项：{text}",
    "This line is joined to the text above instead of being an item: {text}",
    "列表的键后面不写文字，另起一行写列表；分行的正文在键后面写“|”",
    "Leave nothing behind a list's key and begin the list below it; write `|` behind the key of a text of several lines",
    "Lines that are indented below a value go on with it, joined by a blank.",
)
FULLWIDTH_COMMA = error(
    "Y028 fullwidth-comma",
    "花括号里用了全角逗号“，”",
    "A full-width comma stands in braces",
    "改成半角逗号加一个空格",
    "Write a half-width comma and a blank",
    "YAML takes a full-width comma for text, and what follows for part of the value.",
)
# Values that YAML reads otherwise than their author

BLOCK_MARK = error(
    "Y030 block-mark-at-start",
    "值以“{mark}”开头，YAML 会把它当作多行文本的标记",
    "The value begins with `{mark}`, which YAML takes for the mark of a text on several lines",
    "给整个值加上引号；“|”标记后面不能接文字，正文另起一行",
    "Put the value in quotation marks; nothing may follow a `|` mark, its text goes on the next line",
    "At a value's start, > and | announce text on the lines below. Source: YAML 1.1, 9.1.",
)
ALIAS_MARK = error(
    "Y031 asterisk-at-start",
    "值以“*”开头，YAML 会把它当作引用",
    "The value begins with `*`, which YAML takes for an alias",
    _QUOTE_ZH,
    _QUOTE_EN,
    "At a value's start, * refers to an anchor. Bold text may begin a line below a | mark.",
)
ANCHOR_MARK = error(
    "Y032 ampersand-at-start",
    "值以“&”开头，YAML 会把它当作锚点",
    "The value begins with `&`, which YAML takes for an anchor",
    _QUOTE_ZH,
    _QUOTE_EN,
    "At a value's start, & names the value for later use.",
)
TAG_MARK = error(
    "Y033 exclamation-at-start",
    "值以“!”开头，YAML 会把它当作类型标记",
    "The value begins with `!`, which YAML takes for a tag",
    _QUOTE_ZH,
    _QUOTE_EN,
    "At a value's start, ! names a type.",
)
RESERVED_MARK = error(
    "Y034 reserved-mark-at-start",
    "值不能以“{mark}”开头",
    'A value may not begin with "{mark}"',
    _QUOTE_ZH,
    _QUOTE_EN,
    "YAML keeps these marks for itself at a value's start. Source: YAML 1.1, 5.3.",
)
TEMPLATE_MARK = error(
    "Y035 template-tag-at-start",
    "值以“{mark}”开头，YAML 会把它当作花括号里的映射",
    "The value begins with `{mark}`, which YAML takes for a mapping in braces",
    _QUOTE_ZH,
    _QUOTE_EN,
    "Braces at a value's start open a mapping.",
)
TEXT_AFTER_QUOTE = error(
    "Y036 text-after-quote",
    "引号在“{quoted}”后已经结束，后面还有文字：{text}",
    "The quotation ends after {quoted}, yet text follows: {text}",
    "整个值换一种引号括起来，或用中文引号“ ”",
    "Put the whole value in the other kind of quotation marks, or use Chinese ones",
    "A value that begins with a quotation mark ends at the next one.",
)
TEXT_AFTER_BRACKET = error(
    "Y037 text-after-bracket",
    "值以“{mark}”开头，YAML 会把它当作列表或映射，而括号后面还有文字：{text}",
    "The value begins with `{mark}`, which YAML takes for a list or mapping, yet text follows its bracket: {text}",
    "给整个值加上引号；发文字号用六角括号〔〕",
    "Put the value in quotation marks; document numbers take 〔〕",
    "A bracket at a value's start opens a list or mapping.",
)
COLON_IN_VALUE = error(
    "Y038 colon-in-value",
    "值里有半角冒号加空格（或以冒号结尾）：{text}",
    "The value holds a half-width colon before a blank (or at its end): {text}",
    "改用全角冒号“：”，或给整个值加上引号",
    "Use a full-width colon, or put the whole value in quotation marks",
    "YAML takes a colon before a blank for the end of a key.",
)
SWALLOWED_TEXT = notice(
    "Y039 text-read-as-comment",
    "空格加“#”之后的文字当作注释，没有读入：{text}",
    "Text after a blank and `#` is a remark and was not read: {text}",
    "若是正文，给整个值加上引号；若是注释，“#”后空一格",
    "If it is text, put the whole value in quotation marks; if it is a remark, put a blank after `#`",
    "YAML drops what follows a blank and #, without a word.",
)
COMMA_CUT = error(
    "Y040 comma-cuts-value",
    "花括号里的半角逗号把值截断了，“{text}”成了没有值的键",
    "A half-width comma in braces has cut the value: `{text}` became a key without a value",
    "给逗号前后的整个值加上引号，或改用全角逗号“，”",
    "Put the whole value around the comma in quotation marks, or use a full-width comma",
    "In braces, a comma ends a value, even inside a number with thousands separators.",
)
UNCLOSED_QUOTE = error(
    "Y041 unclosed-quote",
    "引号 {mark} 没有结束",
    "The quotation mark {mark} is never closed",
    "在值的末尾补上引号",
    "Close it at the end of the value",
    why="A quotation that never ends takes in the lines that follow.",
)
UNCLOSED_BRACKET = error(
    "Y042 unclosed-bracket",
    "括号“{mark}”里缺逗号，或没有写完",
    "The bracket `{mark}` lacks a comma, or is never closed",
    "在项目之间写半角逗号，在末尾补上括号；若括号是正文，给整个值加上引号",
    "Put half-width commas between the items and close the bracket; if it is text, put the value in quotation marks",
    why="Of an incomplete bracket nobody can say which items it holds.",
)
LIST_BESIDE_KEY = error(
    "Y043 list-beside-key",
    "列表不能与键写在同一行：{text}",
    "A list may not stand on the line of its key: {text}",
    "列表另起一行；若“-”是正文，给整个值加上引号",
    "Begin the list on the next line; if `-` is text, put the value in quotation marks",
    why="A dash on its key's line begins no list.",
)
BAD_ESCAPE = error(
    "Y044 bad-escape",
    "双引号里的反斜杠写法“{text}”不成立",
    "The backslash sequence `{text}` means nothing in double quotation marks",
    "反斜杠写两个，或改用单引号",
    "Write the backslash twice, or use single quotation marks",
    "In double quotation marks a backslash begins an escape. Source: YAML 1.1, 5.6.",
)
EXPLICIT_TAG = error(
    "Y045 explicit-tag",
    "不接受类型标记“{tag}”",
    "The tag `{tag}` is not taken",
    "删去标记；若是正文，给整个值加上引号",
    "Delete the tag; if it is text, put the value in quotation marks",
    "Tags can make YAML build objects; a report's data are texts, numbers, lists and mappings.",
)

# Aliases and bounds

UNKNOWN_ALIAS = error(
    "Y050 unknown-alias",
    "“*{name}”引用的锚点“&{name}”不存在",
    "`*{name}` refers to an anchor `&{name}` that does not exist",
    "若是正文，给整个值加上引号",
    "If it is text, put the value in quotation marks",
    why="There is no value to take from an anchor that is not there.",
)
RECURSIVE_ALIAS = error(
    "Y051 recursive-alias",
    "“*{name}”引用了它自己所在的值",
    "`*{name}` refers to the value it is part of",
    "把值写出来，不用引用",
    "Write the value out",
    "Such a value has no end.",
)
TOO_MANY_VALUES = error(
    "Y052 too-many-values",
    "文件里的值（连同引用展开后）超过 {limit} 个，其余没有读",
    "The file holds more than {limit} values, aliases written out; the rest was not read",
    "把文件拆开，少用引用",
    "Split the file, use fewer aliases",
    "A few lines of aliases can stand for billions of values.",
)
TOO_DEEP = error(
    "Y053 too-deep",
    "嵌套超过 {limit} 层，里面的内容没有读",
    "More than {limit} levels of nesting; what is inside was not read",
    "检查缩进和括号",
    "Check indentation and brackets",
    why="Depth is bounded, so that no file can exhaust the computer.",
)

# The file as a whole

EMPTY_FILE = error(
    "Y060 empty-file",
    "文件里没有内容",
    "The file holds nothing",
    "写上“键: 值”；只有注释的文件也算空",
    "Write `key: value`; a file of remarks alone counts as empty",
    why="Without data there is no report.",
)
NOT_A_MAPPING = error(
    "Y061 not-a-mapping",
    "文件最外层应当是“键: 值”，这里是{kind_zh}",
    "The outermost level of the file must be `key: value`, here it is {kind_en}",
    "给它写上键",
    "Give it a key",
    why="A report's data are fields, each with its name.",
)
SEVERAL_DOCUMENTS = error(
    "Y062 several-documents",
    "一个文件只能有一份数据，这里又用“{mark}”开始了一份",
    "A file holds one document; `{mark}` begins another here",
    "删去这一行，或拆成两个文件",
    "Delete the line, or split the file in two",
    why="A file holds one department's year.",
)
UNREADABLE = error(
    "Y063 unreadable-line",
    "YAML 从这里读不下去：{text}",
    "YAML cannot be read on from here: {text}",
    "检查这一行和上一行的缩进、冒号、引号和括号",
    "Check indentation, colons, quotation marks and brackets of this line and the one above",
    why="After such a fault nobody can tell how the rest hangs together.",
)
TOO_MANY_FAULTS = error(
    "Y064 too-many-faults",
    "已列出 {limit} 处，其余没有再查",
    "{limit} places are listed; what is left was not looked at",
    "改完后再运行一次",
    "Run again after mending these",
    why="Where there are so many, mending the first ones mostly mends others.",
)
