"""Bytes to files, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from reportgen.errors import OutputError

_MOST_SHOWN = 40
"""Characters of a file's name in that of its temporary one."""


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder, then rename: a reader sees the old file or the new one.

    Raises: OutputError with the system's words when the folder or file cannot be written.
    """
    temporary = _beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise OutputError(error.strerror or str(error)) from error


def put(path: Path, ready: Path) -> None:
    """Move a file that was written elsewhere on the same disk to its place.

    Raises: OutputError with the system's words.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ready.replace(path)
    except OSError as error:
        ready.unlink(missing_ok=True)
        raise OutputError(error.strerror or str(error)) from error


def bring(target: Path, made: Path) -> None:
    """Move a file from another disk to its place, whole or not at all. Raises: OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    near = _beside(target)
    shutil.move(made, near)
    near.replace(target)


def _beside(path: Path) -> Path:
    """A name in the same folder that nobody can guess, and no other run has."""
    return path.with_name(f".{path.name[:_MOST_SHOWN]}.{os.urandom(8).hex()}.tmp")
