"""What the tags of a part take from the data, read even where some of them are faulty: those are left out, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError
from jinja2.lexer import Token

from reportgen.compiler.needs import Use, uses
from reportgen.compiler.parsing import parse_tokens, tag_tokens
from reportgen.compiler.phrases import Phrases, put_in_place
from reportgen.compiler.statements import Statements
from reportgen.compiler.tags import Tag

_BINDING = frozenset({"for", "set", "macro", "with", "call", "import", "from"})
_NAME = re.compile(r"[^\W\d]\w*")


def salvaged_uses(numbers: Sequence[int], tags: Sequence[Tag], environment: Environment, phrases: Phrases | None = None) -> tuple[Use, ...]:
    """The uses of names in the tags of these numbers, in the order of the text; a use's line is its tag's number + 1.

    Names that a tag left out might have bound count as bound.
    """
    kept = _hanging_together(numbers, tags, environment, frozenset())
    for _ in numbers:
        try:
            tree = parse_tokens(_tokens(kept, tags, environment), environment)
        except TemplateSyntaxError as error:
            kept = _hanging_together(kept, tags, environment, frozenset({error.lineno - 1}))
            continue
        if phrases is not None:
            put_in_place(tree, tags, environment, phrases)
        return uses(tree, frozenset(environment.globals).union(_bound_by(set(numbers).difference(kept), tags)))
    return ()


def _hanging_together(numbers: Sequence[int], tags: Sequence[Tag], environment: Environment, faulty: Collection[int]) -> list[int]:
    """The numbers without faulty tags, and without those that open, divide or close nothing then."""
    left_open: list[int] = []
    links = list(Statements.of(environment).links(numbers, tags, left_open))
    gone = {*faulty, *left_open, *(link.number for link in links if link.opener is None or link.crossed is not None)}
    gone.update(link.opener for link in links if link.opener is not None and link.number in gone and tags[link.number].word[:3] == "end")
    gone.update(link.number for link in links if link.opener in gone)
    kept = [number for number in numbers if number not in gone]
    return kept if len(kept) == len(numbers) else _hanging_together(kept, tags, environment, ())


def _tokens(numbers: Sequence[int], tags: Sequence[Tag], environment: Environment) -> Iterator[Token]:
    for number in numbers:
        yield from tag_tokens(tags[number], number, environment)


def _bound_by(numbers: Collection[int], tags: Sequence[Tag]) -> set[str]:
    """Every word in tags that bind names."""
    return {name for number in numbers if tags[number].word in _BINDING for name in _NAME.findall(tags[number].source)}
