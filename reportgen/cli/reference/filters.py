"""What filters, tests and functions are for, each with an example that runs as a test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

DATA = """\
年度: 2023
部门: {全称: 市图书馆, 职责: [负责借阅, 组织活动], 简称: }
收支: {预算数: 672.37, 执行数: 660.1}
指标:
  - {类别: 产出, 名称: 借阅量, 分值: 10, 得分: 9.5}
  - {类别: 产出, 名称: 活动场次, 分值: 8, 得分: 8}
  - {类别: 效益, 名称: 满意度, 分值: 5, 得分: 4.5}
"""
"""What the examples print."""


class Use(NamedTuple):
    """What a filter, test or function does, and an example: an expression and what it prints."""

    zh: str
    en: str
    example: str
    result: str


NUMBERS: Mapping[str, Use] = {
    "wan": Use("按万元印，单位由程序换算", "an amount in 万元, converted from the input's unit", "收支.预算数|万元", "672.37万元"),
    "yuan": Use("按元印", "an amount in 元", "收支.预算数|元", "6723700元"),
    "yi": Use("按亿元印，可以写小数位数", "an amount in 亿元; decimals may be given", "收支.预算数|亿元(2)", "0.07亿元"),
    "percent": Use("百分比，四舍五入到两位，末尾的 0 不印", "a percentage, two decimals, no zeros at its end", "98.756|百分比", "98.76%"),
    "fixed": Use("保留几位小数", "so many decimals", "2.345|保留(2)", "2.35"),
    "round": Use("四舍五入", "rounded half-up", "2.345|四舍五入(1)", "2.3"),
    "abs": Use("绝对值", "without its sign", "(-3.5)|绝对值", "3.5"),
    "grouped": Use("千分位", "with commas between thousands", "12345.6|千分位", "12,345.6"),
    "convert": Use("换算单位", "from one unit to another", "672.37|换算('元', '万元')", "6723700"),
    "capital": Use("大写金额", "an amount in capital numerals", "672.37|大写", "陆佰柒拾贰万叁仟柒佰元整"),
    "numeral": Use("汉字数字", "in Chinese numerals", "12|汉字", "十二"),
    "ordinal": Use(
        "序号；后面给了文字、文字已有序号的不重复", "a point's mark; none where the text bears one", "3|序号('（一）')", "（三）"
    ),
    "band": Use(
        "分档的用语，按 pack.yaml 的 bands", "the word of the band reached, from the pack", "95|分档([{'from': 90, 'word': '优'}])", "优"
    ),
    "scored": Use("按指标值和完成值计分", "points earned against a target", "10|计分('≥20场', '18场')", "9.00"),
    "quantity": Use("文字里的数", "the number in a text", "'≥90%'|数值", "90"),
    "int": Use("整数部分", "as a whole number", "'12'|整数 + 1", "13"),
    "float": Use("小数", "as a decimal number", "'12.5'|小数 + 1", "13.5"),
}
DATES: Mapping[str, Use] = {
    "long_date": Use("日期", "a date", "'2023-12-31'|日期", "2023年12月31日"),
    "chinese_date": Use("汉字日期", "a date in numerals", "'2023-12-31'|汉字日期", "二〇二三年十二月三十一日"),
    "month_day": Use("月日", "month and day", "'2023-12-31'|月日", "12月31日"),
}
TEXTS: Mapping[str, Use] = {
    "default": Use("没有的时候印什么", "what to print where there is nothing", "部门.简称|默认('无')", "无"),
    "sentence": Use("末尾没有标点的补句号", "ends as a sentence", "'负责借阅'|成句", "负责借阅。"),
    "without_closing": Use("去掉末尾的标点", "without the punctuation at its end", "'负责借阅。'|去标点", "负责借阅"),
    "replace": Use("替换", "one text for another", "'甲区'|替换('甲', '乙')", "乙区"),
    "truncate": Use("截取开头", "the beginning", "'市图书馆总馆'|截取(4, true, '…', 0)", "市图书…"),
    "trim": Use("去掉前后空白", "without blanks around it", "' 甲 '|去空白", "甲"),
    "string": Use("当作文字", "as text", "2023|文字 ~ '年'", "2023年"),
    "ticked": Use("勾选：是这个值印 ☑，否则 □", "☑ where it is the value, else □", "'一级'|勾选('一级')", "☑"),
    "format": Use("按样式填数", "fills in a pattern", "'%.1f分'|format(9.55)", "9.6分"),
    "upper": Use("大写字母", "capital letters", "'a4'|upper", "A4"),
    "lower": Use("小写字母", "small letters", "'A4'|lower", "a4"),
    "capitalize": Use("首字母大写", "first letter large", "'abc'|capitalize", "Abc"),
    "title": Use("每词首字母大写", "first letters large", "'ab cd'|title", "Ab Cd"),
    "center": Use("两边补空格到一定宽度", "blanks around it", "'a'|center(3) ~ '|'", " a |"),
    "indent": Use("第二行起缩进", "later lines moved in", "'甲\\n乙'|indent(1)", "甲\n 乙"),
    "wordwrap": Use("按宽度折行", "broken into lines", "'ab cd'|wordwrap(2)", "ab\ncd"),
    "wordcount": Use("词数", "how many words", "'ab cd'|wordcount", "2"),
    "striptags": Use("去掉尖括号标签", "without markup", "'a<b>c</b>'|striptags", "ac"),
    "escape": Use("不用写，印出来的都已转义", "not needed: whatever is printed is escaped", "'<'|escape", "<"),
}
OFFICIAL: Mapping[str, Use] = {
    "caption": Use(
        "题注，自动编号；可以起名供引用",
        "a numbered caption; a name lets text refer to it",
        "'支出情况'|题注('表', 'spending')",
        "表　支出情况",
    ),
    "reference": Use("题注的号，如“表1”", "the number of a caption", "'spending'|引用", "spending"),
    "footnote": Use("脚注，写在要注的字后面", "a footnote behind a word", "'金额为决算数。'|脚注", ""),
}
LISTS: Mapping[str, Use] = {
    "length": Use("个数", "how many", "指标|个数", "3"),
    "join_list": Use(
        "用顿号连起来，可以写取哪个字段", "joined by 、; a field may be named", "指标|顿号('名称')", "借阅量、活动场次、满意度"
    ),
    "join": Use("连起来", "joined", "部门.职责|连接('/')", "负责借阅/组织活动"),
    "enumerate_items": Use(
        "编号列举，“连写”成一段，“分段”各成一段",
        "numbered items, in one paragraph or in several",
        "部门.职责|列举('一是')",
        "一是负责借阅；二是组织活动。",
    ),
    "sum": Use("相加", "the sum", "指标|合计('得分')", "22.0"),
    "min": Use("最小的", "the least", "[3, 1, 2]|最小", "1"),
    "max": Use("最大的", "the greatest", "指标|最大(attribute='分值') == 指标[0]", "是"),
    "first": Use("第一个", "the first", "部门.职责|首个", "负责借阅"),
    "last": Use("最后一个", "the last", "部门.职责|末个", "组织活动"),
    "map": Use("取每项的一个字段", "a field of each", "指标|取(attribute='分值')|连接(' ')", "10 8 5"),
    "selectattr": Use(
        "筛选：有这个字段的，或字段符合条件的", "those that have a field, or whose field fits", "指标|筛选('分值', '>', 5)|个数", "2"
    ),
    "rejectattr": Use("排除：与筛选相反", "those that do not fit", "指标|排除('分值', '>', 5)|顿号('名称')", "满意度"),
    "select": Use("符合条件的项", "items that fit", "[1, 2, 3]|select('odd')|顿号", "1、3"),
    "reject": Use("不符合条件的项", "items that do not fit", "[1, 2, 3]|reject('odd')|顿号", "2"),
    "sort": Use("排序", "in order", "指标|排序(attribute='分值')|顿号('名称')", "满意度、活动场次、借阅量"),
    "unique": Use("去重", "without repetition", "指标|去重(attribute='类别')|顿号('类别')", "产出、效益"),
    "reverse": Use("倒过来", "backwards", "部门.职责|倒序|顿号", "组织活动、负责借阅"),
    "groupby": Use("按一个字段分组", "groups by a field", "(指标|分组('类别')|首个)[0]", "产出"),
    "subtotals": Use(
        "相邻同名的成组，带分值、得分、扣分、得分率",
        "neighbours of one name as groups, with weight, score, what was lost, rate",
        "[{'level1': '产出', 'weight': 10, 'score': 9}]|小计('level1')|顿号('得分率')",
        "90.00",
    ),
    "misweighed": Use(
        "分值相加与名称里写的（或给的）不符的组",
        "groups whose weights do not make what their names (or the argument) say",
        "[{'level1': '产出（50分）', 'weight': 45}]|分值不符|顿号('分值')",
        "45",
    ),
    "batch": Use("几个一组", "so many at a time", "[1, 2, 3]|batch(2)|first|顿号", "1、2"),
    "slice": Use("分成几份", "so many parts", "[1, 2, 3]|slice(3)|个数", "3"),
    "list": Use("成为列表", "as a list", "'甲乙'|list|顿号", "甲、乙"),
    "dictsort": Use("分项按名称排序", "fields in order of their names", "({'b': 1, 'a': 2}|dictsort|首个)[0]", "a"),
    "items": Use("分项的名称和值", "names and values of fields", "({'a': 2}|items|list|首个)[1]", "2"),
}
FILTERS: Mapping[str, Mapping[str, Use]] = {
    "数字 · Numbers": NUMBERS,
    "日期 · Dates": DATES,
    "文字 · Texts": TEXTS,
    "列表 · Lists": LISTS,
    "题注、脚注 · Captions and notes": OFFICIAL,
}
"""By group and English name."""

TESTS: Mapping[str, Use] = {
    "defined": Use("填了", "is given", "收支.预算数 is defined", "是"),
    "undefined": Use("没有填", "is not given", "部门.简称 is undefined", "是"),
    "none": Use("空着", "is blank", "部门.简称 is none", "是"),
    "string": Use("是文字", "is text", "部门.全称 is string", "是"),
    "number": Use("是数字", "is a number", "收支.预算数 is number", "是"),
    "integer": Use("是整数", "is a whole number", "年度 is integer", "是"),
    "sequence": Use("是列表", "is a list", "指标 is sequence", "是"),
    "mapping": Use("是分项", "has fields of its own", "部门 is mapping", "是"),
    "odd": Use("是单数", "is odd", "3 is odd", "是"),
    "even": Use("是双数", "is even", "3 is even", "否"),
    "divisibleby": Use("能整除", "can be divided by", "9 is divisibleby 3", "是"),
    "in": Use("在……之中", "is one of", "'甲' is in ['甲', '乙']", "是"),
    "true": Use("写的是“是”", "is true", "(1 == 1) is true", "是"),
    "false": Use("写的是“否”", "is false", "(1 == 2) is false", "是"),
}
"""The tests that templates need; those of Jinja that compare (`eq`, `gt`, …) are better written as signs: ==, >."""

FUNCTIONS: Mapping[str, Use] = {
    "range": Use("从 0 起的若干个数", "so many numbers from 0", "range(3)|顿号", "0、1、2"),
    "dict": Use("一组名称和值", "names with values", "dict(甲=1).甲", "1"),
    "namespace": Use("循环里要改的值放在它里面", "what a loop changes", "namespace(n=2).n", "2"),
    "joiner": Use("第一次印空，以后印分隔号", "nothing at first, then the mark", "joiner('、')()", ""),
    "cycler": Use("轮流取值", "one after another", "cycler('甲', '乙').next()", "甲"),
    "chart": Use(
        "Word 图表：柱形图、条形图、折线图、饼图，写成 {{p 图表(…) }}",
        "a chart of Word, as {{p chart(…) }}",
        "图表('柱形图', ['预算', '执行'], {'金额': [672.37, 660.1]}, 标题='预算执行')",
        "预算执行",
    ),
    "contents": Use("目录，写成 {{p 目录() }}", "a table of contents, as {{p contents() }}", "目录(2)", ""),
    "renumber": Use("后面的标题从一编起，写成 {{p 重新编号() }}", "headings are numbered from the first again", "重新编号()", ""),
    "section": Use("从这里起横排或竖排纸，写成 {{p 分节('横向') }}", "pages across the sheet or upright from here", "分节('横向')", ""),
}
