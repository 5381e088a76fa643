"""Statements that only write, as the items of one output: values, text, choices between items, whole headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeGuard

from jinja2 import nodes

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.values import dataclass

_VALUE = "\0"
"""Stands for what is no text: XML has no such character."""
_HEADING = re.compile(f"{MARK_BEGIN}[hi](\\d+){MARK_END}([^{MARK_BEGIN}]*){MARK_BEGIN}H{MARK_END}")
"""A heading with no other mark in it."""
_WAITING = re.compile(f"{MARK_BEGIN}[hiHsl]")
"""Marks on which the numbers of the headings behind them hang."""
_MOST_CHOICES = 20
"""Choices within choices that are still written as expressions; Python refuses some sixty."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Items that come out under conditions: those of the first that holds, else the last."""

    branches: tuple[tuple[nodes.Node, tuple[Item, ...]], ...]
    otherwise: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's paragraph, whole."""

    level: int
    items: tuple[Item, ...]


Item = nodes.Expr | str | Choice | Heading


def only_writes(statement: nodes.Node, choices: int = 0) -> TypeGuard[nodes.Output | nodes.If]:
    """Whether a statement is an output, or a choice between outputs."""
    if isinstance(statement, nodes.If) and choices < _MOST_CHOICES:
        bodies = [statement.body, statement.else_, *(branch.body for branch in statement.elif_)]
        return all(only_writes(inner, choices + 1) for inner in chain(*bodies))
    return isinstance(statement, nodes.Output)


def items_of(statements: Iterable[nodes.Node], *, headings: bool = True) -> tuple[Item, ...]:
    """What statements write that only write, text joined; with `headings` each whole heading for itself."""
    parts = [part for statement in statements for part in _parts(statement)]
    text = "".join([part if isinstance(part, str) else _VALUE for part in parts])
    others = iter([part for part in parts if not isinstance(part, str)])
    items: list[Item] = []
    position = 0
    for match in _HEADING.finditer(text) if headings else ():
        items += _restored(text[position : match.start()], others)
        items.append(Heading(int(match[1]), tuple(_restored(match[2], others))))
        position = match.end()
    return (*items, *_restored(text[position:], others))


def _parts(statement: nodes.Node) -> Iterator[Item]:
    if isinstance(statement, nodes.If):
        branches = tuple([(branch.test, items_of(branch.body)) for branch in [statement, *statement.elif_]])
        yield Choice(branches, items_of(statement.else_))
    elif isinstance(statement, nodes.Output):
        for child in statement.nodes:
            yield child.data if isinstance(child, nodes.TemplateData) else child


def _restored(text: str, others: Iterator[Item]) -> Iterator[Item]:
    for index, data in enumerate(text.split(_VALUE)):
        if index:
            yield next(others)
        if data:
            yield data


def waits(text: str) -> bool:
    """Whether the headings behind a text of the template wait for marks in it to be settled."""
    return _WAITING.search(text) is not None
