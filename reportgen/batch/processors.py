"""How many processors there are to work with, and how many workers are worth starting."""

from __future__ import annotations

import os

_WORTH_A_WORKER = 20
"""Tasks that take as long as it takes to start a worker."""


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers_for(tasks: int, most: int) -> int:
    """How many processes are worth starting; 1 means none besides this one."""
    return max(1, min(most, tasks // _WORTH_A_WORKER))
