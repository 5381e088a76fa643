"""Marks that number headings and points: their form and their sequence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.chinese import leading_ordinal, ordinal, read_numeral
from reportgen.findings import Severity
from reportgen.regexes import regex

_PUNCTUATED = regex(r"(?P<mark>[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}是)(?P<extra>[、，.．])")
_NUMBERED = regex(r"(?<![^。；：\s])([1-9]\d?)[.．、](?=[\u4e00-\u9fff“《])")
_IS = regex("是(?<=[一二三四五六七八九十]是)")
_NUMERAL = regex("(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])$")
_LONGEST_NUMERAL = 3
_CLAUSE_ENDS = "。；：！;:"
_LEVELS = ("一、", "（一）", "1.", "（1）", "①")
_BELOW_HEADINGS = 10
_ALSO = {"1．": "1.", "1、": "1."}
_END = regex("[。；，、：]$")


@rule(
    "C151",
    "mark-behind-ordinal",
    Severity.WARNING,
    zh="序号“{mark}”后面多了“{extra}”",
    en="{extra} behind the number {mark}",
    hint_zh="删去“{extra}”",
    hint_en="take {extra} out",
    sign=r"(?:[一二三四五六七八九十\p{Nd}][）)]|[①-⑳]|[一二三四五六七八九十]是)[、，.．]",
)
def mark_behind_ordinal(document: Document) -> Iterator[Hit]:
    """A pause mark behind （一）, （1）, ① or 一是.

    规则: 带括号的序号、带圈的序号和“一是”后面不加标点。
    原因: 括号和圈已经把序号与正文分开。
    Why: the brackets part the number from the text already.
    Bad: （一）、基本情况
    Bad: 一是、加强学习。
    Good: （一）基本情况
    Good: 一、基本情况
    Source: GB/T 15834—2011, 附录 B.2; GB/T 9704—2012, 7.3.3.
    """
    for paragraph, match in matches(document, _PUNCTUATED):
        if _begins_point(_before(paragraph.text, match.start()), ""):
            yield hit(paragraph, match.span("extra"), "", mark=match["mark"], extra=match["extra"])


@rule(
    "C152",
    "points-out-of-sequence",
    Severity.WARNING,
    zh="“{previous}”之后是“{found}”",
    en="{found} follows {previous}",
    hint_zh="这里应当是“{wanted}”，核对有没有漏掉或重复的",
    hint_en="{wanted} is due here; see what is missing or stands twice",
    sign=r"[一二三四五六七八九十]是|\p{Nd}[.．、]\p{Han}",
)
def points_out_of_sequence(document: Document) -> Iterator[Hit]:
    """Points 一是 二是 三是 of one field, or 1. 2. 3. of one paragraph, that skip or repeat a number.

    规则: “一是”“二是”和一段里的“1.”“2.”要连续。
    原因: 漏号多半是删了一条，或者少粘贴了一段。
    Why: a point was deleted or not pasted.
    Bad: 一是加强学习。二是加强宣传。四是加强管理。
    Bad: 一是加强学习；二是加强宣传；二是加强管理。
    Bad: 1.完成监督工作。2.做好系统维护。3.收集信息。3.处理投诉。4.业务指导。
    Good: 1.完成监督工作。2.做好系统维护。3.收集信息，完成3.5万件。
    Good: 2.做好系统维护。4.业务指导，见第3.业务一节。
    Good: 一是加强学习。二是加强宣传。另一方面，一是改进作风，二是改进方法。
    Good: 一是一，二是二，实事求是。
    Source: GB/T 9704—2012, 7.3.3.
    """
    last: dict[tuple[str | int, ...], int] = {}
    for paragraph in document.holding(_IS):
        for start, end in _points(paragraph.text):
            number, before = _number(paragraph.text[start : end - 1]), last.get(paragraph.scope, 0)
            if _broken(before, number):
                yield hit(paragraph, (start, end), previous=ordinal(before, "一是"), wanted=ordinal(before + 1, "一是"))
            last[paragraph.scope] = number
    for paragraph in document.holding(_NUMBERED):
        yield from _numbered(paragraph)


def _numbered(paragraph: Paragraph) -> Iterator[Hit]:
    """Points 1. 2. 3. that a paragraph counts from 1, where one is out of sequence."""
    points = list(_NUMBERED.finditer(paragraph.text))
    before = 0
    for point in points if len(points) > 2 and points[0][1] == "1" else ():
        if _broken(before, int(point[1])):
            mark = point[0][-1]
            yield hit(paragraph, point.span(), previous=f"{before}{mark}", wanted=f"{before + 1}{mark}")
        before = int(point[1])


_number = lru_cache(maxsize=128)(read_numeral)


def _points(text: str) -> Iterator[tuple[int, int]]:
    """Where 一是, 二是, … begin a point, but for 一是一: begin and end of these words."""
    for match in _IS.finditer(text):
        numeral = _NUMERAL.search(text, max(0, match.start() - _LONGEST_NUMERAL), match.start())
        if numeral and not text.startswith(numeral[0], match.end()) and _begins_point(_before(text, numeral.start()), numeral[0]):
            yield numeral.start(), match.end()


def _before(text: str, at: int) -> str:
    """The character before an offset, blanks apart; "" where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[max(at - 1, 0) : at]


