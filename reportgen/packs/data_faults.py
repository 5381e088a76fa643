"""What can be wrong with an author's data against a pack's schema (D…)."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

MISSING_FIELD = Fault(
    "D101",
    "missing-field",
    ERROR,
    zh="{where_zh}缺少“{title}”（{key}）",
    en="{where_en} lacks “{title}” ({key})",
    hint_zh="在{where_zh}下加一行“{line}”",
    hint_en="Add a line “{line}” under {where_en}",
    why="The document cannot be written without this field.",
)
BLANK_FIELD = Fault(
    "D102",
    "blank-field",
    ERROR,
    zh="{where_zh}的“{title}”（{key}）没有填写",
    en="“{title}” ({key}) of {where_en} is left blank",
    hint_zh="在冒号后填写",
    hint_en="Fill it in after the colon",
    why="The document cannot be written without this field; an empty value counts as no value.",
)
UNKNOWN_FIELD = Fault(
    "D103",
    "unknown-field",
    ERROR,
    zh="{where_zh}没有“{name}”这一项",
    en="{where_en} has no field “{name}”",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="A misspelt name would leave its value out of the document without a word.",
)
REPEATED_FIELD = Fault(
    "D104",
    "repeated-field",
    ERROR,
    zh="“{name}”与“{other}”是同一项，写了两次",
    en="“{name}” and “{other}” are the same field, given twice",
    hint_zh="只留一个",
    hint_en="Keep one of them",
    why="A fact is given once; with two values nobody knows which one is printed.",
)
BLANK_ITEM = Fault(
    "D105",
    "blank-item",
    ERROR,
    zh="“{title}”没有填写",
    en="“{title}” is left blank",
    hint_zh="在“-”后填写；没有这一项就删去这一行",
    hint_en="Fill it in after the “-”, or remove the line",
    why="An item of a list that says nothing would be printed as an empty paragraph or row.",
)
RENAMED_FIELD = Fault(
    "D106",
    "renamed-field",
    NOTICE,
    zh="“{old}”现在叫“{new}”，照样读取",
    en="“{old}” is now called “{new}”; it is read all the same",
    hint_zh="改成“{new}”，或运行 reportgen fix",
    hint_en="write “{new}”, or run reportgen fix",
    why="A pack may rename a field; inputs of earlier years keep working.",
)
NOT_A_NUMBER = Fault(
    "D201",
    "not-a-number",
    ERROR,
    zh="“{title}”应填数字，现为{given_zh}",
    en="“{title}” must be a number, not {given_en}",
    hint_zh="写阿拉伯数字，如 672.37",
    hint_en="Write digits, such as 672.37",
    why="Figures are compared and calculated, so they must be numbers.",
)
BARE_MULTIPLE = Fault(
    "D202",
    "bare-multiple",
    ERROR,
    zh="“{title}”写成“{text}”：“{suffix}”后面没有单位，分不清是多少",
    en="“{title}” reads “{text}”: nobody can tell the unit after “{suffix}”",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="672.37万 may mean 672.37 in 万元 or 6723700 元 wrongly put into a 万元 field: a factor of ten thousand.",
)
OTHER_UNIT = Fault(
    "D203",
    "other-unit",
    ERROR,
    zh="“{title}”写成“{text}”，单位是{given}，这里{unit_zh}",
    en="“{title}” reads “{text}” in {given}, but {unit_en}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="Amounts in different units cannot be compared or added.",
)
BROKEN_GROUPING = Fault(
    "D204",
    "broken-grouping",
    ERROR,
    zh="“{title}”写成“{text}”，千分号的位置不对",
    en="“{title}” reads “{text}”: its separators do not stand before groups of three digits",
    hint_zh="去掉逗号，或三位一分，如 1,528.34",
    hint_en="Leave the commas out, or group by three: 1,528.34",
    why="A misplaced separator is often a lost or doubled digit.",
)
NUMBER_AS_TEXT = Fault(
    "D205",
    "number-as-text",
    NOTICE,
    zh="“{title}”的“{text}”按数字 {number} 读取",
    en="“{text}” in “{title}” is read as the number {number}",
    hint_zh="可直接写 {number}",
    hint_en="You may simply write {number}",
    why="Grouping marks, units and full-width digits are understood where their meaning is certain.",
)
NOT_A_TEXT = Fault(
    "D206",
    "not-a-text",
    ERROR,
    zh="“{title}”应填文字，现为{given_zh}",
    en="“{title}” must be text, not {given_en}",
    hint_zh="文字写在冒号后；若文字里有“: ”或以“- ”开头，请用引号括起来，长文字用“|”另起一行",
    hint_en="Write the text after the colon; quote it where it holds “: ” or begins with “- ”, or use “|” for long text",
    why="Text cannot be made of a list or of further fields.",
)
NOT_YES_OR_NO = Fault(
    "D207",
    "not-yes-or-no",
    ERROR,
    zh="“{title}”应填“是”或“否”，现为{given_zh}",
    en="“{title}” must be 是 or 否 (true or false), not {given_en}",
    hint_zh="写“是”或“否”",
    hint_en="Write 是 or 否",
    why="The field answers a question with yes or no.",
)
NOT_A_LIST = Fault(
    "D208",
    "not-a-list",
    ERROR,
    zh="“{title}”应为列表，现为{given_zh}",
    en="“{title}” must be a list, not {given_en}",
    hint_zh="每项一行，以“- ”开头",
    hint_en="Give each item a line of its own that begins with “- ”",
    why="The document repeats a paragraph or row for each item.",
)
NOT_A_GROUP = Fault(
    "D209",
    "not-a-group",
    ERROR,
    zh="“{title}”下应分项填写，现为{given_zh}",
    en="“{title}” must hold fields of its own, not {given_en}",
    hint_zh="另起一行并缩进，分别填写：{names_zh}",
    hint_en="Begin a new line, indent it, and give: {names_en}",
    why="The parts are printed and compared one by one.",
)
NEITHER_SHAPE = Fault(
    "D210",
    "neither-shape",
    ERROR,
    zh="“{title}”应填{shapes_zh}，现为{given_zh}",
    en="“{title}” must be {shapes_en}, not {given_en}",
    why="The field has more than one form, and this is none of them.",
)
NOT_A_CHOICE = Fault(
    "D211",
    "not-a-choice",
    ERROR,
    zh="“{title}”不能填{given_zh}",
    en="“{title}” cannot be {given_en}",
    hint_zh="可填：{choices_zh}",
    hint_en="One of: {choices_en}",
    why="Only these values have a meaning here.",
)
TOO_FEW = Fault(
    "D212",
    "too-few-items",
    ERROR,
    zh="“{title}”有 {count} 项，至少要 {limit} 项",
    en="“{title}” has {count} items and needs at least {limit}",
    why="The document asks for that many.",
)
TOO_MANY = Fault(
    "D213",
    "too-many-items",
    ERROR,
    zh="“{title}”有 {count} 项，最多 {limit} 项",
    en="“{title}” has {count} items, at most {limit} are possible",
    why="The document has room for that many.",
)
OUT_OF_RANGE = Fault(
    "D214",
    "out-of-range",
    ERROR,
    zh="“{title}”为 {value}，应{relation_zh} {limit}",
    en="“{title}” is {value}, it must be {relation_en} {limit}",
    why="The value lies outside what the field can mean.",
)
TOO_SHORT = Fault(
    "D215",
    "too-short",
    ERROR,
    zh="“{title}”有 {count} 字，至少 {limit} 字",
    en="“{title}” has {count} characters and needs at least {limit}",
    why="The text cannot be whole.",
)
TOO_LONG = Fault(
    "D216",
    "too-long",
    ERROR,
    zh="“{title}”有 {count} 字，最多 {limit} 字",
    en="“{title}” has {count} characters, at most {limit} are possible",
    why="The place in the document takes no more.",
)
OTHER_FORM = Fault(
    "D217",
    "other-form",
    ERROR,
    zh="“{title}”写成“{text}”，不合规定的写法{example_zh}",
    en="“{title}” reads “{text}”, which is not the form asked for{example_en}",
    why="The field has a fixed form, given in the pack as a pattern.",
)
REPEATED_ITEM = Fault(
    "D218",
    "repeated-item",
    ERROR,
    zh="“{title}”里有重复的项",
    en="“{title}” holds an item twice",
    hint_zh="删去重复的一项",
    hint_en="Remove one of the two",
    why="Each item may stand once.",
)
AGAINST_SCHEMA = Fault(
    "D219",
    "against-schema",
    ERROR,
    zh="“{title}”不合模板的规定（{rule}）",
    en="“{title}” breaks the pack's schema ({rule})",
    hint_zh="{advice}",
    hint_en="{advice}",
    why="The pack's schema says more than the usual about this field.",
)

NOT_WHOLE = Fault(
    "D220",
    "not-a-whole-number",
    ERROR,
    zh="“{title}”应填整数，现为{given_zh}",
    en="“{title}” must be a whole number, not {given_en}",
    why="Years, persons and numbers of items are counted.",
)
