"""A pack as a list of named facts, each in words and with its place: what it sets, which fields, figures, rules and blocks it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from reportgen.errors import NotADocx
from reportgen.expressions import Environment
from reportgen.findings import Span
from reportgen.inputs.flow import flow
from reportgen.packs import Entry, Field, Kind, Pack, walk
from reportgen.packs.definition import pack_schema
from reportgen.packs.pack import COMMON
from reportgen.packs.whereabouts import node_at, place_of
from reportgen.unfolding import homes, unfold
from reportgen.values import dataclass

Group = Literal["settings", "profile", "kinds", "fields", "figures", "rules", "blocks"]
GROUPS: tuple[Group, ...] = ("settings", "profile", "kinds", "fields", "figures", "rules", "blocks")
_SHAPES = {"string": "文字", "number": "数字", "integer": "整数", "boolean": "是或否", "array": "列表", "object": "分项"}
_STEP = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One fact about a pack."""

    group: Group
    key: str
    """What it is known by, the same in every pack: `profile.body.size`, `finance.budget`, `R101`."""
    name: str
    """What a clerk calls it: 正文 字号."""
    words: str
    span: Span
    kind: str = ""
    """The kind of document that it belongs to; "": all."""
    lines: tuple[str, ...] = ()
    """Of a block: its paragraphs."""
    former: tuple[str, ...] = ()
    """Of a field: its earlier names, dotted."""


def facets(pack: Pack, environment: Environment, only: Kind | None = None) -> list[Facet]:
    """Everything that a pack has, with what it inherits; of one kind, where that is given. Raises: NotADocx."""
    kinds = [only] if only else list(pack.kinds.values())
    found = [*_settings(pack)]
    for kind in kinds:
        found += [*_fields(pack, kind), *_definitions(pack, kind), *_blocks(pack, kind, environment)]
    seen: dict[tuple[str, str, str], Facet] = {}
    for facet in found:
        # What several kinds share stands in one file, and is told once.
        shared = facet.kind if facet.group in ("blocks",) else f"{facet.span.file}:{facet.span.line}:{facet.span.column}"
        seen.setdefault((facet.group, facet.key, shared), facet)
    return sorted(seen.values(), key=lambda facet: GROUPS.index(facet.group))


def _settings(pack: Pack) -> Iterator[Facet]:
    """What the merged pack.yaml says, value by value."""
    for path, value in _leaves(pack.layers.value, ()):
        if path[0] == "extends":
            continue
        group: Group = "profile" if "profile" in path else "kinds" if path[0] == "kinds" else "settings"
        field, titles = pack_schema().root, []
        for step in path:
            known = any(step in form.fields for form in field.forms())
            field = field.child(step)
            titles.append(field.title if known else str(step))
        shown = titles[1:] if len(titles) > 1 and path[0] in ("profile", "settings", "kinds") else titles
        yield Facet(group, ".".join(map(str, path)), " ".join(shown), _in_words(value, field), pack.origin(path))


def _leaves(value: Any, path: _STEP) -> Iterator[tuple[_STEP, Any]]:
    if isinstance(value, Mapping) and value:
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif path:
        yield path, value


def _in_words(value: Any, field: Field) -> str:
    """A value as it is written in a pack.yaml, choices by their Chinese words."""
    words = {meant: alias for alias, meant in reversed(list(field.choice_aliases.items()))} if field.choice_aliases else {}
    return words.get(value, flow(value)) if isinstance(value, str) else flow(value)


def _fields(pack: Pack, kind: Kind) -> Iterator[Facet]:
    """The fields of a kind."""
    layers = pack.merged(f"{COMMON}.schema.yaml", f"{kind.name}.schema.yaml")[0]
    for entry in walk(pack.schema(kind.name).root):
        holder = entry.name.rpartition(".")[0]
        former = tuple(f"{holder}.{name}" if holder else name for name in entry.field.former_names)
        span = layers.span(place_of(layers, entry.name), key=True)
        yield Facet("fields", entry.name, entry.chinese, _of_field(entry), span, kind.name, former=former)


def _of_field(entry: Entry) -> str:
    """A field in one line: what it is called, what it may be, what it means."""
    field = entry.field
    shapes = "或".join(_SHAPES[shape] for shape in _SHAPES if shape in field.shapes)
    kind = "长文字" if field.narrative and not field.one_line else shapes
    unit = "" if field.unit in ("", "unit") else field.unit
    choices = f"可填{'、'.join(map(str, field.choices))}" if field.choices else ""
    parts = [field.title, kind, unit, "必填" if entry.required else "", choices, entry.description]
    return "，".join(part for part in parts if part)


def _definitions(pack: Pack, kind: Kind) -> Iterator[Facet]:
    """Figures and rules of a kind."""
    layers, _ = pack.figures(kind.name)
    for name, given in node_at(layers.value, ("figures",)).items():
        words = f"{given.get('title', name)} = {given.get('formula', '')}" if isinstance(given, Mapping) else str(given)
        yield Facet("figures", str(name), str(name), words, layers.span(("figures", name), key=True), kind.name)
    for name, given in node_at(layers.value, ("rules",)).items():
        span = layers.span(("rules", name), key=True)
        yield Facet("rules", str(name), _rule_name(str(name), given), _of_rule(given), span, kind.name)


def _rule_name(name: str, given: Any) -> str:
    return f"{given['code']} {name}" if isinstance(given, Mapping) and "code" in given else name


def _of_rule(given: Any) -> str:
    if not isinstance(given, Mapping):
        return "不检查" if given in (False, None, "off") else flow(given)
    message = given.get("message", "")
    said = message.get("zh", "") if isinstance(message, Mapping) else message
    when = f"（{given['when']} 时）" if "when" in given else ""
    return f"{given.get('severity', 'warning')}，{said}：{given.get('check', '')}{when}"


def _blocks(pack: Pack, kind: Kind, environment: Environment) -> Iterator[Facet]:
    """The blocks of a kind's template."""
    try:
        unfolded = unfold(pack, kind.name, environment)
    except NotADocx:
        return  # `packs check` tells what is wrong with it
    origins = homes(pack, kind.name, environment)
    for name, lines in unfolded.texts().items() if unfolded else ():
        yield Facet("blocks", name, name, f"{len(lines)} 段", Span(origins.get(name, "")), kind.name, tuple(lines))
