"""What comes along from other programs and other ways of writing, and would be printed as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.document import Document
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_HAN = "\u4e00-\u9fff"
_MARKDOWN = regex(r"(?m:^)[*+>](?=[ \t])|`[^`\n]+`|\[[^\[\]\n]{1,60}\]\(https?:[^()\s]+\)|~~[^~\n]+~~|(?<!\w)__[^_\n]+__(?!\w)")
_TAB = regex(rf"(?<=[{_HAN}，。；：、])[\t\u00a0]+(?=[{_HAN}])")
_PERCENT = regex(r"[%％]{2,}")


@rule(
    "C165",
    "markdown-left-in",
    Severity.NOTICE,
    zh="“{found}”会原样印出来",
    en="{found} is printed as it stands",
    hint_zh="列表用“- ”，加粗用两个星号；反引号、链接、引用都不要",
    hint_en="write `- ` for items and two asterisks for bold; leave out backticks, links and quote marks",
    sign="(?:^|\n)[*+>][ \t]|`|\\]\\(https?:|~~|__",
)
def markdown_left_in(document: Document) -> Iterator[Hit]:
    """Marks of Markdown that narrative does not know, and that a printed report shows.

    规则: 正文里没有不起作用的 Markdown 记号。
    原因: 从网页、笔记里粘贴的记号会原样印到报告上。
    Why: marks that came along from notes and web pages are printed.
    Bad: * 完成项目验收。
    Bad: 见[通知](https://example.cn/a)。
    Bad: 运行`reportgen`生成。
    Good: 面积3*5米，得分>60分，*号表示约束性指标，网址是https://example.cn。
    Source: office usage.
    """
    for paragraph, match in matches(document, _MARKDOWN):
        yield hit(paragraph, match)


@rule(
    "C166",
    "tab-in-text",
    Severity.NOTICE,
    zh="文字中间有{kind_zh}",
    en="{kind_en} stands within the text",
    hint_zh="删去；多半是从表格、网页里粘贴来的",
    hint_en="take it out: it was pasted from a table or a web page",
    sign="[\t\u00a0]",
)
def tab_in_text(document: Document) -> Iterator[Hit]:
    """A tab or a non-breaking blank between Chinese words.

    规则: 文字中间没有制表符和不间断空格。
    原因: 制表符把后面的字推开，不间断空格让行末断不开。
    Why: a tab pushes the words apart, and no line breaks at such a blank.
    Bad: 项目验收\u00a0工作已完成。
    Good: 项目验收工作 已完成。
    Source: office usage.
    """
    for paragraph, match in matches(document, _TAB):
        # Columns set apart by tabs are no sentence.
        if "。" in paragraph.text and paragraph.text.count("\t") < 2:
            tab = "\t" in match[0]
            yield hit(paragraph, match, kind_zh="制表符" if tab else "不间断空格", kind_en="a tab" if tab else "a non-breaking blank")


@rule(
    "C167",
    "doubled-percent",
    Severity.WARNING,
    zh="百分号写了两遍：“{found}”",
    en="the percent sign stands twice: {found}",
    hint_zh="删去一个；“{{{{ …|百分比 }}}}”已经带百分号",
    hint_en="take one out; `{{{{ …|percent }}}}` brings its own",
    sign="[%％]{2}",
)
def doubled_percent(document: Document) -> Iterator[Hit]:
    """Two percent signs in a row.

    规则: 百分号只写一个。
    原因: 过滤器已经带了百分号，后面又写了一个。
    Why: the filter brings a percent sign, and another was typed behind it.
    Bad: 预算执行率95.20%%。
    Good: 预算执行率95.20%，同比增长3%。
    Source: arithmetic.
    """
    for paragraph, match in matches(document, _PERCENT):
        yield hit(paragraph, match, "%" if match[0][0] == "%" else "％")
