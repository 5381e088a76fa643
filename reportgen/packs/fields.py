"""The fields of a document: what each value may be, laid out flat from the merged schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from reportgen.expressions import Names, Record
from reportgen.values import dataclass

SHAPES = ("string", "number", "integer", "boolean", "array", "object", "null")


@dataclass(frozen=True, eq=False)
class Field:
    """What one value of the data may be."""

    key: str
    value: Mapping[str, Any]
    """Its JSON Schema, without references."""
    shapes: frozenset[str]
    """The types that it may have; empty: any."""
    aliases: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """Every name of its fields, keys and aliases, with the key."""
    rest: Field | None = None
    """What fields that are not listed may be; None where there may be none."""
    items: Field | None = None
    branches: tuple[Field, ...] = ()
    """The forms of which it has one (`anyOf`, `oneOf`)."""

    @property
    def title(self) -> str:
        """Its Chinese name, or its key."""
        return str(self.value.get("title") or self.key)

    @property
    def unit(self) -> str:
        """`x-unit`: the unit itself, or the name of the top field that holds the unit."""
        return str(self.value.get("x-unit", ""))

    @property
    def narrative(self) -> bool:
        """Whether its text is in the narrative markup."""
        return self.value.get("x-format") in ("narrative", "heading")

    @property
    def picture(self) -> bool:
        """Whether it says where a picture is: an object with a `file`."""
        return self.value.get("x-format") == "picture"

    @property
    def chart(self) -> bool:
        """Whether it describes a chart: an object with a `kind`, `categories` and `series`."""
        return self.value.get("x-format") == "chart"

    @property
    def one_line(self) -> bool:
        """Whether its text is a heading, or another text that is no long one."""
        return self.value.get("x-format") != "narrative"

    @property
    def words(self) -> tuple[str, ...]:
        """`x-words`: what clerks call it in headings and forms besides its title."""
        return tuple(self.value.get("x-words", ()))

    @property
    def former_names(self) -> tuple[str, ...]:
        """`renamed_from`: the names that it had in earlier versions of the pack."""
        given = self.value.get("renamed_from", ())
        return (given,) if isinstance(given, str) else tuple(given)

    @property
    def usual(self) -> bool | None:
        """`x-usual`: whether authors usually give it; None where the schema does not say."""
        return self.value.get("x-usual")

    @property
    def rolls(self) -> str | Mapping[str, str]:
        """`x-rolls`: what becomes of it in the next year's data: `keep`, `empty` or `{to: field beside it}`; "" where nothing is said."""
        rule: str | Mapping[str, str] = self.value.get("x-rolls", "")
        return rule

    @property
    def choice_aliases(self) -> Mapping[str, Any]:
        """Further words for the values of its `enum`."""
        return dict(self.value.get("x-enum-aliases", {}))

    @property
    def choices(self) -> tuple[Any, ...]:
        return tuple(self.value.get("enum", ()))

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The key of each field that an earlier version of the pack called by another name, by that name."""
        return {old: key for key, member in self.fields.items() for old in member.former_names if old not in self.names}

    @cached_property
    def record_names(self) -> Names:
        """What the records of this object answer to."""
        aliases = {name: key for name, key in self.names.items() if name != key}
        return Names(aliases, {key: member.title for key, member in self.fields.items()})

    def child(self, key: str | int) -> Field:
        """The field of its item or member `key`, whichever of its forms has one."""
        if isinstance(key, int):
            found = next((form.items for form in self.forms() if form.items), None)
        else:
            found = next((form.fields[key] for form in self.forms() if key in form.fields), None)
            found = found or next((form.rest for form in self.forms() if form.rest), None)
        return found or anything(str(key))

    def with_leaf(self, path: Sequence[str], title: str) -> Field:
        """The same field with one more below it, at a path of keys and `[]`, that may hold any value: a figure."""
        if self.branches:
            return replace(self, branches=tuple(branch.with_leaf(path, title) for branch in self.branches))
        if not path:
            return self
        step, *rest = path
        if step == "[]":
            return self if self.items is None else replace(self, items=self.items.with_leaf(rest, title))
        if step in self.fields:
            return replace(self, fields={**self.fields, step: self.fields[step].with_leaf(rest, title)})
        if self.shapes and "object" not in self.shapes:
            return self
        below = replace(anything(step), shapes=frozenset({"object"})).with_leaf(rest, title) if rest else anything(step)
        names = {title: step} if title.isidentifier() and not rest else {}
        return replace(
            self, fields={**self.fields, step: below}, names={**self.names, step: step, **(names if title not in self.names else {})}
        )

    def forms(self) -> Iterator[Field]:
        """Itself, or the forms that it may have."""
        if not self.branches:
            yield self
        for branch in self.branches:
            yield from branch.forms()

    def form_of(self, value: Any) -> Field | None:
        """The form that `value` is meant to have, None where it has the shape of none."""
        if not self.branches:
            return self if fits(value, self.shapes) else None
        fitting = [form for form in self.forms() if fits(value, form.shapes)]
        if isinstance(value, Mapping):
            return max(fitting, key=lambda form: sum(name in form.names for name in value), default=None)
        return fitting[0] if fitting else None


def anything(key: str) -> Field:
    """A field that may hold any value."""
    return Field(key, {}, frozenset())


_TYPES = {str: "string", int: "integer", bool: "boolean", dict: "object", Record: "object", list: "array", type(None): "null"}
"""JSON types of the types that data are of, as a rule."""


def shape_of(value: Any) -> str:
    """The JSON type of `value`."""
    known = _TYPES.get(type(value))
    if known is not None:
        return known
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, Decimal):
        return "integer" if value == value.to_integral_value() else "number"
    if isinstance(value, Mapping):
        return "object"
    return "null" if value is None else "array"


def fits(value: Any, shapes: frozenset[str]) -> bool:
    """Whether `value` is of one of `shapes`."""
    shape = shape_of(value)
    return not shapes or shape in shapes or (shape == "integer" and "number" in shapes)


def dotted_names(field: Field, holder: str = "") -> Iterator[str]:
    """The names that data may have: `finance.budget`, `indicators[].score`, `data.*` where anything may follow."""
    for form in field.forms():
        for key, member in form.fields.items():
            name = f"{holder}.{key}" if holder else key
            yield name
            yield from dotted_names(member, name)
        if form.rest is not None and holder:
            yield f"{holder}.*"
        if form.items is not None:
            yield from dotted_names(form.items, f"{holder}[]")
