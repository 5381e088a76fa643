"""Figures that a text states, compared with those of the data and with what the text says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.checks.document import Document, Fact, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity, Span
from reportgen.regexes import regex

_N = r"(?:为|是|达到?|：)?\s*(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
_SIGN = "自评(?:得分|分)|年初部门预算|决算数|预算执行率|固定资产|政府采购|经费控制率"
_NAMED = {
    "自评得分": ("evaluation.score", regex(rf"自评(?:得分|分数?){_N}分(?!值)")),
    "年初预算": ("finance.initial", regex(rf"年初部门预算(?:数|总额)?{_N}(?P<u>万元|元)")),
    "决算数": ("finance.executed", regex(rf"部门(?:整体支出)?决算数{_N}(?P<u>万元|元)")),
    "部门预算执行率": ("finance.execution_rate", regex(rf"部门(?:整体)?预算执行率{_N}[%％]")),
    "固定资产原值": ("assets.original", regex(rf"固定资产原值{_N}(?P<u>万元|元)")),
    "固定资产利用率": ("assets.use_rate", regex(rf"固定资产利用率{_N}[%％]")),
    "政府采购计划金额": ("finance.procurement.planned", regex(rf"政府采购计划金额{_N}(?P<u>万元|元)")),
    "政府采购执行率": ("finance.procurement.execution_rate", regex(rf"政府采购执行率{_N}[%％]")),
    "公用经费控制率": ("finance.operating.control_rate", regex(rf"公用经费控制率{_N}[%％]")),
    "“三公”经费控制率": ("finance.three_public.control_rate", regex(rf"三公[”’]?经费控制率{_N}[%％]")),
}
"""What a figure is called where it can be none but the department's own: its name in the data, and the whole of it."""
_GRADE = regex(
    r"自评(?:结果|等级|结论)(?:评定)?(?:为|是|：)?[“‘]?(?P<word>优秀|优良|良好|优|良|中|差|低|较好|合格)[”’]?(?=[，。；、]|(?m:$))"
)
_UNTIL = regex(r"截[至止][到至]?\s*(?P<y>(?:19|20)\d{2})年")
_AMOUNT = regex(r"(?P<n>\d(?<![\d.,]\d)(?:\d{0,2}(?:,\d{3})+\.\d+|\d*\.\d+))\s*(?P<u>万元|元)")
_POINTED = regex(r"\.\d+\s*万?元")
_DIGITS = regex(r"[0-9０-９]+(?:\.[0-9０-９]+)?")
_NUMBER = "0123456789０１２３４５６７８９."
_CLAUSE_ENDS = "，。；：,;:"
_ANNOUNCED = regex("目标|计划|预期|申请|预计|拟")
_CLAUSES = regex(rf"[^{_CLAUSE_ENDS}\n]+")
_TELLING = 14
"""Characters that a clause needs, its numbers apart, to speak of one thing only."""
_SIGNIFICANT = 4


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"].replace(",", ""))


