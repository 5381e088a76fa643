"""How far a run has come: a bar on a terminal, a plain line now and then elsewhere, nothing for short work."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from reportgen.batch import Outcome
from reportgen.cli.wording import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_LONG = 20
"""Inputs that are worth a bar."""
_EVERY = 5.0
"""Seconds between plain lines."""


class Follower(Protocol):
    """Who follows a run."""

    def begin(self, todo: int, kept: int) -> None:
        """`todo` inputs will be built, `kept` will not."""

    def done(self, outcome: Outcome) -> None:
        """A document was built, kept or blocked."""


@contextmanager
def followed() -> Iterator[Follower]:
    """A follower fit for where standard error goes."""
    with ExitStack() as stack:
        yield _Bar(stack) if sys.stderr.isatty() else _Lines()


class _Counted:
    """Counts inputs by their first document, and failures."""

    def __init__(self) -> None:
        self.total = self.finished = self.failed = 0
        self._last = ""

    def begin(self, todo: int, kept: int) -> None:
        self.total = todo + kept

    def done(self, outcome: Outcome) -> None:
        self.finished += outcome.job.input != self._last
        self._last = outcome.job.input
        self.failed += outcome.blocked


class _Lines(_Counted):
    """Plain lines for files and pipes."""

    def __init__(self) -> None:
        super().__init__()
        self._started = self._told = time.monotonic()

    def done(self, outcome: Outcome) -> None:
        super().done(outcome)
        now = time.monotonic()
        if now - self._told >= _EVERY and self.finished < self.total:
            self._told = now
            rate = self.finished / (now - self._started)
            zh = f"{self.finished}/{self.total}，每秒 {rate:.0f} 份，{self.failed} 份未生成"
            click.echo(say(zh, f"{self.finished}/{self.total}, {rate:.0f} a second, {self.failed} not built"), err=True)


class _Bar(_Counted):
    """A bar with the rate, the time that remains, and how many failed."""

    def __init__(self, stack: ExitStack) -> None:
        super().__init__()
        self._stack = stack
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def begin(self, todo: int, kept: int) -> None:
        super().begin(todo, kept)
        if todo >= _LONG:
            self._progress = self._stack.enter_context(_progress())
            self._task = self._progress.add_task("", total=self.total, failed="", rate="")

    def done(self, outcome: Outcome) -> None:
        super().done(outcome)
        if self._progress is None or self._task is None:
            return
        failed = say(f"{self.failed} 份未生成", f"{self.failed} not built") if self.failed else ""
        speed = self._progress.tasks[0].speed
        rate = say(f"每秒 {speed:.0f} 份", f"{speed:.0f}/s") if speed else ""
        self._progress.update(self._task, completed=self.finished, failed=failed, rate=rate)


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    return Progress(*columns, TextColumn("[red]{task.fields[failed]}"), console=Console(stderr=True), transient=True, refresh_per_second=5)
