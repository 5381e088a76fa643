"""The environment of figures and rules: numbers are equal within the rule's tolerance, and `about` says so outright."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.expressions import UNDEFINED_RATE, Environment, calculate, number_of

_OPERATOR = "operator compare"


@pass_context
def about(context: Context, left: Any, right: Any, tolerance: Any = None) -> bool:
    """Whether two numbers differ by at most `tolerance` (by default that of the rule)."""
    limit = number_of(context.get("tolerance", 0) if tolerance is None else tolerance)
    difference = calculate("-", left, right)
    if difference is UNDEFINED_RATE:
        return number_of(left) is number_of(right)
    return bool(abs(difference) <= limit)


@pass_context
def _compare(context: Context, left: Any, names: tuple[str, ...], *operands: Any) -> bool:
    for name, right in zip(names, operands, strict=True):
        if name in ("eq", "ne") and _numeric(left) and _numeric(right):
            holds = about(context, left, right) == (name == "eq")
        else:
            holds = _EXACTLY(context, left, (name,), right)
        if not holds:
            return False
        left = right
    return True


def _numeric(value: Any) -> bool:
    return isinstance(number_of(value), int | Decimal)


def _environment() -> Environment:
    environment = Environment()
    environment.filters[_OPERATOR] = _compare
    environment.globals["about"] = about
    return environment


RULES = _environment()
_EXACTLY: Any = Environment().filters[_OPERATOR]
