"""Values that stay folded up as bytes, once they were kept, until somebody asks for them: few runs find fault with a pack's files."""

from __future__ import annotations

import pickle
import zlib
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Folded(Generic[T]):
    """A value, or the bytes that it was kept as; equal where its value is."""

    __slots__ = ("_bytes", "_value")

    def __init__(self, value: T) -> None:
        self._value = value
        self._bytes = b""

    @property
    def value(self) -> T:
        if content := self._bytes:
            self._value = pickle.loads(zlib.decompress(content))  # bytes of our own, off our own shelf
            self._bytes = b""  # only now: another thread may look on
        return self._value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Folded) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _folded, (self._bytes or zlib.compress(pickle.dumps(self._value, 5), 1),)


def _folded(content: bytes) -> Folded[Any]:
    made = Folded[Any](None)
    made._bytes = content
    return made
