"""A kind's schema as a YAML input to be filled in: every field in order, each with what it means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from reportgen.packs import Field, Keys, Pack
from reportgen.packs.wording import brief
from reportgen.values import dataclass

_OUT = "# "
_IN = "  "
_KEY = re.compile(r"\.[^.\[\]]+")
_STEP = re.compile(r"\[\]|[^.\[\]]+")
_LONGEST_EXAMPLE = 40
_DEEPEST = 12
"""Objects within one another; a skeleton needs no more of a schema that goes on."""


def skeleton(
    pack: Pack,
    kinds: Sequence[str],
    *,
    keys: Keys = "en",
    year: int | None = None,
    printed: Collection[str] | None = None,
    needed: Collection[str] = (),
    feeding: Collection[str] = (),
) -> str:
    """An input for documents of `kinds`: what authors usually give left blank, every other field in a comment.

    Uncommenting is deleting one `# ` a line: fields of a commented object that are seldom given bear two. `printed` are the
    dotted names, by keys, that the documents print: what they do not is not left blank, unless it is required. `needed`
    are those that they cannot do without, `feeding` those of which figures are worked out that they cannot do without.
    """
    wants = _Wants(None if printed is None else _prefixes(printed), _prefixes(needed, within_items=True), frozenset(feeding))
    writer = _Writer(pack.schema(*kinds).root, keys, wants)
    given = {"pack": pack.name, "kind": kinds[0] if len(kinds) == 1 else f"[{', '.join(kinds)}]", "year": str(year or "")}
    titles = "、".join(pack.kinds[kind].title for kind in kinds)
    return "\n".join([*_head(pack, titles, kinds, keys), *writer.members(writer.root, given)]) + "\n"


def _head(pack: Pack, titles: str, kinds: Sequence[str], keys: Keys) -> Iterator[str]:
    """What an author must know to fill it in."""
    chosen = f"reportgen schema --pack {pack.name} --kind {kinds[0]} --keys {keys}"
    yield f"# {pack.title}：{titles}"
    yield "#"
    yield "# 冒号后面空一格填写；以“- ”开头的是列表，一项一条，可以照样再加。以“# ”开头的是不一定要填的，要填就删去行首的“# ”。"
    yield "# 写成“名称: |”的是长文字：从下一行起缩进两格写，一行一段；可以用 **加粗**、“# 小标题”、“- 列表”。"
    yield "# 文字里的数不要再打一遍，写成 {{ 收支.预算数|万元 }} 这样。"
    yield "# 填好后用 reportgen check 检查；没有填的、填得不对的，会指出在哪一行。"
    yield f"# VS Code 里写时提示字段：运行 {chosen} > 字段.json，再加一行 # yaml-language-server: $schema=字段.json"
    yield ""


@dataclass(frozen=True)
class _Wants:
    """What documents ask for: names with all names that lead to them."""

    printed: frozenset[str] | None
    needed: frozenset[str]
    feeding: frozenset[str]

    def prints(self, name: str) -> bool:
        """Whether documents print something of that name, be it by a key that only the data tells: `funds[row.field]`."""
        if self.printed is None or name in self.printed:
            return True
        return any(f"{name[: key.start()]}[]{name[key.end() :]}" in self.printed for key in _KEY.finditer(name))

    def needs(self, name: str, field: Field) -> bool:
        return name in self.needed or (name in self.feeding and not field.fields)


class _Writer:
    """Writes fields as lines, each level's lines without the indentation of the levels above."""

    def __init__(self, root: Field, keys: Keys, wants: _Wants) -> None:
        self.root = root
        self._keys = keys
        self._wants = wants

    def members(self, holder: Field, given: Mapping[str, str] | None = None, path: str = "", depth: int = 0) -> Iterator[str]:
        """The fields of an object, whose dotted name is `path`."""
        return (line for _, lines in self._entries(holder, given or {}, path, depth) for line in lines)

    def _entries(self, holder: Field, given: Mapping[str, str], path: str, depth: int) -> Iterator[tuple[bool, list[str]]]:
        """Each field's lines, and whether they are to be filled in."""
        required = holder.value.get("required", ())
        names = {key: _joined(path, key) for key in holder.fields}
        usual = {key for key, member in holder.fields.items() if member.usual and self._wants.prints(names[key])}
        usual |= {key for key, member in holder.fields.items() if self._wants.needs(names[key], member)}
        wanted = [key for key in holder.fields if key in required or key in usual]
        possible = [key for key, member in holder.fields.items() if member.usual is not False]
        wanted = wanted or [key for key in possible if self._wants.prints(names[key])] or possible
        for key, member in holder.fields.items():
            lines = self._entry(member, given.get(key, ""), names[key], depth, required=key in required)
            yield key in wanted, lines if key in wanted else _commented(lines)
        if holder.rest is not None:
            below = self.members(_richest(holder.rest), path=f"{path}[]", depth=depth + 1) if depth < _DEEPEST else ()
            yield False, _commented(["名称: # 自己起名", *_indented(below)])

    def _entry(self, field: Field, given: str, path: str, depth: int, *, required: bool) -> list[str]:
        """One field with everything below it."""
        name = field.aliases[0] if self._keys == "zh" and field.aliases else field.key
        words = self._words(field, required=required, forms=not given)
        note = f" # {words}" if words else ""
        if given:
            return [f"{name}: {given}{note}"]
        form = _richest(field)
        if form.items is not None and depth < _DEEPEST:
            return [f"{name}:{note}", *_indented(self._item(form.items, f"{path}[]", depth + 1))]
        if (form.fields or form.rest) and depth < _DEEPEST:
            return [f"{name}:{note}", *_indented(self.members(form, path=path, depth=depth + 1))]
        mark = " |" if form.narrative and not form.one_line else ""
        return [f"{name}:{mark}{note}"]

    def _item(self, item: Field, path: str, depth: int) -> list[str]:
        form = _richest(item)
        if not form.fields:
            return ["- # 一条一项"]
        entries = list(self._entries(form, {}, path, depth))
        # What is to be filled in stands behind the dash, so that the item is seen to be one.
        ahead = next((entry for entry in entries if entry[0]), entries[0])
        first, *rest = [line for entry in (ahead, *(one for one in entries if one is not ahead)) for line in entry[1]]
        return [f"- {first}", *_indented(rest)]

    def _words(self, field: Field, *, required: bool, forms: bool) -> str:
        """What is to be known of a field: name, unit, whether it is needed, meaning, values, example."""
        notes = "，".join(note for note in (self._unit(field), "必填" if required else "") if note)
        title = field.title if self._keys == "en" else ""
        about = str(field.value.get("description", "")).replace("\n", " ")
        lead = title + (f"（{notes}）" if notes else "")
        parts = [
            f"{lead}：{about}" if lead and about and title else f"{lead}{about}",
            self._choices(field),
            _forms(field) if forms else "",
            _example(field),
        ]
        return "".join(part if part.endswith(("。", "）")) else f"{part}。" for part in parts if part)

    def _unit(self, field: Field) -> str:
        """Its unit; where another field tells it, what that is by default."""
        holder = self.root.fields.get(field.unit)
        return field.unit if holder is None else str(holder.value.get("default", ""))

    def _choices(self, field: Field) -> str:
        if field.shapes == {"boolean"}:
            return "填是或否"
        words = {brief(value): alias for alias, value in reversed(list(field.choice_aliases.items()))} if self._keys == "zh" else {}
        values = [brief(value) for value in field.choices]
        return f"可填{'、'.join(words.get(value, value) for value in values)}" if values else ""


