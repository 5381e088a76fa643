"""Which values a template only asks about – is it there, is it true – so that a name without a value needs no wording."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_TESTS = frozenset({"defined", "undefined", "none", "true", "false", "boolean", "string", "number", "integer", "mapping"})
DEFAULTS = frozenset({"default", "d", "默认"})
_FILTERS = DEFAULTS | {"operator loop"}
"""Tests and filters to which one absent value is as good as another."""


def asked(tree: nodes.Template) -> frozenset[int]:
    """Identities (`id`) of the names and attributes of a tree that are only asked about, where what is absent is false."""
    return frozenset(id(node) for root in _questions(tree) for node in _names(root))


def _questions(tree: nodes.Template) -> Iterator[nodes.Node]:
    for node in tree.find_all((nodes.If, nodes.CondExpr, nodes.Not, nodes.Or, nodes.Test, nodes.Filter)):
        if isinstance(node, nodes.If | nodes.CondExpr):
            yield node.test
        elif isinstance(node, nodes.Not):
            yield node.node
        elif isinstance(node, nodes.Or):
            yield node.left
        elif (isinstance(node, nodes.Test) and node.name in _TESTS) or (isinstance(node, nodes.Filter) and node.name in _FILTERS):
            yield from _whole(node.node)


def _whole(node: nodes.Node | None) -> Iterator[nodes.Node]:
    """A value that is asked about as it is; what `or` makes of it is another matter."""
    if isinstance(node, nodes.Getattr | nodes.Name):
        yield node


def _names(node: nodes.Node) -> Iterator[nodes.Node]:
    """The names and attributes on which the truth of an expression hangs."""
    if isinstance(node, nodes.And | nodes.Or):
        yield from _names(node.left)
        yield from _names(node.right)
    while isinstance(node, nodes.Getattr):
        yield node
        node = node.node
    if isinstance(node, nodes.Name):
        yield node
