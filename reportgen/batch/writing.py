"""Bytes to files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from reportgen.errors import OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder, then rename: a reader sees the old file or the new one.

    Raises: OutputError with the system's words when the folder or file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
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
    near = target.with_name(f".{target.name}.tmp")
    shutil.move(made, near)
    near.replace(target)


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
