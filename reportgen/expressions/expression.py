"""Single expressions, compiled once: of figures, rules and narrative text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import Context

from reportgen.chinese import halfwidth_marks
from reportgen.expressions import faults
from reportgen.expressions.budget import Budget, is_spending, spending
from reportgen.expressions.environment import Environment
from reportgen.expressions.errors import PYTHON_ERRORS, ExpressionError, ExpressionSyntaxError, explained
from reportgen.expressions.rewriting import too_nested
from reportgen.expressions.wordings import TOO_EARLY, worded
from reportgen.values import dataclass

LONGEST_SOURCE = 10_000
_RESULT = "result"
_PLACED_SECOND = frozenset({"map", "取", "join", "连接"})
_PLACED_FIRST = frozenset(
    {"sum", "total", "合计", "join_list", "顿号", "sort", "排序", "groupby", "分组", "selectattr", "筛选", "rejectattr", "排除"}
)
"""Filters that take the name of an attribute: as a keyword only, or as their first argument too."""
_GROUPING = frozenset({"subtotals", "小计", "misweighed", "分值不符", "groupby", "分组"})
"""Filters that give groups of the rows that they take: attributes named after them are the groups'."""


@dataclass(frozen=True)
class Expression:
    """A compiled expression; may be evaluated by many threads. Plain data but for its environment."""

    source: str
    names: tuple[str, ...]
    """Dotted names that it reads, in order of appearance, each once: `finance.budget`, `row.score`."""
    _code: CodeType = field(repr=False, compare=False)
    _environment: Environment = field(repr=False, compare=False)

    def evaluate(self, context: Mapping[str, Any], budget: Budget | None = None) -> Any:
        """The value over the names of `context` (see `variables`), paid from `budget`, or else from that under way.

        Raises:
            ExpressionError: the values do not fit, or the budget is used up.
        """
        run = _Run(self._environment, context if type(context) is Scope else {**self._environment.globals, **context})
        if budget is None and is_spending():
            return self._evaluated(run)
        with spending(budget or Budget()):
            return self._evaluated(run)

    def _evaluated(self, run: Context) -> Any:
        try:
            for _ in self._run(run):
                pass
        except ExpressionError:
            raise
        except (TemplateError, *PYTHON_ERRORS) as error:
            raise explained(error) from error
        return run.vars[_RESULT]

    @cached_property
    def _run(self) -> Callable[[Context], Iterator[str]]:
        return Template.from_code(self._environment, self._code, {}).root_render_func

    def __getstate__(self) -> dict[str, Any]:
        """What it is made of, without the function made from it."""
        return {name: value for name, value in self.__dict__.items() if name != "_run"}


class Scope(dict[str, Any]):
    """Names that many expressions are evaluated over, those of their environment among them: put together once."""


class _Run(Context):
    """The context of one evaluation, without what only templates need: blocks, exports, and settings until a filter asks."""

    def __init__(self, environment: Environment, names: dict[str, Any]) -> None:
        self.environment, self.parent = environment, names
        self.name = None
        self.vars, self.blocks = {}, {}
        self.exported_vars, self.globals_keys = set(), set()

    @cached_property
    def eval_ctx(self) -> nodes.EvalContext:  # type: ignore[override]
        """What escapes, and whether."""
        return nodes.EvalContext(self.environment, None)


def compile_expression(source: str, environment: Environment, *, narrative: bool = False) -> Expression:
    """`source` (full-width marks allowed) ready to evaluate; `narrative` refuses calls. Kept for the next time.

    Raises:
        ExpressionSyntaxError: with the `offset` of the fault within `source`.
    """
    if len(source) > LONGEST_SOURCE:
        raise ExpressionSyntaxError(faults.SYNTAX, detail_zh="太长", detail_en="it is too long")
    return _compiled(source, environment, narrative)


