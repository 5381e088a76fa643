"""Building again whenever an input or a file of its packs is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import click

from reportgen.batch import Plan
from reportgen.cli.wording import say
from reportgen.search import Search

_DEBOUNCE_MS, _STEP_MS = 80, 20
"""Editors save in several steps."""


def watch(planned: Plan, search: Search, output: Path, build: Callable[[], int], stop: Event | None = None) -> int:
    """Build now and after every change, until Ctrl-C; the last exit code."""
    from watchfiles import watch as changes

    code = build()
    kept_out = output.resolve()

    def concerns(_: object, path: str) -> bool:
        """Whether a change is a person's, not our own or an editor's by-product."""
        name = Path(path).name
        return not name.startswith((".", "~$")) and not name.endswith(("~", ".tmp")) and not Path(path).is_relative_to(kept_out)

    click.echo(say("正在等待改动，按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends"), err=True)
    saved = changes(
        *_folders(planned, search), watch_filter=concerns, debounce=_DEBOUNCE_MS, step=_STEP_MS, stop_event=stop, raise_interrupt=False
    )
    for _ in saved:
        if sys.stdout.isatty():
            click.clear()
        code = build()
    return code


def _folders(planned: Plan, search: Search) -> list[Path]:
    """Where the inputs stand, and where their packs are looked for."""
    beside = dict.fromkeys(job.beside for job in planned.jobs)
    folders = [folder for place in beside for folder in (place, *search.folders(place))]
    return list(dict.fromkeys(folder.resolve() for folder in folders if folder is not None and folder.is_dir()))
