"""A new pack's pack.yaml: what it is, and in comments what it may change, as its parent has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.inputs.flow import flow
from reportgen.packs import Pack
from reportgen.packs.definition import pack_schema

_WIDEST = 120


def pack_yaml(parent: Pack, title: str, own: Mapping[str, Any] | None = None, *, about: str = "") -> bytes:
    """The file of a child of `parent`; `own` are the settings that it has of its own, by their English names."""
    own = own or {}
    lines = [
        f"# {title}：{about or f'照“{parent.title}”（{parent.name}），只写自己不同的地方'}。",
        "# 行首有“# ”的是可以改的地方和上级现在的写法；要改就删去“# ”，只留要改的那几项，其余随上级。",
        "",
        f"extends: {flow(parent.name)}",
        f"title: {flow(title)}",
        'version: "1" # 改了模板就加一，packs diff 和 packs list 会显示',
        "# years: {from: 2024, to: 2026} # 用于哪几个年度；也可写 [2024, 2025]，只写 from 就是从那年起；不写不限",
        "",
        *_lines("numbering", "各级标题的编号，从一级到五级", parent.numbering, own),
        *_lines("profile", "版式：没有写的与上级相同", _in_words(parent.layers.value.get("profile", {}), "profile"), own),
        *_lines("settings", "检查规则的界限和写法", _in_words(_plain(parent.settings), "settings"), own),
        *_lines("bands", "分档：从高到低，够到哪一档的下限就用哪一档的用语", parent.layers.value.get("bands", {}), own),
        *_kinds(parent),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _lines(key: str, comment: str, inherited: Any, own: Mapping[str, Any]) -> Iterator[str]:
    """One setting: the pack's own words, then in comments what it inherits."""
    if not inherited and key not in own:
        return
    yield f"# {comment}。"
    given = own.get(key)
    if given is not None:
        yield from _entry(key, given)
    elif not isinstance(inherited, Mapping):
        yield f"# {key}: {flow(inherited)}"
        yield ""
        return
    else:
        yield f"# {key}:"
    if isinstance(inherited, Mapping):
        left = {name: value for name, value in inherited.items() if not isinstance(given, Mapping) or name not in given}
        yield from (f"#   {line}" for name, value in left.items() for line in _entry(name, value))
    yield ""


def _entry(key: str, value: Any) -> Iterator[str]:
    """A key with its value, in one line where that is short."""
    line = f"{flow(key)}: {flow(value)}"
    if len(line) <= _WIDEST and not (isinstance(value, Mapping) and any(isinstance(item, Mapping | list) for item in value.values())):
        yield line
    elif isinstance(value, Mapping):
        yield f"{flow(key)}:"
        yield from (f"  {part}" for name, item in value.items() for part in _entry(name, item))
    else:
        yield f"{flow(key)}:"
        yield from (f"  - {flow(item)}" for item in value)


def _plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings of one value each; lists of words are long, and seldom a district's own."""
    return {name: value for name, value in settings.items() if not isinstance(value, Mapping | list)}


def _in_words(value: Any, *path: str) -> Any:
    """Values as clerks write them: choices by their Chinese words."""
    field = pack_schema().field(path)
    if isinstance(value, Mapping):
        return {key: _in_words(item, *path, key) for key, item in value.items()}
    words = {meant: alias for alias, meant in reversed(list(field.choice_aliases.items()))}
    return words.get(value, value) if isinstance(value, str) else value


def _kinds(parent: Pack) -> Iterator[str]:
    """The kinds that it makes, with a name for their documents."""
    yield "# 文种：可以改名称；output 是文件名，写 {{ 字段 }}。"
    yield "# kinds:"
    for kind in parent.kinds.values():
        output = kind.output or "{{ 部门.简称 }}{{ 年度 }}年" + kind.title
        yield f"#   {kind.name}: {flow({'title': kind.title, 'output': output})}"
