"""What a value prints as."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

from jinja2.runtime import LoopContext, Macro
from jinja2.utils import Namespace

from reportgen.chinese import plain
from reportgen.expressions import faults
from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import number_of, shown
from reportgen.expressions.errors import ExpressionError

_DIGITS = 50


class Paragraphs(list[str]):
    """Texts that print as a paragraph each."""

    def __str__(self) -> str:
        return "\a".join(self)


_WORDED = (str, Absent, Paragraphs)
_SHAPELESS = (Collection, Iterator, float, Macro, Namespace, LoopContext, type)


def text_of(value: Any) -> str:
    """The text that `value` prints as: numbers in plain notation as written, 是 or 否, nothing for None.

    An object with a `total` prints its total, `Paragraphs` as texts parted by the bell, a new paragraph in templates;
    a caller's own object prints as `str` does.

    Raises:
        AbsentError: the value is absent.
        ExpressionError: a list, an object or a macro, which have no wording of their own; a number of over 60 digits.
    """
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind is Decimal and value and -_DIGITS < value.adjusted() < _DIGITS:
        text = f"{value:f}"
        if text[-1].isdecimal():
            return text
    if kind is Decimal or kind is int:
        return _plain(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None:
        return ""
    return _rarer(value)


def _plain(value: Decimal | int) -> str:
    """Zeros, whole numbers, and numbers that no report holds (NaN, hundreds of digits)."""
    try:
        return plain(value)
    except ValueError as error:
        raise ExpressionError(faults.FAILED, detail=str(error)) from None


def _rarer(value: Any) -> str:
    if isinstance(value, _WORDED):
        return str(value)
    if isinstance(value, dict | float):
        number = number_of(value)
        if number is not None:
            return text_of(number)
    if isinstance(value, _SHAPELESS) or callable(value):
        raise ExpressionError(faults.NOT_PRINTABLE, value=shown(value))
    return str(value)


def printed(value: Any) -> Any:
    """`value` ready for autoescaping: its text, or itself where it brings its own markup or is a draft's blank."""
    kind = type(value)
    return value if kind is str or hasattr(kind, "__html__") else text_of(value)
