"""Numbers of official documents: 番编〔2022〕68号."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.document import Document
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_HAN = "\u4e00-\u9fff"
_YEAR = regex(rf"[\[【（(［﹝](?<=[{_HAN}].)((?:19|20)\d{{2}})[\]】）)］﹞](?=\s*第?\s*\d+\s*号)")
_WORDY = regex(r"(?<=〔\d{4}〕)(?:第\s*0*|0+)(\d+)(?=\s*号)")
_SHORT = regex(rf"〔(?<=[{_HAN}]〔)(\d{{2}})〕(?=\s*\d+\s*号)")


@rule(
    "C141",
    "brackets-of-document-number",
    Severity.WARNING,
    zh="文号的年份用了“{found}”",
    en="the year of a document number stands in {found}",
    hint_zh="用六角括号：“{fix}”",
    hint_en="write {fix}",
    sign=r"\p{Han}[\[【（(［﹝](?:19|20)\p{Nd}{2}[\]】）)］﹞]",
)
def brackets_of_document_number(document: Document) -> Iterator[Hit]:
    """The year of a document number in brackets other than 〔〕.

    规则: 文号里的年份用六角括号“〔〕”。
    原因: 方括号、圆括号、方头括号各有别的用处。
    Why: other brackets have other uses.
    Bad: 根据通知（番编[2022]68号）
    Bad: 穗财行【2021】68号
    Good: 根据通知（番编〔2022〕68号），见附件（2022）和“妇女【2022】”。
    Source: GB/T 9704—2012, 7.2.5.
    """
    for paragraph, match in matches(document, _YEAR):
        yield hit(paragraph, match, f"〔{match[1]}〕")


@rule(
    "C142",
    "padded-document-number",
    Severity.WARNING,
    zh="文号的序号写成了“{found}”",
    en="the serial of a document number is written {found}",
    hint_zh="不加“第”，不编虚位：“{better}”；发文机关就是这样编的，照原样",
    hint_en="write {better}, unless it was issued like this",
    sign="〕[第0]",
)
def padded_document_number(document: Document) -> Iterator[Hit]:
    """第 or a leading zero in the serial of a document number.

    规则: 文号的序号不加“第”，不编虚位。
    原因: 照发文机关的原样才查得到。
    Why: the number is found only as it was issued.
    Bad: 番编〔2022〕第68号
    Bad: 番编〔2022〕068号
    Good: 番编〔2022〕68号，财政部令第68号
    Source: GB/T 9704—2012, 7.2.5.
    """
    for paragraph, match in matches(document, _WORDY):
        yield hit(paragraph, match, better=match[1])


@rule(
    "C143",
    "short-year-of-document-number",
    Severity.WARNING,
    zh="文号的年份“{found}”没有写全",
    en="the year of the document number {found} is not written in full",
    hint_zh="写四位数",
    hint_en="write four digits",
    sign=r"〔\p{Nd}{2}〕",
)
def short_year_of_document_number(document: Document) -> Iterator[Hit]:
    """A document number whose year has two digits.

    规则: 文号里的年份写四位数。
    原因: 年份应标全称。
    Why: the standard wants the year in full.
    Bad: 番编〔22〕68号
    Good: 番编〔2022〕68号
    Source: GB/T 9704—2012, 7.2.5.
    """
    for paragraph, match in matches(document, _SHORT):
        yield hit(paragraph, match)