def _prefixes(names: Collection[str], *, within_items: bool = False) -> frozenset[str]:
    """The names, and those that lead to them; `within_items`, not the lists: what each item needs needs no items."""
    first = {name: name.rfind("[]") + 1 if within_items else 0 for name in names}
    return frozenset(name[: step.end()] for name in names for step in _STEP.finditer(name) if step.start() >= first[name])


def _joined(holder: str, key: str) -> str:
    return f"{holder}.{key}" if holder else key


def _richest(field: Field) -> Field:
    """The form of a field that says most: a list before fields of its own before a plain value."""
    forms = list(field.forms())
    return next((form for form in forms if form.items), None) or next((form for form in forms if form.fields), forms[0])


def _forms(field: Field) -> str:
    """That a list or object may be a plain value as well."""
    plain = any(form.shapes & {"string", "number"} for form in field.forms())
    return "也可以直接写在冒号后面" if plain and _richest(field).shapes & {"array", "object"} else ""


def _example(field: Field) -> str:
    examples: Any = field.value.get("examples")
    plain = isinstance(examples, list) and examples and not isinstance(examples[0], dict | list)
    text = str(examples[0]) if plain else ""
    return f"例：{text}" if text and len(text) <= _LONGEST_EXAMPLE and "\n" not in text else ""


def _commented(lines: Sequence[str]) -> list[str]:
    return [f"{_OUT}{line}" for line in lines]


def _indented(lines: Sequence[str] | Iterator[str]) -> list[str]:
    return [f"{_IN}{line}" for line in lines]
