"""A pack's figures and rules, compiled once from plain data to expressions, with every fault of theirs as a finding."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.expressions import Expression
from reportgen.figures import faults
from reportgen.figures.messages import Message
from reportgen.findings import Fault, Finding, Severity
from reportgen.packs.layers import Path, Positions
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.figures.compiling import Compiler

_SEVERITIES = {severity.value: severity for severity in Severity}
_OFF = (False, "off", None)


@dataclass(frozen=True, slots=True)
class Definition:
    """How one figure is worked out."""

    name: str
    """Dotted path; `indicators[].rate` is one for each item of a list."""
    title: str
    formula: Expression
    unit: str
    decimals: int | None
    tolerance: Decimal
    reason: str
    """Dotted path of the field that says why a given value differs; beside the figure, `<name>_reason`, by default."""
    fault: Fault
    path: Path
    """Of the formula in the pack."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What has to hold between facts."""

    name: str
    check: Expression
    when: Expression | None
    each: str
    at: str
    tolerance: Decimal
    message: tuple[Message, Message]
    hint: tuple[Message, Message]
    fault: Fault
    path: Path
    """Of the rule in the pack."""
    prints: tuple[str, ...] = ()
    """Fields one of which a document must print for the rule to be about it; none: any document."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Figures, in the order in which they can be worked out, and rules; immutable and usable by many threads."""

    figures: tuple[Definition, ...] = ()
    rules: tuple[Rule, ...] = ()
    constants: Mapping[str, Any] = field(default_factory=dict)
    """Names beside the data that expressions may use: `settings`, `bands`."""
    positions: Positions | None = field(default=None, compare=False)
    """Of the pack's file, for findings about it."""


def compile_definitions(
    source: Mapping[str, Any],
    positions: Positions,
    *,
    constants: Mapping[str, Any] | None = None,
    known: Collection[str] | None = None,
) -> tuple[Definitions, list[Finding]]:
    """The `figures` and `rules` of a pack's figures file; what is faulty is left out.

    `known` are the dotted names that data may have (`finance.budget`, `indicators[].score`, `data.*` where anything may
    follow); None leaves names unchecked.

    Findings: F301 a key of the wrong kind, F302 an expression that cannot be read, F303 a name that does not exist,
    F304 figures in a circle.
    """
    from reportgen.figures.compiling import Compiler  # what is kept compiled never needs it
    from reportgen.figures.ordering import in_dependency_order

    constants = constants or {}
    figures, rules = _section(source, "figures"), _section(source, "rules")
    compiler = Compiler(positions, known=None if known is None else [*known, *map(str, figures)], constants=constants)
    defined = [_figure(compiler, str(name), given) for name, given in figures.items() if given not in _OFF]
    ruled = [_rule(compiler, str(name), given) for name, given in rules.items() if given not in _OFF]
    ordered, circles = in_dependency_order({item.name: item.formula.names for item in defined if item})
    by_name = {item.name: item for item in defined if item}
    for circle in circles:
        compiler.found.append(faults.CYCLE.at(positions.span(by_name[circle[0]].path), circle=" → ".join([*circle, circle[0]])))
    definitions = Definitions(tuple(by_name[name] for name in ordered), tuple(rule for rule in ruled if rule), dict(constants), positions)
    return definitions, compiler.found


def _section(source: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = source.get(name)
    return section if isinstance(section, Mapping) else {}


def _figure(compiler: Compiler, name: str, given: Any) -> Definition | None:
    entry = compiler.entry(("figures", name), given)
    formula = entry.expression("formula", required=True, row=name.partition("[]")[0] if "[]." in name else "")
    title = entry.text("title", name.rpartition(".")[2])
    decimals = entry.whole("decimals")
    severity = entry.choice("severity", _SEVERITIES, Severity.WARNING)
    holder, _, key = name.rpartition(".")
    reason = entry.text("reason", f"{holder}.{key}_reason" if holder else f"{key}_reason")
    unit, tolerance = entry.text("unit", ""), entry.number("tolerance", Decimal(0))
    if formula is None or entry.faulty:
        return None
    fault = Fault(**{**_wording(faults.FIGURE_DIFFERS), "severity": severity})
    return Definition(name, title, formula, unit, decimals, tolerance, reason, fault, ("figures", name, "formula"))


def _rule(compiler: Compiler, name: str, given: Any) -> Rule | None:
    entry = compiler.entry(("rules", name), given)
    each = entry.text("each", "")
    check = entry.expression("check", required=True, row=each)
    when = entry.expression("when", row=each)
    message, hint = entry.messages("message", row=each), entry.messages("hint", row=each)
    severity = entry.choice("severity", _SEVERITIES, Severity.WARNING)
    code, tolerance = entry.text("code", faults.RULE_BROKEN.code), entry.number("tolerance", Decimal(0))
    at, prints = entry.text("at", ""), entry.names("prints")
    if check is None or entry.faulty:
        return None
    at = at or next(iter(check.names), each)
    fault = Fault(**{**_wording(faults.RULE_BROKEN), "code": code, "name": name, "severity": severity, "why": entry.text("why", "")})
    return Rule(name, check, when, each, at, tolerance, message, hint, fault, ("rules", name), prints)


def _wording(fault: Fault) -> dict[str, Any]:
    return {name: getattr(fault, name) for name in ("code", "name", "severity", "zh", "en", "hint_zh", "hint_en", "why")}
