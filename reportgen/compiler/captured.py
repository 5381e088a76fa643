"""Text that a macro, call, set or filter block has gathered: XML of our own making, which needs no second look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup

_MARKUP = re.compile("(<[^>]*>|\x01[^\x02]*\x02)")


class Captured(Markup):
    """Gathered XML. Whatever is made from it by slicing, joining or filters is plain `Markup` again, and is looked at."""

    __slots__ = ()

    def __new__(cls, base: Any = "", encoding: str | None = None, errors: str = "strict") -> Markup:  # type: ignore[misc]  # on purpose
        """Plain markup: what markup's methods make through the class of `self`."""
        return Markup(base) if encoding is None else Markup(base, encoding, errors)


def captured(pieces: Iterable[str]) -> Captured:
    """The pieces that a block has gathered, as one."""
    return str.__new__(Captured, "".join(pieces))


def segments(pieces: Iterable[str]) -> list[str]:
    """The pieces that a filter block has gathered, cut into tags and the texts between them."""
    return [segment for segment in _MARKUP.split("".join(pieces)) if segment]


def unescaped(text: str) -> str:
    """What stands in XML's text."""
    return Markup(text).unescape()


def finished(value: Any) -> Markup:
    """`Markup` for generated code: what is gathered stays what it is."""
    return value if type(value) is Captured else Markup(value)


class GatheringMacro(Macro):
    """A macro that gives what it gathers as such; Jinja's own makes plain markup of it."""

    def _invoke(self, arguments: list[Any], autoescape: bool) -> str:
        del autoescape
        return self._func(*arguments)


CAPTURING: Mapping[str, Any] = {function.__name__: function for function in (GatheringMacro, captured, finished, segments, unescaped)}
"""What generated code calls of this module."""
