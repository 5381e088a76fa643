"""The fields of a schema one after another, each with its names and how deep it lies: for lists, skeletons and references."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.packs.fields import Field
from reportgen.values import dataclass


@dataclass(frozen=True)
class Entry:
    """One field at its place."""

    field: Field
    name: str
    """Dotted, by keys: `finance.budget`, `indicators[].score`."""
    chinese: str
    """The same by Chinese names: `收支.预算数`, `指标[].得分`; a key where a field has none."""
    depth: int
    """How many objects and lists stand around it."""
    required: bool

    @property
    def title(self) -> str:
        return self.field.title

    @property
    def description(self) -> str:
        return str(self.field.value.get("description", ""))


def walk(root: Field) -> Iterator[Entry]:
    """All fields below `root` in the schema's order, a list's item fields after the list; what forms share comes once."""
    return _below(root, "", "", 0)


def _below(holder: Field, name: str, chinese: str, depth: int) -> Iterator[Entry]:
    seen: set[str] = set()
    for form in holder.forms():
        required = form.value.get("required") or ()
        clerks = {key: name for name, key in reversed(list(form.names.items())) if name != key}
        for key, member in form.fields.items():
            if key not in seen:
                seen.add(key)
                entry = Entry(member, _joined(name, key), _joined(chinese, clerks.get(key, key)), depth, key in required)
                yield entry
                yield from _below(member, entry.name, entry.chinese, depth + 1)
        if form.items is not None:
            yield from _below(form.items, f"{name}[]", f"{chinese}[]", depth)


def chinese_name(field: Field) -> str:
    """What a clerk may call the field: its first alias, or its key."""
    return field.aliases[0] if field.aliases else field.key


def _joined(holder: str, name: str) -> str:
    return f"{holder}.{name}" if holder else name
