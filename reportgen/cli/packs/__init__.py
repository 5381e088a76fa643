"""`reportgen packs`: what the owner of a district's templates does, a module per verb, imported only when it runs."""

from __future__ import annotations

import click

from reportgen.cli.lazy import LazyGroup
from reportgen.cli.wording import say


class _Verbs(LazyGroup):
    package = "reportgen.cli.packs"
    verbs = ("check", "diff", "list", "new", "preview", "show")


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
