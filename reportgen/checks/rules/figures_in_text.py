"""Figures that a text states, compared with one another: rates with amounts, parts with totals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import islice

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.quantities import Quantity, percentage, quantities, sentences
from reportgen.checks.rule import Hit, hit, rule
from reportgen.findings import Severity
from reportgen.regexes import regex
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class _Rate:
    """A kind of rate, by the words of its label and of the two amounts that make it."""

    label: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]


_SPENT = r"执行数|实际支出|总支出|支出数|支出[\u4e00-\u9fff]{0,2}$|决算|完成数|预算执行|实际"
_BUDGETED = r"预算(?!.*(?:执行|完成|支出数))|计划"
_RATES = (
    _Rate(regex(r"执行率|预算完成率|目标完成率|支出完成率|完成[\u4e00-\u9fff]{0,4}预算的"), regex(_SPENT), regex(_BUDGETED)),
    _Rate(regex("经费控制率"), regex(_SPENT), regex(_BUDGETED)),
    _Rate(regex("供养人员控制率"), regex("在编|实有"), regex("编制")),
    _Rate(regex("资产利用率"), regex("在用"), regex("原值|总额")),
    _Rate(regex("得分率"), regex("得分(?!率)"), regex("总分|满分|分值")),
    _Rate(regex("发放率|签发率|办结率|结案率"), regex("发放|签发|办结|结案"), regex("接报|受理|申请|收到|立案")),
)
_SIGN_OF_RATE = "(?:执行率|完成率|预算的|控制率|利用率|得分率|发放率|签发率|办结率|结案率)[^，。；：、！？;:（）()\n]*[%％]"
_SIGN_OF_PARTS = r"其中|（\p{Han}{2,12}[为是]?[\s\p{Z}]*\p{Nd}"
_SEVERAL_KINDS = regex("基本支出|项目支出|三公|公用经费|政府采购|人员经费")
_STATED_RATE = regex("[执完预控利得发签办结](?:行率|成率|算的|制率|用率|分率|放率|发率|结率|案率)[^，。；：、！？;:（）()\n]*[%％]")
_SEQUENCE = regex("序时|季度")
_POINT = regex(r"(?<![^，。；：\s])(?:[一二三四五六七八九十]是|[第其][一二三四五六七八九十]，|[（(]?\d{1,2}[）)．、.](?!\d))")
"""Where the next point of an enumeration begins, which speaks of something else."""
_NEAR_RATE = 3
"""Sentences, the rate's own among them, in which its amounts are looked for."""
_MOST_NEAR = 30
"""Quantities before a rate that are looked at, parts of a total, and 其中 in one paragraph."""
_CENT = Decimal("0.02")


@rule(
    "C201",
    "rate-differs-in-text",
    Severity.WARNING,
    zh="{label}写的是 {given}，按 {part}÷{whole} 应为 {right}%",
    en="{label} is given as {given}; {part} of {whole} is {right}%",
    hint_zh="核对这三个数",
    hint_en="check the three numbers",
    sign=_SIGN_OF_RATE,
)
def rate_differs_in_text(document: Document) -> Iterator[Hit]:
    """A rate beside its two amounts that no two of the amounts there make.

    规则: 比率与它旁边的两个数相符。
    原因: 审核的人第一件事就是拿两个数一除。
    Why: dividing the two is the first thing that a reviewer does.
    Bad: 全年预算数749.56万元，执行数734.33万元，预算执行率97.79%。
    Bad: 行政编制数7人，实有在编人数为6人，财政供养人员控制率为87.51%。
    Good: 全年预算数749.56万元，执行数734.33万元，预算执行率97.97%。
    Good: 年初预算数64.65万元，调整后预算数57.94万元，实际支出57.94万元，日常公用经费控制率为100%。
    Good: 收到报案120宗，立案80宗，结案76宗，结案率95%。
    Good: 一是设备购置项目年初预算320万元，年中调减。二是培训项目全年支出58.6万元，执行率48.8%。
    Source: arithmetic, half up.
    """
    for paragraph, rate, part, whole in document.once(_judged):
        right = percentage(part.value, whole.value, max(rate.decimals, 2 if rate.decimals else 0))
        if rate.value != _cut(part, whole, rate.decimals):
            yield _of_rate(paragraph, rate, part, whole, right)


@rule(
    "C202",
    "rate-cut-not-rounded",
    Severity.NOTICE,
    zh="{label}写的是 {given}，按 {part}÷{whole} 四舍五入应为 {right}%",
    en="{label} is given as {given}; {part} of {whole} is {right}% when rounded",
    hint_zh="应当四舍五入，不是截去后面的数",
    hint_en="round half up instead of cutting",
    sign=_SIGN_OF_RATE,
)
def rate_cut_not_rounded(document: Document) -> Iterator[Hit]:
    """A rate whose decimals were cut where they should have been rounded.

    规则: 比率四舍五入。
    原因: 系统截尾与四舍五入相差 0.01，上报的数就对不上。
    Why: cutting and rounding differ by a hundredth, and the system's number is another.
    Bad: 政府采购计划金额为155.591万元，实际支出金额为155.586万元，政府采购执行率为99.99%。
    Good: 政府采购计划金额为155.591万元，实际支出金额为155.586万元，政府采购执行率为100%。
    Source: arithmetic, half up.
    """
    for paragraph, rate, part, whole in document.once(_judged):
        if rate.value == _cut(part, whole, rate.decimals):
            yield _of_rate(paragraph, rate, part, whole, percentage(part.value, whole.value, rate.decimals))


