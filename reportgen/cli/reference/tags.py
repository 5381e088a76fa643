"""What the tags of Word templates do, each with an example that runs as a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tag:
    """A tag, and paragraphs of a Word file with it: a line is a paragraph, a line between bars a row of a table."""

    zh: str
    en: str
    template: str
    result: str
    files: Mapping[str, str] = field(default_factory=dict)
    """Further files that the example draws on, by pack and name."""


TAGS = (
    Tag(
        "填一个值；竖线后面是过滤器，可以接着写几个",
        "prints a value; filters follow behind bars",
        "全年预算数{{ 收支.预算数|万元 }}。",
        "全年预算数672.37万元。",
    ),
    Tag(
        "一行里有条件地印",
        "prints part of a line on a condition",
        "{{ 部门.全称 }}{% if 部门.简称 %}（{{ 部门.简称 }}）{% endif %}自评报告",
        "市图书馆自评报告",
    ),
    Tag(
        "有条件地印几段；p 表示标签独占一段，生成时这一段消失",
        "prints paragraphs on a condition; a tag with p has a paragraph of its own, which goes",
        "{%p if 收支.执行数 < 收支.预算数 %}\n预算没有执行完。\n{%p else %}\n超出预算。\n{%p endif %}",
        "预算没有执行完。",
    ),
    Tag(
        "逐项印几段；loop.index 是第几项，loop.first、loop.last 是不是头一项、末一项",
        "prints paragraphs for each item; loop.index counts, loop.first and loop.last tell the ends",
        "{%p for 职责 in 部门.职责 %}\n{{ loop.index|序号('一是') }}{{ 职责 }}{% if loop.last %}。{% else %}；{% endif %}\n{%p endfor %}",
        "一是负责借阅；\n二是组织活动。",
    ),
    Tag(
        "一个也没有时印另外的话",
        "prints something else where there is no item",
        "{%p for 问题 in 问题与措施 %}\n{{ 问题.问题 }}\n{%p else %}\n无。\n{%p endfor %}",
        "无。",
    ),
    Tag(
        "逐项印表格的行；tr 标签各占一行，生成时这一行消失",
        "prints rows for each item; a tag with tr has a row of its own, which goes",
        "| 名称 | 得分 |\n| {%tr for 行 in 指标 %} |  |\n| {{ 行.名称 }} | {{ 行.得分 }} |\n| {%tr endfor %} |  |",
        "| 名称 | 得分 |\n| 借阅量 | 9.5 |\n| 活动场次 | 8 |\n| 满意度 | 4.5 |",
    ),
    Tag(
        "逐项印表格的列；tc 标签各占一格",
        "prints columns for each item; a tag with tc has a cell of its own",
        "| {%tc for 行 in 指标 %} | {{ 行.名称 }} | {%tc endfor %} |",
        "| 借阅量 | 活动场次 | 满意度 |",
    ),
    Tag(
        "与上一行相同的格子合并；后面可以写按什么合并",
        "merges a cell with the one above where they are alike; what decides may follow",
        "| {%tr for 行 in 指标 %} |  |\n| {% 合并 行.类别 %} | {{ 行.名称 }} |\n| {%tr endfor %} |  |",
        "| 产出 | 借阅量 |\n| 产出 | 活动场次 |\n| 效益 | 满意度 |",
    ),
    Tag(
        "一格跨几列、填底色",
        "a cell over several columns, with a background",
        "| {% colspan 2 %}{% cellbg 'DDDDDD' %}合计 |\n| {{ 指标|合计('分值') }} | {{ 指标|合计('得分') }} |",
        "| 合计 | 合计 |\n| 23 | 22.0 |",
    ),
    Tag(
        "印一段长文字，可以有几段、加粗、标题、列表、表格，样子随这一段",
        "prints narrative with all its paragraphs, headings, lists and tables, in the look of this paragraph",
        "{{p 说明 }}",
        "第一段。\n第二段。",
    ),
    Tag(
        "给一个值起名，后面几处用",
        "names a value that is used again",
        "{%p set 差额 = 收支.预算数 - 收支.执行数 %}\n结余{{ 差额|万元 }}。",
        "结余12.27万元。",
    ),
    Tag(
        "写给改模板的人看的话，不印",
        "a note for whoever edits the template; not printed",
        "{#p 这一段由财务科核对 #}\n{{ 年度 }}年",
        "2023年",
    ),
    Tag(
        "从上级模板来，只写要换的块；super() 是上级这一块的内容",
        "takes the parent's template and holds only the blocks that differ; super() is the parent's block",
        '{%p extends "上级/report.docx" %}\n{%p block 收支 %}\n{{p super() }}\n完成预算。\n{%p endblock %}',
        "市图书馆\n执行660.1万元。\n完成预算。",
        {"上级/report.docx": "{{ 部门.全称 }}\n{%p block 收支 %}\n执行{{ 收支.执行数|万元 }}。\n{%p endblock %}"},
    ),
    Tag(
        "插入一个小文件里的句子，几个模板共用",
        "puts in a sentence of a file that several templates share",
        '{% include "本区/句子.jinja" %}',
        "2023年，市图书馆组织自评。",
        {"本区/句子.jinja": "{{ 年度 }}年，{{ 部门.全称 }}组织自评。"},
    ),
    Tag(
        "小文件里的写法（宏），给不同的值用",
        "a turn of phrase (macro) of a file, used with different values",
        "{%p from \"本区/写法.jinja\" import 金额 %}\n{{ 金额('预算', 收支.预算数) }}，{{ 金额('执行', 收支.执行数) }}。",
        "预算672.37万元，执行660.1万元。",
        {"本区/写法.jinja": "{% macro 金额(名, 数) %}{{ 名 }}{{ 数|万元 }}{% endmacro %}"},
    ),
)
NARRATIVE = "说明: |\n  第一段。\n  第二段。\n"
"""The narrative that the examples print, beside the data of the filters' examples."""
