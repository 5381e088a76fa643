"""Which reportgen this is: its version, and a digest of its own source, so that a changed program makes its documents anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from reportgen._version import __version__
from reportgen.fingerprints import digest, file_digest
from reportgen.keeping import Shelf, cache_folder

_FOLDER = os.path.dirname(__file__)
_SHORT = 16


@cache
def engine() -> str:
    """The version and the digest.

    Sources are read again when one of them has another size or time than before: so does Python with what it has compiled.
    """
    files = {path[len(_FOLDER) :].replace(os.sep, "/"): (path, size, time) for path, size, time in _sources(_FOLDER)}
    state = digest(repr(sorted(files.items())).encode())
    shelf, key = Shelf({}, cache_folder()), f"engine {__version__} {_FOLDER}"
    known = shelf.take(key, str)
    if known is None or known[0] != state:
        whole = digest("".join(f"{name}\0{file_digest(files[name][0])}\n" for name in sorted(files)).encode())
        known = state, f"{__version__}+{whole[:_SHORT]}"
        shelf.keep(key, {}, known)
    return str(known[1])


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every Python file in a folder and below it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
            elif entry.is_dir() and not entry.name.startswith("__"):
                yield from _sources(entry.path)
