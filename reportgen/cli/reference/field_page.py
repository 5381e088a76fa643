"""The fields of a pack's kinds as a page of Markdown, under their Chinese and English names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.packs import Field, Pack
from reportgen.packs.wording import brief

_HEAD = ("| 字段 · Field | 填什么 · Takes | 说明 · Meaning |", "|---|---|---|")
_SHAPES = {
    "string": "文字 text",
    "number": "数字 number",
    "integer": "整数 whole number",
    "boolean": "是或否 yes or no",
    "array": "列表 list",
    "object": "分项 fields",
}
_DEEPEST = 12


def field_page(pack: Pack, children: Sequence[tuple[Pack, Pack]] = ()) -> str:
    """The fields of all kinds of `pack`, and those that further packs add, each given with its parent."""
    kinds = list(pack.kinds)
    root = pack.schema(*kinds).root
    lines = [
        f"# 字段 · Fields: {pack.title}",
        "",
        "由 `reportgen schema --markdown` 生成。输入里写哪一种名称都行；模板里写成 `{{ 收支.预算数 }}` 或 `{{ finance.budget }}`。"
        " Made by `reportgen schema --markdown`; either name may be used.",
        "",
        *(f"- {pack.kinds[kind].title} `{kind}`：必填 required {_required(pack, kind)}" for kind in kinds),
        "",
    ]
    page = _Page(root)
    plain = [member for member in root.fields.values() if not _holds_fields(member)]
    lines += page.section("单独的几项 · Single fields", plain)
    for member in root.fields.values():
        if _holds_fields(member):
            lines += page.section(f"{_name(member)} `{member.key}`", [member])
    for child, parent in children:
        lines += _added(child, parent, kinds)
    return "\n".join(lines).rstrip() + "\n"


def _required(pack: Pack, kind: str) -> str:
    root = pack.schema(kind).root
    return "、".join(f"{_name(root.fields[key])} `{key}`" for key in root.value.get("required", ()) if key in root.fields)


def _added(child: Pack, parent: Pack, kinds: Sequence[str]) -> Iterator[str]:
    """What a pack's schema has beyond that of the pack above it."""
    root, before = child.schema(*kinds).root, parent.schema(*kinds).root
    page = _Page(root)
    rows = [row for member in root.fields.values() for row in page.rows(member, "", "", before.fields.get(member.key), 0, ())]
    if rows:
        yield from (f"## {child.title} `{child.name}`：增加的字段 · fields added", "", *_HEAD, *rows, "")


@dataclass
class _Page:
    """Writes fields; what an object's neighbour has just told is not told again."""

    root: Field
    _told: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)

    def section(self, title: str, members: Sequence[Field]) -> Iterator[str]:
        """Top fields with everything below them."""
        rows = [row for member in members for row in self.rows(member, "", "", None, 0, self.root.value.get("required", ()))]
        yield from (f"## {title}", "", *_HEAD, *rows, "")

    def rows(self, one: Field, chinese: str, english: str, before: Field | None, depth: int, required: Collection[str]) -> Iterator[str]:
        """Rows of a field and of those below it, but for those that `before` has."""
        zh, en = _joined(chinese, _name(one)), _joined(english, one.key)
        same = self._same(one)
        if before is None:
            note = f"下面的字段同“{same}” · fields as above" if same else ""
            meaning = " ".join(part for part in (self._meaning(one), note) if part)
            yield f"| {zh}<br>`{en}` | {self._takes(one, required=one.key in required)} | {meaning} |"
        if same or depth > _DEEPEST:
            return
        for form in one.forms():
            yield from self._below(form, zh, en, before, depth)

    def _below(self, form: Field, zh: str, en: str, before: Field | None, depth: int) -> Iterator[str]:
        needed = form.value.get("required", ())
        for member in form.fields.values():
            known = next((one.fields[member.key] for one in before.forms() if member.key in one.fields), None) if before else None
            yield from self.rows(member, zh, en, known, depth + 1, needed)
        if form.items is not None:
            known = next((one.items for one in before.forms() if one.items), None) if before else None
            for inner in form.items.forms():
                yield from self._below(inner, f"{zh}[]", f"{en}[]", known, depth + 1)

    def _same(self, one: Field) -> str:
        """The name of a field told before below which the same fields stand; "" where there is none."""
        below = next((inner for form in one.forms() for inner in (form, form.items) if inner and inner.fields), None)
        key = tuple((member.key, str(member.value.get("description", ""))) for member in below.fields.values()) if below else ()
        before = self._told.get(key, "")
        if key and not before:
            self._told[key] = _name(one)
        return before

    def _takes(self, one: Field, *, required: bool) -> str:
        """Shape, unit, choices, and whether it is needed."""
        if one.choices:
            words = {brief(value): alias for alias, value in reversed(list(one.choice_aliases.items()))}
            shape = "、".join(words.get(brief(value), brief(value)) for value in one.choices)
        elif one.narrative:
            shape = "标题 heading" if one.one_line else "长文字 narrative"
        else:
            shape = "或".join(_SHAPES[name] for name in _SHAPES if name in one.shapes) or "自己起名 names of your own"
        holder = self.root.fields.get(one.unit)
        unit = one.unit if holder is None else str(holder.value.get("default", ""))
        return "，".join(part for part in (shape, unit, "**必填 required**" if required else "") if part)

    def _meaning(self, one: Field) -> str:
        about = str(one.value.get("description", "")).replace("\n", " ").replace("|", "\\|")
        examples = one.value.get("examples") or [None]
        plain = not isinstance(examples[0], dict | list | None) and len(str(examples[0])) <= 40
        return f"{about}例：{examples[0]}" if plain else about


def _holds_fields(one: Field) -> bool:
    return any(inner.fields for form in one.forms() for inner in (form, form.items) if inner)


def _name(one: Field) -> str:
    return one.aliases[0] if one.aliases else one.key


def _joined(holder: str, name: str) -> str:
    return f"{holder}.{name}" if holder else name
