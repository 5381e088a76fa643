"""Arithmetic over int and Decimal: exact sums and products, quotients to 28 digits, halves away from zero, never a float."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from itertools import islice
from typing import Any, Final

from reportgen.chinese import rounded
from reportgen.expressions import faults
from reportgen.expressions.absent import Absent
from reportgen.expressions.budget import current_budget
from reportgen.expressions.errors import BudgetExceeded, ExpressionError

Exact = int | Decimal
PRECISION = 28
_TRAPS = [InvalidOperation, DivisionByZero, Overflow]
# The exponents keep every result within the 60 digits that `chinese.number` prints.
_EXACT = Context(prec=40, rounding=ROUND_HALF_UP, Emin=-18, Emax=50, traps=_TRAPS)
_QUOTIENT = Context(prec=PRECISION, rounding=ROUND_HALF_UP, Emin=-30, Emax=50, traps=_TRAPS)
_LARGEST = 10**50
_LARGEST_POWER = 100
_SHOWN = 40
_PARTS = ("basic", "project")


class UndefinedRate:
    """What 0 / 0 gives: a rate of nothing. It prints as —, swallows arithmetic, is false, and is in no order with anything."""

    __slots__ = ()

    def __str__(self) -> str:
        return "—"

    def __bool__(self) -> bool:
        return False

    def _false(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _false

    def __reduce__(self) -> str:
        return "UNDEFINED_RATE"


UNDEFINED_RATE: Final = UndefinedRate()


def number_of(value: Any) -> Any:
    """`value` as arithmetic takes it: a number, `UNDEFINED_RATE`, an absent value; None where it is no number.

    An amount may be an object {total, basic, project}; then it stands for its total, or where that is not given for the
    sum of its two parts. Floats of callers are taken as they print.
    """
    kind = type(value)
    if kind is int or kind is Decimal:
        return value
    if kind is float:
        exact = Decimal(repr(value))
        return exact if exact.is_finite() else None
    if isinstance(value, dict):
        return _total(value)
    if isinstance(value, UndefinedRate | Absent):
        return value
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _total(parts: dict[str, Any]) -> Any:
    if parts.get("total") is not None:
        return number_of(parts["total"])
    amounts = [parts.get(part) for part in _PARTS]
    if parts.keys() - set(_PARTS) or not all(isinstance(value, int | Decimal) for value in amounts):
        return None
    return total(amounts)


def shown(value: Any) -> str:
    """`value` in a message: short, text in quotes."""
    if isinstance(value, Absent):
        return "…"
    text = f"“{value}”" if isinstance(value, str) else _shape(value) or f"{value}"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(key if isinstance(key, str) else shown(key) for key in islice(value, 4)) + ", …}"
    if isinstance(value, list | tuple | set):
        return f"[… × {len(value)}]"
    if isinstance(value, int) and value.bit_length() > 256:
        return "10^77…"
    if isinstance(value, int | Decimal | UndefinedRate) or value is None:
        return ""
    return type(value).__name__


def calculate(symbol: str, left: Any, right: Any) -> Any:
    """`left symbol right` for symbols + - * / // % **.

    Raises:
        ExpressionError: the sides are no numbers, or x / 0 for x other than 0.
        BudgetExceeded: the result has more than 50 digits.
        AbsentError: a side is absent.
    """
    first, second = number_of(left), number_of(right)
    for side in (first, second):
        if isinstance(side, Absent):
            return side.unusable()
    if first is None or second is None:
        raise ExpressionError(faults.OPERANDS, left=shown(left), operator=symbol, right=shown(right))
    if first is UNDEFINED_RATE or second is UNDEFINED_RATE:
        return UNDEFINED_RATE
    return _calculated(symbol, first, second)


def _calculated(symbol: str, left: Exact, right: Exact) -> Any:
    if right == 0 and symbol in ("/", "//", "%"):
        if symbol == "/" and left == 0:
            return UNDEFINED_RATE
        raise ExpressionError(faults.DIVISION_BY_ZERO, left=shown(left), operator=symbol)
    try:
        result: Exact = _OPERATIONS[symbol](left, right)
    except (InvalidOperation, Overflow, DivisionByZero, OverflowError):
        raise _too_large(left, symbol, right) from None
    if isinstance(result, int) and abs(result) >= _LARGEST:
        raise _too_large(left, symbol, right)
    return result


def _too_large(left: Exact, symbol: str, right: Exact) -> BudgetExceeded:
    return BudgetExceeded(faults.NUMBER_TOO_LARGE, left=shown(left), operator=symbol, right=shown(right))


def _add(left: Exact, right: Exact) -> Exact:
    return left + right if type(left) is int and type(right) is int else _EXACT.add(left, right)


def _subtract(left: Exact, right: Exact) -> Exact:
    return left - right if type(left) is int and type(right) is int else _EXACT.subtract(left, right)


def _multiply(left: Exact, right: Exact) -> Exact:
    return left * right if type(left) is int and type(right) is int else _EXACT.multiply(left, right)


def _divide(left: Exact, right: Exact) -> Decimal:
    return _QUOTIENT.divide(Decimal(left), Decimal(right))


def _divide_down(left: Exact, right: Exact) -> Exact:
    if type(left) is int and type(right) is int:
        return left // right
    whole = _EXACT.divide_int(Decimal(left), Decimal(right))
    return whole - 1 if _EXACT.remainder(Decimal(left), Decimal(right)) and (left < 0) != (right < 0) else whole


def _remainder(left: Exact, right: Exact) -> Exact:
    if type(left) is int and type(right) is int:
        return left % right
    rest = _EXACT.remainder(Decimal(left), Decimal(right))
    return _EXACT.add(rest, right) if rest and (rest < 0) != (right < 0) else rest


def _power(left: Exact, right: Exact) -> Exact:
    if not -_LARGEST_POWER <= right <= _LARGEST_POWER:
        raise OverflowError
    if type(left) is int and type(right) is int and right >= 0:
        if abs(left) >= _LARGEST:
            raise OverflowError
        return int(left**right)
    # An inexact power fills all 28 digits, even where it comes out even: the root of 1.21 is 1.1.
    return Decimal(f"{_QUOTIENT.power(Decimal(left), Decimal(right)).normalize(_QUOTIENT):f}")


_OPERATIONS: dict[str, Callable[[Exact, Exact], Exact]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "//": _divide_down,
    "%": _remainder,
    "**": _power,
}


def total(values: list[Any], start: Any = 0) -> Any:
    """The sum of numbers; absent values and texts are refused as by +."""
    current_budget().step(len(values))  # Besides being walked, which is paid for, each is added.
    result = start
    for value in values:
        result = calculate("+", result, value)
    return result


def nearest(value: Exact, decimals: int) -> Decimal:
    """`value` with `decimals` decimals, halves away from zero; negative decimals round before the point."""
    if decimals >= 0:
        return rounded(value, decimals)
    scale = Decimal(1).scaleb(-decimals)
    return Decimal(rounded(_QUOTIENT.divide(Decimal(value), scale), 0) * scale)


def integer(value: Exact) -> int:
    """`value` cut towards zero.

    Raises:
        OverflowError: it has more digits than any number that is reckoned with.
    """
    if isinstance(value, Decimal) and value.adjusted() > _LARGEST_POWER:
        raise OverflowError(shown(value))
    return int(value)


def whole(value: Any, direction: str) -> Decimal:
    """`value` rounded down (`floor`) or up (`ceil`) to a whole number."""
    down = Decimal(value).to_integral_value(ROUND_FLOOR)
    return down if direction == "floor" or down == value else down + 1
