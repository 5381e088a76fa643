"""Shapes of JSON values, as functions that say whether a value has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Shape = Callable[[Any], bool]
_MOST = 2**31


def text(value: Any) -> bool:
    """A text."""
    return isinstance(value, str)


def count(value: Any) -> bool:
    """A number of lines, columns or paragraphs."""
    return type(value) is int and 0 <= value < _MOST


def scalar(value: Any) -> bool:
    """A text, a truth or nothing."""
    return value is None or isinstance(value, str | bool)


def one_of(*words: str) -> Shape:
    """One of these texts."""
    return lambda value: isinstance(value, str) and value in words


def list_of(item: Shape) -> Shape:
    """A list of this shape's values."""
    return lambda value: isinstance(value, list) and all(map(item, value))


def mapping_of(item: Shape) -> Shape:
    """An object with any keys."""
    return lambda value: isinstance(value, dict) and all(map(item, value.values()))


def object_of(needed: Mapping[str, Shape], more: Mapping[str, Shape]) -> Shape:
    """An object with the keys of `needed`, perhaps those of `more`, and no others."""
    shapes = {**needed, **more}

    def fits(value: Any) -> bool:
        if not isinstance(value, dict) or not needed.keys() <= value.keys() <= shapes.keys():
            return False
        return all(shapes[key](item) for key, item in value.items())

    return fits
