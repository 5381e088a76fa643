"""A template's syntax tree with its operators, loops and captured texts replaced by bounded ones, before code is made of it."""

from __future__ import annotations

from collections.abc import MutableMapping
from decimal import Decimal
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from reportgen.expressions import faults
from reportgen.expressions.errors import ExpressionSyntaxError
from reportgen.expressions.limits import bounded
from reportgen.expressions.near import near_words
from reportgen.expressions.operators import FOREIGN_OPERATORS

MOST_NESTING = 60
"""Levels of the syntax tree; Python's own parser and Jinja's code generator stand a little more."""
MOST_LOOPS = 15
"""`for` within `for`; Python refuses 20."""
_CHARACTERS_A_STEP = 16
_PRINTED = 10
_WEIGHTS: dict[type[nodes.Node], int] = {nodes.Filter: 10, nodes.Call: 20, nodes.Test: 5, nodes.Getattr: 2, nodes.Getitem: 3}
"""Steps of nodes in a loop's body, measured in tenths of a microsecond; any other node is 1."""


def rewrite(template: nodes.Template, environment: Environment) -> nodes.Template:
    """The same tree, changed in place, to be given to a code generator once; line numbers stay.

    Loops, operators, captured texts and the filters that the template names are bounded in any environment; what a
    template may reach is the environment's own affair. Operators become filters under names no source can spell: those of
    `environment`, or where it has none of its own (any Jinja environment but ours) bounded ones, registered in it then.

    Raises:
        ExpressionSyntaxError: an unknown filter or test, or too much nesting, with the line of its tag.
    """
    for name, operation in FOREIGN_OPERATORS.items():
        environment.filters.setdefault(name, operation)
    try:
        return _Rewriter(environment).visit(template)  # type: ignore[no-any-return]
    except RecursionError:
        raise too_nested(1) from None


def too_nested(lineno: int) -> ExpressionSyntaxError:
    """Nesting beyond what may be."""
    return ExpressionSyntaxError(faults.SYNTAX, lineno, detail_zh="嵌套太深", detail_en="nested too deeply")


