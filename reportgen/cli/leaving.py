"""The end of a command: at once, where nothing in the process waits for an orderly one."""

from __future__ import annotations

import os
import sys
import threading

_ORDERLY = frozenset({"concurrent.futures", "distributed", "logging", "multiprocessing", "rich", "watchfiles"})
"""Modules that have work of their own at the end, or help with work that has."""


def leave(code: object) -> None:
    """End the process with an exit code; do nothing where something else is left to be put in order.

    Python takes itself apart for longer than it takes to write a document.
    """
    if not isinstance(code, int | None) or not _alone():
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError):  # nobody reads any more: Python knows what to say of that
        return
    os._exit(code or 0)


def _alone() -> bool:
    """Whether there is no other thread, no process of ours, and nobody who watches the interpreter."""
    watched = sys.gettrace() is not None or sys.getprofile() is not None
    return not watched and threading.active_count() == 1 and sys.modules.keys().isdisjoint(_ORDERLY)