@rule(
    "C153",
    "headings-out-of-sequence",
    Severity.WARNING,
    zh="“{previous}”之后是“{found}”",
    en="{found} follows {previous}",
    hint_zh="这里应当是“{wanted}”，核对有没有漏掉或重复的",
    hint_en="{wanted} is due here; see what is missing or stands twice",
)
def headings_out_of_sequence(document: Document) -> Iterator[Hit]:
    """Paragraphs of one scope whose numbers skip or repeat one at their level.

    规则: 同一级标题的序号要连续，换了上一级标题从头编起。
    原因: 漏号多半是少了一个部分。
    Why: a part is missing.
    Bad: （一）部门概况 ¶ （二）收支情况 ¶ （四）绩效管理
    Bad: 1.编制预算。 ¶ 2.执行预算。 ¶ 2.监督预算。
    Good: 一、基本情况 ¶ （一）部门概况 ¶ （二）收支情况 ¶ 二、综合评价 ¶ （一）自评结论
    Good: 1.5倍 ¶ 3.0版
    Source: GB/T 9704—2012, 7.3.3.
    """
    last: dict[tuple[object, ...], dict[int, int]] = {}
    for paragraph in document.paragraphs:
        found = _level(paragraph)
        if found is None:
            continue
        level, number, form = found
        open_levels = last.setdefault(paragraph.scope, {})
        before = open_levels.get(level, 0)
        if _broken(before, number):
            end = len(paragraph.text) - len(paragraph.text.lstrip()) + len(ordinal(number, form))
            yield hit(paragraph, (0, end), previous=ordinal(before, form), wanted=ordinal(before + 1, form))
        for deeper in [one for one in open_levels if one > level]:
            del open_levels[deeper]
        open_levels[level] = number


def _begins_point(before: str, number: str) -> bool:
    """Whether a point may begin behind this character: 一是 begins anew behind any mark, the others follow whole clauses."""
    return not before or before in _CLAUSE_ENDS or (number == "一" and before in "，,、")


def _broken(before: int, number: int) -> bool:
    """Whether a number skips or repeats one; a smaller one may go on counting at a level above."""
    return bool(before) and (number > before + 1 or number == before != 1)


def _level(paragraph: Paragraph) -> tuple[int, int, str] | None:
    found = leading_ordinal(paragraph.text) if paragraph.kind != "cell" else None
    if found is None:
        return None
    form = _ALSO.get(found[0], found[0])
    if form not in _LEVELS:
        return None
    # Where no style tells the level, the form does; such points stand below all headings.
    return paragraph.level or _BELOW_HEADINGS + _LEVELS.index(form), found[1], found[0]


@rule(
    "C154",
    "mark-after-title",
    Severity.NOTICE,
    zh="标题末尾有“{found}”",
    en="a title ends in {found}",
    hint_zh="标题单独成行，末尾不加标点",
    hint_en="a title on a line of its own ends without a mark",
)
def mark_after_title(document: Document) -> Iterator[Hit]:
    """A pause mark at the end of a title.

    规则: 单独成行的标题末尾不加标点。
    原因: 各级标题的写法要一致；模板在接排的标题后面会自己加句号。
    Why: titles are written one way; templates add the stop behind a title that runs in.
    Bad: # 进一步加强基层组织建设。
    Good: # 进一步加强基层组织建设
    Good: 进一步加强基层组织建设。
    Source: GB/T 15834—2011, 附录 B.
    """
    for paragraph in document.paragraphs:
        if paragraph.kind == "title" and (match := _END.search(paragraph.text)):
            yield hit(paragraph, match, "")


@rule(
    "C155",
    "sentence-without-end",
    Severity.NOTICE,
    zh="这一段末尾没有标点",
    en="this paragraph ends without a mark",
    hint_zh="补上句号；没有写完的，补完",
    hint_en="add the full stop, or what is missing",
)
def sentence_without_end(document: Document) -> Iterator[Hit]:
    """A paragraph of whole sentences that ends without a mark.

    规则: 成段的话末尾要有标点。
    原因: 缺了标点，可能是少粘贴了半句。
    Why: half a sentence may not have been pasted.
    Bad: 区妇联年初分解预算，各部室设定目标。年底进行总结，效果良好
    Good: 区妇联年初分解预算，各部室设定目标。年底进行总结，效果良好。
    Good: 推动妇联工作高质量发展
    Source: GB/T 15834—2011, 4.1.
    """
    for paragraph in document.paragraphs:
        text = paragraph.text.rstrip()
        if paragraph.kind == "text" and "。" in text and "\u4e00" <= text[-1:] <= "\u9fff":
            yield hit(paragraph, (len(text) - 1, len(text)))
