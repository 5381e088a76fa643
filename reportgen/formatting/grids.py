"""Tables as figures: which column holds what, which line is a total, and the numbers in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from reportgen.findings import Place
from reportgen.formatting.manuscript import Table
from reportgen.values import dataclass

Kind: TypeAlias = Literal["weight", "score", "rate", "budget", "executed", "amount", "other"]
"""What a column holds: `amount` is money that has no closer name, `other` what cannot be added."""

_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"率|比例|占比|％|%"), "rate"),
    (re.compile(r"分值|权重|满分|标准分"), "weight"),
    (re.compile(r"得分|评分|自评分"), "score"),
    (re.compile(r"序号|年度指标|指标值|完成值|目标|单价|年份|编号|电话|备注|原因|措施|名称|内容|单位$"), "other"),
    (re.compile(r"执行数|执行额|决算|支出数|支出额|实际支出|完成数"), "executed"),
    (re.compile(r"预算"), "budget"),
    (re.compile(r"金额|数额|经费|资金|合计|小计|支出|收入|万元|元）?$|数量|人数|个数"), "amount"),
)
_UNKNOWN: tuple[Kind, str] = ("other", "")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_UNITS = re.compile(r"(?:万元|亿元|元|分|%|％)$")
_TOTAL = re.compile(r"(?:合计|总计|共计|总分|总得分|自评总分)(?:[（(].*)?")
_LONGEST = 20
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell."""

    value: Decimal
    text: str
    """As written."""
    percent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table that holds numbers."""

    row: int
    """From 0."""
    label: str
    """Its first words."""
    numbers: dict[int, Number]
    """By column."""
    columns: dict[int, tuple[Kind, str]]
    """What the columns hold here, with their titles."""
    total: bool
    block: int
    """How many heads with lines of their own stand above: parts of a form that share a table."""

    def of(self, kind: Kind) -> list[tuple[int, Number]]:
        """The line's numbers of one kind, from left to right."""
        return [(column, number) for column, number in sorted(self.numbers.items()) if self.columns.get(column, _UNKNOWN)[0] == kind]


def number_in(text: str) -> Number | None:
    """The number that a cell is; None for words and blanks."""
    plain = _BLANKS.sub("", text)
    bare = _UNITS.sub("", plain)
    if not _NUMBER.fullmatch(bare) or len(bare) > _LONGEST:
        return None
    return Number(Decimal(bare.replace(",", "").replace("，", "")), plain, plain.endswith(("%", "％")))


def lines_of(table: Table) -> Iterator[Line]:
    """The lines with numbers, each with what its columns hold by the heads above it."""
    columns: dict[int, tuple[Kind, str]] = {}
    counted, block = False, 0
    for row, texts in enumerate(table.rows):
        numbers = {column: number for column, text in enumerate(texts) if (number := number_in(text)) is not None}
        label = _label(texts)
        titles = {column: title for column, text in enumerate(texts) if (title := _title(text)) is not None}
        if not numbers and titles:
            if counted and len(titles) > 1:
                columns, counted, block = {}, False, block + 1
            columns |= titles
        elif titles and len(titles) >= 2 and len(titles) > len(numbers):
            columns |= titles
        if numbers:
            counted = True
            yield Line(row, label, numbers, dict(columns), bool(_TOTAL.fullmatch(label)), block)


def place_of(table: Table, row: int) -> Place:
    """Where a row begins."""
    first = table.place
    return Place(first.part, table=first.table, row=first.row if table.nested else row + 1, cell=1, block=first.block)


def _label(texts: Sequence[str]) -> str:
    return next((_BLANKS.sub("", text) for text in texts if text.strip() and number_in(text) is None), "")


def _title(text: str) -> tuple[Kind, str] | None:
    """What a head's words say of their column; None where they say nothing."""
    plain = _BLANKS.sub("", text)
    if not plain or len(plain) > _LONGEST or number_in(text) is not None:
        return None
    return next(((kind, plain) for pattern, kind in _KINDS if pattern.search(plain)), None)