def _of_rate(paragraph: Paragraph, rate: Quantity, part: Quantity, whole: Quantity, right: Decimal) -> Hit:
    spans = tuple(paragraph.span(one.start, one.end) for one in (part, whole))
    label = re.sub(r"(?:为|是|达到?|约)$", "", rate.label)
    return hit(
        paragraph, (rate.start, rate.end), None, spans, label=label, given=rate.shown, part=part.shown, whole=whole.shown, right=right
    )


def _judged(document: Document) -> Iterator[tuple[Paragraph, Quantity, Quantity, Quantity]]:
    """Every rate whose amounts stand near it and give another, with those two."""
    for paragraph in document.holding(_STATED_RATE):
        for rate, near in _rates(paragraph.text):
            kind = next((one for one in _RATES if one.label.search(rate.label)), None)
            if rate.unit == "%" and kind and not rate.vague and not _SEQUENCE.search(rate.label):
                pair = _contradicted(rate, kind, near)
                # What expressions gave was compared where the data are.
                if pair and any(paragraph.typed(one.start, one.end) for one in (rate, *pair)):
                    yield paragraph, rate, *pair


def _rates(text: str) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """The numbers in sentences that state a rate, each with the amounts near before it."""
    bounds = list(sentences(text))
    stating = dict.fromkeys(bisect_right(bounds, match.start(), key=lambda bound: bound[0]) - 1 for match in _STATED_RATE.finditer(text))
    for own in stating:
        first, end = bounds[max(own - _NEAR_RATE + 1, 0)][0], bounds[own][1]
        points = [first, *(match.start() for match in _POINT.finditer(text, first, end))]
        found = list(quantities(text, first, end))
        for number, one in enumerate(found):
            if one.start >= bounds[own][0]:
                begins = points[bisect_right(points, one.start) - 1]
                near = (other for other in found[max(number - _MOST_NEAR, 0) : number] if other.start >= begins)
                yield one, [other for other in near if other.unit not in ("%", "") and not other.vague]


