"""Dotted paths in data: reading through them, and placing values in copies that leave the original alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportgen.expressions import Record
from reportgen.packs.layers import Path
from reportgen.regexes import regex

_STEP = regex(r"\[(\d+)\]|\.?([^.\[\]]+)")


@lru_cache(maxsize=4096)
def steps(dotted: str) -> Path:
    """`indicators[3].rate` as ("indicators", 2, "rate")."""
    return tuple(int(index) - 1 if index else key for index, key in _STEP.findall(dotted))


def value_at(data: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if isinstance(step, str) and isinstance(data, dict):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        else:
            return None
    return data


class Overlay:
    """A copy of data, made only where something is placed: dicts and lists on the way are copied once."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = _copied(root)
        self._own = {id(self.root)}

    def place(self, path: Path, value: Any, title: str) -> bool:
        """Puts `value` at `path`, making the objects on the way that are not there; False where something else stands there.

        A record then knows the value by its title too, where the title is fit for a name.
        """
        holder: Any = self.root
        for depth, step in enumerate(path[:-1]):
            inner = value_at(holder, (step,))
            if inner is None and isinstance(step, str):
                inner = Record(path=".".join(map(str, path[: depth + 1])))
            if not isinstance(inner, dict | list):
                return False
            if id(inner) not in self._own:
                inner = _copied(inner)
                self._own.add(id(inner))
                holder[_key(holder, step)] = inner
            holder = inner
        if not isinstance(holder, dict):
            return False
        holder[path[-1]] = value
        if isinstance(holder, Record) and path[-1] not in holder.names.titles:
            holder.names = holder.names.also(str(path[-1]), title)
        return True


def _key(holder: Any, step: str | int) -> Any:
    """The English key where `step` is an alias."""
    if isinstance(holder, Record) and isinstance(step, str) and not dict.__contains__(holder, step):
        return holder.names.aliases.get(step, step)
    return step


def _copied(value: Any) -> Any:
    if isinstance(value, Record):
        return Record(value, value.names, value.path)
    return dict(value) if isinstance(value, Mapping) else list(value)
