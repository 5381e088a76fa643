"""Which rules a text can concern at all: one pass over it looks for the signs of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.checks.rule import Rule


def concerned(rules: Iterable[Rule], text: str) -> list[Rule]:
    """The rules whose sign the text holds, and those without one, in their order."""
    given = tuple(rules)
    signs = tuple(rule.sign for rule in given if rule.sign)
    # A lone surrogate, which no sign holds, has no place in UTF-8.
    found = set(_together(signs).Match(text.encode(errors="replace")) or ()) if signs else set()
    held = {sign for number, sign in enumerate(signs) if number in found}
    return [rule for rule in given if not rule.sign or rule.sign in held]


@lru_cache(maxsize=16)
def _together(signs: tuple[str, ...]) -> Any:
    """One automaton for all signs; it is loaded only where something is checked."""
    import re2

    automaton = re2.Set.SearchSet()
    for sign in signs:
        automaton.Add(sign)
    automaton.Compile()
    return automaton
