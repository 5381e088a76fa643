"""How numbers are written: grouping, blanks within them, ranges, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_MEASURES = "人名户个件宗份起场次项条篇期元万亿支幅家所辆台套"
_GROUPED_LINE = regex(
    r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,.])(?=\s*[\u4e00-\u9fff]{0,4}(?:热线|专线|服务电话|号码))|(?<=电话)[:：]?\d{1,3}(?:,\d{3})+(?![\d,.])"
)
_GROUPED_YEAR = regex(r"(?<![\d,.])[12],\d{3}(?=年(?!限|均|产))")
_GROUPED = regex(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])")
_PLAIN = regex(rf"(?<![\d,.〔])\d{{5,}}(?:\.\d+)?(?=\s*[{_MEASURES}])")
_SPACED = regex(r"(?<![\d,.])\d{1,3}(?:(?: ,|, | , )\d{3})+(?!\d)(?:\.\d+)?|(?<![\d.])\d+ +\.\d+")
_WIDE = regex(r"\d(?<![\d，]\d)(?:\d{0,2}(?:，\d{3})+\.\d+|\d*。\d+(?=\s*[%％万亿元]))")
_BARE = regex(r"\.(?<![A-Za-z0-9_.)）]\.)\d+(?=\s*[%％万亿元倍个])")
_RATE_RANGE = regex(r"(?<![\d.\-—])(\d+(?:\.\d+)?)([～~—\-－])\d+(?:\.\d+)?([%％])")
_AMOUNT_RANGE = regex(r"(?<![\d.])(\d+(?:\.\d+)?)([～~—\-－])\d+(?:\.\d+)?([万亿])(?=元|人|吨|平)")
_YEARS = regex(r"(?<![\d\-])((?:19|20)\d{2}年?)(?:-|－|–|~)((?:19|20)\d{2})(?=年)")
_THOUSAND = regex(r"(?<![\d.])\d+(?:\.\d+)?\s*千(?![米克瓦伏帕卡赫万禧])")
_ROUND = r"\d+(?:[,.]\d+)*+\s*(?:万|亿|千|百)?(?:余|多)"
_HEDGED = regex(rf"(?:大约|将近|接近|约|近|逾|超过|超)\s*{_ROUND}|(?<!\d)(?<!\d[,.]){_ROUND}[\u4e00-\u9fff]{{1,3}}(?:左右|以上)")


@rule(
    "C121",
    "grouped-number-of-a-line",
    Severity.WARNING,
    zh="电话、年份等编号“{found}”里用了分节的逗号",
    en="digits of a telephone number or year are grouped: {found}",
    hint_zh="写成“{fix}”",
    hint_en="write {fix}",
    sign=r"\p{Nd},\p{Nd}{3}",
)
def grouped_number_of_a_line(document: Document) -> Iterator[Hit]:
    """A thousands separator in a telephone number, hotline or year.

    规则: 电话号码、年份等编号不分节。
    原因: 只有计量的数字才可以分节；编号分了节就不是原来的号码。
    Why: only what is measured may be grouped; a number that names a line is no longer that line's.
    Bad: 开通12,338维权热线，解答群众咨询。
    Bad: 截至2,023年底，全部完成。
    Good: 开通12338维权热线，接听12,338次。
    Source: GB/T 15835—2011, 3.1, 3.2, 5.1.1.
    """
    for pattern in (_GROUPED_LINE, _GROUPED_YEAR):
        for paragraph, match in matches(document, pattern):
            yield hit(paragraph, match, match[0].replace(",", ""))


@rule(
    "C122",
    "mixed-grouping",
    Severity.NOTICE,
    zh="“{found}”没有分节，别处的数字分了节（如“{other}”）",
    en="{found} is not grouped, other numbers are (such as {other})",
    hint_zh="全文统一",
    hint_en="do it one way throughout",
    sign=r"\p{Nd},\p{Nd}{3}",
)
def mixed_grouping(document: Document) -> Iterator[Hit]:
    """Measured numbers of five digits and more, some with separators and some without; told once a document.

    规则: 同一份报告里，计量的数字要么都分节，要么都不分。
    原因: 写法不一，看得出是几处拼起来的；四位数分不分都可以。
    Why: both ways in one report show that it was pieced together; four digits may go either way.
    Bad: 组织活动16,200场，服务企业员工10143人次。
    Good: 组织活动16,200场，服务企业员工10,143人次，处置9143宗。
    Source: GB/T 15835—2011, 5.1.1.
    """
    grouped = [(paragraph, match) for paragraph, match in matches(document, _GROUPED) if not _numbers_a_line(paragraph, match)]
    plain = next(matches(document, _PLAIN), None) if grouped else None
    if plain:
        paragraph, match = grouped[0]
        yield hit(*plain, related=(paragraph.span(*match.span()),), other=match[0])


def _numbers_a_line(paragraph: Paragraph, match: re.Match[str]) -> bool:
    return any(pattern.match(paragraph.text, match.start()) for pattern in (_GROUPED_LINE, _GROUPED_YEAR))


@rule(
    "C123",
    "blank-in-number",
    Severity.WARNING,
    zh="数字里面有空格：“{found}”",
    en="a blank within a number: {found}",
    hint_zh="写成“{fix}”",
    hint_en="write {fix}",
    sign=r"\p{Nd}(?: ,|, | +\.)",
)
def blank_in_number(document: Document) -> Iterator[Hit]:
    """A blank within a number, beside its comma or point.

    规则: 一个数字里面不加空格。
    原因: 换行时会断成两个数。
    Why: the line may break there, and one number becomes two.
    Bad: 支出1, 528万元。
    Bad: 支出12 .5万元。
    Good: 支出1,528万元，12.5%，分别为3, 5。
    Good: 1. 2023年工作情况
    Source: GB/T 15835—2011, 5.1.
    """
    for paragraph, match in matches(document, _SPACED):
        yield hit(paragraph, match, match[0].replace(" ", ""))


@rule(
    "C124",
    "fullwidth-mark-in-number",
    Severity.WARNING,
    zh="数字里面用了全角标点：“{found}”",
    en="a full-width mark within a number: {found}",
    hint_zh="写成“{fix}”",
    hint_en="write {fix}",
    sign=r"\p{Nd}[，。]\p{Nd}",
)
def fullwidth_mark_in_number(document: Document) -> Iterator[Hit]:
    """A full-width comma or stop within a number.

    规则: 数字里的分节号、小数点用半角。
    原因: 全角逗号、句号会把一个数断成两个。
    Why: a full-width mark makes two numbers of one.
    Bad: 支出1，528.34万元。
    Bad: 完成率98。5%。
    Good: 支出1,528.34万元，分别获奖3，11，151名。
    Source: GB/T 15835—2011, 5.1.
    """
    for paragraph, match in matches(document, _WIDE):
        yield hit(paragraph, match, match[0].replace("，", ",").replace("。", "."))


@rule(
    "C125",
    "bare-decimal",
    Severity.WARNING,
    zh="小数“{found}”缺了整数部分的 0",
    en="the decimal {found} lacks its 0",
    hint_zh="写成“{fix}”",
    hint_en="write {fix}",
    sign=r"(?m)(?:^|[^A-Za-z0-9_.)）])\.\p{Nd}",
)
def bare_decimal(document: Document) -> Iterator[Hit]:
    """A decimal fraction without its zero.

    规则: 纯小数要写出小数点前的“0”。
    原因: 没有 0，小数点容易看漏。
    Why: without the zero the point is easily missed.
    Bad: 扣.5个百分点。
    Good: 扣0.5个百分点。
    Source: GB/T 15835—2011, 5.1.2.
    """
    for paragraph, match in matches(document, _BARE):
        yield hit(paragraph, match, "0" + match[0])


@rule(
    "C126",
    "range-lacks-unit",
    Severity.WARNING,
    zh="“{found}”前一个数缺了“{unit}”",
    en="the first number of {found} lacks its {unit}",
    hint_zh="写成“{better}”",
    hint_en="write {better}",
    sign=r"\p{Nd}[～~—\-－]\p{Nd}+(?:\.\p{Nd}+)?[%％万亿]",
)
def range_lacks_unit(document: Document) -> Iterator[Hit]:
    """A range whose first number lacks % (or 万, 亿).

    规则: 百分数和万、亿的范围，前后两个数都要写百分号或万、亿。
    原因: “63～68%”可以读成 63 到 68%，“3～5万元”可以读成 3 元到 5 万元。
    Why: 3～5万元 can be read as 3 yuan to 50 000.
    Bad: 完成率在63～68%之间。
    Bad: 每户补助3～5万元。
    Good: 完成率在63%～68%之间，每户补助3万～5万元，用时100～150分钟。
    Source: GB/T 15835—2011, 5.1.4.
    """
    for pattern in (_RATE_RANGE, _AMOUNT_RANGE):
        for paragraph, match in matches(document, pattern, quoted=False):
            better = match[0].replace(match[1], match[1] + match[3], 1)
            yield hit(paragraph, match, unit=match[3], better=better)


@rule(
    "C127",
    "hyphen-between-years",
    Severity.NOTICE,
    zh="年份之间用了“{mark}”",
    en="{mark} between years",
    hint_zh="用一字线：“{fix}”",
    hint_en="write {fix}",
    sign=r"[\p{Nd}年][-－–~](?:19|20)\p{Nd}{2}年",
)
def hyphen_between_years(document: Document) -> Iterator[Hit]:
    """A hyphen or wave between two years, outside titles, which stand as they were issued.

    规则: 起止年份之间用一字线“—”。
    原因: 短横线用在编号里，波浪线用在数量的范围里。
    Why: hyphens belong in codes and waves between amounts.
    Bad: 实施妇女儿童发展规划（2021-2030年）。
    Good: 实施妇女儿童发展规划（2021—2030年）。
    Good: 印发《2023-2025年中期财政规划编制工作方案》。
    Source: GB/T 15834—2011, 4.13.
    """
    for paragraph, match in matches(document, _YEARS, quoted=False):
        yield hit(paragraph, match, f"{match[1]}—{match[2]}", mark=paragraph.text[match.end(1) : match.start(2)])


@rule(
    "C128",
    "thousand-after-digits",
    Severity.NOTICE,
    zh="阿拉伯数字后面用了“千”：“{found}”",
    en="千 behind Arabic digits: {found}",
    hint_zh="写出整个数，或者用汉字；阿拉伯数字后面只用万、亿",
    hint_en="write the number in full; only 万 and 亿 follow Arabic digits",
    sign=r"\p{Nd}[\s\p{Z}]*千",
)
def thousand_after_digits(document: Document) -> Iterator[Hit]:
    """千 behind Arabic digits.

    规则: 阿拉伯数字后面可以用万、亿，不用千。
    原因: 写法与别的数不一致，也容易与计量单位的“千”相混。
    Why: it differs from all other numbers, and 千 begins units of measure.
    Bad: 慰问困难家庭近3千人次。
    Good: 慰问困难家庭近3000人次，行程5千米，五千余场。
    Source: office usage.
    """
    for paragraph, match in matches(document, _THOUSAND, quoted=False):
        yield hit(paragraph, match)


@rule(
    "C129",
    "doubled-hedge",
    Severity.NOTICE,
    zh="“{found}”用了两个表示约数的词",
    en="{found} hedges twice",
    hint_zh="只留一个",
    hint_en="keep one of the two words",
    sign=r"[约近逾过超][\s\p{Z}]*\p{Nd}[\p{Nd},.]*[\s\p{Z}]*[万亿千百]?[余多]|[余多]\p{Han}{1,3}(?:左右|以上)",
)
def doubled_hedge(document: Document) -> Iterator[Hit]:
    """Two words that make one number approximate.

    规则: 表示约数的词不重复用。
    原因: “约”和“多”意思重复，有的还互相矛盾。
    Why: the two words say the same, or contradict each other.
    Bad: 服务群众约300多人次。
    Good: 服务群众约300人次，慰问300余人次。
    Source: GB/T 15835—2011, 5.2; office usage.
    """
    for paragraph, match in matches(document, _HEDGED):
        yield hit(paragraph, match)
