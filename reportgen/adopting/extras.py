"""Fields of a pack's own for parts that no parent has: the child's schema, and the names that tags call them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportgen.inputs.flow import flow
from reportgen.packs import Schema
from reportgen.packs.layers import Path

KEY, TITLE = "extra", "另设章节"
_LONGEST = 30


@dataclass
class Extras:
    """The fields made so far."""

    required: list[str]
    """The top fields that the parent requires."""
    usual: set[str] = field(default_factory=set)
    """Top fields of the parent that this template prints more of, so that authors usually give them."""
    _own: dict[str, tuple[str, bool]] = field(default_factory=dict)
    """By key: title, and whether it must be given."""
    _of_items: dict[Path, dict[str, str]] = field(default_factory=dict)
    """By the place of an item in the parent's schema, `("$defs", "project")`: titles by key."""

    @property
    def any(self) -> bool:
        return bool(self._own or self._of_items or self.usual)

    def section(self, words: str, *, needed: bool) -> tuple[str, str]:
        """A field for a part of the report: its title and how tags call it."""
        title = _unique(_identifier(words), [title for title, _ in self._own.values()])
        self._own[f"part{len(self._own) + 1}"] = title, needed
        return title, f"{TITLE}.{title}"

    def of_item(self, place: Path, item: str, words: str, taken: list[str]) -> tuple[str, str]:
        """A field of each item of a list: its title and how tags call it."""
        known = self._of_items.setdefault(place, {})
        title = _unique(_identifier(words), [*known.values(), *taken])
        known[f"part{len(known) + 1}"] = title
        return title, f"{item}.{title}"

    def yaml(self, title: str) -> bytes:
        """The child's schema file."""
        head = f"# {title}自己的字段：上级没有的部分，由填写的人写文字。title 是字段名，可以改（模板里的标签要一起改）。"
        return ("\n".join([head, *_written(self._tree(), "")]) + "\n").encode()

    def _tree(self) -> dict[str, Any]:
        """What stands in it."""
        tree: dict[str, Any] = {}
        needed = [key for key, (_, must) in self._own.items() if must]
        if needed:
            tree["required"] = [*self.required, KEY]
        for name in sorted(self.usual):
            _inside(tree, ("properties", name))["x-usual"] = True
        if self._own:
            own = _inside(tree, ("properties", KEY))
            own |= {"title": TITLE, "description": "本区的报告比通用的多出来的部分。", "type": "object"}
            own |= {"required": needed} if needed else {}
            _inside(own, ("properties",)).update({key: _field(title) for key, (title, _) in self._own.items()})
        for place, fields in self._of_items.items():
            _inside(tree, (*place, "properties")).update({key: _field(title) for key, title in fields.items()})
        return tree


def _field(title: str) -> Any:
    """A long text; a tuple, which is written in one line."""
    return (("title", title), ("description", f"“{title}”这部分的文字。"), ("type", "string"), ("minLength", 1), ("x-format", "narrative"))


def _inside(tree: dict[str, Any], place: Path) -> dict[str, Any]:
    """The mapping at a place, made where there is none."""
    for step in place:
        tree = tree.setdefault(str(step), {})
    return tree


def _written(tree: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield f"{indent}{flow(key)}:"
            yield from _written(value, f"{indent}  ")
        else:
            yield f"{indent}{flow(key)}: {flow(dict(value) if isinstance(value, tuple) else value)}"


def required_of(schema: Schema) -> list[str]:
    """The top fields that a schema requires."""
    return [str(name) for name in schema.root.value.get("required", ())]


def _identifier(words: str) -> str:
    """Words as a name that tags can use."""
    plain = re.sub(r"\{\{.*?\}\}|\{#.*?#\}", "", words)
    name = "".join(character for character in plain if f"a{character}".isidentifier())[:_LONGEST]
    return name if name.isidentifier() else f"部分{name}"


def _unique(name: str, taken: list[str]) -> str:
    number = 1
    unique = name
    while unique in taken:
        number += 1
        unique = f"{name}{number}"
    return unique