class _Rewriter(NodeTransformer):
    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        # Another environment's filters are bounded where they are used; ours are already.
        self.foreign = environment.filters["operator +"] is FOREIGN_OPERATORS["operator +"]
        self.weight = 0
        self.depth = 0
        self.loops = 0
        self.capturing = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        self.weight += _WEIGHTS.get(type(node), 1)
        self.depth += 1
        if self.depth > MOST_NESTING:
            raise too_nested(node.lineno)
        try:
            return super().visit(node, *args, **kwargs)
        finally:
            self.depth -= 1

    # --- Statements ---

    def visit_For(self, node: nodes.For) -> nodes.For:
        node.iter = self.visit(node.iter)
        node.target = self.visit(node.target)
        self.loops += 1
        if self.loops > MOST_LOOPS:
            raise too_nested(node.lineno)
        outside, self.weight = self.weight, 1
        node.body = self._all(node.body)
        if node.test is not None:
            node.test = self.visit(node.test)
        node.iter = self._operator(node.iter, "loop", nodes.Const(self.weight))
        self.weight = outside
        self.loops -= 1
        node.else_ = self._all(node.else_)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        node.defaults = self._all(node.defaults)
        return self._body(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        node.call = self.visit(node.call)
        node.defaults = self._all(node.defaults)
        return self._body(node)

    def _body(self, node: nodes.Macro | nodes.CallBlock) -> nodes.Node:
        """A body that is called: it pays for itself, and what it prints is kept as text."""
        outside, self.weight = self.weight, 1
        loops, self.loops = self.loops, 0
        self.capturing += 1
        node.body = self._all(node.body)
        self.capturing -= 1
        node.body.insert(0, self._payment(node.lineno))
        self.weight, self.loops = outside, loops
        return node

    def visit_Block(self, node: nodes.Block) -> nodes.Block:
        outside, self.weight = self.weight, 1
        loops, self.loops = self.loops, 0
        node.body = self._all(node.body)
        node.body.insert(0, self._payment(node.lineno))
        self.weight, self.loops = outside, loops
        return node

    def _payment(self, lineno: int) -> nodes.ExprStmt:
        nothing = nodes.Const(None, lineno=lineno)
        return nodes.ExprStmt(self._operator(nothing, "enter", nodes.Const(self.weight, lineno=lineno)), lineno=lineno)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        return self._captured(node)

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:
        return self._captured(node)

    def _captured(self, node: nodes.Node) -> nodes.Node:
        self.capturing += 1
        self.generic_visit(node)
        self.capturing -= 1
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        node.nodes = [self._printed(self.visit(child)) for child in node.nodes]
        return node

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            self.weight += len(node.data) // _CHARACTERS_A_STEP
            return node
        self.weight += _PRINTED
        return self._operator(node, "capture") if self.capturing else node

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:
        if self.foreign:
            self.generic_visit(node)
            return node
        raise ExpressionSyntaxError(
            faults.SYNTAX, node.lineno, detail_zh="不允许使用 autoescape", detail_en="autoescape may not be switched"
        )

    # --- Expressions ---

    def visit_Add(self, node: nodes.Add) -> nodes.Expr:
        terms: list[nodes.Expr] = []
        first: nodes.Expr = node
        # A long sum is one flat call, so that its length is no nesting.
        while isinstance(first, nodes.Add):
            terms.append(first.right)
            first = first.left
        return self._operator(self.visit(first), "+", *self._all(terms[::-1]))

    def _binary(self, node: nodes.BinExpr) -> nodes.Expr:
        name = f"operator {node.operator}"
        if name not in self.environment.filters:
            return self.generic_visit(node)  # type: ignore[return-value]
        return self._operator(self.visit(node.left), node.operator, self.visit(node.right))

    visit_Sub = visit_Mul = visit_Div = visit_FloorDiv = visit_Mod = visit_Pow = _binary

    def visit_Neg(self, node: nodes.Neg) -> nodes.Expr:
        return self._unary(node, "-x")

    def visit_Pos(self, node: nodes.Pos) -> nodes.Expr:
        return self._unary(node, "+x")

    def _unary(self, node: nodes.UnaryExpr, symbol: str) -> nodes.Expr:
        if self.foreign:
            return self.generic_visit(node)  # type: ignore[return-value]
        return self._operator(self.visit(node.node), symbol)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:
        if node.expr2 is None and not self.foreign:
            # `{{ 'x' if y }}` prints nothing otherwise, as everywhere in Jinja.
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return self.generic_visit(node)  # type: ignore[return-value]

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:
        first, *others = self._all(node.nodes)
        return self._operator(first, "~", *others)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Expr:
        if self.foreign:
            return self.generic_visit(node)  # type: ignore[return-value]
        names = nodes.Const(tuple(operand.op for operand in node.ops), lineno=node.lineno)
        return self._operator(self.visit(node.expr), "compare", names, *self._all([operand.expr for operand in node.ops]))

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:
        # Jinja folds constant dicts when it compiles, and there a key that is no key is a raw TypeError.
        node.key = self._operator(self.visit(node.key), "key")
        node.value = self.visit(node.value)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = self._operator(node.node, "sweep")
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Expr:
        if isinstance(node.value, Decimal):
            return self._operator(nodes.Const(str(node.value), lineno=node.lineno), "literal")
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Filter:
        self._require(node, faults.UNKNOWN_FILTER, self.environment.filters)
        self.generic_visit(node)
        if self.foreign and not node.name.startswith("operator "):
            name = f"operator |{node.name}"
            self.environment.filters.setdefault(name, bounded(node.name, self.environment.filters[node.name]))
            node.name = name
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:
        self._require(node, faults.UNKNOWN_TEST, self.environment.tests)
        self.generic_visit(node)
        return node

    def _require(self, node: Any, fault: Any, known: MutableMapping[str, Any]) -> None:
        if node.name not in known:
            candidates = [name for name in known if not name.startswith("operator ")]
            raise ExpressionSyntaxError(fault, node.lineno, 0, name=node.name, **near_words(node.name, candidates))

    # --- Making nodes ---

    def _all(self, children: list[Any]) -> list[Any]:
        return [self.visit(child) for child in children]

    def _operator(self, node: Any, symbol: str, *operands: nodes.Expr) -> nodes.Filter:
        self.weight += _WEIGHTS[nodes.Filter]
        return nodes.Filter(node, f"operator {symbol}", list(operands), [], None, None, lineno=node.lineno, environment=self.environment)
