"""The relations between the figures of each input, listed by hand: a change of one figure that breaks one is found there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportgen import inputs
from reportgen.findings import Finding
from reportgen.inputs import Tree
from reportgen.options import Options
from reportgen.packs import validate
from reportgen.pipeline import reports
from reportgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop((ROOT / "templates",))
TOLERANCE = Decimal("0.01")

Relation = tuple[str, str, tuple[str, ...]]
"""Kind, the one figure, the others; a dotted path may hold `*` for every item of a list."""

COMMON: list[Relation] = [("most", "evaluation.score", ("100",)), ("most", "finance.executed", ("finance.budget",))]
RELATIONS: dict[str, list[Relation]] = {
    "panyu-2023": [*COMMON, ("most", "finance.executed", ("finance.income",))],
    "panyu-2021-form": [
        ("most", "projects.0.funds.fiscal.executed", ("projects.0.funds.fiscal.budget",)),
        ("sum", "100", ("projects.0.execution_weight", "projects.0.indicators.*.weight")),
    ],
    "zengcheng-2022": [
        *COMMON,
        ("sum", "finance.budget", ("finance.basic.budget", "finance.project.budget")),
        ("sum", "finance.executed", ("finance.basic.executed", "finance.project.executed")),
        ("most", "finance.basic.executed", ("finance.basic.budget",)),
        ("most", "finance.project.executed", ("finance.project.budget",)),
        ("holds", "finance.project.budget", ("projects.*.funds.fiscal.budget",)),
        ("most", "projects.0.funds.fiscal.budget", ("projects.0.funds.total.budget",)),
    ],
    "liwan-2023": [
        *COMMON,
        ("sum", "finance.executed", ("finance.basic.executed", "finance.project.executed")),
        ("sum", "finance.executed", tuple(f"finance.by_source.{name}" for name in ("general", "fund", "capital", "other"))),
        ("holds", "finance.project.executed", ("projects.*.funds.fiscal.executed",)),
        ("most", "projects.0.funds.fiscal.executed", ("projects.0.funds.fiscal.budget",)),
        ("most", "projects.1.funds.fiscal.executed", ("projects.1.funds.fiscal.budget",)),
        ("remainder", "finance.carry_over.end", ("finance.budget", "finance.executed")),
    ],
    "baoan-2023": [
        *COMMON,
        ("sum", "finance.initial", ("finance.basic.initial", "finance.project.initial")),
        ("sum", "finance.budget", ("finance.basic.budget", "finance.project.budget")),
        ("sum", "finance.budget", ("finance.initial", "finance.adjustment")),
        ("remainder", "finance.carry_over.end", ("finance.budget", "finance.executed")),
        ("most", "finance.carry_over.start", ("finance.budget",)),
        ("most", "finance.procurement.actual", ("finance.procurement.planned",)),
        ("most", "finance.three_public.executed", ("finance.three_public.budget",)),
        ("most", "finance.operating.executed", ("finance.operating.budget",)),
        *(("most", f"finance.quarters.{number}", ("150",)) for number in range(4)),
        ("sum", "assets.original", ("assets.in_use", "assets.idle")),
        ("holds", "finance.project.budget", ("department.units.*.project_funds",)),
        *(("most", f"department.units.{number}.actual", (f"department.units.{number}.established",)) for number in range(2)),
        ("sum", "100", ("indicators.*.weight",)),
        *(("most", f"indicators.{number}.score", (f"indicators.{number}.weight",)) for number in range(23)),
    ],
}
CHANGES = ("+0.02", "-0.02", "+1", "-1", "*2", "*0.5")


@cache
def source(name: str) -> str:
    return (ROOT / "inputs" / f"{name}.yaml").read_text("utf-8")


def record(tree: Tree) -> tuple[Any, Any]:
    """The canonical data of an input, and where they stand."""
    pack = WORKSHOP.pack(str(tree.value.get("pack") or tree.value.get("模板")))
    data, _ = validate(tree, pack.schema("project-form" if "form" in str(tree.value.get("文种")) else "department-report"))
    return data.record, data


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of the figures: amounts, counts, scores and weights, but no year and no rate, which is worked out."""
    pairs: Any = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        if isinstance(item, Mapping | list):
            yield from leaves(item, (*path, key))
        elif isinstance(item, int | Decimal) and not isinstance(item, bool) and key != "year" and not str(key).endswith("_rate"):
            yield (*path, key)


