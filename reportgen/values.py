"""Dataclasses that are made in a third of the time: a run for one document makes a hundred such classes, and few values of most.

For each class, `dataclasses` compiles six functions. Here it is one, the constructor; the others are shared by all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from operator import attrgetter
from reprlib import recursive_repr
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
    """`__init__`, with a parameter for each field."""
    fields = dataclasses.fields(cls)
    globals_: dict[str, Any] = {"_missing": dataclasses.MISSING, "_set": object.__setattr__}
    for one in fields:
        globals_[f"_default_{one.name}"] = one.default
        globals_[f"_factory_{one.name}"] = one.default_factory
        if frozen and slots:
            globals_[f"_set_{one.name}"] = getattr(cls, one.name).__set__
    lines = [_line(one, frozen, slots) for one in fields]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(_parameters(fields))}):\n " + ("\n ".join(lines) or "pass"), globals_)
    function: Callable[..., None] = globals_["__init__"]
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    return function


def _parameters(fields: tuple[dataclasses.Field[Any], ...]) -> Iterator[str]:
    yield "self"
    asked = [one for one in fields if one.init]
    for named in (False, True):
        some = [one for one in asked if bool(one.kw_only) is named]
        if named and some:
            yield "*"
        for one in some:
            if one.default is not dataclasses.MISSING:
                yield f"{one.name}=_default_{one.name}"
            else:
                yield one.name if one.default_factory is dataclasses.MISSING else f"{one.name}=_missing"


def _line(one: dataclasses.Field[Any], frozen: bool, slots: bool) -> str:
    """The statement that gives a field its value."""
    name = value = one.name
    if one.default_factory is not dataclasses.MISSING:
        value = f"_factory_{name}() if {name} is _missing else {name}" if one.init else f"_factory_{name}()"
    elif not one.init:
        value = f"_default_{name}"
    if not frozen:
        return f"self.{name} = {value}"
    return f"_set_{name}(self, {value})" if slots else f"_set(self, {name!r}, {value})"


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
