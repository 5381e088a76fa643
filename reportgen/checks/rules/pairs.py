"""Quotation marks, book titles and brackets that lack their other half, and marks that stand twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.checks.document import Document, Paragraph
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_CLOSERS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "〔": "〕", "【": "】"}
_SAME = str.maketrans("()", "（）")
_MARKS = regex("[“”‘’《》（）()〔〕【】]")
_MARKS_BY_LINE = regex("[“”‘’《》（）()〔〕【】\n]")
_POINT = regex(r"(?:^|[。；：，\s])[0-9０-９一二三四五六七八九十]{1,3}$")
_LONGEST_POINT = 4
"""Characters of a point's number and of the mark before it."""
_DOUBLED = regex(r"([，。、；：])[，。、；：]+")
_LIST = regex(r"(?:“[^“”]*”|《[^《》]*》)(?:、(?:“[^“”]*”|《[^《》]*》))+")
_STILL_OPEN = regex("“[^”]*?“")
_STRAY_BLANK = regex(
    r"[ \u3000](?:(?<=[\u4e00-\u9fff].)[ \u3000]*(?=[，。、；：？！）》”])|(?<=[（《“，。、；：？！].)[ \u3000]*(?=[\u4e00-\u9fff]))"
)
_DOTS = regex(r"(?<=[\u4e00-\u9fff])(?:\.{3,}|。{3,})")


@rule(
    "C106",
    "unpaired-mark",
    Severity.WARNING,
    zh="“{found}”没有与它成对的另一半",
    en="{found} lacks its other half",
    hint_zh="补上缺的一半，或者删去多的一半",
    hint_en="add the missing half or take this one out",
)
def unpaired_mark(document: Document) -> Iterator[Hit]:
    """A quotation mark, book title mark or bracket without its other half in the same paragraph.

    规则: 引号、书名号、括号要成对。
    原因: 缺了一半，读的人不知道引到哪里为止。
    Why: the reader cannot tell where the quotation ends.
    Bad: 打造栏目，同时，“《家教有方》在电台直播。
    Bad: 制定《方案，并组织实施。
    Bad: 全区（含镇街开展活动。
    Good: 打造栏目，同时，《家教有方》在电台直播，“有方”品牌（第一期）。
    Good: 任务如下：1）宣传；2）培训。
    Source: GB/T 15834—2011, 4.8, 4.9, 4.15.
    """
    for paragraph in document.paragraphs if _left_over(document.text) else ():
        for at in _unpaired(paragraph):
            yield hit(paragraph, (at, at + 1))


def _left_over(text: str) -> bool:
    """Whether marks are left when all are taken away that pair, the inner ones first."""
    marks, fewer = "", "".join(_MARKS_BY_LINE.findall(text)).translate(_SAME)
    while len(marks) != len(fewer):
        marks = fewer
        for opener, closer in _CLOSERS.items():
            fewer = fewer.replace(opener + closer, "")
    return not marks.isspace() and bool(marks)


def _unpaired(paragraph: Paragraph) -> list[int]:
    text = paragraph.text
    one_at_a_time = _lacks_closing(text)
    opened: list[tuple[str, int]] = []
    awaited: Counter[str] = Counter()
    faulty: list[int] = []
    for match in _MARKS.finditer(text):
        mark = match[0].translate(_SAME)
        if mark in _CLOSERS:
            if mark == "“" and one_at_a_time and awaited["”"]:
                faulty.append(opened.pop(_last_quotation(opened))[1])
                awaited["”"] -= 1
            opened.append((mark, match.start()))
            awaited[_CLOSERS[mark]] += 1
        elif awaited[mark]:
            while (closer := _CLOSERS[opened[-1][0]]) != mark:
                faulty.append(opened.pop()[1])
                awaited[closer] -= 1
            opened.pop()
            awaited[mark] -= 1
        elif not (mark == "）" and _ends_point(text, match.start())) and not _apostrophe(text, match):
            faulty.append(match.start())
    return sorted([*faulty, *(at for _, at in opened)])


def _lacks_closing(text: str) -> bool:
    return text.count("“") > text.count("”")


def _last_quotation(opened: list[tuple[str, int]]) -> int:
    return next(index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == "“")


def _ends_point(text: str, at: int) -> bool:
    """Whether a number that begins a point, as 1）, ends here."""
    return _POINT.search(text, max(at - _LONGEST_POINT, 0), at) is not None


def _apostrophe(text: str, match: re.Match[str]) -> bool:
    return match[0] == "’" and text[match.start() - 1 : match.start()].isascii()


