"""The pack and the kind that a command line names."""

from __future__ import annotations

import sys
from pathlib import Path

from reportgen.cli.showing import show
from reportgen.errors import PackNotFound
from reportgen.packs import Kind, Pack, available
from reportgen.workshop import Workshop


def chosen(workshop: Workshop, name: str, kind: str | None = None) -> tuple[Pack, Kind | None]:
    """The pack `name` and its kind, None for all; ends the program where there is no such pack or kind."""
    try:
        pack = workshop.pack(name)
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    return pack, chosen_kind(pack, kind)


def chosen_kind(pack: Pack, kind: str | None) -> Kind | None:
    """A pack's kind by its name or title, None for all; ends the program where there is no such kind."""
    only = pack.kind(kind) if kind else None
    if kind and only is None:
        show([pack.unknown_kind(kind, pack.origin(("kinds",)))])
        sys.exit(2)
    return only


def pack_at(name: str, workshop: Workshop) -> Pack:
    """The pack of a name, or in a folder or .zip file; ends the program where there is none."""
    from reportgen.packs.loading import load_at

    try:
        found = load_at(Path(name), workshop.folders) if _is_path(name, workshop) else None
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    return found or chosen(workshop, name)[0]


def _is_path(name: str, workshop: Workshop) -> bool:
    """Whether a name is a folder's or file's; a pack of that name goes before a folder beside it."""
    if "/" in name or "\\" in name or name.endswith(".zip"):
        return True
    return name not in available(workshop.folders) and Path(name, "pack.yaml").is_file()