def _same(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are the same, as far as the shorter one goes."""
    fewest = min(max(-_exponent(one), 0), max(-_exponent(other), 0))
    step = Decimal(1).scaleb(-fewest)
    return one.quantize(step, ROUND_HALF_UP) == other.quantize(step, ROUND_HALF_UP)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@rule(
    "C211",
    "figure-differs-from-data",
    Severity.WARNING,
    zh="{title}写的是 {given}，数据里是 {known}",
    en="the text gives {title} as {given}, the data as {known}",
    hint_zh="改正一处；正文里写 {{{{ {name} }}}}，两处就不会不同",
    hint_en="correct one of them; with {{{{ {name} }}}} in the text they cannot differ",
    sign=_SIGN,
)
def figure_differs_from_data(document: Document) -> Iterator[Hit]:
    """A figure that the text calls by its full name and that the data give another value.

    规则: 正文里的数与数据里的数一致。
    原因: 同一个数在报告里出现两次，就有两次写错的机会。
    Why: the same number in two places can be wrong in one.
    Bad: 本次绩效自评得分为96.5分。
    Good: 本次绩效自评得分为95分，项目自评95.5分值。
    Source: arithmetic.
    """
    facts = {fact.name: fact for fact in document.facts}
    for title, paragraph, match in document.once(_stated):
        fact = facts.get(name := _NAMED[title][0])
        if fact and match.groupdict().get("u", fact.unit) == fact.unit and not _same(_value(match), fact.value):
            known = f"{fact.value}{fact.unit}"
            yield hit(paragraph, match.span("n"), None, _places(fact), title=title, given=match["n"], known=known, name=name)


def _stated(document: Document) -> Iterator[tuple[str, Paragraph, re.Match[str]]]:
    """The department's own figures as the text gives them, each with its title."""
    for title, (_, pattern) in _NAMED.items():
        yield from ((title, paragraph, match) for paragraph, match in matches(document, pattern))


def _places(fact: Fact) -> tuple[Span, ...]:
    span = fact.place()
    return (span,) if span.line else ()


@rule(
    "C212",
    "figure-given-twice",
    Severity.WARNING,
    zh="{title}这里是 {given}，前面是 {before}",
    en="{title} is {given} here and {before} above",
    hint_zh="核对后统一",
    hint_en="make them agree",
    sign=_SIGN,
)
def figure_given_twice(document: Document) -> Iterator[Hit]:
    """The department's own figure, named in full, with another value than further up.

    规则: 同一个数前后一致。
    原因: 前后不一致，审核的人不知道以哪一个为准。
    Why: a reviewer cannot tell which one holds.
    Bad: 固定资产原值为527.49万元。 ¶ 年末固定资产原值527.94万元。
    Good: 固定资产原值为527.49万元。 ¶ 年末固定资产原值527.5万元。
    Source: arithmetic.
    """
    first: dict[str, tuple[Paragraph, re.Match[str]]] = {}
    for title, paragraph, match in document.once(_stated):
        there, before = first.setdefault(title, (paragraph, match))
        if match.groupdict().get("u") == before.groupdict().get("u") and not _same(_value(match), _value(before)):
            spans = (there.span(*before.span("n")),)
            yield hit(paragraph, match.span("n"), None, spans, title=title, given=match["n"], before=before["n"])


@rule(
    "C213",
    "clause-with-other-number",
    Severity.NOTICE,
    zh="同一句话这里写 {given}，前面写 {before}",
    en="the same clause has {given} here and {before} above",
    hint_zh="核对是不是同一件事；是的，统一数字",
    hint_en="see whether both speak of one thing, and make them agree",
)
def clause_with_other_number(document: Document) -> Iterator[Hit]:
    """A long clause that stands in two fields word for word, but for its numbers.

    规则: 同一件事说两遍，数字要一样。
    原因: 摘要是从正文抄的，正文后来改了数。
    Why: the summary was copied, and the body changed since.
    Bad: 组织妇女干部和执委参加线上线下培训课程10场。 ¶ 组织妇女干部和执委参加线上线下培训课程12场。
    Good: 组织妇女干部和执委参加线上线下培训课程10场。 ¶ 组织妇女干部和执委参加线上线下培训课程10场。
    Good: 年度支出预算数91.20万元。 ¶ 年度支出预算数8.43万元。
    Good: 目标：组织妇女干部和执委参加线上线下培训课程10场。 ¶ 完成情况：组织妇女干部和执委参加线上线下培训课程12场。
    Source: comparison within the text.
    """
    if not _says_twice(document.text):
        return
    seen: dict[str, tuple[Paragraph, tuple[int, int], list[str]]] = {}
    for paragraph in document.paragraphs:
        for match in _CLAUSES.finditer(paragraph.text):
            numbers = _DIGITS.findall(match[0])
            words = _DIGITS.sub("0", match[0]).strip()
            if not numbers or len(words) - len(numbers) < _TELLING:
                continue
            first = seen.setdefault(words, (paragraph, match.span(), numbers))
            if first[2] != numbers and not _siblings(first[0], paragraph) and _aims(*first[:2]) == _aims(paragraph, match.span()):
                spans = (first[0].span(*first[1]),)
                yield hit(paragraph, match, None, spans, given="、".join(numbers), before="、".join(first[2]))


def _says_twice(text: str) -> bool:
    """Whether any clause stands in a text twice with other numbers: first and last letter tell most of them apart."""
    for mark in _CLAUSE_ENDS:
        text = text.replace(mark, "\n")
    alike: dict[tuple[str, str], set[str]] = {}
    for clause in text.split("\n"):
        if len(clause) > _TELLING:
            words = clause.strip()
            alike.setdefault((words.lstrip(_NUMBER)[:1], words.rstrip(_NUMBER)[-1:]), set()).add(words)
    return any(len({_DIGITS.sub("0", words) for words in group}) < len(group) for group in alike.values() if len(group) > 1)


def _aims(paragraph: Paragraph, at: tuple[int, int]) -> bool:
    """Whether a clause stands behind words that announce it: what was to be done is no other count of what was done."""
    return _ANNOUNCED.search(paragraph.text, 0, at[0]) is not None


def _siblings(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs stand in different items of one list, which are worded alike on purpose."""
    pairs = list(zip(one.scope, other.scope, strict=False))
    step = next((number for number, (left, right) in enumerate(pairs) if left != right), None)
    return step is not None and isinstance(pairs[step][0], int) and isinstance(pairs[step][1], int)


@rule(
    "C214",
    "figure-could-refer",
    Severity.NOTICE,
    zh="{given} 与数据里的{title}相同",
    en="{given} is {name} of the data",
    hint_zh="正文里可以写 {{{{ {chinese} }}}}，数据改了，正文跟着改",
    hint_en="{{{{ {name} }}}} in the text would follow the data",
    sign=r"\.\p{Nd}+[\s\p{Z}]*万?元",
)
def figure_could_refer(document: Document) -> Iterator[Hit]:
    """A typed amount that is one of the data's figures.

    规则: 数据里有的数，正文里引用它。
    原因: 照打一遍，以后改数就要改两处。
    Why: typed again, it has to be changed again.
    Bad: 全年支出672.37万元。
    Good: 全年支出672.3万元，募集672.37元。
    Source: a fact is given once.
    """
    amounts = ((paragraph, match) for paragraph in document.holding(_POINTED) for match in _AMOUNT.finditer(paragraph.text))
    for paragraph, match in amounts:
        given = _value(match), match["u"]
        alike = [fact for fact in document.facts if (fact.value, fact.unit) == given] if _digits(given[0]) >= _SIGNIFICANT else []
        if alike and paragraph.typed(*match.span()):
            titles = "、".join(dict.fromkeys(fact.title for fact in alike))
            yield hit(
                paragraph,
                match,
                None,
                _places(alike[0]),
                given=match[0],
                title=titles,
                name=alike[0].name,
                chinese=alike[0].chinese() or alike[0].name,
            )


@rule(
    "C215",
    "other-year",
    Severity.WARNING,
    zh="“截至{given}年”，报告是 {year} 年度的",
    en="figures up to {given} in a report on {year}",
    hint_zh="核对是不是照抄了别的年度的报告",
    hint_en="see whether this was copied from another year's report",
    sign=r"截[至止][到至]?[\s\p{Z}]*(?:19|20)\p{Nd}{2}年",
)
def other_year(document: Document) -> Iterator[Hit]:
    """截至 with a year that is neither the report's nor the one after.

    规则: 数据的截止时间与报告年度一致。
    原因: 多半是从上年的报告抄来没有改。
    Why: it was copied from last year's report.
    Bad: 截至2021年12月31日，固定资产在用率100%。
    Good: 截至2023年12月31日，固定资产在用率100%。
    Source: arithmetic.
    """
    for paragraph, match in matches(document, _UNTIL, quoted=False):
        if document.year is not None and int(match["y"]) not in (document.year, document.year + 1):
            yield hit(paragraph, match, given=match["y"], year=document.year)


@rule(
    "C216",
    "word-is-no-grade",
    Severity.WARNING,
    zh="“{word}”不是自评等级",
    en="{word} is no grade",
    hint_zh="等级只有：{grades}",
    hint_en="the grades are: {grades}",
    sign="自评(?:结果|等级|结论)",
)
def word_is_no_grade(document: Document) -> Iterator[Hit]:
    """A result of the self-evaluation in a word that is none of the pack's grades.

    规则: 自评等级用规定的字。
    原因: “优良”“良好”不在分档里，看不出是哪一档。
    Why: 优良 lies in none of the bands.
    Bad: 部门整体支出绩效自评结果优良，自评分为95分。
    Good: 部门整体支出绩效自评结果为优，群众满意情况良好。
    Source: 财预〔2020〕10号; the pack's bands.
    """
    for paragraph, match in matches(document, _GRADE):
        if document.grades and match["word"] not in document.grades:
            yield hit(paragraph, match.span("word"), word=match["word"], grades="、".join(document.grades))
