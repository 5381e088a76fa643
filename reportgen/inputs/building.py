"""YAML's events to values, and beside them the nodes that know where each value stands."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from reportgen.findings import Fault, Finding
from reportgen.inputs import faults
from reportgen.inputs.character_faults import CONTROL_CHARACTER
from reportgen.inputs.decoding import ILLEGAL
from reportgen.inputs.nodes import Document, Event, FlowPair, Mapping, Node, Scalar, Sequence
from reportgen.inputs.places import flow_places
from reportgen.inputs.scalars import Value, typed
from reportgen.inputs.source import MOST_FINDINGS, Source, excerpt

_DEEPEST = 50
_MOST_VALUES = 200_000
_HOPELESS = 500
"""Brackets in brackets; libyaml takes time by the square of their number."""


class Loader(Protocol):
    """PyYAML's parsers, in C and in Python."""

    def get_event(self) -> Any: ...


class LoaderType(Protocol):
    """Opens a text."""

    def __call__(self, stream: str) -> Loader: ...


FASTEST: LoaderType = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(source: Source, loader: LoaderType = FASTEST) -> Document:
    """The values of the first document.

    Raises: MarkedYAMLError where the text is no YAML.
    Findings: DUPLICATE_KEY, KEY_NOT_TEXT, EMPTY_KEY, EXPLICIT_TAG, the aliases' faults, TOO_MANY_VALUES, TOO_DEEP,
    CONTROL_CHARACTER, EMPTY_FILE, SEVERAL_DOCUMENTS.
    """
    builder = _Builder(source, loader(source.text))
    try:
        return builder.document()
    except _Hopeless:
        return Document({}, None, builder.findings, builder.cut)
    except ValueError as error:
        # The parser in Python passes `\Uffffffff` on to chr().
        mark = builder.loader.get_mark()  # type: ignore[attr-defined]
        raise MarkedYAMLError(None, None, "found invalid Unicode character escape code", mark) from error


class _Hopeless(Exception):
    """No report looks like this, or has as many faults; nothing of it is read."""


class _Anchored(NamedTuple):
    value: Value
    node: Node
    size: int
    height: int


