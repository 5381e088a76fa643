"""The pack and the kind that a command line names."""

from __future__ import annotations

import sys

from reportgen.cli.showing import show
from reportgen.errors import PackNotFound
from reportgen.packs import Kind, Pack
from reportgen.workshop import Workshop


def chosen(workshop: Workshop, name: str, kind: str | None = None) -> tuple[Pack, Kind | None]:
    """The pack `name` and its kind, None for all; ends the program where there is no such pack or kind."""
    try:
        pack = workshop.pack(name)
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    only = pack.kind(kind) if kind else None
    if kind and only is None:
        show([pack.unknown_kind(kind, pack.origin(("kinds",)))])
        sys.exit(2)
    return pack, only
