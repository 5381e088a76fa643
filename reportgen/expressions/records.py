"""Data objects of a context: a dict with English keys that also answers to the fields' Chinese names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """What the fields of one kind of object are called; shared by all its records."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    """Chinese name → English key."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """English key → title."""

    def also(self, key: str, title: str) -> Names:
        """These names and one more field."""
        aliases = {**self.aliases, title: key} if title.isidentifier() and title not in self.aliases else self.aliases
        return Names(aliases, {**self.titles, key: title})


NO_NAMES = Names()


class Record(dict[str, Any]):
    """A dict whose missing keys are looked up among the aliases; equality, length and iteration are by English keys.

    `path` is where the record stands in the data (`finance`, `indicators[2]`), for messages.
    """

    __slots__ = ("names", "path")

    def __init__(self, values: Mapping[str, Any] | None = None, names: Names = NO_NAMES, path: str = "") -> None:
        super().__init__(values or {})
        self.names = names
        self.path = path

    def __missing__(self, key: Any) -> Any:
        name = self.names.aliases.get(key)
        if name is None or not dict.__contains__(self, name):
            raise KeyError(key)
        return dict.__getitem__(self, name)

    def __contains__(self, key: object) -> bool:
        return dict.__contains__(self, key) or dict.__contains__(self, self.names.aliases.get(key, key))  # type: ignore[call-overload]

    def get(self, key: Any, default: Any = None) -> Any:
        """The value at a key or alias."""
        try:
            return self[key]
        except KeyError:
            return default

    def __reduce__(self) -> tuple[Any, ...]:
        return Record, (dict(self), self.names, self.path)


def variables(root: Mapping[str, Any]) -> dict[str, Any]:
    """The names of a template or expression over `root`: its keys and, for a record, their Chinese names too."""
    held = dict(root)
    if not isinstance(root, Record):
        return held
    return {alias: held[key] for alias, key in root.names.aliases.items() if key in held} | held


def path_of(parent: str, key: str | int) -> str:
    """The dotted path of a key or an index (0-based, printed from 1) under `parent`."""
    if isinstance(key, int):
        return f"{parent}[{key + 1}]"
    return f"{parent}.{key}" if parent else key


def chinese_path(root: Any, path: Sequence[str | int]) -> str:
    """A path by the Chinese names that its fields may be written with (`收支.预算数`); its keys where they have none."""
    named = ""
    for step in path:
        names = root.names if isinstance(root, Record) else NO_NAMES
        title = names.titles.get(step, "") if isinstance(step, str) else ""
        named = path_of(named, title if names.aliases.get(title) == step else step)
        known = isinstance(root, dict) or (isinstance(root, list) and isinstance(step, int) and step < len(root))
        root = (root.get(step) if isinstance(root, dict) else root[step]) if known else None
    return named
