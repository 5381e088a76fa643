"""Where a number of a report comes from, and where it goes: its formula, values and lines of the input, and the places that print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen import packs
from reportgen.assembly import assemble
from reportgen.compiler.resolving import canonical, unknown_step
from reportgen.expressions import ExpressionSyntaxError, compile_expression, near
from reportgen.faults import UNKNOWN_FIGURE
from reportgen.figures import RULES, Definition, origins
from reportgen.figures.places import steps, value_at
from reportgen.findings import Finding, Span
from reportgen.inspection import fields_of
from reportgen.options import Options
from reportgen.pipeline import Report, Source, reports
from reportgen.values import dataclass
from reportgen.workshop import Workshop, definitions_of

_TYPED = re.compile(r"[{｛]{2}(.+?)[}｝]{2}")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What a formula reads."""

    name: str
    value: Any
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure or fact of one document."""

    kind: str
    name: str
    title: str
    value: Any
    unit: str
    formula: str
    formula_span: Span
    derived: Any
    """What the formula gives, also where a value is given."""
    given: tuple[Span, ...]
    """Where the value stands in the input; none where it is worked out."""
    reads: tuple[Reading, ...]
    read_by: tuple[str, ...]
    """The figures whose formulas read it."""
    printed: tuple[Span, ...]
    """The tags of the template, and the places in narrative text, that print it."""
    decides: tuple[Span, ...]
    """The conditions and loops that go by it."""


def explain(source: Source, workshop: Workshop, name: str, options: Options) -> tuple[list[Explanation], list[Finding]]:
    """The value of this dotted name (Chinese or English) in each document of an input that has it.

    Findings: K125 there is no such name, and whatever keeps the input from being read.
    """
    made = reports(source, workshop, options=options)
    explained = [one for report in made for one in _explained(workshop, report, name)]
    if explained:
        return explained, []
    pack = made[0].pack
    if pack is None:
        return [], list(made[0].findings)
    return [], [UNKNOWN_FIGURE.at(Span(source.file), suggestion=_near(_root(pack, made[0]), name), name=name)]


def _near(root: packs.Field, name: str) -> str:
    """A name that there is and that looks like one that there is not; "" for none."""
    unknown = unknown_step(root, name)
    if unknown is None:
        return ""
    holder = f"{unknown.holder}." if unknown.holder else ""
    return "".join(f"{holder}{close}" for close in near(unknown.step, unknown.known))


def _root(pack: packs.Pack, report: Report) -> packs.Field:
    kind = pack.kinds[report.kind]
    return fields_of(packs.with_item(pack.schema(kind.name).root, kind), definitions_of(pack, kind)[0])


def _explained(workshop: Workshop, report: Report, name: str) -> Iterator[Explanation]:
    pack, data = report.pack, report.data
    if pack is None or data is None:
        return
    kind, root = pack.kinds[report.kind], _root(pack, report)
    wanted = _spelt(root, name)
    value, figure = value_at(report.context, steps(wanted)), report.figures.get(wanted)
    if value is None:
        return
    definitions, _ = definitions_of(pack, kind)
    own = canonical(root, wanted)
    definition = next((one for one in definitions.figures if one.name == own), None)
    field = root
    for step in steps(own.replace("[]", "[1]")):
        field = field.child(step)
    printed, decides = _uses(pack, kind, workshop, root, own)
    yield Explanation(
        kind=kind.title,
        name=wanted,
        title=definition.title if definition else field.title,
        value=value,
        unit=figure.unit if figure else _unit(field, root, report.context),
        formula=definition.formula.source if definition else "",
        formula_span=definitions.positions.span(definition.path) if definition and definitions.positions else Span(),
        derived=figure.derived if figure else None,
        given=() if figure and not figure.given else (data.span(steps(wanted)),),
        reads=tuple(_reads(definition, wanted, report, data)) if definition else (),
        read_by=tuple(one.name for one in definitions.figures if own in {canonical(root, read) for read in _absolute(one)}),
        printed=(*printed, *_in_narrative(data, root, own)),
        decides=decides,
    )


def _unit(field: packs.Field, root: packs.Field, context: Mapping[str, Any]) -> str:
    """A field's unit: its own, or what the field holds that it refers to."""
    named = root.fields.get(field.unit)
    return field.unit if named is None else str(context.get(field.unit) or named.value.get("default", ""))


def _spelt(root: packs.Field, name: str) -> str:
    """The name by keys, with the numbers of items as typed."""
    numbers = iter(re.findall(r"\[\d+\]", name))
    return re.sub(r"\[\]", lambda _: next(numbers, "[]"), canonical(root, name))


def _absolute(definition: Definition) -> Iterator[str]:
    """What a formula reads, `row` written out."""
    holder = definition.name.partition("[].")[0]
    for name in definition.formula.names:
        yield f"{holder}[].{name.removeprefix('row.')}" if name.startswith("row.") else name


def _reads(definition: Definition, wanted: str, report: Report, data: packs.Data) -> Iterator[Reading]:
    row = wanted.rpartition("].")[0]
    for name in definition.formula.names:
        absolute = f"{row}].{name.removeprefix('row.')}" if row and name.startswith("row.") else name
        value = _value(report.context, absolute)
        if value is not None:
            spans = tuple(origins(absolute.partition("[].")[0], report.figures, data.span))
            yield Reading(absolute, value, spans)


def _value(context: Mapping[str, Any], name: str) -> Any:
    """The value of a dotted name; of `projects[].amount` the list of all."""
    holder, each, rest = name.partition("[].")
    value = value_at(context, steps(holder))
    if not each or not isinstance(value, list):
        return value
    return [found for one in value[:_MOST] if (found := value_at(one, steps(rest))) is not None]


def _uses(pack: packs.Pack, kind: packs.Kind, workshop: Workshop, root: packs.Field, own: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The tags that print a value, and those that go by it."""
    name = pack.template(kind.name)
    printed: dict[Span, None] = {}
    decides: dict[Span, None] = {}
    for tags, uses in assemble(pack, name, workshop.environment(), kind.name).readings() if name else ():
        for use in uses:
            if canonical(root, use.name) == own:
                tag = tags[use.line - 1]
                (printed if tag.kind == "variable" else decides)[tag.span] = None
    return tuple(printed), tuple(decides)


def _in_narrative(data: packs.Data, root: packs.Field, own: str) -> Iterator[Span]:
    """The places in long texts that print a value."""
    for path in data.narratives:
        text = value_at(data.record, path)
        for typed in _TYPED.finditer(text if isinstance(text, str) else ""):
            try:
                names = compile_expression(typed[1].strip(), RULES, narrative=True).names
            except ExpressionSyntaxError:
                continue
            if own in {canonical(root, name) for name in names}:
                yield data.locate(path, typed.start(), len(typed[0]))