@rule(
    "C107",
    "nested-double-quotes",
    Severity.WARNING,
    zh="引号里面又用了双引号",
    en="double quotation marks within double quotation marks",
    hint_zh="里面一层用单引号‘’",
    hint_en="write ‘ ’ within “ ”",
    sign="“[^”]*“",
)
def nested_double_quotes(document: Document) -> Iterator[Hit]:
    """Double quotation marks directly within double quotation marks.

    规则: 引号里面再用引号，外层用双引号，里层用单引号。
    原因: 两层都用双引号，分不清哪里是里层。
    Why: with the same marks at both levels the inner quotation cannot be told.
    Bad: 按照“建立“头雁村”比例达到70%”的目标开展工作。
    Good: 按照“建立‘头雁村’比例达到70%”的目标开展工作。
    Source: GB/T 15834—2011, 4.8.3.4.
    """
    for paragraph in document.holding(_STILL_OPEN):
        if _lacks_closing(paragraph.text):
            continue
        depth = 0
        for match in re.finditer("[“”]", paragraph.text):
            depth = depth + 1 if match[0] == "“" else max(depth - 1, 0)
            if depth > 1 and match[0] == "“":
                yield hit(paragraph, match)


@rule(
    "C108",
    "comma-between-quotes",
    Severity.NOTICE,
    zh="并列的引号或书名号之间通常不用顿号",
    en="、 usually does not stand between adjoining quotations or titles",
    hint_zh="可以写成 {better}",
    hint_en="write {better}",
    sign="[”》]、[“《]",
)
def comma_between_quotes(document: Document) -> Iterator[Hit]:
    """An enumeration of nothing but quotations (or titles) with 、 between them.

    规则: 并列的引号之间、书名号之间通常不用顿号。
    原因: 引号和书名号已经把各项分开；各项之间插有别的成分时才用顿号。
    Why: the marks part the items already; 、 is right only where other words stand between.
    Bad: 落实“第一议题”、“三会一课”等制度。
    Good: 落实“第一议题”“三会一课”等制度。
    Good: 宣传《婚姻法》、新修订《妇女权益保障法》、《反家庭暴力法》。
    Source: GB/T 15834—2011, 4.5.3.5 (“通常不用”).
    """
    for paragraph, match in matches(document, _LIST):
        before, after = paragraph.text[: match.start()], paragraph.text[match.end() :]
        if not _mixed(before, after):
            better = re.sub(r"(?<=[”》])、(?=[“《])", "", match[0])
            yield hit(paragraph, match, better=better)


def _mixed(before: str, after: str) -> bool:
    """Whether the enumeration goes on with an item that has words of its own beside the marks."""
    clause = re.split("[，。；：]", before)[-1]
    return "、" in clause or after.startswith("、") or bool(re.match(r"(?!等)[\u4e00-\u9fff]{1,6}、|（", after)) or clause.endswith("）")


@rule(
    "C109",
    "doubled-marks",
    Severity.WARNING,
    zh="标点重复：“{found}”",
    en="marks stand side by side: {found}",
    hint_zh="只留一个",
    hint_en="keep one",
    sign="[，。、；：]{2}",
)
def doubled_marks(document: Document) -> Iterator[Hit]:
    """Two pause marks side by side.

    规则: 句读标点不能连用。
    原因: 多半是删改时留下的。
    Why: an edit left one behind.
    Bad: 完成任务。。下一步继续努力。
    Bad: 完成任务，。
    Good: 完成任务。下一步继续努力……
    Source: GB/T 15834—2011, 4.
    """
    for paragraph, match in matches(document, _DOUBLED):
        if len(set(match[0])) > 1 or len(match[0]) == 2:
            yield hit(paragraph, match, match[1] if len(set(match[0])) == 1 else None)


@rule(
    "C110",
    "blank-beside-mark",
    Severity.NOTICE,
    zh="标点旁边多了空格",
    en="a blank beside a punctuation mark",
    hint_zh="删去空格",
    hint_en="take the blank out",
    sign=r"\p{Han}[ 　][ 　]*[，。、；：？！）》”]|[（《“，。、；：？！][ 　]+\p{Han}",
)
def blank_beside_mark(document: Document) -> Iterator[Hit]:
    """A blank beside a full-width mark, such as a line folded by YAML brings along.

    规则: 中文标点前后不加空格。
    原因: 标点本身占一个字的位置，多了空格就不齐。
    Why: a full-width mark brings its own room.
    Bad: 开展心理健康服务 ，取得成效。
    Bad: 开展心理健康服务， 取得成效。
    Good: 开展心理健康服务，取得成效。
    Good: 开展“智赋湾区 科创她力量”活动。
    Source: GB/T 15834—2011, 5.1.
    """
    for paragraph, match in matches(document, _STRAY_BLANK):
        yield hit(paragraph, match, "")


@rule(
    "C111",
    "typed-ellipsis",
    Severity.WARNING,
    zh="省略号写成了“{found}”",
    en="an ellipsis typed as {found}",
    hint_zh="用六个小圆点“……”",
    hint_en="write ……",
    sign=r"\.{3}|。{3}",
)
def typed_ellipsis(document: Document) -> Iterator[Hit]:
    """Full stops typed for an ellipsis.

    规则: 省略号是“……”。
    原因: 用句点代替，字数和位置都不对。
    Why: three stops have neither the width nor the height of ……
    Bad: 开展宣传、培训、慰问...等活动。
    Good: 开展宣传、培训、慰问……
    Source: GB/T 15834—2011, 4.11.
    """
    for paragraph, match in matches(document, _DOTS):
        yield hit(paragraph, match, "……")
