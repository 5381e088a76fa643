"""Fields of a pack's own for parts that no parent has: the child's schema, and the names that tags call them by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.inputs.flow import flow
from reportgen.packs import Schema

KEY, TITLE = "extra", "另设章节"
_LONGEST = 30
_NARRATIVE = "type: string, minLength: 1, x-format: narrative"


@dataclass
class Extras:
    """The fields made so far."""

    required: list[str]
    """The top fields that the parent requires."""
    usual: set[str] = field(default_factory=set)
    """Top fields of the parent that this template prints more of, so that authors usually give them."""
    _own: dict[str, tuple[str, bool]] = field(default_factory=dict)
    """By key: title, and whether it must be given."""
    _of_items: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the name of a definition, `project`: titles by key."""

    @property
    def any(self) -> bool:
        return bool(self._own or self._of_items or self.usual)

    def section(self, words: str, *, needed: bool) -> tuple[str, str]:
        """A field for a part of the report: its title and how tags call it."""
        title = _unique(_identifier(words), [title for title, _ in self._own.values()])
        self._own[f"part{len(self._own) + 1}"] = title, needed
        return title, f"{TITLE}.{title}"

    def of_item(self, definition: str, item: str, words: str, taken: list[str]) -> tuple[str, str]:
        """A field of each item of a list: its title and how tags call it."""
        known = self._of_items.setdefault(definition, {})
        title = _unique(_identifier(words), [*known.values(), *taken])
        known[f"part{len(known) + 1}"] = title
        return title, f"{item}.{title}"

    def yaml(self, title: str) -> bytes:
        """The child's schema file."""
        lines = [f"# {title}自己的字段：上级没有的部分，由填写的人写文字。title 是字段名，可以改（模板里的标签要一起改）。"]
        needed = [key for key, (_, must) in self._own.items() if must]
        lines += [f"required: {flow([*self.required, KEY])}"] if needed else []
        lines += ["properties:"] if self._own or self.usual else []
        lines += [f"  {name}: {{x-usual: true}} # reportgen new 留空待填" for name in sorted(self.usual)]
        if self._own:
            lines += [
                f"  {KEY}:",
                f"    title: {TITLE}",
                "    description: 本区的报告比通用的多出来的部分。",
                "    type: object",
            ]
            lines += [f"    required: {flow(needed)}"] if needed else []
            lines += ["    properties:"]
            lines += [
                f"      {key}: {{title: {flow(name)}, description: {flow(f'“{name}”这部分的文字。')}, {_NARRATIVE}}}"
                for key, (name, _) in self._own.items()
            ]
        if self._of_items:
            lines += ["$defs:"]
        for definition, fields in self._of_items.items():
            lines += [f"  {definition}:", "    properties:"]
            lines += [
                f"      {key}: {{title: {flow(name)}, description: {flow(f'“{name}”这部分的文字。')}, {_NARRATIVE}}}"
                for key, name in fields.items()
            ]
        return ("\n".join(lines) + "\n").encode()


def required_of(schema: Schema) -> list[str]:
    """The top fields that a schema requires."""
    return [str(name) for name in schema.root.value.get("required", ())]


def _identifier(words: str) -> str:
    """Words as a name that tags can use."""
    name = re.sub(r"\{\{.*?\}\}|\{#.*?#\}|\W", "", words)[:_LONGEST]
    return name if name.isidentifier() else f"部分{name}"


def _unique(name: str, taken: list[str]) -> str:
    number = 1
    unique = name
    while unique in taken:
        number += 1
        unique = f"{name}{number}"
    return unique
