"""Where the values of a YAML document stand: its scalars, lists and mappings as the parser met them."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple, Protocol

from reportgen.findings import Finding
from reportgen.inputs.scalars import Value
from reportgen.values import dataclass


class Mark(Protocol):
    """A place in the text, row and column counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Event(Protocol):
    """What PyYAML's parsers yield, in C or in Python."""

    @property
    def start_mark(self) -> Mark: ...
    @property
    def end_mark(self) -> Mark: ...


class Scalar(Event, Protocol):
    """A text in the file: its style is its quotation mark, `|` or `>`, and empty where it has none."""

    @property
    def value(self) -> str: ...
    @property
    def style(self) -> str | None: ...


@dataclass(slots=True)
class Mapping:
    """A mapping's place, and its keys and values by key."""

    start_mark: Mark
    items: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list's place, and its items."""

    start_mark: Mark
    items: list[Node] = field(default_factory=list)


Node = Mapping | Sequence | Scalar


class FlowPair(NamedTuple):
    """A key in braces, the text that is its value, if it is one, and whether a colon stands between them."""

    key: Scalar
    value: Scalar | None
    colon: bool


@dataclass(slots=True)
class Document:
    """What a file holds."""

    value: Value
    node: Node | None
    findings: list[Finding]
    cut: list[list[FlowPair]]
    """Mappings in braces with keys that no colon follows."""
