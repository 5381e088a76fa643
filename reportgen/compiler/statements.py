"""Which tags open, divide and close a stretch of content, as far as that can be told from the tags alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import Environment

from reportgen.compiler.tags import Tag
from reportgen.values import dataclass

_BODIES = ("for", "if", "macro", "call", "filter", "with", "block", "autoescape")
_SINGLE = ("set", "extends", "include", "import", "from", "print")
_DIVIDERS = {"else": ("if", "for"), "elif": ("if",), "pluralize": ("trans",)}
_INLINE_SET = re.compile(r"set\s+[\w.,\s()]+?\s*(=(?!=)|\||$)")
REPEATED = frozenset({"for", "macro", "call", "set", "filter", "block"})
"""Whose bodies may come out more than once."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tag that divides or closes what another opened; without `opener`, one that has nothing to close."""

    number: int
    opener: int | None
    crossed: int | None = None
    """The tag that is still open in between."""


@dataclass(frozen=True)
class Statements:
    """The statements that an environment knows."""

    extensions: frozenset[str]

    @classmethod
    def of(cls, environment: Environment) -> Statements:
        return cls(frozenset(word for extension in environment.iter_extensions() for word in extension.tags))

    @property
    def known(self) -> tuple[str, ...]:
        """Every first word that a block tag may have."""
        ends = tuple(f"end{word}" for word in (*_BODIES, "set"))
        return (*_BODIES, *_SINGLE, *_DIVIDERS, *ends, "raw", "endraw", *sorted(self.extensions))

    def opens(self, tag: Tag, later: frozenset[str]) -> bool:
        """Whether a tag needs an end; `later` are the words of the tags in its part."""
        if tag.word == "set":
            match = _INLINE_SET.match(tag.source)
            return match is not None and match[1] != "="
        return tag.word in _BODIES or (tag.word in self.extensions and f"end{tag.word}" in later)

    def links(self, numbers: Sequence[int], tags: Sequence[Tag], left_open: list[int]) -> Iterator[Link]:
        """How block tags, in the order of the text, hang together; those never closed are put into `left_open`."""
        words = frozenset(tags[number].word for number in numbers)
        stack: list[int] = []
        for number in numbers:
            tag = tags[number]
            if tag.kind != "block":
                continue
            wanted = _DIVIDERS.get(tag.word) or ((tag.word[3:],) if tag.word.startswith("end") and tag.word != "endraw" else ())
            if self.opens(tag, words):
                stack.append(number)
            elif wanted:
                yield self._link(number, tag, wanted, stack, tags)
        left_open += stack

    def _link(self, number: int, tag: Tag, wanted: tuple[str, ...], stack: list[int], tags: Sequence[Tag]) -> Link:
        closes = tag.word not in _DIVIDERS
        for depth in range(len(stack) - 1, -1, -1):
            if tags[stack[depth]].word in wanted:
                crossed = stack[-1] if depth < len(stack) - 1 else None
                return Link(number, stack.pop(depth) if closes else stack[depth], crossed)
        return Link(number, None)
