"""A kind's merged schema, laid out flat: references resolved, names checked, every object closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reportgen.expressions import near
from reportgen.findings import Finding
from reportgen.packs import faults
from reportgen.packs.fields import SHAPES, Field, anything, shape_of
from reportgen.packs.layers import Layers, Path
from reportgen.packs.wording import brief
from reportgen.values import dataclass

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

MOST_PARTS = 20_000
MOST_DEPTH = 100
"""Fields and references within one another; data is nested less deeply."""
_WORDS = """
    $schema $id $comment $ref $defs title description default examples deprecated type enum const properties required additionalProperties
    minProperties maxProperties items minItems maxItems uniqueItems anyOf oneOf minimum maximum exclusiveMinimum exclusiveMaximum
    multipleOf minLength maxLength pattern x-unit x-format x-aliases x-enum-aliases x-usual x-rolls x-words renamed_from
"""
KEYWORDS = frozenset(_WORDS.split())
_POINTER = "#/$defs/"


@dataclass(frozen=True, eq=False)
class Schema:
    """The fields of a kind; `findings` are the faults of the pack's schema files."""

    root: Field
    findings: tuple[Finding, ...] = ()

    @property
    def value(self) -> Mapping[str, Any]:
        """The flat JSON Schema 2020-12."""
        return self.root.value

    @cached_property
    def validator(self) -> Draft202012Validator:
        """The compiled validator; patterns run in linear time, since packs come from others."""
        import jsonschema_rs

        return jsonschema_rs.Draft202012Validator(dict(self.value), pattern_options=jsonschema_rs.RegexOptions())

    def __getstate__(self) -> dict[str, Any]:
        """Without the compiled validator, which is the library's own."""
        return {name: value for name, value in self.__dict__.items() if name != "validator"}

    def field(self, path: Path) -> Field:
        """The field at a path of the data."""
        found = self.root
        for step in path:
            found = found.child(step)
        return found


def build(layers: Layers) -> Schema:
    """The schema that `layers` hold.

    Findings: K201 K202 K203 K204 K205 K206 K208; with any of them the schema takes whatever it is given.
    """
    builder = _Builder(layers)
    schema = Schema(builder.field(layers.value, (), ""))
    findings = tuple(builder.findings) or tuple(_against_meta(schema, layers))
    return Schema(anything(""), findings) if findings else schema


def _against_meta(schema: Schema, layers: Layers) -> list[Finding]:
    """What JSON Schema itself, and its regular expressions, have against a schema."""
    import jsonschema_rs

    try:
        schema.validator  # noqa: B018 (compiling it, which is kept, checks it too; but it stops at the first fault)
    except jsonschema_rs.ValidationError as first:
        meta = jsonschema_rs.Draft202012Validator({"$ref": "https://json-schema.org/draft/2020-12/schema"})
        errors = list(meta.iter_errors(schema.value)) or [first]
        return [_bad(layers, tuple(error.instance_path), _at(schema.value, error.instance_path)) for error in errors]
    return []


def _at(value: Any, path: list[str | int]) -> Any:
    for step in path:
        value = value[step]
    return value


def _bad(layers: Layers, path: Path, value: Any, advice: str = "") -> Finding:
    keyword = next((step for step in reversed(path) if isinstance(step, str)), "")
    if not advice and keyword == "type":
        advice = " / ".join(SHAPES)
    return faults.BAD_SCHEMA.at(layers.span(path), keyword=keyword, text=brief(value), advice=advice)


