"""Entries of a pack's figures file read key by key: expressions, numbers, texts, each wrong one a finding at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from reportgen.expressions import Expression, ExpressionSyntaxError, compile_expression, near_words
from reportgen.figures import faults
from reportgen.figures.messages import Message, pieces
from reportgen.figures.ordering import absolute
from reportgen.figures.rule_environment import RULES
from reportgen.findings import Finding
from reportgen.packs.layers import Path, Positions

_Choice = TypeVar("_Choice")
_ALWAYS = frozenset({"row", "index", "unit", "tolerance"})
_NOTHING = Message()


class Compiler:
    """Compiles entries of one file and gathers what is wrong with them."""

    def __init__(self, positions: Positions, *, known: Collection[str] | None, constants: Mapping[str, Any]) -> None:
        self.positions = positions
        self.found: list[Finding] = []
        self._known = None if known is None else _with_holders(known)
        self._open = tuple(name[:-1] for name in known or () if name.endswith(".*"))
        self._constants = _ALWAYS | constants.keys()

    def entry(self, path: Path, given: Any) -> Entry:
        """One figure or rule; findings name it by the last step of `path`."""
        return Entry(self, path, given)

    def unknown(self, name: str) -> dict[str, str] | None:
        """The end of a message, where `name` is none that data can have."""
        if self._known is None or name.partition(".")[0] in self._constants or name.startswith(self._open):
            return None
        # An amount may be a number or an object; a number is its own total.
        return None if name.removesuffix(".total") in self._known else near_words(name, sorted(self._known))


def _with_holders(names: Iterable[str]) -> frozenset[str]:
    """The names, and those of the objects and lists that hold them."""
    known = set()
    for name in names:
        name = name.removesuffix(".*")
        while name:
            known.update({name, name.removesuffix("[]")})
            name = name.rpartition(".")[0]
    return frozenset(known)


class Entry:
    """One figure or rule; `faulty` once something was wrong with it."""

    def __init__(self, compiler: Compiler, path: Path, given: Any) -> None:
        self._compiler, self._path = compiler, path
        self.faulty = False
        self._given: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
        if not isinstance(given, Mapping):
            self._shape("", "键和值", "keys with values")

    @property
    def name(self) -> str:
        return str(self._path[-1])

    def text(self, key: str, default: str) -> str:
        """A text (or number) as text."""
        value = self._given.get(key)
        if value is None:
            return default
        if not isinstance(value, str | int | Decimal):
            self._shape(key, "文字", "a text")
        return str(value)

    def number(self, key: str, default: Decimal) -> Decimal:
        """A number of 0 or more."""
        value = self._given.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or value < 0:
            self._shape(key, "不小于 0 的数字", "a number of 0 or more")
            return default
        return Decimal(value)

    def whole(self, key: str) -> int | None:
        """A number of decimals."""
        value = self._given.get(key)
        if value is not None and (type(value) is not int or not 0 <= value <= 20):
            self._shape(key, "0 到 20 的整数", "a whole number from 0 to 20")
            return None
        return value

    def choice(self, key: str, choices: Mapping[str, _Choice], default: _Choice) -> _Choice:
        """One of a few words."""
        value = self._given.get(key)
        if value is None:
            return default
        if value not in choices:
            self._shape(key, "、".join(choices), " or ".join(choices))
        return choices.get(value, default)

    def names(self, key: str) -> tuple[str, ...]:
        """Dotted names of fields, one or a list."""
        value = self._given.get(key)
        given = value if isinstance(value, list) else [] if value is None else [value]
        if not all(isinstance(name, str) for name in given):
            self._shape(key, "字段的名称", "names of fields")
            return ()
        for number, name in enumerate(given):
            near = self._compiler.unknown(name)
            if near is not None:
                span = self._compiler.positions.span((*self._path, key, *([number] if isinstance(value, list) else [])))
                self._add(
                    faults.UNKNOWN_NAME.at(span, name=self.name, key=key, read=name, near_zh=near["near_zh"], near_en=near["near_en"])
                )
        return tuple(given)

    def expression(self, key: str, *, required: bool = False, row: str = "") -> Expression | None:
        """A compiled expression; `row` is the list that it is evaluated for each item of."""
        value = self._given.get(key)
        if value is None and not required:
            return None
        if isinstance(value, bool | int | Decimal):
            value = str(value).lower()
        if not isinstance(value, str) or not value.strip():
            self._shape(key, "算式", "an expression")
            return None
        return self._compiled((key,), value, 0, row)

    def messages(self, key: str, *, row: str = "") -> tuple[Message, Message]:
        """A message in Chinese and in English; one text serves for both."""
        value = self._given.get(key)
        if isinstance(value, Mapping):
            return self._message((key, "zh"), value.get("zh"), row), self._message((key, "en"), value.get("en", value.get("zh")), row)
        message = self._message((key,), value, row)
        return message, message

    def _message(self, keys: Path, text: Any, row: str) -> Message:
        if text is None:
            return _NOTHING
        if not isinstance(text, str):
            self._shape(".".join(map(str, keys)), "文字", "a text")
            return _NOTHING
        parts = [self._compiled(keys, piece, offset, row) if code else piece for offset, piece, code in pieces(text)]
        return Message(tuple(part for part in parts if part))

    def _compiled(self, keys: Path, source: str, offset: int, row: str) -> Expression | None:
        path, key = (*self._path, *keys), ".".join(map(str, keys))
        try:
            expression = compile_expression(source, RULES)
        except ExpressionSyntaxError as error:
            span = self._compiler.positions.locate(path, offset + error.offset)
            detail_zh, detail_en = error.wording("zh"), error.wording("en")
            self._add(faults.EXPRESSION_SYNTAX.at(span, name=self.name, key=key, detail_zh=detail_zh, detail_en=detail_en))
            return None
        for read in expression.names:
            near = self._compiler.unknown(absolute(read, row))
            if near is not None:
                span = self._compiler.positions.locate(path, offset + max(source.find(read), 0), len(read))
                self._add(
                    faults.UNKNOWN_NAME.at(span, name=self.name, key=key, read=read, near_zh=near["near_zh"], near_en=near["near_en"])
                )
        return expression

    def _shape(self, key: str, needs_zh: str, needs_en: str) -> None:
        path = (*self._path, key) if key else self._path
        self._add(
            faults.DEFINITION_SHAPE.at(
                self._compiler.positions.span(path), name=self.name, key=key or self.name, needs_zh=needs_zh, needs_en=needs_en
            )
        )

    def _add(self, finding: Finding) -> None:
        self.faulty = True
        self._compiler.found.append(finding)
