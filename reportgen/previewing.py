"""A pack seen before anybody has data: documents of what its own schemas make up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen import packs
from reportgen.figures import Definitions
from reportgen.given import Given
from reportgen.options import Options
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop, definitions_of

_USUAL_YEAR = 2024
"""Of a pack that names no years."""


def preview(pack: packs.Pack, kind: packs.Kind, workshop: Workshop, *, whole: bool = True) -> list[Report]:
    """The documents of a kind with made-up data: one, or one for each item that the schema makes up.

    Not `whole`, they hold only what the schema requires or calls usual.
    """
    options = Options(pack.name, kind.name)
    stem = pack.name if kind.per else f"{pack.name}-{kind.name}"
    return reports(Given(made_up(pack, kind, whole=whole)), workshop, stem=stem, options=options)


def made_up(pack: packs.Pack, kind: packs.Kind, *, whole: bool = True) -> dict[str, Any]:
    """Data for a kind as an input would hold it: every field but those that are worked out, of the last year that the pack serves.

    Not `whole`, without the fields that the schema neither requires nor calls usual.
    """
    definitions, _ = definitions_of(pack, kind)
    year = pack.years.latest or _USUAL_YEAR
    root = pack.schema(kind.name).root
    given = {key: value for key, value in {"pack": pack.name, "kind": kind.name, "year": year}.items() if key in root.fields}
    without = worked_out(definitions) | (set() if whole else set(_seldom(root, "")))
    return packs.sample(root, year=year, given=given, without=without)


def _seldom(holder: packs.Field, path: str) -> Iterator[str]:
    """The dotted names of fields that authors mostly leave out, of objects whose schema says which those are."""
    required = holder.value.get("required", ())
    telling = any(member.usual for member in holder.fields.values())
    for key, member in holder.fields.items():
        name = f"{path}.{key}" if path else key
        if member.usual is False or (telling and not member.usual and key not in required):
            yield name
        elif member.fields:
            yield from _seldom(member, name)


def worked_out(definitions: Definitions) -> set[str]:
    """The dotted names of figures, and of the fields in which authors say why theirs differ."""
    return {name for figure in definitions.figures for name in (figure.name, figure.reason)}