class _Builder:
    """Walks merged schema files once, collecting faults."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.findings: list[Finding] = []
        definitions = layers.value.get("$defs")
        self._definitions: Mapping[str, Any] = definitions if isinstance(definitions, Mapping) else {}
        self._parts = self._depth = 0
        self._too_deep = False
        self._following: list[str] = []

    def field(self, node: Any, path: Path, key: str) -> Field:
        """The field that the schema `node` describes."""
        self._parts += 1
        if node is True or self._parts > MOST_PARTS or self._depth >= MOST_DEPTH:
            self._note_bounds(node, path)
            return anything(key)
        if not isinstance(node, Mapping):
            self.findings.append(_bad(self.layers, path, node))
            return anything(key)
        self._depth += 1
        try:
            if "$ref" in node:
                return self._referred(node, path, key)
            self._check_keywords(node, path)
            return self._described(node, path, key)
        finally:
            self._depth -= 1

    def _note_bounds(self, node: Any, path: Path) -> None:
        if node is not True and self._depth >= MOST_DEPTH and not self._too_deep:
            self._too_deep = True
            self.findings.append(faults.SCHEMA_TOO_DEEP.at(self.layers.span(path), limit=MOST_DEPTH))
        if self._parts == MOST_PARTS + 1:
            self.findings.append(faults.SCHEMA_TOO_LARGE.at(self.layers.span(path), limit=MOST_PARTS))

    def _referred(self, node: Mapping[str, Any], path: Path, key: str) -> Field:
        """What the reference leads to, with the words beside it written over."""
        reference = node["$ref"]
        name = reference.removeprefix(_POINTER) if isinstance(reference, str) and reference.startswith(_POINTER) else None
        if name is None or name not in self._definitions:
            found = near(name or "", [str(known) for known in self._definitions])
            advice = f"{_POINTER}{found[0]}" if found else " ".join(f"{_POINTER}{known}" for known in list(self._definitions)[:8])
            span = self.layers.span((*path, "$ref"))
            self.findings.append(faults.UNKNOWN_REFERENCE.at(span, ref=brief(reference), advice_zh=advice, advice_en=advice))
            return anything(key)
        if name in self._following:
            self.findings.append(faults.REFERENCE_CYCLE.at(self.layers.span((*path, "$ref")), ref=reference))
            return anything(key)
        target = self._definitions[name]
        beside = {word: value for word, value in node.items() if word != "$ref"}
        merged = {**target, **beside} if isinstance(target, Mapping) else target
        self._following.append(name)
        try:
            return self.field(merged, path if beside else ("$defs", name), key)
        finally:
            self._following.pop()

    def _check_keywords(self, node: Mapping[str, Any], path: Path) -> None:
        for word in node:
            if word in KEYWORDS:
                continue
            found = near(word, sorted(KEYWORDS))
            if word.startswith("x-") and not found:
                continue
            advice_zh, advice_en = (f"是不是“{found[0]}”？", f"Did you mean “{found[0]}”?") if found else ("删去这一项", "Remove it")
            span = self.layers.span((*path, word), key=True)
            self.findings.append(faults.UNKNOWN_KEYWORD.at(span, name=brief(word), advice_zh=advice_zh, advice_en=advice_en))
        for word, (fine, advice) in _OWN_WORDS.items():
            if word in node and not fine(node[word]):
                self.findings.append(_bad(self.layers, (*path, word), node[word], advice))

    def _described(self, node: Mapping[str, Any], path: Path, key: str) -> Field:
        fields = self._members(node, path)
        items = self.field(node["items"], (*path, "items"), "") if "items" in node else None
        word = "anyOf" if "anyOf" in node else "oneOf"
        forms = node.get(word) if isinstance(node.get(word), list) else []
        branches = tuple(self.field(form, (*path, word, index), key) for index, form in enumerate(forms or []))
        rest = self._rest(node, path)
        flat = {name: value for name, value in node.items() if name != "$defs"}
        if "properties" in node:
            flat["properties"] = {name: member.value for name, member in fields.items()}
            flat.setdefault("additionalProperties", False)
        if rest is not None and isinstance(node.get("additionalProperties"), Mapping):
            flat["additionalProperties"] = rest.value
        if items is not None:
            flat["items"] = items.value
        if branches:
            flat[word] = [branch.value for branch in branches]
        shapes = _shapes(node).union(*(branch.shapes for branch in branches))
        return Field(key, flat, shapes, _aliases(node), fields, self._names(fields, path), rest, items, branches)

    def _members(self, node: Mapping[str, Any], path: Path) -> dict[str, Field]:
        members = node.get("properties", {})
        if not isinstance(members, Mapping):
            self.findings.append(_bad(self.layers, (*path, "properties"), members))
            return {}
        return {str(name): self.field(member, (*path, "properties", name), str(name)) for name, member in members.items()}

    def _rest(self, node: Mapping[str, Any], path: Path) -> Field | None:
        shapes = _shapes(node)
        if shapes and "object" not in shapes:
            return None
        more = node.get("additionalProperties", "properties" not in node)
        return None if more is False else self.field(more, (*path, "additionalProperties"), "")

    def _names(self, fields: Mapping[str, Field], path: Path) -> dict[str, str]:
        names = {key: key for key in fields}
        for key, member in fields.items():
            for alias in member.aliases:
                if (first := names.setdefault(alias, key)) != key:
                    span = self.layers.span((*path, "properties", key), key=True)
                    self.findings.append(faults.AMBIGUOUS_ALIAS.at(span, alias=alias, first=first, second=key))
        return names


def _shapes(node: Mapping[str, Any]) -> frozenset[str]:
    """The types that a schema names, or that its other words imply."""
    given = node.get("type")
    if given is not None:
        names = given if isinstance(given, list) else [given]
        return frozenset(name for name in names if isinstance(name, str))
    if "properties" in node:
        return frozenset({"object"})
    if "items" in node:
        return frozenset({"array"})
    values = node.get("enum") if isinstance(node.get("enum"), list) else []
    return frozenset(shape_of(value) for value in values or [])


def _aliases(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Further names of a field: those given, or its title where that is one word."""
    title = node.get("title", "")
    given = node.get("x-aliases", [title] if isinstance(title, str) and title.isidentifier() else [])
    return tuple(given) if _is_aliases(given) else ()


def _is_aliases(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(alias, str) and alias.isidentifier() for alias in value)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _is_move(value: Any) -> bool:
    return isinstance(value, Mapping) and list(value) == ["to"] and isinstance(value["to"], str)


_OWN_WORDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "title": (lambda value: isinstance(value, str), "title: 名称"),
    "x-aliases": (_is_aliases, "x-aliases: [名称]"),
    "x-enum-aliases": (lambda value: isinstance(value, Mapping), "x-enum-aliases: {另一种写法: 值}"),
    "x-format": (lambda value: value in ("narrative", "heading", "picture", "chart"), "x-format: narrative / heading / picture / chart"),
    "x-unit": (lambda value: isinstance(value, str), "x-unit: 万元"),
    "x-words": (_is_words, "x-words: [另一种说法]"),
    "renamed_from": (lambda value: _is_words(value) or isinstance(value, str), "renamed_from: 原来的名称"),
    "x-usual": (lambda value: isinstance(value, bool), "x-usual: true / false"),
    "x-rolls": (lambda value: value in ("keep", "empty") or _is_move(value), "x-rolls: keep / empty / {to: last_year}"),
}
