"""Words: doubled ones, misused ones, laws no longer in force, text that was never finished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_DOUBLED = regex(r"([\u4e00-\u9fff]{2,8})\1(?!\1)")
_REDUPLICATED = regex(r"[一逐每层步条个点项次]|.*[一二三四五六七八九十百千万]$|(.)\1$")
_DOUBLED_PARTICLE = regex(r"的的(?<![目有中]的的)(?!确|士)|和和(?<=[\u4e00-\u9fff]和和)(?!谐|美|平|睦|气)|第[一二三四五六七八九]?十十")
_UNFINISHED = regex(
    r"(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])|[×＊]{2,}|(?<!\w)\*{3,}(?!\w)|_{3,}|＿{2,}|【待填[^】]*】|□|（此处[^）]*）|[?？]{2,}"
)
_CUT_SHORT = regex(
    r"事前、事(?![中后])|事中、事(?!后)"
    r"|(?:管理|服务|建设|宣传|保障|监督|评价|治理|党建|统计|培训|财务)(?P<work>工)(?=有?待(?:进一步)?(?:加强|提高|完善|改进))"
)
_BOX, _TICKED = "□", regex("[☑☒■√✓✔]")


@rule(
    "C161",
    "doubled-words",
    Severity.WARNING,
    zh="“{word}”重复了一遍",
    en="{word} stands twice",
    hint_zh="删去一个",
    hint_en="take one out",
)
def doubled_words(document: Document) -> Iterator[Hit]:
    """A word of two characters or more that stands twice in a row.

    规则: 词语没有重复。
    原因: 多半是粘贴时重了。
    Why: it was pasted twice.
    Bad: 印发全区全区统一的工作手册。
    Bad: 组织志愿者志愿者走访独居老人。
    Bad: 举办第三十十届读书节。
    Good: 一件一件研究，一个个走访，为了了解情况，实现活动的目的的过程。
    Source: office usage.
    """
    for paragraph in document.at(_repeats(document.text)):
        for match in _DOUBLED.finditer(paragraph.text):
            if not _REDUPLICATED.match(match[1]):
                yield hit(paragraph, match, word=match[1])
    for paragraph, match in matches(document, _DOUBLED_PARTICLE):
        yield hit(paragraph, match, word=match[0][-1])


def _repeats(text: str) -> Iterator[int]:
    """Where two to eight characters may stand twice in a row: there, a text laid over itself leaves zeros."""
    # One byte of each character does: few characters that differ have it in common, and fewer twice in a row.
    whole = int.from_bytes(text.encode("utf-32-le", "surrogatepass")[::4], "little")
    for length in range(2, 9):
        apart = (whole ^ whole >> 8 * length).to_bytes(len(text), "little")
        at = apart.find(bytes(length))
        while at >= 0:
            yield at
            at = apart.find(bytes(length), at + 1)


@rule(
    "C168",
    "word-cut-short",
    Severity.WARNING,
    zh="“{found}”少了一个字",
    en="a character is missing in {found}",
    hint_zh="应为“{better}”",
    hint_en="write {better}",
    sign="事前、事|事中、事|工有?待",
)
def word_cut_short(document: Document) -> Iterator[Hit]:
    """A set phrase of which a character was lost: 事前、事中、事后, and 工作 before 待加强.

    规则: 固定的说法没有漏字。
    原因: 删改时多删了一个字，通读时不易发现。
    Why: a character was deleted with its neighbour, and reading does not show it.
    Bad: 监管重心由事后向事前、事转移。
    Bad: 本部门资产管理工待加强。
    Good: 监管重心由事后向事前、事中转移，做好事前、事中、事后监管。
    Good: 资产管理工作待加强，社会工作有待完善。
    Source: office usage.
    """
    for paragraph, match in matches(document, _CUT_SHORT):
        lost = "作" if match["work"] else "中" if match[0].startswith("事前") else "后"
        yield hit(paragraph, match, better=match[0] + lost)


@rule(
    "C162",
    "repealed-law",
    Severity.WARNING,
    zh="《{law}》自{since}起已经废止",
    en="{law} has not been in force since {since}",
    hint_zh="现行的是{now}；确指旧法的，写明",
    hint_en="in force now: {now}; say so where the old law is meant",
    sign="《",
)
def repealed_law(document: Document) -> Iterator[Hit]:
    """A law or rule that was no longer in force in the report's year; the list is the pack's, `settings.repealed_laws`.

    规则: 引用的法律、制度当时有效。
    原因: 按废止的规定办事，绩效评价的依据就不成立。
    Why: what follows a repealed rule has no ground to stand on.
    Bad: 开展《婚姻法》宣传活动。
    Good: 开展《民法典》婚姻家庭编宣传活动。
    Source: the list of the pack.
    """
    laws = {str(law["name"]): law for law in _entries(document.settings.get("repealed_laws"))}
    for paragraph, match in matches(document, _titled(tuple(laws))) if laws else ():
        law = laws[match[1]]
        if document.year is None or document.year >= int(str(law["since"])[:4]):
            yield hit(paragraph, match, law=law["name"], since=_day(law["since"]), now=law.get("now", ""))


@lru_cache(maxsize=16)
def _titled(laws: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"《(?:中华人民共和国)?({'|'.join(map(re.escape, laws))})》")


def _entries(given: Any) -> list[Mapping[str, Any]]:
    laws = given if isinstance(given, list) else []
    return [law for law in laws if isinstance(law, Mapping) and {"name", "since"} <= law.keys()]


def _day(since: Any) -> str:
    year, *rest = str(since).split("-")
    return "".join(f"{int(number)}{unit}" for number, unit in zip([year, *rest], "年月日", strict=False) if number.isdigit())


@rule(
    "C163",
    "misused-word",
    Severity.WARNING,
    zh="“{found}”用字不当",
    en="{found} is the wrong word",
    hint_zh="应为“{better}”",
    hint_en="write {better}",
)
def misused_word(document: Document) -> Iterator[Hit]:
    """A word of the pack's list of slips, `settings.misused_words`.

    规则: 用字正确。
    原因: 同音、形近的字打错了，通读时不易发现。
    Why: a character of the same sound or shape escapes a quick reading.
    Bad: 及时向区委反应社情民意。
    Good: 及时向区委反映社情民意，反应迅速。
    Source: the list of the pack.
    """
    words = document.settings.get("misused_words")
    if isinstance(words, Mapping) and words:
        for paragraph, match in matches(document, _any_of(tuple(map(str, words)))):
            yield hit(paragraph, match, better=words[match[0]])


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@rule(
    "C164",
    "unfinished-text",
    Severity.WARNING,
    zh="“{found}”像是还没有填写",
    en="{found} looks unfinished",
    hint_zh="填写完整，或者删去",
    hint_en="fill it in or take it out",
    sign=r"[Xx]{2}|[×＊]{2}|\*{3}|_{3}|＿{2}|【待填|□|（此处|[?？]{2}",
)
def unfinished_text(document: Document) -> Iterator[Hit]:
    """A blank, a box or a row of X that a form left to be filled in.

    规则: 没有留下待填的空白和提示。
    原因: 模板里的提示语、空格、方框没有处理。
    Why: a prompt of the form was left in.
    Bad: 项目级次：一级 □  二级 □
    Bad: 完成率为XX%。
    Good: 项目级次：一级 □  二级 ☑
    Good: 完成率为95%，三年级女生，X光检查，手机尾号138****1234。
    Source: office usage.
    """
    told: Paragraph | None = None
    for paragraph, match in matches(document, _UNFINISHED):
        if match[0] != _BOX:
            yield hit(paragraph, match)
        elif paragraph is not told and not _TICKED.search(paragraph.text):
            told = paragraph
            yield hit(paragraph, match)
