"""Data held against a schema: canonical data, and everything that is wrong with it, in the words of its fields."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.chinese import read_date
from reportgen.expressions import near
from reportgen.findings import Fault, Finding, in_order
from reportgen.packs import faults, wording
from reportgen.packs.canonical import Canonical
from reportgen.packs.data import Data
from reportgen.packs.fields import Field, fits
from reportgen.packs.layers import Path, Positions
from reportgen.packs.schema import Schema

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError


class Tree(Positions, Protocol):
    """What is validated: named values with their positions."""

    @property
    def value(self) -> Mapping[str, Any]: ...


def validate(tree: Tree, schema: Schema) -> tuple[Data, list[Finding]]:
    """The data of `tree` in canonical form, and its faults in source order.

    Findings: D101 to D220.
    """
    walk = Canonical(schema.root, tree)
    data = walk.data(tree.value)
    explain = _Explanation(schema, data, walk.explained)
    return data, in_order([*walk.findings, *explain.all(schema.validator.iter_errors(data.record))])


class _Explanation:
    """Turns the validator's errors into findings about our own data."""

    def __init__(self, schema: Schema, data: Data, explained: set[Path]) -> None:
        self._schema = schema
        self._data = data
        self._explained = explained
        self._meant: set[Path] = set()
        """Fields that a misspelt name near them was meant for."""

    def all(self, errors: Iterable[ValidationError]) -> Iterator[Finding]:
        for error in sorted(errors, key=lambda error: error.kind.name != "additionalProperties"):
            path = tuple(error.instance_path)
            if path in self._explained:
                continue
            yield from _SAYINGS.get(error.kind.name, _Explanation._other)(self, error, path)

    def _value(self, path: Path) -> Any:
        value: Any = self._data.record
        for step in path:
            value = value[step]
        return value

    def _finding(self, fault: Fault, path: Path, **values: Any) -> Finding:
        title = wording.title_at(self._schema.root, path)
        return fault.at(self._data.span(path), **{"title": title, **values})

    def _form(self, path: Path) -> Field:
        """The form that the value at `path` is meant to have."""
        field = self._schema.field(path)
        return field.form_of(self._value(path)) or field

    def _missing(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        kind: Any = error.kind
        key: str = kind.property
        if (*path, key) in self._meant:
            return
        member = self._form(path).child(key)
        values = {"key": key, "title": member.title, **wording.where(self._schema.root, path)}
        blank = (*path, key)
        if blank in self._data.blanks:
            yield faults.BLANK_FIELD.at(self._data.span(blank, key=True), **values)
            return
        span = self._data.span(path, key=bool(path) and isinstance(path[-1], str))
        yield faults.MISSING_FIELD.at(span, **values, line=_line(member))

    def _unknown(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        form = self._form(path)
        kind: Any = error.kind
        unused = [name for name, key in form.names.items() if key not in self._value(path)]
        for name in kind.unexpected:
            span = self._data.span((*path, name), key=True)
            found = near(name, unused)
            self._meant.update((*path, form.names[close]) for close in found)
            advice: dict[str, Any] = {
                "advice_zh": f"是不是“{found[0]}”？" if found else f"可填：{wording.names(form)['names_zh']}",
                "advice_en": f"Did you mean “{found[0]}”?" if found else f"It may hold {wording.names(form)['names_en']}",
            }
            line = span.source[: span.column - 1] + found[0] + span.source[span.end_column - 1 :] if found and span.end_column else ""
            advice |= wording.where(self._schema.root, path)
            yield faults.UNKNOWN_FIELD.at(span, suggestion=line, name=wording.brief(name), **advice)

    def _shape(self, _error: ValidationError, path: Path) -> Iterator[Finding]:
        """A value of another type than the field has."""
        if path in self._data.blanks:
            yield self._finding(faults.BLANK_ITEM, path)
            return
        field = self._schema.field(path)
        known = wording.given(self._value(path))
        if len({_family(shape) for shape in field.shapes}) > 1:
            yield self._finding(faults.NEITHER_SHAPE, path, **known, **wording.shapes(field))
            return
        fraction = field.shapes == {"integer"} and fits(self._value(path), _NUMBER)
        fault = faults.NOT_WHOLE if fraction else _SHAPE_FAULTS[_family(min(field.shapes))]
        yield self._finding(fault, path, **known, **wording.names(field))

    def _forms(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        """No form fits: what keeps the value from the form that it is meant to have."""
        field, value = self._schema.field(path), self._value(path)
        meant = field.form_of(value)
        if meant is None:
            yield from self._shape(error, path)
            return
        index = next((n for n, branch in enumerate(field.branches) if meant in branch.forms()), 0)
        kind: Any = error.kind
        within: list[list[ValidationError]] = getattr(kind, "context", [])
        # Two forms of a `oneOf` fit at once: no single form is to blame.
        yield from self.all(within[index]) if index < len(within) and within[index] else self._other(error, path)

    def _choice(self, _error: ValidationError, path: Path) -> Iterator[Finding]:
        form = self._form(path)
        word = wording.brief(self._value(path))
        found = near(word, [*map(wording.brief, form.choices), *form.choice_aliases])
        values = wording.given(self._value(path)) | wording.choices(form)
        yield faults.NOT_A_CHOICE.at(
            self._data.span(path), suggestion=found[0] if found else "", title=wording.title_at(self._schema.root, path), **values
        )

    def _count(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        yield self._finding(_COUNTS[error.kind.name], path, count=len(self._value(path)), limit=error.kind.value)

    def _too_few_fields(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        """An object whose fields are all left blank, or which has none."""
        blank = [key for key in self._form(path).fields if (*path, key) in self._data.blanks]
        if not blank:
            yield from self._other(error, path)
        for key in blank:
            title = self._form(path).child(key).title
            values = {"key": key, "title": title, **wording.where(self._schema.root, path)}
            yield faults.BLANK_FIELD.at(self._data.span((*path, key), key=True), **values)

    def _range(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        zh, en = _RELATIONS[error.kind.name]
        limit = wording.brief(self._form(path).value.get(error.kind.name, error.kind.value))
        value = wording.brief(self._value(path))
        yield self._finding(faults.OUT_OF_RANGE, path, value=value, relation_zh=zh, relation_en=en, limit=limit)

    def _pattern(self, _error: ValidationError, path: Path) -> Iterator[Finding]:
        examples = self._form(path).value.get("examples") or []
        zh, en = (f"，如“{wording.brief(examples[0])}”", f", such as “{wording.brief(examples[0])}”") if examples else ("", "")
        text = wording.brief(self._value(path))
        suggestion = _as_day(text, self._form(path).value.get("pattern"))
        yield self._finding(faults.OTHER_FORM, path, suggestion=suggestion, text=text, example_zh=zh, example_en=en)

    def _repeated(self, _error: ValidationError, path: Path) -> Iterator[Finding]:
        yield self._finding(faults.REPEATED_ITEM, path)

    def _other(self, error: ValidationError, path: Path) -> Iterator[Finding]:
        """A keyword of the pack's schema that has no wording of its own."""
        keyword = error.kind.name
        form = self._form(path)
        rule = f"{keyword}: {wording.brief(form.value[keyword])}" if keyword in form.value else keyword
        advice = wording.brief(form.value.get("description", ""))
        yield self._finding(faults.AGAINST_SCHEMA, path, rule=rule, advice=advice)


def _as_day(text: str, pattern: Any) -> str:
    """A day that is written otherwise as 2023-12-31; "" for what is none, and where the field wants another form."""
    import jsonschema_rs  # patterns of packs run in linear time

    with contextlib.suppress(ValueError):
        day = read_date(text).isoformat()
        wanted = jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions())
        return day if wanted.is_valid(day) else ""
    return ""


def _family(shape: str) -> str:
    return "number" if shape == "integer" else shape


def _line(member: Field) -> str:
    """What an author would write to give a field."""
    name = member.aliases[0] if member.aliases else member.key
    return f"{name}: …" if not member.shapes & {"object", "array"} else f"{name}:"


_NUMBER = frozenset({"number"})
_SHAPE_FAULTS = {
    "string": faults.NOT_A_TEXT,
    "number": faults.NOT_A_NUMBER,
    "boolean": faults.NOT_YES_OR_NO,
    "array": faults.NOT_A_LIST,
    "object": faults.NOT_A_GROUP,
    "null": faults.NEITHER_SHAPE,
}
_RELATIONS = {
    "minimum": ("不小于", "at least"),
    "maximum": ("不大于", "at most"),
    "exclusiveMinimum": ("大于", "more than"),
    "exclusiveMaximum": ("小于", "less than"),
}
_COUNTS = {
    "minItems": faults.TOO_FEW,
    "maxItems": faults.TOO_MANY,
    "minLength": faults.TOO_SHORT,
    "maxLength": faults.TOO_LONG,
}
_SAYINGS: Mapping[str, Callable[[_Explanation, ValidationError, Path], Iterator[Finding]]] = {
    "required": _Explanation._missing,
    "additionalProperties": _Explanation._unknown,
    "type": _Explanation._shape,
    "anyOf": _Explanation._forms,
    "oneOf": _Explanation._forms,
    "enum": _Explanation._choice,
    "pattern": _Explanation._pattern,
    "uniqueItems": _Explanation._repeated,
    "minProperties": _Explanation._too_few_fields,
    **dict.fromkeys(_COUNTS, _Explanation._count),
    **dict.fromkeys(_RELATIONS, _Explanation._range),
}
