"""A group of verbs, a module per verb, imported only when it runs."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """Finds a verb's module by its name, so that a verb costs no other verb's imports."""

    package: ClassVar[str]
    """Holds the modules."""
    verbs: ClassVar[Collection[str]]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.verbs:
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{cmd_name}").command
        return command
