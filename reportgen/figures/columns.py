"""The columns that a pack sets for a summary of many documents, their expressions compiled."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.expressions import Expression, ExpressionSyntaxError, compile_expression
from reportgen.figures.rule_environment import RULES
from reportgen.regexes import regex
from reportgen.values import dataclass

_NAME = regex(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the summary."""

    title: str
    value: str = ""
    """The expression that gives its values."""
    format: str = ""
    """How numbers look, in the words of a spreadsheet; "" where it holds text."""
    width: float = 12
    """In characters of half an em."""
    total: bool = False
    expression: Expression | None = None
    """None where the value is a plain name, or cannot be read."""

    @property
    def named(self) -> bool:
        """Whether the value is a plain dotted name, as most are."""
        return _NAME.fullmatch(self.value) is not None

    def compiled(self) -> Expression:
        """The expression. Raises: ExpressionSyntaxError."""
        return self.expression or compile_expression(self.value, RULES)


def columns_of(summary: Sequence[Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns of a pack's `summary`."""
    return tuple(map(_column, summary))


def _column(given: Mapping[str, Any]) -> Column:
    made = Column(**{**given, "width": float(given.get("width", 12))})
    with contextlib.suppress(ExpressionSyntaxError):  # told where its values are wanted
        return made if made.named else Column(made.title, made.value, made.format, made.width, made.total, made.compiled())
    return made
