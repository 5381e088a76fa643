"""What a template takes from its context: dotted names, followed through loops and assignments."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_OWN = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none", "True", "False", "None"})

Scope = dict[str, str]
"""Local names, and the path that each stands for; "" where it stands for nothing of the context."""


def needs(tree: nodes.Template, globals_: frozenset[str]) -> frozenset[str]:
    """Dotted names such as `department.name`, `tasks[]` and `tasks[].title`; of a name that is looked further into, only the ends."""
    found = set(_body(tree.body, dict.fromkeys(_OWN | globals_, "")))
    return frozenset(name for name in found if not any(other.startswith((f"{name}.", f"{name}[")) for other in found))


def _body(body: list[nodes.Node], scope: Scope) -> Iterator[str]:
    for node in body:
        yield from _statement(node, scope)


def _statement(node: nodes.Node, scope: Scope) -> Iterator[str]:
    if isinstance(node, nodes.For):
        yield from _all(node.iter, scope)
        inner = scope | _bound(node.target, f"{path}[]" if (path := _path(node.iter, scope)) else "")
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


def _all(node: nodes.Node, scope: Scope) -> Iterator[str]:
    """The paths in an expression, or in a statement that binds nothing."""
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, scope)
        if path:
            yield path
        for key in _keys(node) if path else ():
            yield from _all(key, scope)
        if path or isinstance(node, nodes.Name):
            return
    for child in node.iter_child_nodes():
        yield from _statement(child, scope) if isinstance(child, nodes.Stmt) else _all(child, scope)


def _keys(node: nodes.Node) -> Iterator[nodes.Expr]:
    """The expressions in the brackets of a dotted name."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield node.arg
        node = node.node


def _path(node: nodes.Node, scope: Scope) -> str:
    """The dotted name that an expression is; "" for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr) and (holder := _path(node.node, scope)):
        return f"{holder}.{node.attr}"
    if isinstance(node, nodes.Getitem) and (holder := _path(node.node, scope)):
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return f"{holder}.{key}" if isinstance(key, str) else f"{holder}[]"
    return ""


def _bound(target: nodes.Node, path: str) -> Scope:
    """The names that an assignment binds; those of a tuple stand for no path."""
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return {name.name: "" for name in target.find_all(nodes.Name)}
