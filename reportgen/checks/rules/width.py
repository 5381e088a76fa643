"""Half-width and full-width marks, letters and digits where the other width belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_AFTER = f"[{_HAN}”’》）〕】%％]"
_HALFWIDTH = regex(rf"[,;:?!.](?:(?<={_AFTER}[,;:?!])|(?<=\d[,;])(?= ?[{_HAN}“《])|(?<=[{_HAN}]{{2}}\.)(?= ?[{_HAN}“《]|(?m:$)))")
_FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))
_BRACKETS = regex(r"[(（]([^()（）]*)[)）]")
_CHINESE = regex(f"[{_HAN}]")
_LIST_MARK = regex(r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}")
_FULLWIDTH = regex(r"[０-９Ａ-Ｚａ-ｚ％](?:(?<!％)|(?<=[\d]％))(?:[０-９Ａ-Ｚａ-ｚ]*(?:．[０-９]+)?％?)")
_HALVES = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLUSES = regex(r"[+＋]")
_STRAIGHT = regex(r'"([^"“”]*)"')


@rule(
    "C101",
    "halfwidth-punctuation",
    Severity.WARNING,
    zh="中文里用了半角标点“{found}”",
    en='half-width "{found}" in Chinese text',
    hint_zh="改成全角的“{fix}”",
    hint_en="write the full-width {fix}",
    sign=r"[\p{Han}”’》）〕】%％][,;:?!]|\p{Nd}[,;] ?[\p{Han}“《]|\p{Han}{2}\.",
)
def halfwidth_punctuation(document: Document) -> Iterator[Hit]:
    """Half-width punctuation after Chinese text.

    规则: 中文里的标点要用全角。
    原因: 全角半角混用，行末版式会乱，审核时会被退回。
    Why: mixed widths break line ends, and reviewers send the report back.
    Bad: 项目已完成,效果良好。
    Bad: 累计资助495.3万元;慰问3人次。
    Bad: 完成率100%,效果良好。
    Good: 项目已完成，效果良好。
    Good: 支出1,528.34万元，会议14:30开始，网址是www.gov.cn，版本1.5。
    Source: GB/T 15834—2011, 4; GB/T 9704—2012, 9.
    """
    for paragraph, match in matches(document, _HALFWIDTH):
        yield hit(paragraph, match, _FULL[match[0]])


@rule(
    "C102",
    "halfwidth-brackets",
    Severity.WARNING,
    zh="中文里用了半角括号“{found}”",
    en="half-width brackets in Chinese text: {found}",
    hint_zh="改成“{fix}”",
    hint_en="write {fix}",
    sign="[()]",
)
def halfwidth_brackets(document: Document) -> Iterator[Hit]:
    """Half-width or mixed brackets around or behind Chinese text.

    规则: 中文里的括号要用全角，左右一致。
    原因: 半角括号与正文不齐，一半全角一半半角更不成对。
    Why: half-width brackets stand off from the text, and mixed ones are no pair.
    Bad: 《习近平谈治国理政》(第四卷)
    Bad: (1) 积极开展党建工作
    Bad: 基本情况（见附件)
    Good: 《习近平谈治国理政》（第四卷）
    Good: 公式f(x)由HPV(human papillomavirus)研究得出。
    Source: GB/T 15834—2011, 4.9.
    """
    for paragraph, match in matches(document, _BRACKETS):
        if match[0][0] + match[0][-1] != "（）" and _chinese(paragraph, match):
            inner = match[1]
            yield hit(paragraph, match, f"（{inner}）")


def _chinese(paragraph: Paragraph, match: re.Match[str]) -> bool:
    before = paragraph.text[: match.start()].rstrip()[-1:]
    mark = before in ("", "。", "；", "：") and _LIST_MARK.fullmatch(match[1])
    return bool(_CHINESE.search(match[1]) or mark or (before and re.match(_AFTER, before) and match[1]))


@rule(
    "C103",
    "fullwidth-digits",
    Severity.WARNING,
    zh="数字、字母用了全角“{found}”",
    en="full-width digits or letters: {found}",
    hint_zh="改成半角的“{fix}”",
    hint_en="write the half-width {fix}",
    sign=r"[０-９Ａ-Ｚａ-ｚ]|\p{Nd}％",
)
def fullwidth_digits(document: Document) -> Iterator[Hit]:
    """Arabic digits, Latin letters and percent signs behind a number in full width.

    规则: 阿拉伯数字、字母和百分号要用半角。
    原因: 全角数字占一个字宽，与别处的数字不一致，也无法参加核对。
    Why: full-width digits are as wide as a character and differ from all other numbers of the report.
    Bad: 全年举办活动１６场。
    Bad: 完成率为95％。
    Good: 全年举办活动16场，完成率为95%。
    Source: GB/T 15835—2011, 5.1.
    """
    for paragraph, match in matches(document, _FULLWIDTH):
        yield hit(paragraph, match, match[0].translate(_HALVES))


@rule(
    "C104",
    "mixed-width-signs",
    Severity.NOTICE,
    zh="同一段里加号有全角“＋”也有半角“+”",
    en="full-width ＋ and half-width + in one paragraph",
    hint_zh="统一用一种，一般用半角“+”",
    hint_en="use one of them, mostly +",
    sign="＋",
)
def mixed_width_signs(document: Document) -> Iterator[Hit]:
    """Plus signs of both widths in one paragraph.

    规则: 同一种符号前后宽度要一致。
    原因: 同一个词组里全角半角混用，看得出是几处拼起来的。
    Why: both widths in one phrase show that it was pieced together.
    Bad: 打造“心理＋法律+家庭教育”的模式。
    Good: 打造“心理+法律+家庭教育”的模式。
    Good: 打造“心理＋法律”的模式。
    Source: GB/T 9704—2012, 9.
    """
    for paragraph in document.paragraphs:
        found = list(_PLUSES.finditer(paragraph.text))
        if len({match[0] for match in found}) == 2:
            yield from (hit(paragraph, match, "+") for match in found if match[0] == "＋")


@rule(
    "C105",
    "straight-quotes",
    Severity.WARNING,
    zh="用了直引号：{found}",
    en="straight quotation marks: {found}",
    hint_zh="改成“”：{fix}",
    hint_en="write {fix}",
    sign='"',
)
def straight_quotes(document: Document) -> Iterator[Hit]:
    """Straight quotation marks around Chinese text.

    规则: 引号要用“”，不用直引号。
    原因: 直引号分不出左右，Word 里还会换成西文字体。
    Why: straight marks have no left and right, and Word sets them in a Latin face.
    Bad: 开展"最美家庭"评选。
    Good: 开展“最美家庭”评选。
    Good: 屏幕为15"的电脑。
    Source: GB/T 15834—2011, 4.8.
    """
    for paragraph, match in matches(document, _STRAIGHT):
        if _CHINESE.search(match[1]):
            inner = match[1]
            yield hit(paragraph, match, f"“{inner}”")
