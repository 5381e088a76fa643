"""How a template's code finds `a.b`: in a dictionary at once, elsewhere as its environment does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from reportgen.expressions.environment import Environment as PackEnvironment
from reportgen.expressions.records import Record

Look = Callable[[Any, str], Any]
Looks = tuple[Look, Look, Undefined]

_KEYS_ARE_FOUND = (Environment.getattr, SandboxedEnvironment.getattr, PackEnvironment.getattr)
"""Ways of finding `a.b` that find the item of a dictionary where that has no such method."""
_OF_A_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"})
"""What a loop answers to without a call."""


def looks(environment: Environment) -> Looks:
    """Two functions of a value and a name that no dictionary has a method of: what is there, and only whether anything is.

    The first is `environment.getattr`. The second finds all that is absent to be the third.
    """
    look = environment.getattr
    nothing = environment.undefined()
    if type(environment).getattr not in _KEYS_ARE_FOUND:
        return look, look, nothing
    get: Callable[..., Any] = dict.get

    def item(holder: Any, name: str) -> Any:
        if type(holder) is Record:
            value = get(holder, name)
            if value is None and name in (aliases := holder.names.aliases):
                value = get(holder, aliases[name])
            return look(holder, name) if value is None else value
        if type(holder) is dict:
            value = get(holder, name)
            return look(holder, name) if value is None else value
        if type(holder) is LoopContext and name in _OF_A_LOOP:
            return getattr(holder, name)
        return look(holder, name)

    def peek(holder: Any, name: str) -> Any:
        if type(holder) is Record:
            value = get(holder, name)
            if value is None and name in (aliases := holder.names.aliases):
                value = get(holder, aliases[name])
            return nothing if value is None else value
        if type(holder) is dict:
            value = get(holder, name)
            return nothing if value is None else value
        return nothing if isinstance(holder, Undefined) else look(holder, name)

    return item, peek, nothing
