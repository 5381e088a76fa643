"""Names that tags take from the data, held against the fields that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.compiler import faults
from reportgen.compiler.needs import Use
from reportgen.compiler.tags import Tag
from reportgen.expressions import METHODS
from reportgen.expressions.near import near
from reportgen.findings import Finding
from reportgen.packs.fields import Field
from reportgen.values import dataclass

_STEP = re.compile(r"\[\d*\]|[^.\[\]]+")
_BRINGING = ("include", "from", "import")
_MOST_NAMED = 12
_MOST_FORMS = 64
"""Of a field that may have many forms, so many are followed."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A step of a dotted name that no field answers to."""

    step: str
    holder: str
    """The name up to there; "" at the top."""
    known: tuple[str, ...]
    """What the fields there are called, Chinese names first."""
    renamed: str = ""
    """What it is called now, where it is the old name of a field."""


def steps(name: str) -> list[str]:
    """`项目[].名称` as 项目, [], 名称; an item may have its number."""
    return _STEP.findall(name)


def unknown_step(root: Field, name: str) -> Unknown | None:
    """The first step of a dotted name that leads nowhere; None where the name may have a value."""
    fields: list[Field] = list(root.forms())
    held = ""
    for step in steps(name):
        if any(_open(field) for field in fields):
            return None
        below = [found for field in fields for found in _below(field, "[]" if step[0] == "[" else step)]
        if not below:
            return Unknown(step, held, tuple(dict.fromkeys(name for field in fields for name in _called(field))), _renamed(fields, step))
        fields = [form for field in below for form in field.forms()][:_MOST_FORMS]
        held += step if step[0] == "[" else f".{step}" if held else step
    return None


def canonical(root: Field, name: str) -> str:
    """The dotted name by keys alone, and with `[]` for every item of a list: `项目[3].名称` as `projects[].name`."""
    fields: list[Field] = list(root.forms())
    found = ""
    for step in steps(name):
        plain = "[]" if step[0] == "[" else next((field.names[step] for field in fields if step in field.names), step)
        fields = [form for field in fields for below in _below(field, plain) for form in below.forms()][:_MOST_FORMS]
        found += plain if plain == "[]" else f".{plain}" if found else plain
    return found


def unknown_fields(uses: Iterable[Use], tags: Sequence[Tag], root: Field) -> list[Finding]:
    """The tags that take from the data what no field of the schema holds.

    Findings: T031, T032.
    """
    return list(_unknown_fields(uses, tags, root))


def _unknown_fields(uses: Iterable[Use], tags: Sequence[Tag], root: Field) -> Iterator[Finding]:
    for use in dict.fromkeys(uses):
        unknown, tag = unknown_step(root, use.name), tags[use.line - 1]
        if unknown is None:
            continue
        if unknown.step == "[]":
            if tag.word == "for":
                yield faults.NOT_A_LIST.at(tag.span, tag=tag.typed, name=unknown.holder)
        elif unknown.step in tag.source or tag.word in _BRINGING:
            # Elsewhere it comes by way of a loop or assignment, whose own tag is told of.
            yield _finding(unknown, tag)


def _renamed(fields: Iterable[Field], step: str) -> str:
    """The present name of the field that was called `step`, in the same language."""
    for field in fields:
        if step in field.renamed:
            key = field.renamed[step]
            return key if step.isascii() else next(iter(field.fields[key].aliases), key)
    return ""


def _finding(unknown: Unknown, tag: Tag) -> Finding:
    if unknown.renamed:
        return faults.RENAMED_FIELD.at(tag.span, suggestion=unknown.renamed, tag=tag.typed, name=unknown.step, new=unknown.renamed)
    holder = unknown.holder.removesuffix("[]")
    each = unknown.holder != holder
    known = [name for name in unknown.known if name.isascii() == unknown.step.isascii()] or list(unknown.known)
    shown = known[:_MOST_NAMED] + ["…"] * (len(known) > _MOST_NAMED)
    return faults.UNKNOWN_FIELD.at(
        tag.span,
        suggestion="".join(near(unknown.step, unknown.known)),
        tag=tag.typed,
        name=unknown.step,
        where_zh=f"“{holder}”{'的每一项' if each else ''}里" if holder else "数据里",
        where_en=f"{'an item of ' if each else ''}{holder}" if holder else "the data",
        known_zh="、".join(shown) if known else "没有",
        known_en=", ".join(shown) if known else "none",
    )


def _open(field: Field) -> bool:
    """Whether a field may hold any value."""
    return not field.shapes and not field.fields and field.items is None and field.rest is None


def _below(field: Field, step: str) -> list[Field]:
    """What a step leads to: a member or an item, or anything for a method of the value."""
    anything = [Field(step, {}, frozenset())]
    if step == "[]":
        # A text has characters; of an object the keys are gone through, or a member is taken whose key the data tells.
        open_ended = [*field.fields.values(), *anything] if field.shapes & {"array", "object", "string"} else []
        return [field.items] if field.items is not None else open_ended
    key = field.names.get(step)
    if key is not None:
        return [field.fields[key]]
    if field.rest is not None:
        return [field.rest]
    return anything if any(step in METHODS.get(shape, ()) for shape in field.shapes) else []


def _called(field: Field) -> list[str]:
    """The names of a field's members: Chinese ones first, since those are what a clerk types."""
    aliases = [name for name, key in field.names.items() if name != key]
    return [*aliases, *field.fields]
