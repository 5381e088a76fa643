"""The command line: `reportgen` and its verbs, a module per verb, imported only when it runs."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from reportgen.on_demand import on_demand

if TYPE_CHECKING:
    from reportgen.cli.group import verbs

__all__ = ["main", "verbs"]

_ALLOCATIONS = 100_000
"""Between two searches for cycles. A short run allocates much and frees little: by Python's 700, searching takes a tenth of it."""

__getattr__ = on_demand(__name__, {"reportgen.cli.group": ("verbs",)})


def main() -> None:
    """Entry point of the `reportgen` command; exits 0 when fine, 1 on findings that block, 2 when it could not run."""
    gc.set_threshold(_ALLOCATIONS)
    from reportgen.cli.group import verbs  # only now: importing allocates most
    from reportgen.cli.leaving import leave
    from reportgen.cli.remembering import expressions_kept

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        with expressions_kept():
            verbs()
    except SystemExit as end:
        leave(end.code)
        gc.freeze()  # all that is left goes with the process
        raise
