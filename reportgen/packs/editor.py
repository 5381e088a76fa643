"""A kind's fields as JSON Schema for editors, which complete and check keys while an author types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reportgen.packs.fields import Field
from reportgen.packs.pack import Pack

Keys = Literal["en", "zh"]
# Editors' YAML support knows draft 7 in full and 2020-12 in part; the words used here mean the same in both.
_DIALECT = "http://json-schema.org/draft-07/schema#"
_NAMED = ("properties", "required", "items", "additionalProperties", "anyOf", "oneOf", "$schema", "$id", "$comment", "renamed_from")


def json_schema(pack: Pack, *kinds: str, keys: Keys = "en") -> dict[str, Any]:
    """The schema of one or several kinds, with English or Chinese names of fields."""
    root = pack.schema(*kinds).root
    return {"$schema": _DIALECT, **_written(root, keys, root)}


def _written(field: Field, keys: Keys, root: Field) -> dict[str, Any]:
    """One field's schema under the chosen names; units go into the description, where an author sees them."""
    value = {word: item for word, item in field.value.items() if word not in _NAMED and not word.startswith("x-")}
    if field.unit:
        value["description"] = f"{value.get('description', '')}（单位：{_unit(field, root)}）"
    if keys == "zh" and field.choices:
        words = {str(meant): alias for alias, meant in reversed(list(field.choice_aliases.items()))}
        value["enum"] = [words.get(str(choice), choice) for choice in field.choices]
    if field.fields:
        value["properties"] = {_name(member, keys): _written(member, keys, root) for member in field.fields.values()}
        value["additionalProperties"] = field.rest is not None and _rest(field.rest, keys, root)
    elif isinstance(field.value.get("additionalProperties"), Mapping) and field.rest:
        value["additionalProperties"] = _rest(field.rest, keys, root)
    if required := field.value.get("required"):
        value["required"] = [_name(field.child(key), keys) for key in required]
    if field.items:
        value["items"] = _written(field.items, keys, root)
    if field.branches:
        value["anyOf"] = [_written(branch, keys, root) for branch in field.branches]
    return value


def _unit(field: Field, root: Field) -> str:
    """The unit; where a top field tells it, that field's title and what holds without it."""
    teller = root.fields.get(field.unit)
    return f"{teller.value.get('default', '')}，或按“{teller.title}”" if teller else field.unit


def _rest(rest: Field, keys: Keys, root: Field) -> dict[str, Any] | bool:
    return _written(rest, keys, root) or True


def _name(member: Field, keys: Keys) -> str:
    return member.aliases[0] if keys == "zh" and member.aliases else member.key
