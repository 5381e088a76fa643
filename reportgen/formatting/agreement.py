"""Rules over what text and tables of one document say of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.quantities import Quantity, quantities, sentences
from reportgen.findings import Finding
from reportgen.formatting import table_faults as faults
from reportgen.formatting.grids import Kind, Line, Number, lines_of
from reportgen.formatting.parts import Part
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs import Demand

_SCORE = re.compile(r"(?:自评|综合|综合评价)(?:总得分|得分|总分|分)|总得分|总分")
_SCORE_TOTAL = "总分"
_LEADING = re.compile(r"^(?:(?:19|20)\d\d年度?|全年|年度|本单位|本部门|我单位|我部门|其中|部门整体支出|绩效)+")
_TRAILING = re.compile(r"(?:共计?|合计|分别)?(?:为|是|达到?|共)?$")
_OTHER_TIMES = re.compile(r"上年|去年|往年|同比|比上|较上|年初|年末|累计|计划|拟|预计|至今|其中")
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_KINDS: tuple[Kind, ...] = ("budget", "executed", "amount")
_LEAST_LABEL = 4


def agreement(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G516, at the figure in the text."""
    total, rows = _facts(sheet)
    if total is None and not rows:
        return
    for part in sheet.lines:
        if part.role != "body" and not part.run_in:
            continue
        for start, end in sentences(part.block.raw):
            for quantity in quantities(part.block.raw, start, end):
                if not quantity.vague:
                    yield from _compared(sheet, part, quantity, part.block.raw[start:end], total, rows)


def _facts(sheet: Sheet) -> tuple[Number | None, dict[str, list[Number]]]:
    """The total score, and the money of lines whose label stands in one place only."""
    total: Number | None = None
    rows: dict[str, list[Number]] = {}
    seen: set[str] = set()
    for table in sheet.manuscript.tables:
        for line in lines_of(table):
            total = _score_of(line) or total
            money = [number for kind in _KINDS for _, number in line.of(kind)]
            if money and len(line.label) >= _LEAST_LABEL and not line.total:
                rows[line.label] = [] if line.label in seen else money
                seen.add(line.label)
    return total, {label: money for label, money in rows.items() if money}


def _score_of(line: Line) -> Number | None:
    if not line.total:
        return None
    scores = [number for _, number in line.of("score")]
    closing = list(line.numbers.values()) if _SCORE_TOTAL in line.label else []
    return next(reversed(scores or closing), None)


def _compared(
    sheet: Sheet, part: Part, quantity: Quantity, sentence: str, total: Number | None, rows: dict[str, list[Number]]
) -> Iterator[Finding]:
    label = _LEADING.sub("", _TRAILING.sub("", quantity.label))
    in_table: Number | None = None
    if quantity.unit == "分" and total is not None and _SCORE.fullmatch(label):
        in_table = total if quantity.value != total.value else None
    elif quantity.unit in _MONEY and label in rows and not _OTHER_TIMES.search(sentence):
        in_table = rows[label][-1] if not any(_same(quantity, number) for number in rows[label]) else None
    if in_table is not None:
        words = {"label": label, "shown": quantity.shown, "wanted": in_table.text}
        yield from found(faults.CONTRADICTED, Demand("usual"), [sheet.span(part, quantity.shown)], **words)


def _same(quantity: Quantity, number: Number) -> bool:
    """Whether a table's number, in whatever unit of money it stands, is the text's."""
    worth = quantity.value * _MONEY[quantity.unit]
    return any(number.value * unit == worth for unit in _MONEY.values())
