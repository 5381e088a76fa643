"""Filters, tests and calls that pay for what they do and fail with a wording instead of a Python error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import TemplateError
from jinja2.runtime import Context

# Which leading argument a filter asks for; Jinja has no public way to learn it of another's filter.
from jinja2.utils import _PassArg

from reportgen.expressions import faults
from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import UNDEFINED_RATE, integer, number_of, shown
from reportgen.expressions.budget import current_budget, encounter, sweep, weigh
from reportgen.expressions.errors import PYTHON_ERRORS, FilterError, explained
from reportgen.expressions.operators import Operation
from reportgen.expressions.records import Record

Needs = tuple[str, str]
"""What a filter takes, in Chinese and in English."""

NUMBER: Needs = ("数字", "a number")
TEXT: Needs = ("文字", "a text")
LIST: Needs = ("列表", "a list")
DATE: Needs = ("日期，如 2023-12-31", "a date such as 2023-12-31")
ANY: Needs = ("另一种值", "another kind of value")
_SORTING = 4
_FOLLOWING = 10
"""Steps of going from a value to one of its attributes."""
_FAMILIAR = frozenset({str, int, Decimal, list, bool, dict, Record})
"""Kinds of most values and results: neither absent nor iterators."""
_WALKED = (list, tuple, dict, range)
_LEADS: dict[Any, Callable[[Context], Any]] = {
    _PassArg.context: lambda context: context,
    _PassArg.eval_context: attrgetter("eval_ctx"),
    _PassArg.environment: attrgetter("environment"),
}


def bounded(name: str, function: Operation, needs: Needs = ANY, *, growth: str = "", takes_absent: bool = False) -> Operation:
    """The filter `function` under a budget; `growth` is the English name to pay by, where `name` is another.

    Its value's length and what it may make are paid for before it runs, iterators it gives are lists, numbers are taken
    from amounts with parts, an absent value is refused unless `takes_absent`.
    """
    lead = _LEADS.get(_PassArg.from_obj(function))
    cost = _COSTS.get(growth or name)

    @pass_context
    def filtered(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        kind = type(value)
        if kind not in _FAMILIAR and isinstance(value, Absent) and not takes_absent:
            return value.unusable()
        if needs is NUMBER:
            if kind is not int and kind is not Decimal:
                number = number_of(value)
                if number is None:
                    raise refused(name, value, needs)
                if number is UNDEFINED_RATE or isinstance(number, Absent):
                    return number
                value = number
        else:
            sweep(value)
            if kind is not str and (args or kwargs):
                _pay_for_paths(value, args, kwargs)
        try:
            if cost is not None:
                cost(value, args, kwargs)
            result = function(value, *args, **kwargs) if lead is None else function(lead(context), value, *args, **kwargs)
            if result is value or type(result) in _FAMILIAR:
                return result
            return list(result) if isinstance(result, Iterator) else result
        except RecursionError as error:
            raise explained(error) from None
        except PYTHON_ERRORS as error:
            raise refused(name, value, needs, str(error)) from error

    return filtered


def refused(name: str, value: Any, needs: Needs, detail: str = "") -> FilterError:
    """Filter `name` cannot take `value`."""
    return FilterError(
        faults.FILTER_INPUT,
        filter=name,
        value=shown(value),
        needs_zh=needs[0],
        needs_en=needs[1],
        detail_zh=f"（{detail}）" if detail else "",
        detail_en=f" ({detail})" if detail else "",
    )


def pay(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Takes from the budget what widths, counts and the like among the arguments may cost.

    Raises:
        BudgetExceeded: it is used up.
    """
    lines = value.count("\n") + 1 if isinstance(value, str) else 1
    for argument in (*args, *kwargs.values()):
        if isinstance(argument, int | Decimal):
            current_budget().write(abs(integer(argument)) * lines)
        elif isinstance(argument, str):
            current_budget().write(len(argument) * lines)


def _pay_for_paths(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Takes from the budget what following a dotted name may cost in each member of a list."""
    if isinstance(value, _WALKED):
        dots = sum(argument.count(".") for argument in (*args, *kwargs.values()) if isinstance(argument, str))
        current_budget().step(dots * len(value) * _FOLLOWING)


def pay_for_replacing(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Takes from the budget what replacing one text by another may make."""
    texts = [argument for argument in (*args, *kwargs.values()) if isinstance(argument, str)]
    times = str(value).count(texts[0]) if texts else 0
    current_budget().write(len(str(value)) + times * max(map(len, texts), default=0))


def _pay_for_joining(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    separator = max((len(argument) for argument in (*args, *kwargs.values()) if isinstance(argument, str)), default=0)
    if isinstance(value, list | tuple | dict | str):
        current_budget().write(sum(len(part) if isinstance(part, str) else 16 for part in value) + separator * len(value))


def _pay_for_wrapping(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    longest = max((len(argument) for argument in (*args, *kwargs.values()) if isinstance(argument, str)), default=0)
    current_budget().write(len(str(value)) * (1 + longest))


def _pay_for_sorting(value: Any, _args: tuple[Any, ...], _kwargs: dict[str, Any]) -> None:
    weigh(value)
    for _ in range(_SORTING):
        sweep(value)


def _pay_for_meeting(value: Any, args: tuple[Any, ...], _kwargs: dict[str, Any]) -> None:
    weigh(value, args)


def _pay_for_formatting(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    # Widths of four and more digits are refused by our own filter and have no use in another's.
    widths = [int(digits[:12]) for digits in re.findall(r"\d{1,40}", str(value))] if "%" in str(value) else []
    starred = [abs(argument) for argument in args if isinstance(argument, int)] if "*" in str(value) else []
    texts = sum(len(argument) for argument in (*args, *kwargs.values()) if isinstance(argument, str))
    current_budget().write(len(str(value)) + sum(widths) + sum(starred) + texts * str(value).count("%"))


_COSTS: dict[str, Callable[[Any, tuple[Any, ...], dict[str, Any]], None]] = {
    "center": pay,
    "indent": pay,
    "batch": pay,
    "slice": pay,
    "truncate": pay,
    "wordwrap": _pay_for_wrapping,
    "replace": pay_for_replacing,
    "join": _pay_for_joining,
    "format": _pay_for_formatting,
    "sort": _pay_for_sorting,
    "unique": _pay_for_sorting,
    "groupby": _pay_for_sorting,
    "dictsort": _pay_for_sorting,
    "min": _pay_for_sorting,
    "max": _pay_for_sorting,
    "ticked": _pay_for_meeting,
}
"""What costs more than one walk over what it is given, by the English name of the filter."""


def tested(name: str, function: Operation) -> Operation:
    """The test `function` that fails with a wording."""
    lead = _LEADS.get(_PassArg.from_obj(function))

    @pass_context
    def test(context: Context, value: Any, *args: Any) -> bool:
        for argument in args:
            encounter(value, argument)
        try:
            return bool(function(value, *args) if lead is None else function(lead(context), value, *args))
        except TemplateError:
            raise
        except PYTHON_ERRORS as error:
            raise refused(f"is {name}", value, ANY, str(error)) from error

    return test
