"""A YAML file as read: its values, what is wrong with it, and where everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from reportgen.findings import Finding, Span
from reportgen.inputs import nodes
from reportgen.inputs.extents import Extent, extent
from reportgen.inputs.places import Position, place
from reportgen.inputs.scalars import Value
from reportgen.inputs.source import Source
from reportgen.values import dataclass

_COLLECTIONS = (nodes.Mapping, nodes.Sequence)

Path = Sequence[str | int]
"""Keys and indexes from the outermost mapping down to a value."""


@dataclass(frozen=True)
class Tree:
    """The values of a YAML file with their places."""

    value: dict[str, Value]
    """The outermost mapping, keys in the order of the file; what could be read where the file has faults."""
    findings: tuple[Finding, ...]
    """Every fault of the file, in its order."""
    _source: Source = field(repr=False)
    _root: nodes.Node | None = field(repr=False)
    _spread: dict[nodes.Scalar, list[Position]] = field(default_factory=dict, repr=False, compare=False)
    """The characters' places of the text asked for last."""

    @property
    def file(self) -> str:
        """The file's name, as given."""
        return self._source.file

    @property
    def lines(self) -> tuple[str, ...]:
        """The file's lines as written, without their ends."""
        return self._source.written

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of a value, or with `key` of its key.

        Of a path that leads nowhere, the place of the last value on it; of an empty value, its key; of a list's item,
        which has no key, the item. A value that stands at an alias stands where it was anchored.
        """
        found = self._find(path)
        if found is None:
            return Span(self._source.file)
        key_event, node = found
        if key_event is not None and (key or (not isinstance(node, _COLLECTIONS) and not node.value and not node.style)):
            return self._span(key_event)
        return self._span(node)

    @property
    def mended(self) -> bool:
        """Whether lines were read as something else than they are written as."""
        return tuple(self._source.lines) != self._source.written

    def extent(self, path: Path) -> Extent | None:
        """How far the plain value at `path` reaches; None for a list or mapping, or where there is nothing."""
        found = self._find(path)
        return None if found is None or isinstance(found[1], _COLLECTIONS) else extent(found[1], self._source.lines)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:
        """The place of `length` characters of a text, counted from its character `offset`.

        Where the text stands on several lines of the file, the place ends with the first of them.
        """
        found = self._find(path)
        if found is None or isinstance(found[1], _COLLECTIONS):
            return self.span(path)
        row, column = place(found[1], self._source.lines, max(offset, 0), self._spread)
        last_row, last_column = place(found[1], self._source.lines, max(offset, 0) + max(length, 1) - 1, self._spread)
        end = last_column + 1 if last_row == row else len(self._source.lines[row])
        return self._source.span(row, column, end)

    def _find(self, path: Path) -> tuple[nodes.Scalar | None, nodes.Node] | None:
        """The node at a path, with its key; the last one that there is on the way."""
        if self._root is None:
            return None
        key: nodes.Scalar | None = None
        node = self._root
        for step in path:
            if isinstance(node, nodes.Mapping) and isinstance(step, str) and step in node.items:
                key, node = node.items[step]
            elif isinstance(node, nodes.Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
                key, node = None, node.items[step]
            else:
                break
        return key, node

    def _span(self, node: nodes.Node) -> Span:
        start = node.start_mark
        if isinstance(node, _COLLECTIONS):
            return self._source.span(start.line, start.column)
        end = node.end_mark
        stop = end.column if end.line == start.line else len(self._source.lines[start.line])
        return self._source.span(start.line, start.column, stop)
