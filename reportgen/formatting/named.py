"""What the names of styles say: Word's own, those of WPS, LibreOffice, pandoc and python-docx, and those that offices give."""

from __future__ import annotations

import re
from functools import cache

from reportgen.formatting.parts import HEADINGS, Role

_KNOWN: dict[str, Role] = {
    "title": "title",
    "subtitle": "subtitle",
    "salutation": "addressee",
    "attachment": "attachment",
    "attachment note": "attachment_note",
    "signature": "signature",
    "closing": "signature",
    "date": "date",
    "caption": "caption",
    "table caption": "caption",
    "image caption": "caption",
    "illustration": "caption",
    "table text": "table",
    "table contents": "table",
    "table heading": "table_heading",
    "author": "subtitle",
    "contents heading": "contents",
    "toc heading": "contents",
    "footnote text": "note",
    "endnote text": "note",
    "body text": "body",
    "first paragraph": "body",
    "compact": "body",
    "text body": "body",
}
_PATTERNS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"toc \d"), "contents"),
    (re.compile(r"目录.*"), "contents"),
    (re.compile(r"(?:公文|报告|文件|大|主)标题|.*总标题|标题"), "title"),
    (re.compile(r".*副标题"), "subtitle"),
    (re.compile(r".*(?:主送|抬头|称呼).*"), "addressee"),
    (re.compile(r"附件说明.*"), "attachment_note"),
    (re.compile(r"附件(?:标记|标识|号|序号)?"), "attachment"),
    (re.compile(r".*(?:题注|表题|图题|图名|表名)"), "caption"),
    (re.compile(r".*(?:表头|表格标题)"), "table_heading"),
    (re.compile(r"表格?(?:正文|文字|内容|内文)|表格"), "table"),
    (re.compile(r".*(?:落款|署名|发文机关)"), "signature"),
    (re.compile(r".*(?:日期|成文时间)"), "date"),
    (re.compile(r"(?:公文|报告)?正文.*|body text.*|正文文本.*|list (?:number|bullet|continue).*"), "body"),
)
_LEVELS = {**{digit: n for n, digit in enumerate("12345", 1)}, **{digit: n for n, digit in enumerate("一二三四五", 1)}}
_HEADING = re.compile(r"(?:heading|标题|公文标题|小标题)\s*([1-5一二三四五])(?:级)?|.*([1-5一二三四五])级标题|(?:level|h)\s*([1-5])")


@cache
def role_of_style(name: str) -> Role | None:
    """The role that a style's name tells; None where it tells none (`Normal`, `List Paragraph`)."""
    plain = " ".join(name.casefold().split())
    if heading := _HEADING.fullmatch(plain):
        level = _LEVELS[next(group for group in heading.groups() if group)]
        return HEADINGS[level - 1]
    if plain in _KNOWN:
        return _KNOWN[plain]
    return next((role for pattern, role in _PATTERNS if pattern.fullmatch(plain)), None)
