"""`reportgen packs`: what the owner of a district's templates does, a module per verb, imported only when it runs."""

from __future__ import annotations

import importlib

import click

from reportgen.cli.wording import say

_VERBS = ("check", "diff", "list", "new", "preview", "show")


class _Verbs(click.Group):
    """Finds a verb's module by its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        command: click.Command = importlib.import_module(f"reportgen.cli.packs.{cmd_name}").command
        return command


@click.group(
    "packs",
    cls=_Verbs,
    help=say(
        "模板包：有哪些，写了什么，有没有毛病；新建、预览、比较。",
        "Packs: which there are, what they hold, what is wrong with them; making, previewing and comparing them.",
    ),
)
def command() -> None:
    """Group of the verbs about packs."""
