"""What a template takes from its context: dotted names, followed through loops and assignments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jinja2 import nodes

from reportgen.expressions.subtotals import LEVELS
from reportgen.values import dataclass

_OWN = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none", "True", "False", "None"})
_KEEPING = frozenset(
    ["list", "select", "reject", "selectattr", "筛选", "rejectattr", "排除", "sort", "排序", "unique", "去重", "reverse", "倒序"]
).union(["default", "d", "默认"])
"""Filters whose value is the list that they are given, or some of it."""
_PICKING = frozenset(["first", "首个", "last", "末个"])
"""Filters whose value is an item of the list that they are given."""
_BY_ATTRIBUTE = frozenset(
    ["selectattr", "筛选", "rejectattr", "排除", "sort", "排序", "groupby", "分组", "sum", "total", "合计", "unique", "去重"]
)
"""Filters that take the name of an attribute as their first argument, where that is a text."""

_GROUPING = frozenset({"subtotals", "小计"})
"""Filters whose arguments all are names of attributes; without any, those of `LEVELS`."""
_STEP = re.compile(r"[.\[]")

Scope = dict[str, str]
"""Local names, and the path that each stands for; "" where it stands for nothing of the context."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a name of the context is used."""

    name: str
    """`department.name`, `tasks[].title`."""
    line: int
    """The line of the syntax tree: in a part, the tag's number + 1."""


def uses(tree: nodes.Template, own: Collection[str]) -> tuple[Use, ...]:
    """Every use of a dotted name such as `department.name`, `tasks[]` and `tasks[].title`, in order; `own` are names not of the context."""
    return tuple(_body(tree.body, dict.fromkeys(_OWN.union(own), "")))


def needs(tree: nodes.Template, globals_: frozenset[str]) -> frozenset[str]:
    """The names in use; of a name that is looked further into, only the ends."""
    return ends(uses(tree, globals_))


def ends(found: Collection[Use]) -> frozenset[str]:
    """The names of uses, without those that another of them looks further into."""
    names = {use.name for use in found}
    entered = {name[: step.start()] for name in names for step in _STEP.finditer(name)}
    return frozenset(names - entered)


def _body(body: list[nodes.Node], scope: Scope) -> Iterator[Use]:
    for node in body:
        yield from _statement(node, scope)


def _statement(node: nodes.Node, scope: Scope) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        yield from _all(node.iter, scope)
        item = f"{path}[]" if (path := _path(node.iter, scope)) else ""
        if item:
            yield Use(item, node.lineno)
        inner = scope | _bound(node.target, item)
        if node.test is not None:
            yield from _all(node.test, inner)
        yield from _body(node.body, inner)
        yield from _body(node.else_, scope)
    elif isinstance(node, nodes.Assign):
        yield from _all(node.node, scope)
        scope.update(_bound(node.target, _path(node.node, scope)))
    elif isinstance(node, nodes.AssignBlock):
        yield from _body(node.body, dict(scope))
        scope.update(_bound(node.target, ""))
    elif isinstance(node, nodes.Macro | nodes.CallBlock):
        if isinstance(node, nodes.Macro):
            scope[node.name] = ""
        else:
            yield from _all(node.call, scope)
        for default in node.defaults:
            yield from _all(default, scope)
        yield from _body(node.body, scope | {argument.name: "" for argument in node.args})
    elif isinstance(node, nodes.With):
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            yield from _all(value, scope)
            inner |= _bound(target, _path(value, scope))
        yield from _body(node.body, inner)
    elif isinstance(node, nodes.Import):
        scope[node.target] = ""
    elif isinstance(node, nodes.FromImport):
        scope.update((name if isinstance(name, str) else name[1], "") for name in node.names)
    else:
        yield from _all(node, scope)


def _all(node: nodes.Node, scope: Scope) -> Iterator[Use]:
    """The uses in an expression, or in a statement that binds nothing."""
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, scope)
        if path:
            yield Use(path, node.lineno)
        for key in _keys(node) if path else ():
            yield from _all(key, scope)
        if path or isinstance(node, nodes.Name):
            return
    for child in node.iter_child_nodes():
        yield from _statement(child, scope) if isinstance(child, nodes.Stmt) else _all(child, scope)
    if isinstance(node, nodes.Filter) and node.node is not None:
        holder = _path(node.node, scope)
        yield from (Use(f"{holder}[].{name}", node.lineno) for name in _attributes(node) if holder)


def _attributes(node: nodes.Filter) -> Iterator[str]:
    """The attributes of a list's items that a filter names."""
    if node.name in _GROUPING:
        yield from [one.value for one in node.args if isinstance(one, nodes.Const) and isinstance(one.value, str)] or LEVELS
    arguments = [*(node.args[:1] if node.name in _BY_ATTRIBUTE else ()), *(one.value for one in node.kwargs if one.key == "attribute")]
    for argument in arguments:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value


def _keys(node: nodes.Node) -> Iterator[nodes.Expr]:
    """The expressions in the brackets of a dotted name, and the filter that it may begin with."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield node.arg
        node = node.node
    if isinstance(node, nodes.Filter):
        yield node


def _path(node: nodes.Node | None, scope: Scope) -> str:
    """The dotted name that an expression is; "" for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Filter):
        holder = _path(node.node, scope)
        return holder if node.name in _KEEPING else f"{holder}[]" if holder and node.name in _PICKING else ""
    if isinstance(node, nodes.Getattr) and (holder := _path(node.node, scope)):
        return f"{holder}.{node.attr}"
    if isinstance(node, nodes.Getitem) and (holder := _path(node.node, scope)):
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return holder if isinstance(node.arg, nodes.Slice) else f"{holder}.{key}" if isinstance(key, str) else f"{holder}[]"
    return ""


def _bound(target: nodes.Node, path: str) -> Scope:
    """The names that an assignment binds; those of a tuple stand for no path."""
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return {name.name: "" for name in target.find_all(nodes.Name)}
