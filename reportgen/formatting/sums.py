"""Rules over the figures in tables: columns add up, rates are their amounts', scores keep within weights and make the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from reportgen.checks.quantities import percentage
from reportgen.findings import Finding
from reportgen.formatting import table_faults as faults
from reportgen.formatting.grids import Line, Number, lines_of, place_of
from reportgen.formatting.manuscript import Table
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs import Demand

_ADDED = ("weight", "score", "budget", "executed", "amount")
_CENT = Decimal("0.01")
_FULL = Decimal(100)
_OF_FUNDS = ("其中", "当年", "上年", "财政", "其他", "本年", "结转", "单位", "中央", "省", "市", "区", "专户")
_FUNDS = "资金总额"
_SCORE_TOTAL = ("总分", "总得分", "自评总分")


def sums(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G511 to G515."""
    open_scores, open_weights = Decimal(0), Decimal(0)
    for table in sheet.manuscript.tables:
        lines = list(lines_of(table))
        for line in lines:
            yield from _rate(sheet, table, line)
            yield from _above(sheet, table, line)
        yield from _columns(sheet, table, lines)
        yield from _funds(sheet, table, lines)
        closing = next((line for line in lines if line.label in _SCORE_TOTAL), None)
        open_scores += sum((_last(line, "score") for line in lines if not line.total), Decimal(0))
        open_weights += sum((_last(line, "weight") for line in lines if not line.total), Decimal(0))
        if closing is not None:
            yield from _total(sheet, table, closing, open_scores, open_weights)
            open_scores, open_weights = Decimal(0), Decimal(0)


def _last(line: Line, kind: str) -> Decimal:
    """The finest of a line's weights, or its score: tables with several levels give each its own column."""
    numbers = line.of("weight" if kind == "weight" else "score")
    return numbers[-1][1].value if numbers else Decimal(0)


def _rate(sheet: Sheet, table: Table, line: Line) -> Iterator[Finding]:
    """A line's rate of execution against its own budget and what was spent."""
    wholes, parts = line.of("budget"), line.of("executed")
    rates = [number for column, number in line.of("rate") if "执行率" in line.columns[column][1] or "完成率" in line.columns[column][1]]
    if not wholes or len(parts) != 1 or len(rates) != 1 or not wholes[-1][1].value:
        return
    rate, part, whole = rates[0], parts[0][1], wholes[-1][1]
    decimals = max(-int(rate.value.as_tuple().exponent), 0)
    if not rate.percent and rate.value <= 1:
        return
    right = percentage(part.value, whole.value, decimals)
    cut = (part.value * 100 / whole.value).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
    if rate.value not in (right, cut):
        words = {"shown": rate.text, "part": part.text, "whole": whole.text, "right": percentage(part.value, whole.value, max(decimals, 2))}
        yield from found(faults.RATE, Demand("usual"), [sheet.at(place_of(table, line.row), rate.text)], **words)


def _above(sheet: Sheet, table: Table, line: Line) -> Iterator[Finding]:
    for column, score in line.of("score"):
        weights = [weight for at, weight in line.of("weight") if at < column]
        if weights and score.value > weights[-1].value and not line.total:
            place = [sheet.at(place_of(table, line.row), score.text)]
            yield from found(faults.ABOVE, Demand("must"), place, label=line.label, shown=score.text, wanted=weights[-1].text)


def _columns(sheet: Sheet, table: Table, lines: Sequence[Line]) -> Iterator[Finding]:
    """Totals at the foot of their lines; lines that are themselves parts of others (其中, 小计) leave it open what adds up."""
    for n, total in enumerate(lines):
        parts = [line for line in lines[:n] if line.block == total.block]
        if not total.total or total.label in _SCORE_TOTAL or len(parts) < 2 or any(_is_part(line) or line.total for line in parts):
            continue
        for column, shown in sorted(total.numbers.items()):
            kind, title = total.columns.get(column, ("other", ""))
            values = [line.numbers[column].value for line in parts if column in line.numbers]
            if kind in _ADDED and len(values) > 1:
                yield from _sum(sheet, table, total, title, shown, sum(values, Decimal(0)))


def _is_part(line: Line) -> bool:
    return line.label.startswith(("其中", "小计")) or line.label.endswith("小计")


def _funds(sheet: Sheet, table: Table, lines: Sequence[Line]) -> Iterator[Finding]:
    """资金总额 over its sources below it."""
    for n, total in enumerate(lines):
        following = lines[n + 1 : n + 2]
        if not total.label.endswith(_FUNDS) and not any(_FUNDS in text for text in table.rows[total.row]):
            continue
        if not following or not any("其中" in text for text in table.rows[following[0].row]):
            continue
        parts = []
        for line in lines[n + 1 :]:
            if not any(text.startswith(_OF_FUNDS) for text in table.rows[line.row] if text):
                break
            parts.append(line)
        for column, shown in sorted(total.numbers.items()):
            kind, title = total.columns.get(column, ("other", ""))
            values = [line.numbers[column].value for line in parts if column in line.numbers]
            if kind in ("budget", "executed", "amount") and values:
                yield from _sum(sheet, table, total, title, shown, sum(values, Decimal(0)))


def _sum(sheet: Sheet, table: Table, total: Line, title: str, shown: Number, right: Decimal) -> Iterator[Finding]:
    off = abs(shown.value - right)
    if off:
        demand = Demand("practice" if off <= _CENT else "usual")
        place = [sheet.at(place_of(table, total.row), shown.text)]
        yield from found(faults.SUM, demand, place, column=title, label=total.label, shown=shown.text, right=right)


def _total(sheet: Sheet, table: Table, line: Line, scores: Decimal, weights: Decimal) -> Iterator[Finding]:
    """A line 总分, which closes all tables of a form: the score alone, or the weights and the score."""
    place = place_of(table, line.row)
    given = [number for _, number in sorted(line.numbers.items())][-2:]
    if given and scores and given[-1].value != scores:
        words = {"what_zh": "得分", "what_en": "scores", "label": line.label, "shown": given[-1].text, "right": scores}
        yield from found(faults.TOTAL, Demand("usual"), [sheet.at(place, given[-1].text)], **words)
    full = given[0].value if len(given) > 1 else _FULL
    if weights and weights != full:
        yield from found(faults.WEIGHTS, Demand("usual"), [sheet.at(place, line.label)], right=weights, shown=full)
