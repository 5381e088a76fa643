"""Entries of earlier runs, which anyone may have changed: taken only where they are whole and stay in the output folder."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Any

_TEXTS = ("input", "kind", "output", "status", "input_sha256", "output_sha256")


def sound(entry: Any, folder: Path) -> bool:
    """Whether an entry holds what the next run reads in it, and its documents stand in `folder`."""
    return (
        isinstance(entry, dict)
        and all(isinstance(entry.get(key), str) for key in _TEXTS)
        and isinstance(entry.get("findings"), list)
        and all(_is_inside(entry[key], folder) for key in ("output", "beside") if key in entry)
    )


def _is_inside(name: Any, folder: Path) -> bool:
    """Whether a document of this name, links followed, stands in the folder or below it."""
    if not isinstance(name, str) or not name or "\0" in name:
        return False
    path = PurePath(name)
    if path.is_absolute() or path.drive or ".." in path.parts:
        return False
    return Path(os.path.realpath((folder / path).parent)).is_relative_to(os.path.realpath(folder))
