"""What an indicator scores: its weight, its target and what was attained, as they are written in a form."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import Exact, calculate, nearest, number_of
from reportgen.expressions.printing import text_of
from reportgen.regexes import regex
from reportgen.values import dataclass

_DECIMALS = 2
_LONGEST = 100
_SIGNS = ("≥", "≤", "=", ">", "<")
_AT_MOST = ("≤", "<", "<=", "不超过", "不高于", "不多于", "不大于", "低于", "以下", "及以下", "以内")
_MEASURE = regex(
    r"(?P<sign>≥|≤|>=|<=|>|<|=|不少于|不低于|不小于|达到|不超过|不高于|不多于|不大于|低于|高于)?"
    r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?P<unit>[^\d,.]*?)(?P<side>及以上|以上|及以下|以下|以内)?"
)


@dataclass(frozen=True, slots=True)
class _Measure:
    """`≥90%`: 90, in %, to be reached; `30天以内`: 30 天, not to be passed."""

    number: Exact
    unit: str = ""
    at_most: bool = False


@pass_context
def scored(context: Context, weight: Exact, target: Any, actual: Any, comparison: Any = "") -> Any:
    """The points of `weight` that `actual` earns against `target`, to two decimals, halves away from zero, never above `weight`.

    A target to be reached: all where it is, else weight × actual / target. A target not to be passed (≤, 以内): all where it is
    not, else weight × (1 − excess / target), or weight × target / actual where the pack's `settings.reverse_target` is ratio.
    Words earn all where both are the same. What cannot be compared earns an absent score. `comparison` (≥ ≤ = > < 定性) goes before
    the sign in the target.

    Source: 财预〔2020〕10号; the budget administration system's scoring of indicators.
    """
    for given in (target, actual):
        if isinstance(given, Absent):
            return given.unusable()
    sign = "" if isinstance(comparison, Absent) or comparison is None else text_of(comparison)
    goal, attained = (None, None) if sign == "定性" else (_measure(target), _measure(actual))
    if goal is None or attained is None:
        return weight if _words(target) == _words(actual) else context.environment.undefined(hint="得分 / score")
    if goal.unit and attained.unit and goal.unit != attained.unit:
        return context.environment.undefined(hint="得分 / score")
    at_most = goal.at_most if sign not in _SIGNS else sign in _AT_MOST
    reverse = _ratio if (context.get("settings") or {}).get("reverse_target") == "ratio" else _linear
    share = (reverse if at_most else _reached)(goal.number, max(attained.number, 0))
    return weight if share >= 1 else min(weight, nearest(calculate("*", weight, max(share, 0)), _DECIMALS))


@pass_context
def quantity(context: Context, value: Any) -> Any:
    """The number in a target or result as it is written (`≥90%`, `30天以内`); an absent value where it is one in words."""
    measure = _measure(value)
    return context.environment.undefined(hint="数值 / number") if measure is None else measure.number


def _reached(target: Exact, actual: Exact) -> Exact:
    """The share of a target to be reached; of the target 0 there is all or nothing."""
    return calculate("/", actual, target) if target > 0 else int(actual == target)


def _linear(target: Exact, actual: Exact) -> Exact:
    """What is left of a limit after as much as it was passed by."""
    if actual <= target:
        return 1
    return 1 - calculate("/", actual - target, target) if target > 0 else 0


def _ratio(target: Exact, actual: Exact) -> Exact:
    """The limit's share of what it came to."""
    if actual <= target:
        return 1
    return calculate("/", target, actual) if target > 0 else 0


def _measure(value: Any) -> _Measure | None:
    """The number in a target or result as it is written; None where it is one in words."""
    number = number_of(value)
    if number is not None:
        return _Measure(number) if isinstance(number, int | Decimal) else None
    match = _MEASURE.fullmatch(_words(value))
    if match is None:
        return None
    at_most = match["sign"] in _AT_MOST or match["side"] in _AT_MOST
    return _Measure(Decimal(match["number"].replace(",", "")), match["unit"], at_most)


def _words(value: Any) -> str:
    """A value as it is compared: in one width, without blanks and a closing mark."""
    return "".join(unicodedata.normalize("NFKC", text_of(value)[:_LONGEST]).split()).rstrip("。.;")
