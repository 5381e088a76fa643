"""The Jinja environment of templates and expressions: sandboxed, bounded, exact, and at home in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any, NoReturn

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.lexer import TOKEN_FLOAT, TOKEN_INTEGER, Lexer, Token
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.expressions import faults
from reportgen.expressions.absent import Absent, Pending
from reportgen.expressions.arithmetic import integer
from reportgen.expressions.budget import Budget, current_budget, encounter, spending, sweep, weigh
from reportgen.expressions.catalogue import FILTERS, GLOBALS, TESTS
from reportgen.expressions.errors import PYTHON_ERRORS, ExpressionError, Forbidden, explained, too_deep
from reportgen.expressions.limits import pay, pay_for_replacing
from reportgen.expressions.operators import loop_turns
from reportgen.expressions.printing import printed, text_of
from reportgen.expressions.records import Record
from reportgen.expressions.rewriting import rewrite
from reportgen.expressions.texts import replace_text

_MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
_LIST_METHODS = frozenset({"index", "count"})
_TEXT_METHODS = frozenset(
    [
        "upper",
        "lower",
        "strip",
        "lstrip",
        "rstrip",
        "startswith",
        "endswith",
        "split",
        "rsplit",
        "splitlines",
        "partition",
        "rpartition",
        "find",
        "rfind",
        "index",
        "rindex",
        "count",
        "isdigit",
        "isalpha",
        "isalnum",
        "isnumeric",
        "isdecimal",
        "isspace",
        "isupper",
        "islower",
        "title",
        "capitalize",
        "swapcase",
        "casefold",
        "removeprefix",
        "removesuffix",
    ]
)
_PADDING_METHODS = frozenset({"zfill", "ljust", "rjust", "center"})
_TOTALS = frozenset({"total", "合计"})
METHODS = {
    "object": _MAPPING_METHODS,
    "array": _LIST_METHODS,
    "string": _TEXT_METHODS | _PADDING_METHODS | {"replace", "join"},
    "number": _TOTALS,
    "integer": _TOTALS,
}
"""What values answer to besides their keys, by JSON type."""
_LONGEST_LITERAL = 40
_LOOP_CALL = 20


class DecimalLexer(Lexer):
    """Jinja's lexer, but a literal with a point is a Decimal, exactly as written."""

    def wrap(self, stream: Iterable[tuple[int, str, str]], name: str | None = None, filename: str | None = None) -> Iterator[Token]:
        for piece in stream:
            lineno, kind, text = piece
            if kind in (TOKEN_INTEGER, TOKEN_FLOAT) and len(text) > _LONGEST_LITERAL:
                raise TemplateSyntaxError("number too long", lineno, name, filename)
            if kind != TOKEN_FLOAT:
                yield from super().wrap((piece,), name, filename)
                continue
            number = Decimal(text.replace("_", ""))
            if not -_LONGEST_LITERAL < number.adjusted() < _LONGEST_LITERAL:
                raise TemplateSyntaxError("number too long", lineno, name, filename)
            yield Token(lineno, TOKEN_FLOAT, number)  # type: ignore[arg-type]


