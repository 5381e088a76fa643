"""Which values of the data a failing tag was reading: the names in it, looked up where it failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import normalize

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.compiler.diagnosis import parsed_alone
from reportgen.compiler.tags import Tag
from reportgen.expressions.absent import Absent, absent_path
from reportgen.expressions.records import Record, path_of

_MOST = 8


def origins(tag: Tag, environment: Environment, context: Mapping[str, Any], variables: Mapping[str, Any]) -> list[str]:
    """Dotted paths in the data, such as `indicators[3].score`, that a tag reads; `variables` are those of its code, as they stand.

    Items of lists are counted from 1.
    """
    try:
        tree = parsed_alone(0, tag, frozenset(), environment)
    except TemplateSyntaxError:
        return []
    scope = {**context, **_local(variables)}
    return list(dict.fromkeys(path for chain in _chains(tree) if (path := _path(chain, scope))))[:_MOST]


def _local(variables: Mapping[str, Any]) -> dict[str, Any]:
    """A template's own variables by their names: Jinja's code calls them `l_1_row`, the innermost with the highest number."""
    found: dict[str, tuple[int, Any]] = {}
    for variable, value in variables.items():
        kind, _, rest = variable.partition("_")
        level, _, name = rest.partition("_")
        if kind == "l" and level.isdecimal() and found.get(name, (-1, None))[0] < int(level):
            found[name] = int(level), value
    return {name: value for name, (_, value) in found.items()}


def _chains(tree: nodes.Node | None) -> Iterator[tuple[str | int, ...]]:
    """The dotted names in a tag, each as far as it goes."""
    if tree is None:
        return
    chain = _chain(tree)
    if chain:
        yield chain
        return
    for child in tree.iter_child_nodes():
        yield from _chains(child)


def _chain(node: nodes.Node) -> tuple[str | int, ...]:
    if isinstance(node, nodes.Name):
        return (node.name,) if node.ctx == "load" else ()
    if isinstance(node, nodes.Getattr) and (holder := _chain(node.node)):
        return (*holder, node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and (holder := _chain(node.node)):
        return (*holder, node.arg.value) if isinstance(node.arg.value, str | int) else holder
    return ()


def _path(chain: tuple[str | int, ...], scope: Mapping[str, Any]) -> str:
    """Where in the data a dotted name leads; "" where it does not begin there."""
    name = normalize("NFKC", str(chain[0]))
    value = scope.get(name)
    if isinstance(value, Absent):
        return absent_path(value)
    path = value.path if isinstance(value, Record) else name if value is not None else ""
    for key in chain[1:] if path else ():
        if isinstance(value, Record) and isinstance(key, str):
            key = key if dict.__contains__(value, key) else value.names.aliases.get(key, key)
            path, value = path_of(path, key), value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
            path, value = path_of(path, key % len(value)), value[key]
        else:
            break
    return path
