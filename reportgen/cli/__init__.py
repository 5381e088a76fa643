"""The command line: `reportgen` and its verbs, a module per verb, imported only when it runs."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from reportgen._version import __version__
from reportgen.cli.remembering import expressions_kept
from reportgen.cli.wording import say

_VERBS = ("build", "check", "explain", "fix", "format", "new", "packs", "render", "schema")
_ALLOCATIONS = 100_000
"""Between two searches for cycles. A short run allocates much and frees little: by Python's 700, searching takes a tenth of it."""


class _Verbs(click.Group):
    """Finds a verb's module by its name, so that a verb costs no other verb's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        command: click.Command = importlib.import_module(f"reportgen.cli.{cmd_name}").command
        return command


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "把一个部门一年的 YAML 数据，经各区自己的 Word 模板，生成可以上报的绩效自评报告。",
        "Turns YAML about a department's year into performance reports, through each district's own Word templates.",
    ),
)
@click.version_option(__version__, prog_name="reportgen")
def verbs() -> None:
    """Group of all verbs."""


def main() -> None:
    """Entry point of the `reportgen` command; exits 0 when fine, 1 on findings that block, 2 when it could not run."""
    gc.set_threshold(_ALLOCATIONS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        with expressions_kept():
            verbs()
    finally:
        gc.freeze()  # all that is left goes with the process
