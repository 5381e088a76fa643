"""The operators of expressions, as filters under names that no template can spell; `rewriting` puts them in place."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from reportgen.expressions import faults
from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import UNDEFINED_RATE, calculate, number_of, shown
from reportgen.expressions.budget import current_budget, encounter, sweep, turns, weigh
from reportgen.expressions.errors import ExpressionError
from reportgen.expressions.printing import printed

Operation = Callable[..., Any]
_SEQUENCES = (str, list, tuple)
_PLAIN = frozenset({str, int, Decimal, bool, type(None)})
_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}
_SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}


def _arithmetic(symbol: str) -> Operation:
    @pass_context
    def operate(_context: Context, left: Any, right: Any) -> Any:
        return calculate(symbol, left, right)

    return operate


@pass_context
def add(_context: Context, first: Any, *others: Any) -> Any:
    """Numbers added, or texts, or lists, from left to right."""
    result = first
    for other in others:
        result = _joined(result, other) if isinstance(result, _SEQUENCES) else calculate("+", result, other)
    return result


def _joined(left: Any, right: Any) -> Any:
    if isinstance(right, Absent):
        return right.unusable()
    if not isinstance(right, _SEQUENCES) or isinstance(left, str) != isinstance(right, str):
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator="+", right=shown(right))
    current_budget().write(len(left) + len(right))
    return f"{left}{right}" if isinstance(left, str) else [*left, *right]


@pass_context
def multiply(_context: Context, left: Any, right: Any) -> Any:
    """Numbers multiplied, or a text or list repeated."""
    if isinstance(right, _SEQUENCES):
        left, right = right, left
    if not isinstance(left, _SEQUENCES):
        return calculate("*", left, right)
    if isinstance(right, Absent):
        return right.unusable()
    if type(right) is not int:
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator="*", right=shown(right))
    current_budget().write(len(left) * max(right, 0))
    return left * right


@pass_context
def remainder(_context: Context, left: Any, right: Any) -> Any:
    """The remainder of numbers; texts are not formatted by %."""
    return calculate("%", left, right)


@pass_context
def concatenate(_context: Context, *values: Any) -> Any:
    """Texts of values joined; values that bring their own markup keep it, the others are escaped beside them."""
    parts = [value if type(value) is str else printed(value) for value in values]
    current_budget().write(sum(len(part) for part in parts if isinstance(part, str)))
    if any(hasattr(type(part), "__html__") for part in parts):
        return Markup("").join(parts)
    return "".join([str(part) for part in parts])


@pass_context
def negative(_context: Context, value: Any) -> Any:
    """A number with the other sign."""
    return calculate("-", 0, value)


@pass_context
def positive(_context: Context, value: Any) -> Any:
    """A number as it is."""
    return calculate("+", value, 0)


@pass_context
def compare(_context: Context, left: Any, names: tuple[str, ...], *operands: Any) -> bool:
    """Whether every comparison of a chain holds: `1 < x <= 3` is ("lt", "lteq") over 1, x, 3."""
    if len(names) == 1:
        return _compared(names[0], left, operands[0])
    for name, right in zip(names, operands, strict=True):
        if not _compared(name, left, right):
            return False
        left = right
    return True


def _compared(name: str, left: Any, right: Any) -> bool:
    if name in ("in", "notin"):
        return _within(left, right) == (name == "in")
    if type(left) not in _PLAIN or type(right) not in _PLAIN:
        left, right = _comparable(left), _comparable(right)
        if type(left) not in _PLAIN and type(right) not in _PLAIN:
            weigh(left, right)
        if left is UNDEFINED_RATE or right is UNDEFINED_RATE:
            return name == "ne" or (name == "eq" and left is right)
        if name not in ("eq", "ne"):
            for side in (left, right):
                if isinstance(side, Absent):
                    return bool(side.unusable())
    try:
        return bool(_COMPARISONS[name](left, right))
    except (TypeError, ArithmeticError):
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator=_SIGNS[name], right=shown(right)) from None


def _comparable(value: Any) -> Any:
    if isinstance(value, dict | float):
        number = number_of(value)
        return value if number is None else number
    return value


def _within(left: Any, right: Any) -> bool:
    encounter(left, right)
    try:
        return left in right
    except TypeError:
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator="in", right=shown(right)) from None


@lru_cache(maxsize=512)
def literal(text: str) -> Decimal:
    """The number that a literal with a point names."""
    return Decimal(text)


@pass_context
def loop_turns(_context: Context, values: Any, weight: int) -> Iterable[Any]:
    """What `for` loops over, its turns paid for; what is absent has none."""
    if type(values) is list:
        current_budget().step(len(values) * weight)
        return values
    if isinstance(values, Absent):
        return ()
    if not hasattr(values, "__iter__"):
        raise ExpressionError(faults.NOT_A_LIST, value=shown(values))
    return turns(values, weight)


def counted(values: Iterable[Any]) -> Iterable[tuple[int, Any]]:
    """What `for` loops over, each with its number from 1."""
    return enumerate(values, 1)


@pass_context
def key(_context: Context, value: Any) -> Any:
    """What may be the key of a dict."""
    weigh(value)
    try:
        hash(value)
    except TypeError:
        raise ExpressionError(faults.FAILED, detail=shown(value)) from None
    return value


@pass_context
def swept(_context: Context, values: Any) -> Any:
    """What is about to be sliced, paid for."""
    sweep(values)
    return values


@pass_context
def entered(_context: Context, _nothing: None, weight: int) -> None:
    """Pays for a macro's or block's body."""
    current_budget().step(weight)


@pass_context
def captured(_context: Context, value: Any) -> Any:
    """A value printed into a text that is kept, its length paid for."""
    current_budget().write(len(value) if isinstance(value, str) else 32)
    return value


OPERATORS: dict[str, Operation] = {
    "operator +": add,
    "operator *": multiply,
    "operator %": remainder,
    "operator ~": concatenate,
    "operator -x": negative,
    "operator +x": positive,
    "operator compare": compare,
    "operator literal": literal,
    "operator loop": loop_turns,
    "operator counted": counted,
    "operator sweep": swept,
    "operator key": key,
    "operator enter": entered,
    "operator capture": captured,
    **{f"operator {symbol}": _arithmetic(symbol) for symbol in ("-", "/", "//", "**")},
}
"""The arithmetic of our own environment."""


def _guarded(symbol: str, plain: Operation) -> Operation:
    @pass_context
    def operate(_context: Context, first: Any, *others: Any) -> Any:
        result = first
        for other in others:
            _measure(symbol, result, other)
            result = plain(result, other)
        return result

    return operate


def _measure(symbol: str, left: Any, right: Any) -> None:
    if symbol == "*" and isinstance(right, _SEQUENCES):
        left, right = right, left
    if isinstance(left, _SEQUENCES):
        size = len(left) * right if symbol == "*" and isinstance(right, int) else len(left)
        current_budget().write(max(size, 0) + (len(right) if isinstance(right, _SEQUENCES) else 0))
    elif symbol in ("*", "**") and isinstance(left, int) and isinstance(right, int):
        calculate(symbol, left, right)


@pass_context
def _foreign_concatenate(context: Context, *values: Any) -> Any:
    text = "".join([str(value) for value in values]) if not context.eval_ctx.autoescape else Markup("").join(values)
    current_budget().write(len(text))
    return text


def _unformatted(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator="%", right=shown(right))
    return left % right


FOREIGN_OPERATORS: dict[str, Operation] = {
    "operator +": _guarded("+", operator.add),
    "operator *": _guarded("*", operator.mul),
    "operator **": _guarded("**", operator.pow),
    "operator %": _guarded("%", _unformatted),
    "operator ~": _foreign_concatenate,
    "operator loop": loop_turns,
    "operator counted": counted,
    "operator sweep": swept,
    "operator key": key,
    "operator enter": entered,
    "operator capture": captured,
}
"""The arithmetic of another environment: as Jinja has it, only bounded."""
