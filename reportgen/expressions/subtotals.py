"""Rows of indicators gathered by their upper levels, with the sums that a score table prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reportgen.expressions.arithmetic import nearest, number_of, total
from reportgen.expressions.records import Names, Record
from reportgen.regexes import regex

_NAMES = Names(
    {"名称": "name", "分值": "weight", "得分": "score", "扣分": "lost", "得分率": "rate", "指标": "rows", "下级": "groups"},
    {"name": "名称", "weight": "分值", "score": "得分", "lost": "扣分", "rate": "得分率", "rows": "指标", "groups": "下级"},
)
_WEIGHED = Names({"名称": "name", "分值": "weight", "应为": "wanted"}, {"name": "名称", "weight": "分值", "wanted": "应为"})
_DECIMALS = 2
_STATED = regex(r"[（(]\s*(\d{1,5}(?:\.\d{1,4})?)\s*分\s*[）)]$")
"""The points that a level bears in its name."""

LEVELS = ("level1", "level2")
"""The fields that name groups where a template does not say which."""


def subtotals(rows: Iterable[Mapping[str, Any]], *levels: str) -> list[Record]:
    """Neighbouring rows of one name as groups: name 名称, weight 分值, score 得分, lost 扣分, rate 得分率 (%), rows 指标, groups 下级.

    `levels` are the fields that name the groups from the outermost; without them level1 and level2. A row that names
    none belongs with the row above. What a row lacks, its group has no sum of.
    """
    return _grouped(list(rows), levels or LEVELS)


def misweighed(rows: Iterable[Mapping[str, Any]], wanted: Mapping[str, Any] | None = None) -> list[Record]:
    """Groups of rows (see `subtotals`) whose weights do not make what they should: name 名称, weight 分值, wanted 应为.

    What they should make stands in the names of level1 and level2, as in `产出指标（50分）`; or, by a word of level1's name,
    in `wanted`, which judges only rows whose levels are those: each word in just one name.
    """
    groups = subtotals(rows)
    if wanted is None:
        judged = [(group, _stated(group)) for outer in groups for group in (outer, *outer["groups"])]
    else:
        named = {word: [group for group in groups if word in group["name"]] for word in wanted}
        judged = [(found[0], wanted[word]) for word, found in named.items()] if all(len(one) == 1 for one in named.values()) else []
    wrong = [(group, points) for group, points in judged if points is not None and group.get("weight", points) != points]
    return [Record({"name": group["name"], "weight": group["weight"], "wanted": points}, _WEIGHED) for group, points in wrong]


def _stated(group: Record) -> Decimal | None:
    match = _STATED.search(str(group["name"]))
    return Decimal(match[1]) if match else None


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
