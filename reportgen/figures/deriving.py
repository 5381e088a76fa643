"""Figures worked out over data, and compared with those given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.expressions import (
    Absent,
    AbsentError,
    ExpressionError,
    Record,
    chinese_path,
    number_of,
    path_of,
    text_of,
    variables,
)
from reportgen.expressions.arithmetic import nearest
from reportgen.expressions.budget import Budget, spending
from reportgen.expressions.expression import Scope
from reportgen.figures import faults
from reportgen.figures.definitions import Definition, Definitions
from reportgen.figures.figure import Figure, Figures
from reportgen.figures.places import Overlay, steps, value_at
from reportgen.figures.rule_environment import RULES
from reportgen.findings import Finding, Span
from reportgen.packs.layers import Path
from reportgen.regexes import regex

_NAME = regex(r"[a-z_][\w.]*")
_SUMS = regex(r"[\w.\s()+*/-]+")
_SIGN = regex(r"\s*([+*/-])\s*")
_SIGNS = {"+": "＋", "-": "－", "*": "×", "/": "÷"}
SpanOf = Callable[[Path], Span]


def derive(definitions: Definitions, data: Mapping[str, Any], span_of: SpanOf) -> tuple[Record, Figures, list[Finding]]:
    """`data` with its figures in their places, the figures by name, and what is wrong with them.

    They share one budget. A figure whose inputs are not all given is absent.
    One that is given stays as it is given. `data` itself is left alone.

    Findings: F101 a given figure differs from its formula beyond the tolerance, without a reason; F102 a formula that
    cannot be worked out (x / 0, a text where a number belongs).
    """
    with spending(Budget()):
        return _derived(definitions, Overlay(_record(data)), span_of)


def _derived(definitions: Definitions, overlay: Overlay, span_of: SpanOf) -> tuple[Record, Figures, list[Finding]]:
    figures, found = [], []
    names = _names(definitions, overlay.root)
    for definition in definitions.figures:
        for place, row in _places(definition.name, overlay.root):
            figure, finding = _worked_out(definition, place, Scope({**names, **row}) if row else names, overlay.root)
            if finding is not None:
                found.append(_located(finding, definition, definitions, span_of, place))
            if figure is not None:
                figures.append(figure)
                if not figure.given:
                    overlay.place(place, figure.value, definition.title)
                    if names.get(top := str(place[0])) is not overlay.root.get(top):
                        names = _names(definitions, overlay.root)
    return overlay.root, Figures(figures), found


def _names(definitions: Definitions, root: Record) -> Scope:
    return Scope({**RULES.globals, **definitions.constants, **variables(root)})


def _record(data: Mapping[str, Any]) -> Record:
    return data if isinstance(data, Record) else Record(data)


def _places(name: str, root: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Where a figure stands: once, or once for each item of its list, then with `row` and `index` (from 1)."""
    holder, item, key = name.partition("[].")
    if not item:
        yield steps(name), {}
        return
    rows = value_at(root, steps(holder))
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            # Absent keys of the item are absent, never a name of the same spelling at the top.
            yield (*steps(holder), index, *steps(key)), {"row": row, "index": index + 1}


def _worked_out(
    definition: Definition, place: Path, names: Mapping[str, Any], root: Mapping[str, Any]
) -> tuple[Figure | None, Finding | None]:
    given, derived, finding = value_at(root, place), None, None
    try:
        derived = _rounded(definition.formula.evaluate(names), definition.decimals)
    except AbsentError:
        pass
    except ExpressionError as error:
        finding = _failed(definition, error, names)
    if given is None and derived is None:
        return None, finding
    value = derived if given is None else given
    figure = Figure(
        dotted(place), definition.title, value, definition.unit, given is not None, derived,
        definition.formula.source, _inputs(definition, names), place,
    )  # fmt: skip
    if finding is None and figure.given and _differs(figure, definition.tolerance) and not _reason(definition, place, root):
        finding = _differing(definition, figure, root)
    return figure, finding