class _Builder:
    def __init__(self, source: Source, loader: Loader) -> None:
        self.source = source
        self.loader = loader
        self.next = loader.get_event
        self.findings: list[Finding] = []
        self.cut: list[list[FlowPair]] = []
        self.anchors: dict[str, _Anchored | None] = {}
        """What is anchored; None while the anchored value is still being read."""
        self.count = 0
        self.deepest = 0

    def document(self) -> Document:
        self.next()
        event = self.next()
        if type(event) is StreamEndEvent:
            if self.source.empty:
                self.add(faults.EMPTY_FILE.at(self.source.span(0, 0)))
            return Document({}, None, self.findings, self.cut)
        value, node = self.value(self.next(), 1)
        self.next()
        event = self.next()
        another: Any = type(event)
        if another is DocumentStartEvent:
            self.report(faults.SEVERAL_DOCUMENTS, event, mark="---")
        return Document(value, node, self.findings, self.cut)

    def add(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) > MOST_FINDINGS:
            raise _Hopeless

    def report(self, fault: Fault, event: Event, **values: Any) -> None:
        start, end = event.start_mark, event.end_mark
        stop = end.column if end.line == start.line else -1
        self.add(fault.at(self.source.span(start.line, start.column, stop), **values))

    # Values

    def value(self, event: Any, depth: int) -> tuple[Value, Node]:
        """The value that an event begins, and its node; its events are used up."""
        kind = type(event)
        self.count += 1
        if kind is ScalarEvent and event.anchor is None:
            return self.scalar(event), event
        if kind is AliasEvent:
            return self.alias(event, depth)
        if event.anchor is None:
            return self.collection(event, depth)
        self.anchors[event.anchor] = None
        count, deepest, self.deepest = self.count, self.deepest, depth
        value: Value
        value, node = (self.scalar(event), event) if kind is ScalarEvent else self.collection(event, depth)
        self.anchors[event.anchor] = _Anchored(value, node, self.count - count, self.deepest - depth)
        self.deepest = max(self.deepest, deepest)
        return value, node

    def scalar(self, event: Any) -> Value:
        if event.tag is not None:
            self.tagged(event)
        if not event.style:
            return typed(event.value)
        if event.style == '"' and ILLEGAL.search(event.value):
            return self.without_illegal(event)
        return str(event.value)

    def without_illegal(self, event: Scalar) -> str:
        """The text with a mark in place of each character that was written as an escape and that Word cannot hold."""
        places = flow_places(event, self.source.lines)
        for match in ILLEGAL.finditer(event.value):
            row, column = places[match.start()]
            end = places[match.end()][1] if places[match.end()][0] == row else -1
            span = self.source.span(row, column, end)
            self.add(CONTROL_CHARACTER.at(span, character=f"U+{ord(match[0]):04X}"))
        return ILLEGAL.sub("\ufffd", event.value)

    def tagged(self, event: Any) -> None:
        row, column = event.start_mark.line, event.start_mark.column
        tag = self.source.lines[row][column:].partition(" ")[0]
        shown = tag if tag.startswith("!") else str(event.tag)
        self.add(faults.EXPLICIT_TAG.at(self.source.span(row, column, column + len(tag)), tag=excerpt(shown)))

    def alias(self, event: Any, depth: int) -> tuple[Value, Node]:
        name = str(event.anchor)
        instead: Any = ScalarEvent(None, None, (True, False), f"*{name}", event.start_mark, event.end_mark, style="")
        if name not in self.anchors:
            self.report(faults.UNKNOWN_ALIAS, event, name=excerpt(name))
            return str(instead.value), instead
        anchored = self.anchors[name]
        if anchored is None:
            self.report(faults.RECURSIVE_ALIAS, event, name=excerpt(name))
            return None, instead
        if depth + anchored.height > _DEEPEST:
            self.report(faults.TOO_DEEP, event, limit=_DEEPEST)
            return None, instead
        self.count += anchored.size
        self.deepest = max(self.deepest, depth + anchored.height)
        if self.full(event):
            return None, instead
        return anchored.value, anchored.node

    def collection(self, event: Any, depth: int) -> tuple[Value, Node]:
        if event.tag is not None:
            self.tagged(event)
        self.deepest = max(self.deepest, depth)
        if depth > _DEEPEST:
            self.report(faults.TOO_DEEP, event, limit=_DEEPEST)
            self.skip()
            return None, Sequence(event.start_mark)
        if type(event) is MappingStartEvent:
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def skip(self) -> None:
        """Pass over the rest of a list or mapping."""
        depth = 1
        while depth:
            if depth > _HOPELESS:
                raise _Hopeless
            kind = type(self.next())
            depth += (kind is MappingStartEvent or kind is SequenceStartEvent) - (kind is MappingEndEvent or kind is SequenceEndEvent)

    def full(self, event: Event) -> bool:
        """Whether no more values are taken; says so once."""
        if self.count <= _MOST_VALUES:
            return False
        if not any(finding.fault is faults.TOO_MANY_VALUES for finding in self.findings):
            self.report(faults.TOO_MANY_VALUES, event, limit=_MOST_VALUES)
        return True

    def sequence(self, start: Any, depth: int) -> tuple[list[Value], Sequence]:
        values: list[Value] = []
        node = Sequence(start.start_mark)
        while type(event := self.next()) is not SequenceEndEvent:
            if self.count > _MOST_VALUES and self.full(event):
                self.skip_to_end(event)
                break
            value, child = self.value(event, depth + 1)
            values.append(value)
            node.items.append(child)
        return values, node

    def skip_to_end(self, event: Event) -> None:
        """Pass over the list or mapping whose next event has been read already."""
        if isinstance(event, CollectionStartEvent):
            self.skip()
        self.skip()

    def mapping(self, start: Any, depth: int) -> tuple[dict[str, Value], Mapping]:
        values: dict[str, Value] = {}
        node = Mapping(start.start_mark)
        pairs: list[FlowPair] = []
        while type(event := self.next()) is not MappingEndEvent:
            if self.count > _MOST_VALUES and self.full(event):
                self.skip_to_end(event)
                break
            key = self.key(event, depth)
            value_event = self.next()
            value, child = self.value(value_event, depth + 1)
            if key is None:
                continue
            if start.flow_style:
                text: Any = value_event if type(value_event) is ScalarEvent else None
                pairs.append(FlowPair(event, text, self.has_colon(event, text)))
            if key in values:
                self.duplicate(event, node.items[key][0])
                continue
            values[key] = value
            node.items[key] = (event, child)
        if not all(pair.colon for pair in pairs):
            self.cut.append(pairs)
            if len(self.cut) > MOST_FINDINGS:
                raise _Hopeless
        return values, node

    def key(self, event: Any, depth: int) -> str | None:
        """A key's text; None where it has none. Keys are never numbers: `2023:` is the text 2023."""
        kind: Any = type(event)
        if kind is not ScalarEvent:
            self.report(faults.KEY_NOT_TEXT, event)
            if kind is not AliasEvent:
                self.skip()
            return None
        text = event.value
        if event.anchor is not None:
            self.value(event, depth)
        elif event.tag is not None:
            self.tagged(event)
        if not text and not event.style:
            self.report(faults.EMPTY_KEY, event)
            return None
        if event.style == '"' and ILLEGAL.search(text):
            return self.without_illegal(event)
        return str(text)

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        mark = first.start_mark
        there = self.source.span(mark.line, mark.column, first.end_mark.column if first.end_mark.line == mark.line else -1)
        here = self.source.span(key.start_mark.line, key.start_mark.column, key.end_mark.column)
        self.add(faults.DUPLICATE_KEY.at(here, related=[there], key=excerpt(key.value), line=there.line))

    def has_colon(self, key: Scalar, value: Scalar | None) -> bool:
        """Whether a key in braces is followed by a colon: `{a: }` has a value that is empty, `{a}` has none."""
        if value is None or value.value or value.style:
            return True
        row, column = key.end_mark.line, key.end_mark.column
        if value.start_mark.line != row:
            return True
        return self.source.lines[row][column : value.start_mark.column + 1].lstrip(" \t").startswith(":")
