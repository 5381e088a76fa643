"""Figures: numbers (or words) with a name, given or worked out, and how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportgen.packs.layers import Path
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one input."""

    name: str
    """Dotted path; members of lists with their number from 1: `indicators[3].rate`."""
    title: str
    value: Any
    """What is printed: the given value, else the derived one. Decimal, int, text or `UNDEFINED_RATE`."""
    unit: str
    given: bool
    derived: Any
    """What the formula gives; None where its inputs are not all there."""
    formula: str
    inputs: tuple[tuple[str, Any], ...]
    """What the formula read, by dotted name."""
    path: Path
    """Where it stands in the data, indexes from 0."""


class Figures(Mapping[str, Figure]):
    """Figures by name, in the order in which they were worked out."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._by_name = {figure.name: figure for figure in figures}

    def __getitem__(self, name: str) -> Figure:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)