def values(data: Any, dotted: str) -> list[tuple[tuple[str | int, ...], Decimal]]:
    """The figures that a dotted path names, with their paths; a number names itself."""
    if dotted.isdecimal():
        return [((), Decimal(dotted))]
    found: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    for step in dotted.split("."):
        found = [((*path, key), item) for path, value in found for key, item in _steps(value, step)]
    return [(path, Decimal(item)) for path, item in found]


def _steps(value: Any, step: str) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, list):
        yield from ((index, item) for index, item in enumerate(value) if step in ("*", str(index)))
    elif isinstance(value, Mapping) and step in value:
        yield step, value[step]


def broken(data: Any, relation: Relation) -> bool:
    kind, one, others = relation
    left = [number for _, number in values(data, one)]
    right = [number for other in others for _, number in values(data, other)]
    if not left or not right:
        return False
    match kind:
        case "sum":
            return abs(left[0] - sum(right)) > TOLERANCE
        case "holds":
            return sum(right) > left[0] + TOLERANCE
        case "remainder":
            return left[0] > right[0] - right[1] + TOLERANCE
    return left[0] > right[0] or left[0] < 0


def places(data: Any, relation: Relation) -> set[tuple[str | int, ...]]:
    return {path for name in (relation[1], *relation[2]) for path, _ in values(data, name) if path}


def found(text: str, name: str) -> tuple[Finding, ...]:
    return reports(inputs.read(text.encode(), f"{name}.yaml"), WORKSHOP, options=Options(render=False))[0].findings


def changed(data: Any, text: str, path: tuple[str | int, ...], change: str) -> str:
    """The input's text with one figure changed where it stands."""
    span = data.span(path)
    lines = text.split("\n")
    written = span.source[span.column - 1 : span.end_column - 1]
    number, amount = Decimal(written), Decimal(change[1:])
    new = number * amount if change[0] == "*" else number + amount if change[0] == "+" else number - amount
    if "." not in written:
        new = new.to_integral_value()
    lines[span.line - 1] = span.source[: span.column - 1] + f"{new:f}" + span.source[span.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("name", RELATIONS)
def test_the_inputs_themselves_hold_their_relations(name: str) -> None:
    data, _ = record(inputs.read(source(name).encode(), name))
    assert [relation for relation in RELATIONS[name] if broken(data, relation)] == []


def test_nine_of_ten_figures_stand_in_a_relation() -> None:
    related, every = 0, 0
    for name, relations in RELATIONS.items():
        data, _ = record(inputs.read(source(name).encode(), name))
        known = {path for relation in relations for path in places(data, relation)}
        figures = list(leaves(data))
        every += len(figures)
        related += sum(path in known for path in figures)
    assert related / every >= 0.9, f"{related} of {every}"


@pytest.mark.parametrize("name", RELATIONS)
def test_a_changed_figure_that_breaks_a_relation_is_found_there(name: str) -> None:
    text = source(name)
    tree = inputs.read(text.encode(), name)
    data, positions = record(tree)
    before = {(finding.code, finding.span.line, finding.span.column) for finding in found(text, name)}
    missed, tried = [], 0
    for path in leaves(data):
        for change in CHANGES:
            other = changed(positions, text, path, change)
            after, spots = record(inputs.read(other.encode(), name))
            broke = [relation for relation in RELATIONS[name] if broken(after, relation) and path in places(after, relation)]
            if not broke:
                continue
            tried += 1
            new = [finding for finding in found(other, name) if (finding.code, finding.span.line, finding.span.column) not in before]
            at = {(span.line) for finding in new for span in (finding.span, *finding.related)}
            wanted = {spots.span(place).line for relation in broke for place in places(after, relation)}
            if not at & wanted:
                missed.append((path, change, broke))
    assert tried > 3
    assert missed == []
