"""The faults of templates (T…): what may be wrong with a tag, where it stands, or the value it prints."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

UNCLOSED_TAG = Fault(
    "T001",
    "unclosed-tag",
    Severity.ERROR,
    "标签“{tag}”没有写完，缺少结尾的“{end}”",
    'the tag "{tag}" is not finished: its closing "{end}" is missing',
    "在标签末尾补上“{end}”；如果只是普通文字，请写成“{{_{{”",
    'add "{end}" where the tag ends; if it is meant as plain text, write "{{_{{"',
    "A tag runs from its opening marks to its closing marks. Without the latter nobody can tell where text begins again.",
)
BAD_SYNTAX = Fault(
    "T002",
    "tag-syntax",
    Severity.ERROR,
    "标签“{tag}”的写法有误：{problem_zh}",
    'the tag "{tag}" cannot be read: {problem_en}',
    "检查括号、引号、逗号和运算符",
    "check brackets, quotation marks, commas and operators",
    "Tags hold expressions and statements of the Jinja language.",
)
UNKNOWN_TAG = Fault(
    "T003",
    "unknown-tag",
    Severity.ERROR,
    "不认识的标签“{word}”",
    'there is no tag named "{word}"',
    "可用的标签：{known}",
    "tags there are: {known}",
    "A misspelt statement would silently leave its content in the document.",
)
UNCLOSED_BLOCK = Fault(
    "T004",
    "unclosed-block",
    Severity.ERROR,
    "“{word}”一直没有结束，缺少“{end}”",
    '"{word}" is opened here and never closed: "{end}" is missing',
    "在这一段内容结束的地方加上“{end}”标签",
    'put an "{end}" tag where the content ends',
    "Every for, if, macro, set, call, filter, with and block needs its end tag.",
)
UNEXPECTED_END = Fault(
    "T005",
    "unexpected-end",
    Severity.ERROR,
    "多余的“{word}”，前面没有与它对应的“{start}”",
    '"{word}" closes nothing: there is no open "{start}" before it',
    "删除它，或在前面补上“{start}”",
    'delete it, or put "{start}" before it',
    "End tags must mirror the tags that they close.",
)
CROSSED_BLOCKS = Fault(
    "T006",
    "crossed-blocks",
    Severity.ERROR,
    "标签交叉：遇到“{word}”时，里面的“{start}”还没有结束",
    'tags cross: "{word}" stands here while "{start}", opened later, is still open',
    "先结束“{start}”，再写“{word}”",
    'close "{start}" before "{word}"',
    "What is opened last is closed first.",
)
UNKNOWN_FILTER = Fault(
    "T007",
    "unknown-filter",
    Severity.ERROR,
    "没有名为“{name}”的过滤器",
    'there is no filter named "{name}"',
    "检查拼写",
    "check the spelling",
    "A filter that does not exist would only fail when the tag is reached, perhaps in one report of a hundred.",
)
UNKNOWN_TEST = Fault(
    "T008",
    "unknown-test",
    Severity.ERROR,
    "没有名为“{name}”的判断（is {name}）",
    'there is no test named "{name}" (is {name})',
    "检查拼写",
    "check the spelling",
    "A test that does not exist would only fail when the tag is reached, perhaps in one report of a hundred.",
)
TAG_OUTSIDE = Fault(
    "T009",
    "tag-outside-its-container",
    Severity.ERROR,
    "标签“{tag}”要放在{container_zh}里，这里不是",
    'the tag "{tag}" belongs inside a {container_en}; this is none',
    "把它移到{container_zh}里，或去掉前缀“{level}”",
    'move it into a {container_en}, or drop its prefix "{level}"',
    "tr and tc tags, cellbg, colspan, hm and vm act on the row or cell that they stand in.",
)
TAG_AMID_CONTENT = Fault(
    "T010",
    "tag-amid-content",
    Severity.ERROR,
    "标签“{tag}”夹在{container_zh}的内容中间，前后都有内容",
    'the tag "{tag}" stands in the middle of its {container_en}: there is content on both sides',
    "把它放到{container_zh}的最前面、最后面，或单独的一{measure}里",
    "put it first or last in the {container_en}, or in a {container_en} of its own",
    "Such a tag takes the place of its whole row or cell, so content on one of its sides would be lost.",
)
UNLEVEL_TAGS = Fault(
    "T011",
    "unlevel-tags",
    Severity.ERROR,
    "“{word}”和它的“{start}”不在同一层：一个在{here_zh}，一个在{there_zh}",
    '"{word}" and its "{start}" stand at different levels: one in {here_en}, one in {there_en}',
    "让两个标签都写在段落文字里，或者都用同样的前缀（p、tr、tc、r）单独成段、成行、成格",
    "put both into running text, or give both the same prefix (p, tr, tc, r)",
    "Leaving out or repeating what stands between two such tags would tear the document's structure: Word could not open it.",
)
RUNTIME = Fault(
    "T020",
    "tag-failed",
    Severity.ERROR,
    "标签“{tag}”算不出结果：{problem}",
    'the tag "{tag}" failed: {problem}',
    "检查标签里的写法和数据",
    "check the tag and the data that it uses",
    "A value that cannot be computed is never printed as a blank.",
)
MISSING_VALUE = Fault(
    "T021",
    "missing-value",
    Severity.ERROR,
    "标签“{tag}”要用的数据没有：{problem}",
    'the tag "{tag}" needs data that is not given: {problem}',
    "在数据里补上它，或用“|default(...)”写明没有时怎么办",
    'give it in the data, or say with "|default(...)" what stands in its place',
    "A blank in an official document looks like a finished sentence.",
)
DIVISION_BY_ZERO = Fault(
    "T022",
    "division-by-zero",
    Severity.ERROR,
    "标签“{tag}”里除数为零",
    'the tag "{tag}" divides by zero',
    "先判断除数是否为零",
    "test the divisor first",
    "A rate over nothing has no value.",
)
MISPLACED_VALUE = Fault(
    "T023",
    "misplaced-value",
    Severity.ERROR,
    "标签“{tag}”的值（{value}）不能放在{place_zh}里",
    'the value of the tag "{tag}" ({value}) cannot stand {place_en}',
    "把标签移到正文里单独一段",
    "move the tag to a paragraph of its own in the text",
    "Pictures and paragraphs have no place in an attribute or a table's skeleton.",
)
BAD_PICTURE = Fault(
    "T024",
    "unreadable-picture",
    Severity.ERROR,
    "标签“{tag}”的图片读不出来：{problem}",
    'the picture of the tag "{tag}" cannot be read: {problem}',
    "请用 PNG、JPEG、GIF、BMP 或 TIFF 图片",
    "use a PNG, JPEG, GIF, BMP or TIFF picture",
    "Word refuses a document with a picture that it cannot decode.",
)
BAD_SPAN = Fault(
    "T025",
    "bad-cell-span",
    Severity.ERROR,
    "标签“{tag}”应给出 1 到 {most} 的整数列数，得到的是“{value}”",
    'the tag "{tag}" must give a whole number of columns from 1 to {most}, it gives "{value}"',
    "检查 colspan 后面的表达式",
    "check the expression behind colspan",
    "A cell cannot span no column, half a column, or more columns than Word gives a table.",
)
TYPED_NUMBER = Fault(
    "T030",
    "typed-heading-number",
    Severity.NOTICE,
    "标题“{heading}”自带序号“{number}”，已按原样保留，后面的标题接着它编号",
    'the heading "{heading}" carries a typed number "{number}"; it is kept and the following ones continue from it',
    "删去序号即可自动编号",
    "delete the number to have it numbered",
    "A number typed by hand is a decision of the author.",
)
UNKNOWN_FIELD = Fault(
    "T031",
    "unknown-field",
    Severity.ERROR,
    "标签“{tag}”用到的“{name}”，{where_zh}没有这个字段",
    'the tag "{tag}" uses "{name}", which is no field of {where_en}',
    "这里有的字段：{known_zh}",
    "fields there are: {known_en}",
    "A misspelt field is never given, so what it should print, or the condition that it stands in, would silently come to nothing.",
)
RENAMED_FIELD = Fault(
    "T033",
    "renamed-field-in-template",
    Severity.ERROR,
    "标签“{tag}”用到的“{name}”已改名为“{new}”",
    'the tag "{tag}" uses "{name}", which is now called "{new}"',
    "改成“{new}”",
    'write "{new}"',
    "A pack may rename a field (`renamed_from`); inputs under the old name are still read, templates have to follow.",
)
STILL_OPEN = Fault(
    "T034",
    "still-to-be-filled-in",
    Severity.WARNING,
    "模板里还有没处理的“{words}”，生成时这里是空的",
    'the template still says "{words}"; documents are blank there',
    "换成字段的标签，如 {{{{ 收支.预算数|万元 }}}}；不需要就删去",
    "put a field's tag there, e.g. {{{{ finance.budget|万元 }}}}, or delete it",
    "A comment prints nothing: a sentence with one in it reaches the reader with a hole, 预算万元.",
)
NOT_A_LIST = Fault(
    "T032",
    "loop-over-no-list",
    Severity.ERROR,
    "标签“{tag}”要逐项循环“{name}”，但它不是列表",
    'the tag "{tag}" loops over "{name}", which is no list',
    "循环只能用于有多项的字段",
    "loop over a field that has items",
    "A single value has no items to go through.",
)
