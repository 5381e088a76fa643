"""Charts as values: categories, series of exact numbers, and how large they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias

from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import number_of
from reportgen.expressions.budget import current_budget
from reportgen.expressions.official import Official
from reportgen.expressions.printing import text_of
from reportgen.values import dataclass

KINDS = {"column": "柱形图", "bar": "条形图", "line": "折线图", "pie": "饼图"}
"""Kinds of charts, and what clerks call them."""
MOST_SERIES, MOST_CATEGORIES = 12, 200
_ENOUGH = MOST_CATEGORIES + 1
"""As many as it takes to see that there are too many."""
_COST = 40_000
"""Steps of drawing one: its workbook takes milliseconds."""
_WORDS = {
    "分类": "categories",
    "系列": "series",
    "标题": "title",
    "单位": "unit",
    "宽": "width",
    "高": "height",
    "题注": "caption",
    "名称": "name",
}

Value: TypeAlias = Decimal | int | None


@dataclass(frozen=True)
class Chart(Official):
    """A chart that Word draws and edits: `Chart("column", ["甲项目", "乙项目"], {"预算数": [120, 80], "执行数": [118, 80]}, unit="万元")`.

    Values may be None: nothing is drawn there. A pie has one series. With a `caption` it is numbered as a figure, and
    `name` is what references call it. Width and height are in clerks' words (`150mm`, `8厘米`).

    Raises:
        ValueError: another kind; no or too many categories or series; a series that is longer or shorter than the categories.
    """

    kind: str
    categories: Sequence[str]
    series: Mapping[str, Sequence[Value]]
    title: str = ""
    unit: str = ""
    width: str = "150mm"
    height: str = "80mm"
    caption: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        kind = next((one for one, word in KINDS.items() if self.kind in (one, word)), "")
        if not kind:
            raise ValueError(f"没有“{self.kind}”，有：{'、'.join(KINDS.values())} / kinds: {', '.join(KINDS)}")
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "categories", tuple(map(_words, islice(self.categories, _ENOUGH))))
        series = islice(self.series.items(), MOST_SERIES + 1)
        object.__setattr__(self, "series", {_words(name): tuple(map(_value, islice(values, _ENOUGH))) for name, values in series})
        most = 1 if kind == "pie" else MOST_SERIES
        if not 1 <= len(self.series) <= most:
            raise ValueError(f"系列应有 1 到 {most} 个，现有 {len(self.series)} 个 / 1 to {most} series, not {len(self.series)}")
        wanted = len(self.categories)
        if not 1 <= wanted <= MOST_CATEGORIES:
            raise ValueError(f"分类应有 1 到 {MOST_CATEGORIES} 个，现有 {wanted} 个 / 1 to {MOST_CATEGORIES} categories, not {wanted}")
        for name, values in self.series.items():
            if len(values) != wanted:
                raise ValueError(f"系列“{name}”有 {len(values)} 个数，分类有 {wanted} 个 / {len(values)} values for {wanted} categories")

    def __str__(self) -> str:
        return self.caption or self.title


def chart(kind: str, categories: Iterable[Any] = (), series: Mapping[str, Iterable[Any]] | None = None, **given: Any) -> Chart:
    """A chart for `{{p … }}`; `given` are the other fields of `Chart`, under their English names or 分类 系列 标题 单位 宽 高 题注 名称.

    Raises:
        ValueError: see `Chart`.
        TypeError: another name.
    """
    current_budget().step(_COST)
    named = {_WORDS.get(key, key): value for key, value in given.items()}
    named = {"categories": categories, "series": series or {}} | {key: _plain(key, value) for key, value in named.items()}
    return Chart(kind, **named)


def _plain(key: str, value: Any) -> Any:
    """Words of a call; what is blank there stands for nothing."""
    if key in ("categories", "series"):
        return value
    return "" if isinstance(value, Absent) else text_of(value)


def _words(value: Any) -> str:
    return "" if isinstance(value, Absent) else text_of(value)


def _value(value: Any) -> Value:
    number = None if value is None else number_of(value)
    return number if isinstance(number, int | Decimal) and not isinstance(number, bool) else None