def _rounded(value: Any, decimals: int | None) -> Any:
    """A formula's value as it is kept; None for an absent value and for an empty text."""
    if isinstance(value, Absent) or value is None or value == "":
        return None
    number = number_of(value)
    if decimals is None or not isinstance(number, int | Decimal):
        return value if number is None else number
    return nearest(number, decimals)


def _inputs(definition: Definition, names: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    read = ((name, value_at(names, steps(name.replace("[]", "")))) for name in definition.formula.names)
    return tuple((name, value) for name, value in read if value is not None and not isinstance(value, list))


def _differs(figure: Figure, tolerance: Decimal) -> bool:
    if figure.derived is None:
        return False
    given, derived = number_of(figure.value), number_of(figure.derived)
    if isinstance(given, int | Decimal) and isinstance(derived, int | Decimal):
        return not -tolerance <= given - derived <= tolerance
    return bool(text_of(figure.value) != text_of(figure.derived))


def _reason(definition: Definition, place: Path, root: Mapping[str, Any]) -> Any:
    holder, item, key = definition.reason.partition("[].")
    path = (*place[: len(steps(holder)) + 1], *steps(key)) if item else steps(holder)
    return value_at(root, path)


def _differing(definition: Definition, figure: Figure, root: Mapping[str, Any]) -> Finding:
    reason = definition.reason.rpartition(".")[2]
    return definition.fault.at(
        title=figure.title,
        name=figure.name,
        given=text_of(figure.value) + definition.unit,
        derived=text_of(figure.derived) + definition.unit,
        formula=figure.formula,
        by_zh=_by_formula(figure, root),
        reason=reason,
        reason_zh=chinese_path(value_at(root, figure.path[:-1]), (reason,)),
    )


def _by_formula(figure: Figure, root: Mapping[str, Any]) -> str:
    """How a figure is worked out, in Chinese names; formulas of more than sums and quotients are not read out."""
    if not _SUMS.fullmatch(figure.formula):
        return "按规定的算法"

    def named(match: re.Match[str]) -> str:
        path = steps(match[0])
        row = figure.path[:-1] if path[0] == "row" else ()
        return chinese_path(value_at(root, row), path[1:] if row else path)

    worded = _NAME.sub(named, figure.formula).replace(" * 100", "×100%") if figure.unit == "%" else _NAME.sub(named, figure.formula)
    return f"按“{_SIGN.sub(lambda sign: _SIGNS[sign[1]], worded)}”计算"


def _failed(definition: Definition, error: ExpressionError, names: Mapping[str, Any]) -> Finding:
    inputs = ", ".join(f"{name} = {value}" for name, value in _inputs(definition, names) if not isinstance(value, dict))
    return faults.FIGURE_FAILED.at(
        title=definition.title,
        detail_zh=error.wording("zh"),
        detail_en=error.wording("en"),
        formula=definition.formula.source,
        inputs=inputs,
    )


def _located(finding: Finding, definition: Definition, definitions: Definitions, span_of: SpanOf, place: Path) -> Finding:
    """A finding about data at the figure's place there; about a formula in the pack, its inputs' places being related."""
    if finding.fault is not faults.FIGURE_FAILED:
        return finding.moved(span_of(place))
    row = place[:-1] if "[]." in definition.name else ()
    related = tuple(span_of(_input_path(name, row)) for name in definition.formula.names)
    span = definitions.positions.span(definition.path) if definitions.positions else Span()
    return replace(finding, span=span, related=related)


def _input_path(name: str, row: Path) -> Path:
    path = steps(name.replace("[]", ""))
    return (*row, *path[1:]) if row and path[0] == "row" else path


def dotted(path: Path) -> str:
    """The name of a place: `indicators[3].rate`."""
    name = ""
    for step in path:
        name = path_of(name, step)
    return name
