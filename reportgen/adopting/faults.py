"""What the owner of a template is told when a Word file is made a pack (K31x)."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

_WARNING, _NOTICE = Severity.WARNING, Severity.NOTICE

UNKNOWN_BLANK = Fault(
    "K311",
    "unknown-blank",
    _WARNING,
    zh="“{words}”要填什么，认不出来",
    en="what belongs into “{words}” is not understood",
    hint_zh="模板里这里是注释“待填：{words}”，请改成字段的标签，如 {{{{ 收支.预算数|万元 }}}}；可用的字段列在模板末尾",
    hint_en="the template has a comment “待填：{words}” here: put a field's tag in its place; the fields are listed at its end",
    why="A blank is filled by a field whose name, or one of its further names, stands before it.",
)
LEFT_FIGURE = Fault(
    "K312",
    "figure-left-in-text",
    _WARNING,
    zh="“{words}”像是某一年的数，原样留在了模板里",
    en="“{words}” looks like a figure of one year; it was left in the template as it is",
    hint_zh="是数据就改成字段的标签，不是就不用管",
    hint_en="put a field's tag in its place, unless it is the same every year",
    why="What stands in a template is printed for every department and every year.",
)
NEW_FIELD = Fault(
    "K313",
    "section-with-its-own-field",
    _NOTICE,
    zh="“{title}”是上级没有的部分，另设了字段“{path}”，由填写的人写这部分的文字",
    en="no parent has a part “{title}”; a field {path} was made for its text",
    hint_zh="在 {file} 里可以改它的名称和说明；要换成已有的字段，改模板里的标签",
    hint_en="change its title and description in {file}; to use a field that is there, change the tag in the template",
    why="A part of a report that no field fills could not be written.",
)
NOT_IN_FILE = Fault(
    "K314",
    "parts-not-in-file",
    _NOTICE,
    zh="上级模板有而这个文件没有的部分，不再印：{titles}",
    en="parts that the parent has and this file has not are no longer printed: {titles}",
    hint_zh="要印的，在模板里加上标题和 {{%p block 名称 %}}、{{{{p super() }}}}、{{%p endblock %}}",
    hint_en="to print one, add its heading with {{%p block name %}}, {{{{p super() }}}}, {{%p endblock %}}",
    why="The outline is the file's own.",
)
NOT_CARRIED = Fault(
    "K315",
    "not-carried-over",
    _NOTICE,
    zh="{what_zh}没有放进模板",
    en="{what_en} were not put into the template",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why="Page set-up, page numbers, headers and footers come from the profile and the parent's template.",
)
