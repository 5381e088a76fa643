"""Broken templates, each with what its owner is told, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.documents import docx, table

EXTENDS = '{%p extends "up/report.docx" %}'
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
PARENT = {
    "report.docx": docx("{%p block body %}", "甲", "{%p endblock %}"),
    "form.docx": docx("{%p block form required %}", "{%p endblock %}"),
    "part.docx": docx("{%p macro 落款() %}", "年月日", "{%p endmacro %}"),
}


def block(*content: str) -> tuple[str, ...]:
    return ("{%p block body %}", *content, "{%p endblock %}")


@dataclass(frozen=True)
class Case:
    name: str
    blocks: Sequence[str]
    code: str
    zh: str
    en: str
    suggestion: str = ""


CASES = [
    Case(
        "an unfinished tag",
        ["{{ 部门.全称"],
        "T001",
        "标签“{{ 部门.全称”没有写完，缺少结尾的“}}”",
        'the tag "{{ 部门.全称" is not finished: its closing "}}" is missing',
    ),
    Case(
        "a word too many",
        ["{{ 预算数 元 }}"],
        "T002",
        "标签“{{ 预算数 元 }}”的写法有误：多余的“元”",
        "the tag \"{{ 预算数 元 }}\" cannot be read: '元' is too much",
    ),
    Case(
        "an open bracket",
        ["{{ (预算数 }}"],
        "T002",
        "标签“{{ (预算数 }}”的写法有误：没有写完",
        'the tag "{{ (预算数 }}" cannot be read: it ends too early',
    ),
    Case(
        "a foreign character",
        ["{{ 预算数 ? 1 }}"],
        "T002",
        "标签“{{ 预算数 ? 1 }}”的写法有误：不认识的字符 '?'",
        "the tag \"{{ 预算数 ? 1 }}\" cannot be read: unexpected character '?'",
    ),
    Case(
        "an empty tag",
        ["{{ }}"],
        "T002",
        "标签“{{ }}”的写法有误：没有写完",
        'the tag "{{ }}" cannot be read: it ends too early',
    ),
    Case(
        "a filter left out",
        ["{{ 预算数| }}"],
        "T002",
        "标签“{{ 预算数| }}”的写法有误：没有写完",
        'the tag "{{ 预算数| }}" cannot be read: it ends too early',
    ),
    Case(
        "an assignment in a condition",
        ["{% if 预算数 = 1 %}是{% endif %}"],
        "T002",
        "标签“{% if 预算数 = 1 %}”的写法有误：多余的“=”",
        "the tag \"{% if 预算数 = 1 %}\" cannot be read: '=' is too much",
    ),
    Case(
        "a loop without in",
        ["{% for 项 项目 %}{% endfor %}"],
        "T002",
        "标签“{% for 项 项目 %}”的写法有误：“项目”处应为“in”",
        "the tag \"{% for 项 项目 %}\" cannot be read: 'in' should stand at '项目'",
    ),
    Case(
        "an unknown tag",
        ["{% fro 项 in 项目 %}"],
        "T003",
        "不认识的标签“fro”",
        'there is no tag named "fro"',
        "from",
    ),
    Case(
        "a loop never closed",
        ["{%p for 项 in 项目 %}", "{{ 项.名称 }}"],
        "T004",
        "“for”一直没有结束，缺少“endfor”",
        '"for" is opened here and never closed: "endfor" is missing',
    ),
    Case(
        "a condition never closed",
        ["{% if 预算数 %}有"],
        "T004",
        "“if”一直没有结束，缺少“endif”",
        '"if" is opened here and never closed: "endif" is missing',
    ),
    Case(
        "an end without a beginning",
        ["完{% endfor %}"],
        "T005",
        "多余的“endfor”，前面没有与它对应的“for”",
        '"endfor" closes nothing: there is no open "for" before it',
    ),
    Case(
        "an else without a condition",
        ["{% else %}"],
        "T005",
        "多余的“else”，前面没有与它对应的“if / for”",
        '"else" closes nothing: there is no open "if / for" before it',
    ),
    Case(
        "crossed tags",
        ["{% if 预算数 %}{% for 项 in 项目 %}{% endif %}{% endfor %}"],
        "T006",
        "标签交叉：遇到“endif”时，里面的“for”还没有结束",
        'tags cross: "endif" stands here while "for", opened later, is still open',
    ),
    Case(
        "an unknown filter",
        ["{{ 预算数|万圆 }}"],
        "T007",
        "没有名为“万圆”的过滤器",
        'there is no filter named "万圆"',
        "万元",
    ),
    Case(
        "an unknown test",
        ["{% if 预算数 is defind %}有{% endif %}"],
        "T008",
        "没有名为“defind”的判断（is defind）",
        'there is no test named "defind" (is defind)',
        "defined",
    ),
    Case(
        "a row tag outside a table",
        ["{%tr set 甲 = 1 %}"],
        "T009",
        "标签“{%tr set 甲 = 1 %}”要放在表格行里，这里不是",
        'the tag "{%tr set 甲 = 1 %}" belongs inside a table row; this is none',
    ),
    Case(
        "a row tag amid content",
        [table([["甲", "{%tr if 预算数 %}", "乙"], ["{%tr endif %}", "", ""]])],
        "T010",
        "标签“{%tr if 预算数 %}”夹在表格行的内容中间，前后都有内容",
        'the tag "{%tr if 预算数 %}" stands in the middle of its table row: there is content on both sides',
    ),
    Case(
        "tags at different levels",
        ["{%p if 预算数 %}", "有{% endif %}"],
        "T011",
        "“endif”和它的“if”不在同一层：一个在文字←段落←正文，一个在正文",
        '"endif" and its "if" stand at different levels: one in text in paragraph in body, one in body',
    ),
    Case(
        "an unknown field",
        ["{{ 预算 }}"],
        "T031",
        "标签“{{ 预算 }}”用到的“预算”，数据里没有这个字段",
        'the tag "{{ 预算 }}" uses "预算", which is no field of the data',
        "预算数",
    ),
    Case(
        "an unknown member",
        ["{{ 部门.全城 }}"],
        "T031",
        "标签“{{ 部门.全城 }}”用到的“全城”，“部门”里没有这个字段",
        'the tag "{{ 部门.全城 }}" uses "全城", which is no field of 部门',
        "全称",
    ),
    Case(
        "an unknown member of an item",
        ["{% for 项 in 项目 %}{{ 项.名字 }}{% endfor %}"],
        "T031",
        "标签“{{ 项.名字 }}”用到的“名字”，“项目”的每一项里没有这个字段",
        'the tag "{{ 项.名字 }}" uses "名字", which is no field of an item of 项目',
        "名称",
    ),
    Case(
        "an unknown attribute in a filter",
        ['{{ 项目|合计("金客") }}'],
        "T031",
        '标签“{{ 项目|合计("金客") }}”用到的“金客”，“项目”的每一项里没有这个字段',
        'the tag "{{ 项目|合计("金客") }}" uses "金客", which is no field of an item of 项目',
        "金额",
    ),
    Case(
        "a loop over no list",
        ["{% for 项 in 预算数 %}{{ 项 }}{% endfor %}"],
        "T032",
        "标签“{% for 项 in 预算数 %}”要逐项循环“预算数”，但它不是列表",
        'the tag "{% for 项 in 预算数 %}" loops over "预算数", which is no list',
    ),
    Case(
        "an extends that is not first",
        ["{%p set 甲 = 1 %}", EXTENDS],
        "T040",
        '“{%p extends "up/report.docx" %}”要写在正文的最前面，并且只写一次',
        '"{%p extends "up/report.docx" %}" must stand first in the body, and once',
    ),
    Case(
        "a file named by a variable",
        ["{%p extends 部门 %}"],
        "T041",
        "“{%p extends 部门 %}”里的文件名要直接写出来，并加引号",
        'the file name in "{%p extends 部门 %}" must be written out, in quotation marks',
    ),
    Case(
        "a path that leads out",
        ['{%p extends "../up/report.docx" %}'],
        "T042",
        "文件名“../up/report.docx”指到了模板文件夹之外",
        'the file name "../up/report.docx" leads out of the templates folder',
    ),
    Case(
        "a file that is not there",
        ['{%p extends "up/raport.docx" %}'],
        "T043",
        '找不到“{%p extends "up/raport.docx" %}”所指的文件“up/raport.docx”',
        'the file "up/raport.docx" of "{%p extends "up/raport.docx" %}" is not there',
    ),
    Case(
        "files in a circle",
        ['{%p extends "p/report.docx" %}'],
        "T044",
        "文件互相引用成环：p/report.docx → p/report.docx",
        "files build on each other in a circle: p/report.docx → p/report.docx",
    ),
    Case(
        "text outside of blocks",
        [EXTENDS, "甲"],
        "T046",
        "“甲”写在所有 block 之外，不会出现在文件里",
        '"甲" stands outside of every block and will not appear',
    ),
    Case(
        "a block under a condition",
        [EXTENDS, "{%p if 预算数 %}", *block("甲"), "{%p endif %}"],
        "T048",
        "block“body”放在“{%p if 预算数 %}”里面，这个条件或循环不会起作用",
        'the block "body" stands inside "{%p if 预算数 %}", which would have no effect',
    ),
    Case(
        "an unknown block",
        [EXTENDS, "{%p block bodi %}", "{%p endblock %}"],
        "T049",
        "上级模板“up/report.docx”里没有名为“bodi”的 block",
        'the parent "up/report.docx" has no block named "bodi"',
        "{%p block body %}",
    ),
    Case(
        "a block named twice",
        [EXTENDS, *block("甲"), *block("乙")],
        "T050",
        "同一个文件里有两个名为“body”的 block",
        'two blocks of one file are named "body"',
    ),
    Case(
        "a block of another shape",
        [EXTENDS, "{% block body %}甲{% endblock %}"],
        "T051",
        "block“body”在这里是段内文字，在上级模板里是整段",
        'the block "body" is of text within a paragraph here and of whole paragraphs in the parent',
    ),
    Case(
        "a block that ends elsewhere",
        [EXTENDS, "{%p block body %}", "甲{% endblock %}"],
        "T052",
        "block“body”的开头和结尾不在同一层（同一段文字、同一个单元格或同一个表格）",
        'the block "body" begins and ends at different levels (one paragraph, one cell, one table)',
    ),
    Case(
        "a block without a name",
        [EXTENDS, "{%p block %}", "{%p endblock %}"],
        "T053",
        "“{%p block %}”写法有误：block 后面写一个名字，只用文字、数字和下划线",
        '"{%p block %}" cannot be read: behind block stands one name of letters, digits and underscores',
    ),
    Case(
        "an endblock of another name",
        [EXTENDS, "{%p block body %}", "{%p endblock title %}"],
        "T054",
        "“{%p endblock title %}”的名字与 block“body”对不上",
        '"{%p endblock title %}" does not name the block "body" that it ends',
    ),
    Case(
        "a super amid text",
        [EXTENDS, *block("甲{{ super() }}")],
        "T055",
        "“{{ super() }}”要单独写在 block 里面，与 block 同样占整段",
        '"{{ super() }}" must stand by itself inside a block and take whole paragraphs as the block does',
    ),
    Case(
        "a super without a parent",
        ["{%p block x %}", "{{p super() }}", "{%p endblock %}"],
        "T056",
        "“{{p super() }}”没有内容可取：上级模板里没有 block“x”",
        '"{{p super() }}" stands for nothing: no parent has the block "x"',
    ),
    Case(
        "a section break in a block",
        [EXTENDS, *block(SECTION)],
        "T058",
        "block 里有分节符：页面设置由最上级的模板决定",
        "there is a section break in a block: the page set-up is the topmost template's",
    ),
    Case(
        "a required block left out",
        ['{%p extends "up/form.docx" %}'],
        "T059",
        "block“form”注明必填（required），但没有文件给出内容",
        'the block "form" is required, but no file gives its content',
    ),
    Case(
        "an include amid text",
        ['甲{% include "up/part.docx" %}'],
        "T061",
        '“{% include "up/part.docx" %}”引入的是整段内容，要单独成段',
        '"{% include "up/part.docx" %}" brings in whole paragraphs and must stand in a paragraph of its own',
    ),
    Case(
        "an unknown macro",
        ['{%p from "up/part.docx" import m %}'],
        "T063",
        "文件“up/part.docx”里没有名为“m”、单独成段的宏",
        'the file "up/part.docx" has no macro "m" whose tags stand in paragraphs of their own',
    ),
    Case(
        "a whole import",
        ['{%p import "up/part.docx" as q %}'],
        "T064",
        '“{%p import "up/part.docx" as q %}”：Word 文件里的宏要逐个写名字引入',
        '"{%p import "up/part.docx" as q %}": macros of a Word file are imported by their names',
    ),
]
