"""Rows of indicators gathered by their upper levels, with the sums that a score table prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reportgen.expressions.arithmetic import nearest, number_of, total
from reportgen.expressions.records import Names, Record

_NAMES = Names(
    {"名称": "name", "分值": "weight", "得分": "score", "扣分": "lost", "得分率": "rate", "指标": "rows", "下级": "groups"},
    {"name": "名称", "weight": "分值", "score": "得分", "lost": "扣分", "rate": "得分率", "rows": "指标", "groups": "下级"},
)
_DECIMALS = 2


def subtotals(rows: Iterable[Mapping[str, Any]], *levels: str) -> list[Record]:
    """Neighbouring rows of one name as groups: name 名称, weight 分值, score 得分, lost 扣分, rate 得分率 (%), rows 指标, groups 下级.

    `levels` are the fields that name the groups from the outermost; without them level1 and level2. A row that names
    none belongs with the row above. What a row lacks, its group has no sum of.
    """
    return _grouped(list(rows), levels or ("level1", "level2"))


def _grouped(rows: Sequence[Mapping[str, Any]], levels: Sequence[str]) -> list[Record]:
    if not levels:
        return []
    runs: list[tuple[str, list[Mapping[str, Any]]]] = []
    for row in rows:
        name = row.get(levels[0]) or ""
        if runs and name in ("", runs[-1][0]):
            runs[-1][1].append(row)
        else:
            runs.append((name, [row]))
    return [_group(name, run, levels[1:]) for name, run in runs]


def _group(name: str, rows: list[Mapping[str, Any]], deeper: Sequence[str]) -> Record:
    group = Record({"name": name, "rows": rows, "groups": _grouped(rows, deeper)}, _NAMES)
    weight, score = _sum(rows, "weight"), _sum(rows, "score")
    if weight is not None:
        group["weight"] = weight
    if score is not None:
        group["score"] = score
    if weight is not None and score is not None:
        group["lost"] = weight - score
        if weight:
            group["rate"] = nearest(Decimal(score) / Decimal(weight) * 100, _DECIMALS)
    return group


def _sum(rows: Iterable[Mapping[str, Any]], field: str) -> Any:
    """The sum of a field; None where a row lacks it, or holds no number."""
    values = [number_of(row.get(field)) for row in rows]
    if any(not isinstance(value, int | Decimal) or isinstance(value, bool) for value in values):
        return None
    return total(values, 0)
