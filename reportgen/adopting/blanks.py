"""Where a line leaves room to be filled in: lines of underscores, ××, prompts in brackets, highlighted or grey words, open dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportgen.formatting import Block, Run
from reportgen.values import dataclass

Kind = Literal["blank", "prompt", "date", "year", "department", "number", "none"]

_GAP = r"(?:_|＿|﹍|—{2,}|×|✕|□(?=\s*年)|[xX]{2,}|\*{2,}|○{2,}|〇{2,}|\u3000|[ \xa0])"
_DATE = re.compile(rf"(?:20)?{_GAP}*(?:20\d\d)?{_GAP}*年{_GAP}+月{_GAP}+[日号]|20\d\d年{_GAP}*月{_GAP}*[日号]")
_DAY = re.compile(
    r"\s*(?:20\d\d|[二][〇○零一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*"
)
"""A date that is a line of its own: that of last year's report."""
_YEAR = re.compile(r"(?:20)?(?:_{2,}|＿{2,}|×{1,4}|[xX]{2,4}|\*{2,4}|○{2,4}|〇{2,4})(?=年)|[ \u3000]{2,}(?=年度)")
_ANY = r"(?:[_＿×✕*○〇]{1,}|[xX]{2,}|某+)"
_DISTRICT = r"(?:(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,3}[省市区县州]){1,3})?"
_DEPARTMENT = re.compile(
    rf"{_DISTRICT}(?:{_ANY}[省市区县州镇乡]){{0,3}}{_ANY}(?:局|委员会|委|办公室|办|联合会|协会|中心|医院|学院|法院|检察院|部门|厅|处|街道办事处|街道|镇|单位|学校)"
    r"|(?:部门|单位)名称(?=[（(](?:盖章|公章|签章|章)[）)]$)"
)
_BLANK = re.compile(r"[_＿﹍]{2,}|[×✕]{2,}|[xX]{2,}|\*{2,}|○{2,}|〇{2,}|(?<=[：:])[ \u3000\t]{3,}")
_PROMPT = re.compile(
    r"[（(](?:请|填|此处|简述|说明|描述|列出|列示|包括|主要(?:写|说明|反映|介绍)|简要|如[：:，]|例如|概述|介绍|可|应|需|按|结合|待|注[：:])[^（）()]{0,400}[）)]"
    r"|[（(][^（）()]{0,200}(?:填写|\d字(?:以内|左右))[^（）()]{0,200}[）)]"
    r"|【(?!\d{4}】)[^【】]{0,400}】|〔(?!\d)[^〔〕]{0,60}〕|\[(?!\d)[^\[\]]{1,100}\]|<[^<>]{1,100}>|待填|(?:…{1,}|\.{3,})(?=[。；，]?$)"
)
_NUMBER = re.compile(
    r"(?<![\d.,A-Za-z〔（(第])(\d[\d,]*(?:\.\d+)?)(?=万元|亿元|元|%|％|分(?!别|析|类|项|期|解|工|布|局|管|为)|人(?!员|民|次|大|才))"
)
_GRADE = re.compile(r"等[级次](?:[为是]|[：:])?\s*[“\"]?(优秀?|良好?|中等?|合格|较?差|不合格|待改进)(?=[”\"]?(?:[，。；、）)]|等[级次]|$))")
SAY_NOTHING = r"(?:如|若)?(?:确实?)?(?:没有|无)(?:的|此项|内容)?，?(?:请|则|就|可)?(?:填写|写明|注明|写|填)[“\"‘']?无[”\"’']?"
"""The words by which a form asks for 无 where there is nothing to say."""
_NOTHING = re.compile(rf"[（(]?(?:无|{SAY_NOTHING})[）)]?[。；]?")
_GREY = re.compile(r"(?:[7-9A-D][0-9A-F]){3}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A stretch of a line that is to be filled in."""

    start: int
    end: int
    kind: Kind
    words: str


def line_of(block: Block) -> str:
    """A paragraph's text, underlined blanks as underscores."""
    return "".join(_shown(run) for run in block.runs)


def blanks(block: Block) -> list[Blank]:
    """The stretches to be filled in, in order, none within another; numbers with a unit and grades come as `number`."""
    text = line_of(block)
    if _NOTHING.fullmatch(text.strip()):
        return [Blank(0, len(text), "none", text.strip())]
    if _DAY.fullmatch(text):
        return [Blank(0, len(text), "date", text)]
    found = sorted([*_marked(block), *_typed(text)], key=lambda blank: (blank.start, -blank.end))
    kept: list[Blank] = []
    for blank in found:
        if not kept or blank.start >= kept[-1].end:
            kept.append(blank)
    return kept


def _typed(text: str) -> Iterator[Blank]:
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("date", _DATE),
        ("year", _YEAR),
        ("department", _DEPARTMENT),
        ("prompt", _PROMPT),
        ("blank", _BLANK),
        ("number", _NUMBER),
    )
    for kind, pattern in patterns:
        yield from (Blank(match.start(), match.end(), kind, match[0]) for match in pattern.finditer(text))
    yield from (Blank(match.start(1), match.end(1), "number", match[1]) for match in _GRADE.finditer(text))


def _marked(block: Block) -> Iterator[Blank]:
    """Words that are highlighted or grey: prompts by their look."""
    position = 0
    begun: int | None = None
    text = line_of(block)
    for run in block.runs:
        end = position + len(run.text)
        if _is_prompt(run):
            begun = position if begun is None else begun
        elif begun is not None:
            yield Blank(begun, position, "prompt", text[begun:position])
            begun = None
        position = end
    if begun is not None and text[begun:position].strip():
        yield Blank(begun, position, "prompt", text[begun:position])


def _is_prompt(run: Run) -> bool:
    return bool(run.text.strip()) and (bool(run.letters.highlight) or bool(_GREY.fullmatch(run.letters.color)))


def _shown(run: Run) -> str:
    """A run's text; underlined blanks are a line to write on."""
    if run.letters.underline and not run.text.strip(" \u3000\t\xa0_＿"):
        return "_" * max(len(run.text), 2)
    return run.text
