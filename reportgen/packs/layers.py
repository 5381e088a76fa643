"""YAML files laid over one another, child over parent, with the place of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from reportgen.findings import Span
from reportgen.folding import Folded
from reportgen.values import dataclass

Path = tuple[str | int, ...]


class Positions(Protocol):
    """What tells where a value stands: an `inputs.Tree`, a `Data` or `Layers`."""

    def span(self, path: Path, *, key: bool = False) -> Span: ...
    def locate(self, path: Path, offset: int, length: int = 1) -> Span: ...


@dataclass(frozen=True)
class Nowhere:
    """Positions of what stands in no file."""

    file: str = ""

    def span(self, path: Path, *, key: bool = False) -> Span:  # noqa: ARG002 (it answers alike for every path)
        return Span(self.file)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:  # noqa: ARG002 (as above)
        return Span(self.file)


@dataclass(frozen=True)
class Seldom:
    """Positions that few runs ask for."""

    folded: Folded[Positions]

    def span(self, path: Path, *, key: bool = False) -> Span:
        return self.folded.value.span(path, key=key)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:
        return self.folded.value.locate(path, offset, length)


@dataclass(frozen=True)
class Layer:
    """One file's value, with its positions and the names that it removes from the files below it."""

    value: Mapping[Any, Any]
    positions: Positions
    removed: frozenset[Path] = frozenset()


@dataclass(frozen=True)
class Layers:
    """Several files as one value; like a `Tree`, it knows the place of each part."""

    value: Mapping[Any, Any]
    positions: tuple[Positions, ...]
    origins: Mapping[Path, int]
    """The layer that gave the value at a path; what is below the path comes from the same layer unless it is listed too."""

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at `path` (of its key) in the file that gave it."""
        return self._origin(path).span(path, key=key)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:
        """The place of a stretch of the text at `path`."""
        return self._origin(path).locate(path, offset, length)

    def _origin(self, path: Path) -> Positions:
        lengths = range(len(path), -1, -1)
        return self.positions[next((self.origins[path[:n]] for n in lengths if path[:n] in self.origins), 0)]


def stack(layers: Sequence[Layer]) -> Layers:
    """`layers`, the root's first, merged mapping by mapping; null removes, lists and plain values replace."""
    value: dict[Any, Any] = {}
    origins: dict[Path, int] = {}
    for index, layer in enumerate(layers):
        for path in layer.removed:
            _remove(value, path, origins)
        value = _over(value, layer.value, (), index, origins)
    return Layers(value, tuple(Seldom(Folded(layer.positions)) for layer in layers), origins)


def _over(below: Mapping[Any, Any], above: Mapping[Any, Any], path: Path, index: int, origins: dict[Path, int]) -> dict[Any, Any]:
    merged = dict(below)
    for key, item in above.items():
        here = (*path, key)
        old = merged.get(key)
        if isinstance(item, Mapping) and isinstance(old, Mapping):
            merged[key] = _over(old, item, here, index, origins)
            continue
        if key in merged:
            _forget(here, origins)
            del merged[key]
        if item is not None:
            merged[key] = _without_nulls(item)
            origins[here] = index
    return merged


def _without_nulls(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {key: _without_nulls(item) for key, item in value.items() if item is not None}


def _remove(value: Any, path: Path, origins: dict[Path, int]) -> None:
    *parents, last = path
    for step in parents:
        value = value.get(step) if isinstance(value, Mapping) else None
    if isinstance(value, dict) and last in value:
        del value[last]
        _forget(path, origins)


def _forget(path: Path, origins: dict[Path, int]) -> None:
    for known in [known for known in origins if known[: len(path)] == path]:
        del origins[known]
