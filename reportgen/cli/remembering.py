"""What a command leaves for the next one: regular expressions as they were compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen import regexes

if TYPE_CHECKING:
    from reportgen.keeping import Shelf

_KEY = "regular expressions"


@contextmanager
def expressions_kept() -> Iterator[None]:
    """Take compiled expressions off the shelf when the first is needed, and put them back when there are more."""
    memory = regexes.Memory(_taken)
    regexes.remember(memory)
    try:
        yield
    finally:
        if forms := memory.forms():
            _shelf().keep(_KEY, {}, forms)


def _taken() -> Mapping[regexes.Key, regexes.Form]:
    return _shelf().take(_KEY, str) or {}


def _shelf() -> Shelf:
    from reportgen.keeping import Shelf, cache_folder  # not for what only tells of itself

    return Shelf({}, cache_folder())
