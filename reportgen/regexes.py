"""Regular expressions that are compiled when they are first used, and whose compiled form a program may keep for its next run.

Python compiles them anew in each process, which takes longer than searching a report with all of them.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, AnyStr, cast

Key = tuple[str | bytes, int]
Form = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, and the groups' names both ways."""

_METHODS = ("finditer", "findall", "search", "match", "fullmatch", "sub", "subn", "split")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but for its errors, which come with the first use; the functions of `re` do not take it."""
    return cast(re.Pattern[AnyStr], _Regex(pattern, flags))


class Memory:
    """The forms of an earlier run, fetched when the first expression is compiled, and the expressions that were not among them."""

    def __init__(self, fetch: Callable[[], Mapping[Key, Form]]) -> None:
        self._fetch: Callable[[], Mapping[Key, Form]] | None = fetch
        self._known: Mapping[Key, Form] = {}
        self._new: list[Key] = []

    def compiled(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        """The compiled expression. Raises: re.error."""
        if self._fetch is not None:
            self._known = self._fetch()
            self._fetch = None
        form = self._known.get((pattern, flags))
        if form is None:
            self._new.append((pattern, flags))
            return re.compile(pattern, flags)
        given, code, *groups = form
        return cast(re.Pattern[Any], import_module("_sre").compile(pattern, given, marshal.loads(code), *groups))

    def forms(self) -> dict[Key, Form]:
        """All forms, for the next run; none where this one compiled nothing that was not known."""
        return {**self._known, **{key: form for key in self._new if (form := _form(*key)) is not None}} if self._new else {}


_memory = Memory(dict)


def remember(memory: Memory) -> None:
    """Let a memory compile what is used from now on."""
    global _memory
    _memory = memory


def _form(pattern: str | bytes, flags: int) -> Form | None:
    """What `re` hands to its engine; None in a Python that goes about it in another way."""
    try:
        compiler, parser = import_module("re._compiler"), import_module("re._parser")
        code = marshal.dumps([int(word) for word in compiler._code(parser.parse(pattern, flags), flags)])
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    compiled = re.compile(pattern, flags)
    names = {number: name for name, number in compiled.groupindex.items()}
    return compiled.flags, code, compiled.groups, dict(compiled.groupindex), tuple(names.get(n) for n in range(compiled.groups + 1))


class _Regex:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled: Any = _memory.compiled(self.pattern, self._flags)
        # Found in the instance from now on, without this detour.
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