class BoundedTemplate(Template):
    """A text template whose renderings each have a budget."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        with spending(Budget()):
            try:
                return super().render(*args, **kwargs)
            except PYTHON_ERRORS as error:
                raise explained(error) from error

    def generate(self, *args: Any, **kwargs: Any) -> Iterator[str]:
        budget = Budget()
        pieces = super().generate(*args, **kwargs)
        while True:
            with spending(budget):
                try:
                    piece = next(pieces, None)
                except PYTHON_ERRORS as error:
                    raise explained(error) from error
            if piece is None:
                return
            yield piece


class Environment(ImmutableSandboxedEnvironment):
    """Keys before attributes, exact Decimals, bounded work, Chinese filters; `draft` prints blanks instead of refusing them.

    What a name finds: on a dict or `Record` its keys only (then `items`, `keys`, `values`, `get`); on a text or list a
    few harmless methods; on a number `total`, itself, since an amount may be a number or an object with its parts; on a
    caller's own object whatever Jinja's sandbox allows. A key whose value is None counts as absent.
    """

    template_class = BoundedTemplate

    def __init__(self, *, draft: bool = False, **options: Any) -> None:
        options = {"autoescape": True, "undefined": Pending if draft else Absent, "finalize": printed} | options
        super().__init__(**options)
        self.filters = dict(FILTERS)
        self.tests = dict(TESTS)
        self.globals = dict(GLOBALS)

    @property
    def lexer(self) -> Lexer:
        """The lexer for this environment's delimiters."""
        key = (self.block_start_string, self.block_end_string, self.variable_start_string, self.variable_end_string,
               self.comment_start_string, self.comment_end_string, self.trim_blocks, self.lstrip_blocks,
               self.line_statement_prefix, self.line_comment_prefix, self.newline_sequence, self.keep_trailing_newline)  # fmt: skip
        if key not in _LEXERS:
            _LEXERS[key] = DecimalLexer(self)
        return _LEXERS[key]

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        return super()._generate(rewrite(source, self), name, filename, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `obj.attribute` finds."""
        kind = type(obj)
        if kind is Record or kind is dict:
            try:
                value = obj[attribute]
            except KeyError:
                return getattr(obj, attribute) if attribute in _MAPPING_METHODS else self.undefined(obj=obj, name=attribute)
            return self.undefined(obj=obj, name=attribute) if value is None else value
        return self._attribute(obj, attribute)

    def _attribute(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            return self.getattr(Record(obj), attribute)
        if attribute.startswith("_"):
            self.unsafe_undefined(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str) and hasattr(str, attribute):
            return _text_method(obj, attribute)
        if isinstance(obj, list | tuple) and attribute not in getattr(obj, "_fields", ()):
            return getattr(obj, attribute) if attribute in _LIST_METHODS else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, int | Decimal | float):
            return obj if attribute in _TOTALS and not isinstance(obj, bool) else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What `obj[argument]` finds."""
        if isinstance(obj, dict):
            if type(argument) is tuple:
                weigh(argument)
            try:
                value = obj[argument]
            except (KeyError, TypeError):
                return self.undefined(obj=obj, name=argument)
            return self.undefined(obj=obj, name=argument) if value is None else value
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, str | list | tuple | range):
            try:
                return obj[integer(argument) if isinstance(argument, Decimal) else argument]
            except (LookupError, TypeError, ArithmeticError, ValueError):
                return self.undefined(obj=obj, name=argument)
        if isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def unsafe_undefined(self, _obj: Any, attribute: str) -> NoReturn:
        """Refuses an attribute that is not data.

        Raises:
            Forbidden: always.
        """
        raise Forbidden(faults.FORBIDDEN, name=f".{attribute}")

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Calls a macro, block, function or method, a level deeper in the budget."""
        if isinstance(__obj, Absent):
            return __obj.unusable()
        if not __self.is_safe_callable(__obj):
            raise Forbidden(faults.FORBIDDEN, name=_name_of(__obj))
        budget = current_budget()
        if isinstance(__obj, LoopContext) and args:
            args = (loop_turns(__context, args[0], _LOOP_CALL), *args[1:])
        holder = getattr(__obj, "__self__", None)
        sweep(holder)
        if isinstance(holder, list | tuple | dict):
            for argument in args:
                encounter(argument, holder)
        budget.depth -= 1
        try:
            if budget.depth < 0:
                raise too_deep()
            return __context.call(__obj, *args, **kwargs)
        except TemplateError:
            raise
        except RecursionError:
            raise too_deep() from None
        except PYTHON_ERRORS as error:
            raise ExpressionError(faults.CALL_FAILED, name=_name_of(__obj), detail=str(error)) from error
        finally:
            budget.depth += 1


_LEXERS: dict[tuple[Any, ...], DecimalLexer] = {}


def _text_method(text: str, name: str) -> Any:
    if name in _TEXT_METHODS:
        return getattr(text, name)
    if name == "replace":
        return partial(_replaced, text)
    if name == "join":
        return partial(_joined_by, text)
    if name in _PADDING_METHODS:
        return partial(_padded, text, name)
    raise Forbidden(faults.FORBIDDEN, name=f".{name}")


def _joined_by(separator: str, values: Iterable[Any]) -> str:
    parts = [text_of(value) for value in values]
    current_budget().write(sum(map(len, parts)) + len(separator) * len(parts))
    return separator.join(parts)


def _replaced(text: str, old: str, new: str, count: int = -1) -> str:
    pay_for_replacing(text, (old, new), {})
    return replace_text(text, old, new, count)


def _padded(text: str, method: str, *args: Any) -> str:
    pay(text, args, {})
    return getattr(text, method)(*args)  # type: ignore[no-any-return]


def _name_of(function: Any) -> str:
    return str(getattr(function, "__name__", None) or getattr(function, "name", None) or type(function).__name__)
