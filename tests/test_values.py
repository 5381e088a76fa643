"""Our dataclasses are Python's: whatever one can tell of a class or its values is the same."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest

from reportgen import values

Decorator = Callable[..., Any]
OPTIONS = [
    {},
    {"slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "eq": False},
    {"frozen": True, "slots": True, "kw_only": True},
]


def classes(decorate: Decorator, options: dict[str, bool]) -> tuple[Any, Any]:
    @decorate(**options)
    class Plain:
        first: int
        second: str = "b"
        third: list[int] = dataclasses.field(default_factory=list, compare=False)
        fourth: int = dataclasses.field(default=4, repr=False)
        fifth: dict[str, int] = dataclasses.field(default_factory=dict, init=False, compare=False)

    @decorate(**options)
    class Further(Plain):
        """With a field more."""

        sixth: float = 1.5

        def __repr__(self) -> str:
            return "its own"

    return Plain, Further


def outcome(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return type(error), str(error)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_classes_and_values_are_alike(options: dict[str, bool]) -> None:
    seen = []
    for decorate in (dataclasses.dataclass, values.dataclass):
        plain, further = classes(decorate, options)
        one, same, other = plain(first=1), plain(first=1, third=[9]), plain(first=1, second="c")
        seen.append(
            [
                [(p.name, p.kind) for p in inspect.signature(plain).parameters.values()],
                [(f.name, f.init, f.kw_only) for f in dataclasses.fields(further)],
                plain.__match_args__,
                [hasattr(value, "__dict__") for value in (one, further(first=2))],
                [repr(value) for value in (one, other, further(first=2))],
                [one == same, one == other, one == 1, one == further(first=1)],
                outcome(lambda: hash(one) == hash(same) or options.get("eq") is False),  # noqa: B023
                dataclasses.asdict(one),
                repr(dataclasses.replace(one, second="z")),
                outcome(lambda: setattr(one, "first", 7)),  # noqa: B023
                outcome(lambda: delattr(one, "second")),  # noqa: B023
                repr(outcome(lambda: plain("a", 1))),  # noqa: B023
                outcome(plain)[0],
                repr(copy.deepcopy(other)),
                one.third is not same.third and one.fifth is not same.fifth,
            ]
        )
    assert seen[0] == seen[1]


@values.dataclass(frozen=True, slots=True)
class Kept:
    """A value that travels."""

    name: str
    parts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


@values.dataclass(frozen=True)
class Counted:
    name: str

    @cached_property
    def length(self) -> int:
        return len(self.name)


def test_values_travel_and_are_checked_when_they_are_made() -> None:
    kept = Kept("a", (1, 2))
    assert pickle.loads(pickle.dumps(kept)) == copy.copy(kept) == kept
    assert {kept: 1}[Kept("a", (1, 2))] == 1
    with pytest.raises(ValueError, match="no name"):
        Kept("")


def test_what_is_worked_out_may_be_kept_in_a_frozen_value() -> None:
    counted = Counted("abc")
    assert (counted.length, counted.length) == (3, 3)
    assert pickle.loads(pickle.dumps(counted)) == counted
    assert repr(counted) == "Counted(name='abc')"


def test_a_value_that_holds_itself_is_shown_once() -> None:
    @values.dataclass
    class Loop:
        inner: Any = None

    loop = Loop()
    loop.inner = loop
    assert repr(loop).endswith("Loop(inner=...)")


def test_a_field_that_must_be_given_comes_before_those_that_need_not() -> None:
    with pytest.raises(TypeError, match="non-default argument 'second' follows default argument"):

        @values.dataclass(frozen=True)
        class Wrong:
            first: int = 1
            second: int


def test_classes_alike_but_for_names_keep_apart() -> None:
    @values.dataclass(frozen=True, slots=True)
    class One:
        a: int
        b: str = "x"

    @values.dataclass(frozen=True, slots=True)
    class Other:
        c: int
        d: str = "y"

    assert (repr(One(1)), repr(Other(c=2))) == (repr(One(b="x", a=1)), repr(Other(2, "y")))
    assert repr(One(1)).endswith("One(a=1, b='x')")
    assert repr(Other(2)).endswith("Other(c=2, d='y')")
