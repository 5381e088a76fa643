"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.wording import say
from reportgen.search import Search

if TYPE_CHECKING:
    from reportgen.workshop import Workshop

templates_option = click.option(
    "--templates",
    multiple=True,
    type=click.Path(file_okay=False),
    help=say("另外的模板文件夹，最先查找", "a further folder of packs, searched first"),
)


class Workshops:
    """A workshop per search path; inputs of one folder share theirs."""

    def __init__(self, templates: Sequence[str]) -> None:
        self._search = Search.of(templates)
        self._made: dict[tuple[Path, ...], Workshop] = {}

    def beside(self, folder: Path | None = None) -> Workshop:
        """The workshop for inputs of a folder; None for those of no folder."""
        from reportgen.workshop import Workshop

        folders = self._search.folders(folder)
        return self._made.setdefault(folders, Workshop(folders))
