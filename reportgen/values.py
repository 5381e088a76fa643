"""Dataclasses that are made in a third of the time: a run for one document makes a hundred such classes, and few values of most.

For each class, `dataclasses` compiles six functions. Here it is one, the constructor; the others are shared by all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, eq=True, frozen=False, slots=False, kw_only=False):
        """What `dataclasses.dataclass` makes of a class."""

        def made(cls):
            cls.__doc__ = cls.__doc__ or cls.__name__  # else it is worked out
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            own = {"__init__": _constructor(cls, frozen, slots), "__repr__": _repr}
            if eq:
                compared = [one.name for one in dataclasses.fields(cls) if one.compare]
                cls._compared = staticmethod(attrgetter(*compared) if compared else type)
                own |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
            if slots:
                own["__reduce__"] = _reduce
            for name, function in own.items():
                if name not in cls.__dict__ or (name == "__hash__" and cls.__dict__[name] is None):
                    setattr(cls, name, function)
            if frozen:
                cls.__setattr__, cls.__delattr__ = _set_attribute, _delete_attribute
            return cls

        return made if cls is None else made(cls)


def _constructor(cls: type[Any], frozen: bool, slots: bool) -> Callable[..., None]:
    """`__init__`, with a parameter for each field. Classes alike but for their fields' names share its code, and compile it once."""
    fields = {f"p{number}": one for number, one in enumerate(dataclasses.fields(cls))}
    inside: dict[str, Any] = {"_missing": dataclasses.MISSING, "_set": object.__setattr__}
    for place, one in fields.items():
        inside |= {f"_default_{place}": one.default, f"_factory_{place}": one.default_factory}
        if frozen and slots:
            inside[f"_set_{place}"] = getattr(cls, one.name).__set__
    lines = [_line(place, one, frozen, slots) for place, one in fields.items()]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    function = FunctionType(_named(_code(_parameters(fields), tuple(lines)), fields), inside, "__init__")
    asked = [one for one in fields.values() if one.init]
    function.__defaults__ = _trailing([one for one in asked if not one.kw_only])
    function.__kwdefaults__ = {one.name: default[0] for one in asked if one.kw_only and (default := _default(one))}
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    return function


def _parameters(fields: Mapping[str, dataclasses.Field[Any]]) -> str:
    ordered = [place for place, one in fields.items() if one.init and not one.kw_only]
    named = [place for place, one in fields.items() if one.init and one.kw_only]
    return ", ".join(["self", *ordered, *(["*", *named] if named else [])])


def _named(code: CodeType, fields: Mapping[str, dataclasses.Field[Any]]) -> CodeType:
    """The code with the fields' names in the place of their numbers."""

    def renamed(given: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(fields[each].name if each in fields else each for each in given)

    return code.replace(co_varnames=renamed(code.co_varnames), co_names=renamed(code.co_names), co_consts=renamed(code.co_consts))


def _trailing(fields: list[dataclasses.Field[Any]]) -> tuple[Any, ...]:
    """The defaults of the last parameters. Raises: TypeError when one without follows."""
    defaults: list[Any] = []
    for one in fields:
        if default := _default(one):
            defaults += default
        elif defaults:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")
    return tuple(defaults)


@cache
def _code(parameters: str, lines: tuple[str, ...]) -> CodeType:
    whole = compile(f"def __init__({parameters}):\n " + ("\n ".join(lines) or "pass"), "<constructor>", "exec")
    return next(const for const in whole.co_consts if isinstance(const, CodeType))


def _default(one: dataclasses.Field[Any]) -> tuple[Any] | None:
    """What a parameter is where nothing is given for it; None where something must be."""
    if one.default is not dataclasses.MISSING:
        return (one.default,)
    return None if one.default_factory is dataclasses.MISSING else (dataclasses.MISSING,)


def _line(place: str, one: dataclasses.Field[Any], frozen: bool, slots: bool) -> str:
    """The statement that gives a field its value."""
    value = place
    if one.default_factory is not dataclasses.MISSING:
        value = f"_factory_{place}() if {place} is _missing else {place}" if one.init else f"_factory_{place}()"
    elif not one.init:
        value = f"_default_{place}"
    if not frozen:
        return f"self.{place} = {value}"
    return f"_set_{place}(self, {value})" if slots else f"_set(self, {place!r}, {value})"


@recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> bool:
    return self._compared(self) == self._compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _reduce(self: Any) -> tuple[Any, ...]:
    return _rebuilt, (type(self), tuple(getattr(self, one.name) for one in dataclasses.fields(self)))


def _rebuilt(cls: type[Any], values: tuple[Any, ...]) -> Any:
    """A value as it was kept or sent, without its constructor, which may do more than setting fields."""
    made = object.__new__(cls)
    for one, value in zip(dataclasses.fields(cls), values, strict=True):
        object.__setattr__(made, one.name, value)
    return made


def _set_attribute(self: Any, name: str, value: object) -> NoReturn:  # noqa: ARG001 (Python calls it)
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete_attribute(self: Any, name: str) -> NoReturn:  # noqa: ARG001 (Python calls it)
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
