"""A pack's rules run over data with its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reportgen.expressions import AbsentError, ExpressionError, variables
from reportgen.expressions.budget import Budget, spending
from reportgen.expressions.expression import Scope
from reportgen.figures import faults
from reportgen.figures.definitions import Definitions, Rule
from reportgen.figures.deriving import SpanOf
from reportgen.figures.places import steps, value_at
from reportgen.figures.rule_environment import RULES
from reportgen.findings import Finding, Span
from reportgen.packs.layers import Path


def run_rules(definitions: Definitions, data: Mapping[str, Any], span_of: SpanOf) -> list[Finding]:
    """What the rules find in `data`, figures included (see `derive`).

    They share one budget. A rule that reads something absent does not apply.
    In it `==` and `!=` take numbers as equal within its tolerance.

    Findings: each rule's own code (F201 where it has none), F202 for a rule that cannot run.
    """
    names = Scope({**RULES.globals, **definitions.constants, **variables(data)})
    with spending(Budget()):
        return [finding for rule in definitions.rules for finding in _broken(rule, names, data, span_of, definitions)]


def _broken(rule: Rule, names: Scope, data: Mapping[str, Any], span_of: SpanOf, definitions: Definitions) -> Iterator[Finding]:
    names["tolerance"] = rule.tolerance
    for row_path, row in _rows(rule, data):
        context = _beside(names, row)
        try:
            if rule.when is not None and not rule.when.evaluate(context):
                continue
            if rule.check.evaluate(context):
                continue
        except AbsentError:
            continue
        except ExpressionError as error:
            span = definitions.positions.span(rule.path) if definitions.positions else Span()
            detail_zh, detail_en = error.wording("zh"), error.wording("en")
            yield faults.RULE_FAILED.at(span, name=rule.name, source=rule.check.source, detail_zh=detail_zh, detail_en=detail_en)
            return
        yield _finding(rule, context, row_path, span_of, definitions.constants)


def _beside(names: Scope, row: dict[str, Any]) -> Scope:
    if not row:
        return names
    every = Scope(names)
    every.update(row)
    return every


def _rows(rule: Rule, data: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The items that a rule is run for, with their paths; without `each` the data as a whole."""
    if not rule.each:
        yield (), {}
        return
    rows = value_at(data, steps(rule.each))
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        yield (*steps(rule.each), index), {"row": row, "index": index + 1}


def _finding(rule: Rule, context: Mapping[str, Any], row_path: Path, span_of: SpanOf, constants: Collection[str]) -> Finding:
    at = _absolute(rule.at, row_path)
    others = (_absolute(name, row_path) for name in rule.check.names if name.partition(".")[0] not in constants)
    related = dict.fromkeys(span_of(path) for path in others if path != at and value_at(context, path) is not None)
    zh, en = (message.text(context) for message in rule.message)
    hint_zh, hint_en = (hint.text(context) for hint in rule.hint)
    return rule.fault.at(
        span_of(at),
        related=related,
        text_zh=zh or f"“{rule.check.source}”不成立",
        text_en=en or f"'{rule.check.source}' does not hold",
        hint_zh=hint_zh,
        hint_en=hint_en,
    )


def _absolute(name: str, row_path: Path) -> Path:
    """The path in the data of a dotted name; `row` stands for the item, a list for itself."""
    path = steps(name.partition("[]")[0])
    return (*row_path, *path[1:]) if row_path and path[:1] == ("row",) else path
