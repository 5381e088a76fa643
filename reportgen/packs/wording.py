"""How findings speak of data: its places, values, shapes and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from reportgen.expressions import path_of
from reportgen.packs.fields import Field
from reportgen.packs.layers import Path

_LONGEST = 24
_MOST_NAMES = 12
_SHAPES_ZH = {
    "string": "文字",
    "number": "数字",
    "integer": "整数",
    "boolean": "是或否",
    "array": "列表",
    "object": "分项",
    "null": "空",
}
_SHAPES_EN = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "yes or no",
    "array": "a list",
    "object": "fields of its own",
    "null": "nothing",
}


def brief(value: Any) -> str:
    """A value as written, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def given(value: Any) -> dict[str, Any]:
    """A value in the words of a finding, `given_zh` and `given_en`."""
    if isinstance(value, Mapping):
        return {"given_zh": "分项（名称: 值）", "given_en": "fields of its own"}
    if isinstance(value, list):
        return {"given_zh": f"列表（{len(value)} 项）", "given_en": f"a list of {len(value)}"}
    if isinstance(value, str):
        return {"given_zh": f"文字“{brief(value)}”", "given_en": f"the text “{brief(value)}”"}
    if value is None:
        return {"given_zh": "空", "given_en": "blank"}
    return {"given_zh": f"“{brief(value)}”", "given_en": f"“{brief(value)}”"}


def where(root: Field, path: Path) -> dict[str, Any]:
    """The place of an object in the data, `where_zh` in titles and `where_en` in keys."""
    titles, field = [], root
    for step in path:
        field = field.child(step)
        titles.append(f"第{step + 1}项" if isinstance(step, int) else field.title)
    if not path:
        return {"where_zh": "文件", "where_en": "the file"}
    return {"where_zh": f"“{' › '.join(titles)}”", "where_en": f"“{dotted(path)}”"}


def dotted(path: Path) -> str:
    """A path as it is written in templates, items counted from 1: `indicators[2].score`."""
    return reduce(path_of, path, "")


def title_at(root: Field, path: Path) -> str:
    """The title of the field at `path`; an item of a list is named by its list and number."""
    field, title = root, "文件"
    for step in path:
        field = field.child(step)
        title = f"{title}第{step + 1}项" if isinstance(step, int) else field.title
    return title


def shapes(field: Field) -> dict[str, Any]:
    """What a field may be, `shapes_zh` and `shapes_en`."""
    wanted = [shape for shape in _SHAPES_ZH if shape in field.shapes]
    return {"shapes_zh": "或".join(_SHAPES_ZH[s] for s in wanted), "shapes_en": " or ".join(_SHAPES_EN[s] for s in wanted)}


def names(field: Field) -> dict[str, Any]:
    """The fields that an object may hold, `names_zh` and `names_en`."""
    if not field.fields:
        return {"names_zh": "名称: 值", "names_en": "name: value"}
    zh = [member.aliases[0] if member.aliases else key for key, member in field.fields.items()]
    return {"names_zh": listed(zh, "、"), "names_en": listed(field.fields, ", ")}


def choices(field: Field) -> dict[str, Any]:
    """The values that a field may have, `choices_zh` by their Chinese words where they have such, and `choices_en`."""
    words = {brief(value): alias for alias, value in reversed(list(field.choice_aliases.items()))}
    values = [brief(value) for value in field.choices]
    return {"choices_zh": listed([words.get(v, v) for v in values], "、"), "choices_en": listed(values, ", ")}


def listed(words: Iterable[str], mark: str) -> str:
    """`words` in one line, cut where there are many."""
    all_words = list(words)
    return mark.join(all_words[:_MOST_NAMES]) + ("…" if len(all_words) > _MOST_NAMES else "")