@lru_cache(maxsize=2048)
def _compiled(source: str, environment: Environment, narrative: bool) -> Expression:
    try:
        body = _parsed(halfwidth_marks(source).replace("\r", " "), environment)
        if narrative:
            _refuse_calls(body)
        names = tuple(dict.fromkeys(name for name in _names(body) if name not in environment.globals))
        code = environment.compile(_program(body, environment))
    except ExpressionSyntaxError as error:
        error.offset = error.offset or (error.lineno or 1) - 1
        raise
    # Deep nesting ends Jinja's parser, its generator or Python's compiler, each in its own way.
    except (RecursionError, MemoryError, SyntaxError):
        raise too_nested(1) from None
    return Expression(source, names, code, environment)


def _program(body: nodes.Expr, environment: Environment) -> nodes.Template:
    assignment = nodes.Assign(nodes.Name(_RESULT, "store", lineno=1), body, lineno=1)
    return nodes.Template([assignment], lineno=1).set_environment(environment)  # type: ignore[return-value]


def _parsed(text: str, environment: Environment) -> nodes.Expr:
    """The syntax tree; its nodes' line numbers are offsets in `text`, counted from 1."""
    parser = Parser(environment, "")
    try:
        parser.stream = TokenStream(_tokens(text, environment), None, None)
        body = parser.parse_expression()
        if not parser.stream.eos:
            parser.fail(f"unexpected '{parser.stream.current.value}'", parser.stream.current.lineno)
    except ExpressionSyntaxError:
        raise
    except TemplateSyntaxError as error:
        raise _worded(error.message or "", error.lineno - 1, text) from None
    return body


def _tokens(text: str, environment: Environment) -> Iterator[Token]:
    offset = 0
    try:
        for _, kind, piece in environment.lexer.tokeniter(text, None, None, "variable"):
            yield from environment.lexer.wrap([(offset + 1, kind, piece)])
            offset += len(piece)
    except TemplateSyntaxError as error:
        raise _worded(error.message or "", offset, text) from None


def _worded(message: str, offset: int, text: str) -> ExpressionSyntaxError:
    zh, en = worded(message)
    offset = len(text.rstrip()) if zh == TOO_EARLY else offset
    return ExpressionSyntaxError(faults.SYNTAX, offset + 1, offset, detail_zh=zh, detail_en=en)


def _refuse_calls(body: nodes.Expr) -> None:
    calls = [body] if isinstance(body, nodes.Call) else list(body.find_all(nodes.Call))
    if calls:
        called = next(_names(calls[0].node), "…")
        raise ExpressionSyntaxError(faults.CALL_REFUSED, calls[0].lineno, calls[0].lineno - 1, name=called)


def _names(node: nodes.Node) -> Iterator[str]:
    dotted = _dotted(node)
    if dotted:
        yield dotted
        return
    if isinstance(node, nodes.Filter):
        yield from _filtered_names(node)
        return
    for child in node.iter_child_nodes():
        yield from _names(child)


def _filtered_names(node: nodes.Filter) -> Iterator[str]:
    """`rows[].score` for `rows|sum('score')` and the like, however many filters stand between."""
    steps: list[nodes.Filter] = []
    value: Any = node
    while isinstance(value, nodes.Filter):
        steps.append(value)
        value = value.node
    steps.reverse()
    grouping = next((index for index, step in enumerate(steps) if step.name in _GROUPING), len(steps))
    attributes = [name for step in steps[: grouping + 1] for name in _attributes(step)]
    holder = _dotted(value)
    if holder and attributes:
        yield from (f"{holder}[].{attribute}" for attribute in attributes)
    elif value is not None:
        yield from _names(value)
    for step in steps:
        for argument in (*step.args, *(keyword.value for keyword in step.kwargs)):
            yield from _names(argument)


def _attributes(step: nodes.Filter) -> Iterator[str]:
    if step.name not in _PLACED_FIRST | _PLACED_SECOND:
        return
    first = step.args[:1] if step.name in _PLACED_FIRST else []
    for argument in (*first, *(keyword.value for keyword in step.kwargs if keyword.key == "attribute")):
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value


def _dotted(node: nodes.Node) -> str:
    """`a.b` for a chain of attributes and constant keys over a name; "" for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        holder = _dotted(node.node)
        return f"{holder}.{node.attr}" if holder else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        holder = _dotted(node.node)
        return f"{holder}.{node.arg.value}" if holder else ""
    return ""
