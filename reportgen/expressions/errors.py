"""Exceptions of templates and expressions: Jinja's own kinds, each with a fault to make a finding of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError, UndefinedError

from reportgen.expressions import faults
from reportgen.findings import Fault, Finding, Locale, Span

PYTHON_ERRORS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError, MemoryError)
"""What Python raises where values do not fit an operation; RecursionError is a RuntimeError."""


class Explained:
    """What every exception here has: a fault and the values of its wording."""

    fault: Fault
    values: dict[str, Any]

    def __str__(self) -> str:
        return self.wording("en")

    @property
    def message(self) -> str:
        """What is wrong; Jinja's name for it."""
        return str(self)

    def wording(self, locale: Locale) -> str:
        """What is wrong, in one line."""
        return self.finding().message(locale)

    def finding(self, span: Span | None = None) -> Finding:
        """The same as a finding at `span`."""
        return self.fault.at(span, **self.values)


class ExpressionError(Explained, TemplateRuntimeError):
    """An expression could not be evaluated or its value not be printed."""

    def __init__(self, fault: Fault, **values: Any) -> None:
        self.fault, self.values = fault, values
        super().__init__()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.fault, self.values)


class AbsentError(ExpressionError, UndefinedError):
    """A value that is not given was printed or reckoned with; `values["name"]` is its dotted path.

    Most of these are never shown, since what lacks a value does not apply: `words`, which give the values, are asked on demand.
    """

    def __init__(self, fault: Fault, words: Callable[[], dict[str, Any]] | None = None, **values: Any) -> None:
        super().__init__(fault, **values)
        self._words = words

    def finding(self, span: Span | None = None) -> Finding:
        """The same as a finding at `span`."""
        if self._words is not None:
            self.values, self._words = self._words(), None
        return super().finding(span)


class FilterError(ExpressionError):
    """A filter was given a value or an argument that it does not take."""


class BudgetExceeded(ExpressionError):
    """The rendering did more than it may: loop turns, text, numbers, depth."""


class Forbidden(ExpressionError, SecurityError):
    """The template reached for something outside the data."""


class ExpressionSyntaxError(Explained, TemplateSyntaxError):
    """The source is not well formed; `offset` is the place in an expression's source (0-based), `lineno` the template's line."""

    def __init__(self, fault: Fault, lineno: int = 1, offset: int = 0, **values: Any) -> None:
        self.fault, self.values, self.offset = fault, values, offset
        super().__init__(fault.at(**values).message("en"), lineno)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt_syntax_error, (self.fault, self.lineno, self.offset, self.values)


def _rebuilt(kind: type[ExpressionError], fault: Fault, values: dict[str, Any]) -> ExpressionError:
    return kind(fault, **values)


def _rebuilt_syntax_error(fault: Fault, lineno: int, offset: int, values: dict[str, Any]) -> ExpressionSyntaxError:
    return ExpressionSyntaxError(fault, lineno, offset, **values)


def explained(error: BaseException) -> ExpressionError:
    """One of our errors for any that evaluation may raise: `PYTHON_ERRORS` and Jinja's own."""
    if isinstance(error, ExpressionError):
        return error
    if isinstance(error, RecursionError):
        return too_deep()
    if isinstance(error, SecurityError):
        return Forbidden(faults.FORBIDDEN, name=str(error))
    return ExpressionError(faults.FAILED, detail=f"{error}" or type(error).__name__)


def too_deep() -> BudgetExceeded:
    """Nesting went beyond what may be."""
    return BudgetExceeded(faults.OVER_BUDGET, what_zh="嵌套或递归太深", what_en="nested or recursing too deeply", limit="")
