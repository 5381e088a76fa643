"""The syntax tree made smaller before code is made of it: no scopes in which nothing is bound, no more of a loop than is used."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

COUNTED = "operator counted"
"""The filter that numbers what is looped over."""
_COUNTER = "loop·index"
"""The name of a loop's counter: one that no template can spell."""
_BINDING = (nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.Import, nodes.FromImport)
_CARRYING = (nodes.Macro, nodes.CallBlock, nodes.Block, nodes.Include, nodes.Import, nodes.FromImport)
"""Statements that may take `loop` along to where it is not seen."""


def tightened(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same tree, changed in place, that prints the same."""
    return _Tightener(tree, environment).visit(tree)  # type: ignore[no-any-return]


class _Tightener(NodeTransformer):
    def __init__(self, tree: nodes.Template, environment: Environment) -> None:
        self._environment = environment
        self._bound = frozenset(name for node in tree.find_all(_BINDING) for name in _names_of(node))

    def visit_Scope(self, node: nodes.Scope | nodes.With) -> nodes.Node | list[nodes.Node]:
        """A name that is bound somewhere may be bound behind the scope too, so that it matters where it is looked up."""
        self.generic_visit(node)
        binds = next(node.find_all(_BINDING), None) is not None
        return node if binds or any(name.name in self._bound for name in node.find_all(nodes.Name)) else node.body

    def visit_With(self, node: nodes.With) -> nodes.Node | list[nodes.Node]:
        """A `with` that names nothing is a scope."""
        return self.generic_visit(node) if node.targets else self.visit_Scope(node)

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Most loops that ask about themselves ask for the number of the turn."""
        self.generic_visit(node)
        plain = not node.recursive and node.test is None and next(node.find_all(_CARRYING), None) is None
        if plain and COUNTED in self._environment.filters and _only_counts(node):
            node.body = [_Counting().visit(statement) for statement in node.body]
            node.target = nodes.Tuple([nodes.Name(_COUNTER, "store"), node.target], "store")
            node.iter = nodes.Filter(node.iter, COUNTED, [], [], None, None, lineno=node.iter.lineno, environment=self._environment)
        return node


class _OfLoop(NodeTransformer):
    """A walk through what belongs to one loop: a loop within it has a `loop` of its own in its body."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        node.iter = self.visit(node.iter)
        node.else_ = [self.visit(statement) for statement in node.else_]
        return node


class _Uses(_OfLoop):
    def __init__(self) -> None:
        self.mentions = self.counts = 0

    def visit_Name(self, node: nodes.Name) -> nodes.Name:
        self.mentions += node.name == "loop"
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        self.counts += _is_count(node)
        return self.generic_visit(node)


class _Counting(_OfLoop):
    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        return nodes.Name(_COUNTER, "load", lineno=node.lineno) if _is_count(node) else self.generic_visit(node)


def _only_counts(loop: nodes.For) -> bool:
    """Whether a loop's body uses `loop`, and only as `loop.index`."""
    uses = _Uses()
    for statement in loop.body:
        uses.visit(statement)
    return uses.mentions == uses.counts > 0


def _is_count(node: nodes.Getattr) -> bool:
    return node.attr == "index" and isinstance(node.node, nodes.Name) and node.node.name == "loop"


def _names_of(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Macro):
        yield node.name
    elif isinstance(node, nodes.Import):
        yield node.target
    elif isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)
    else:
        yield from (name.name for name in node.find_all(nodes.Name) if name.ctx == "store")