def _contradicted(rate: Quantity, kind: _Rate, near: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The nearest two amounts that should make the rate, where no two do."""
    topic = _SEVERAL_KINDS.search(rate.label)
    allowed = [one for one in near if _same_topic(topic, one)]
    parts = [one for one in allowed if kind.part.search(one.label)]
    wholes = [one for one in allowed if kind.whole.search(one.label)]
    pairs = [(part, whole) for part in reversed(parts) for whole in reversed(wholes) if part is not whole and _comparable(part, whole)]
    if not pairs or any(percentage(part.value, whole.value, rate.decimals) == rate.value for part, whole in pairs):
        return None
    return pairs[0]


def _same_topic(topic: re.Match[str] | None, one: Quantity) -> bool:
    own = _SEVERAL_KINDS.search(one.label)
    return own is None or (topic is not None and own[0] == topic[0])


def _comparable(part: Quantity, whole: Quantity) -> bool:
    counts = {"件", "份", "宗", "起"}
    return whole.value > 0 and (part.unit == whole.unit or {part.unit, whole.unit} <= counts)


def _cut(part: Quantity, whole: Quantity, decimals: int) -> Decimal:
    return (part.value / whole.value * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)


@rule(
    "C203",
    "parts-differ-in-text",
    Severity.WARNING,
    zh="分项相加是 {sum}{unit}（{parts}），合计写的是 {total}",
    en="the parts make {sum}{unit} ({parts}), the total is {total}",
    hint_zh="核对合计和各分项",
    hint_en="check the total and its parts",
    sign=_SIGN_OF_PARTS,
)
def parts_differ_in_text(document: Document) -> Iterator[Hit]:
    """基本支出 and 项目支出 that do not make their total, or parts that make more than it.

    规则: 分项相加等于合计。
    原因: 对不上的合计，决算里一定有另一个数。
    Why: the final accounts hold another number than one of these.
    Bad: 部门预算数2,377.56万元，其中基本支出996.82万元，项目支出1,308.73万元。
    Bad: 全年处置个案100宗，其中情感纠纷90宗，家庭暴力8宗，婚姻调解5宗。
    Good: 部门预算数2,377.56万元，其中基本支出996.82万元，项目支出1,380.74万元。
    Good: 全年处置个案100宗，其中情感纠纷60宗，家庭暴力8宗。
    Good: 基本支出30万元，其中人员经费20万元，公用经费10万元；项目支出15万元。
    Source: arithmetic.
    """
    for paragraph, total, parts in document.once(_divided):
        difference = sum((part.value for part in parts), Decimal(0)) - total.value
        if (difference > 0 or _exhaustive(parts)) and not _rounding(difference, total):
            yield _of_parts(paragraph, total, parts)


@rule(
    "C204",
    "parts-nearly-add-up",
    Severity.NOTICE,
    zh="分项相加是 {sum}{unit}（{parts}），与合计 {total} 差一点",
    en="the parts make {sum}{unit} ({parts}), nearly the total of {total}",
    hint_zh="差 0.01 是四舍五入的，调整其中一个分项；差得多的，看是否漏了一项，漏的写“等”或补上",
    hint_en="a hundredth comes of rounding: adjust a part; more is a part left out: add it",
    sign=_SIGN_OF_PARTS,
)
def parts_nearly_add_up(document: Document) -> Iterator[Hit]:
    """Parts that miss their total by rounding, or by less than one hundredth of it.

    规则: 分项相加等于合计，四舍五入的尾差也要调平。
    原因: 差 0.01 也会被退回；差百分之一以内的，多半是漏了一小项。
    Why: a difference of 0.01 is sent back too; one below a hundredth is mostly a small part left out.
    Bad: 年初部门预算数2,377.56万元，其中基本支出996.82万元，项目支出1,380.73万元。
    Bad: 处置个案128613宗。其中情感纠纷122694宗，家庭暴力452宗，心理咨询4839宗，婚姻调解259宗。
    Good: 服务约23万人次，其中线上约21.1万人次，线下约1.8万人次。
    Good: 处置个案128244宗。其中情感纠纷122694宗，家庭暴力452宗，心理咨询4839宗，婚姻调解259宗。
    Source: arithmetic.
    """
    for paragraph, total, parts in document.once(_divided):
        difference = sum((part.value for part in parts), Decimal(0)) - total.value
        near = difference and _rounding(difference, total)
        left_out = len(parts) > 2 and -total.value / 100 < difference < 0
        if near or (left_out and not _exhaustive(parts)):
            yield _of_parts(paragraph, total, parts)


_AMONG = regex(r"其中[：:]?|（(?=[\u4e00-\u9fff]{2,12}[为是]?\s*\d)")
_MOST_LABEL = 16


def _divided(document: Document) -> Iterator[tuple[Paragraph, Quantity, list[Quantity]]]:
    """Every total with the parts that 其中 or a bracket behind it names."""
    for paragraph in document.holding(_AMONG):
        for mark in islice(_AMONG.finditer(paragraph.text), _MOST_NEAR):
            found = paragraph.quantities
            end = _end_of_parts(paragraph.text, mark)
            begins = _two_sentences_back(paragraph.text, mark.start())
            totals = [one for one in found if begins <= one.start < mark.start()]
            if mark[0] == "（":
                totals = [one for one in totals if one.end == mark.start()]
            for unit in dict.fromkeys(one.unit for one in totals if one.unit not in ("", "%", "分")):
                total = [one for one in totals if one.unit == unit][-1]
                parts = _up_to(total, [one for one in found if mark.end() <= one.start < end and one.unit == unit])
                if 1 < len(parts) <= _MOST_NEAR and _partition(total, parts):
                    yield paragraph, total, parts


def _up_to(total: Quantity, parts: list[Quantity]) -> list[Quantity]:
    """The parts up to the one with which they make the total: what is told then is no part of it."""
    summed = Decimal(0)
    for number, part in enumerate(parts, 1):
        summed += part.value
        if summed == total.value:
            return parts[:number]
    return parts


def _end_of_parts(text: str, mark: re.Match[str]) -> int:
    close = "）" if mark[0] == "（" else "。"
    found = text.find(close, mark.end())
    return found if found >= 0 else len(text)


def _two_sentences_back(text: str, at: int) -> int:
    return text.rfind("。", 0, max(text.rfind("。", 0, at), 0)) + 1


def _partition(total: Quantity, parts: list[Quantity]) -> bool:
    every = [total, *parts]
    short = all(len(part.label) <= _MOST_LABEL for part in parts)
    return short and not any(one.vague for one in every) and all(0 <= part.value <= total.value for part in parts)


def _exhaustive(parts: list[Quantity]) -> bool:
    return len(parts) == 2 and "基本支出" in parts[0].label and "项目支出" in parts[1].label


def _rounding(difference: Decimal, total: Quantity) -> bool:
    """Whether a difference may come of rounding: amounts with decimals only."""
    return total.decimals >= 2 and abs(difference) <= _CENT


def _of_parts(paragraph: Paragraph, total: Quantity, parts: list[Quantity]) -> Hit:
    spans = tuple(paragraph.span(one.start, one.end) for one in parts)
    worded = "+".join(part.written for part in parts)
    summed = sum((part.value for part in parts), Decimal(0))
    return hit(paragraph, (total.start, total.end), None, spans, sum=summed, unit=total.unit, parts=worded, total=total.shown)
