"""What one rendering may spend: steps, characters and depth. Jinja's sandbox bounds none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from contextvars import ContextVar
from typing import Any

from reportgen.expressions import faults
from reportgen.expressions.errors import BudgetExceeded
from reportgen.values import dataclass

STEPS = 5_000_000
"""Loop turns times the weight of the loop's body (see `rewriting`); one step is about 0.1 μs."""
CHARACTERS = 20_000_000
"""Characters that operators, filters and captured blocks may make."""
DEPTH = 50
"""Calls within calls (macros, blocks, recursive loops)."""


@dataclass(slots=True)
class Budget:
    """What is left to one rendering; belongs to one thread."""

    steps: int = STEPS
    characters: int = CHARACTERS
    depth: int = DEPTH

    def step(self, count: int) -> None:
        """Takes `count` steps.

        Raises:
            BudgetExceeded: when they are used up.
        """
        self.steps -= count
        if self.steps < 0:
            raise BudgetExceeded(faults.OVER_BUDGET, what_zh="循环次数太多", what_en="too many loop turns", limit=STEPS)

    def write(self, count: int) -> None:
        """Takes `count` characters.

        Raises:
            BudgetExceeded: when they are used up.
        """
        self.characters -= count
        if self.characters < 0:
            raise BudgetExceeded(faults.OVER_BUDGET, what_zh="文字太长", what_en="too much text", limit=CHARACTERS)


_WALKED = (list, tuple, dict, range)
_HOLDING = (list, tuple, dict)
_HELD = 4
"""Steps a member that is weighed."""

_current: ContextVar[Budget | None] = ContextVar("reportgen.budget", default=None)


class spending:
    """A rendering's extent: all expressions evaluated within it share `budget`."""

    __slots__ = ("_budget", "_token")

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def __enter__(self) -> Budget:
        self._token = _current.set(self._budget)
        return self._budget

    def __exit__(self, *_error: object) -> None:
        _current.reset(self._token)


def is_spending() -> bool:
    """Whether a rendering is under way."""
    return _current.get() is not None


def current_budget() -> Budget:
    """The budget of the rendering that is under way; outside of any, a fresh one for this single operation."""
    return _current.get() or Budget()


def sweep(values: Any) -> None:
    """Pays for going once through `values`: a step a member, or for 16 characters."""
    if isinstance(values, str):
        count = 1 + len(values) // 16
    elif isinstance(values, _WALKED):
        count = 1 + len(values)
    else:
        return
    budget = _current.get() or Budget()
    budget.steps -= count
    if budget.steps < 0:
        budget.step(0)


def weigh(*values: Any) -> None:
    """Pays for going through `values` and all that they hold, as comparing, ordering and hashing do.

    A list may hold another many times over, so that no list's own length tells.
    """
    budget, held = current_budget(), list(values)
    while held:
        value = held.pop()
        if isinstance(value, _HOLDING):
            budget.step(_HELD * (1 + len(value)))
            held.extend(value.values() if isinstance(value, dict) else value)
            if isinstance(value, dict):
                held.extend(key for key in value if type(key) is not str)


def encounter(value: Any, other: Any) -> None:
    """Pays for comparing `value` with `other` or, where that holds many, with all of them."""
    if isinstance(value, _HOLDING):
        weigh(value, other)
    else:
        sweep(other)


def turns(values: Iterable[Any], weight: int) -> Iterable[Any]:
    """`values` to loop over, each turn paid with `weight` steps: at once where the length is known, else turn by turn."""
    budget = current_budget()
    if isinstance(values, Sized):
        budget.step(len(values) * weight)
        return values
    return _counted(values, weight, budget)


def _counted(values: Iterable[Any], weight: int, budget: Budget) -> Iterator[Any]:
    for value in values:
        budget.step(weight)
        yield value
