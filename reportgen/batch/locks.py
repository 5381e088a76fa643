"""A lock that the system takes back when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
"""Windows has none; there, making a link takes an administrator."""


def acquire(path: Path) -> int | None:
    """A handle to the locked file; None while another holds it.

    Raises: OSError when the file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
    try:
        _try(handle)
    except OSError:
        os.close(handle)
        return None
    if not _is_at(handle, path):  # its last holder took it away after we had opened it
        os.close(handle)
        return None
    return handle


def release(handle: int, path: Path) -> None:
    """Take the file away and let the next one in."""
    with contextlib.suppress(OSError):  # Windows keeps open files: then it stays, empty
        path.unlink()
    os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False
