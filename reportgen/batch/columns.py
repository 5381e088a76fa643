"""What a document has in each column of a summary."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from reportgen.batch import faults
from reportgen.chinese import plain
from reportgen.expressions import Expression, ExpressionError, ExpressionSyntaxError
from reportgen.expressions.expression import Scope
from reportgen.figures import RULES
from reportgen.findings import Finding
from reportgen.pipeline import Report

_LONGEST = 1000
"""Characters of a text in a summary."""


def column_values(report: Report) -> tuple[dict[str, str], list[Finding]]:
    """What a document has in each column, numbers in plain notation. Findings: W015 where an expression is wrong."""
    values: dict[str, str] = {}
    findings: list[Finding] = []
    if report.pack is None or not report.context:
        return values, findings
    names = Scope({**RULES.globals, **report.context})
    for number, column in enumerate(report.columns):
        if column.expression is None and column.named:
            if text := _text(_at(report.context, column.value)):
                values[column.title] = text
            continue
        try:
            expression = column.compiled()
        except ExpressionSyntaxError as error:
            span = report.pack.origin(("summary", number, "value"))
            zh, en = error.wording("zh"), error.wording("en")
            findings.append(faults.BAD_COLUMN.at(span, title=column.title, detail_zh=zh, detail_en=en))
            continue
        if text := _text(_value(expression, names)):
            values[column.title] = text
    return values, findings


def _at(context: Mapping[str, Any], name: str) -> Any:
    """The value of a dotted name, which most columns are, without the cost of an expression."""
    value: Any = context
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _value(expression: Expression, names: Scope) -> Any:
    """None where the data that it needs is missing."""
    try:
        return expression.evaluate(names)
    except ExpressionError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | Decimal):
        return plain(value)
    return value[:_LONGEST] if isinstance(value, str) else ""
