"""What was made ready, kept between runs: on disk, in the user's own cache folder, and good as long as its sources are the same."""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from types import CodeType
from typing import Any

VARIABLE = "REPORTGEN_CACHE"
"""The environment variable that names the folder; `off` keeps nothing."""
_OFF = frozenset({"off", "0", "no"})
_MOST_ENTRIES = 64
_CHECKSUM = 32
"""Bytes of a SHA-256, with which a file begins."""
_SUFFIX = ".kept"


class Shelf:
    """Values by key. Objects of `known` are not kept themselves but put in again by their names."""

    def __init__(self, known: Mapping[str, object], folder: Path | None) -> None:
        self._known = dict(known)
        self._names = {id(value): name for name, value in known.items()}
        self._folder = folder

    def take(self, key: str, source_of: Callable[[str], str]) -> Any:
        """What was kept under `key`; None when there is nothing, or when one of its sources is no longer the same.

        `source_of` tells the present digest of a source by its name.
        """
        if self._folder is None or not _private(self._folder):
            return None
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        # Damaged bytes must not reach what turns bytes into code.
        if hashlib.sha256(memoryview(content)[_CHECKSUM:]).digest() != content[:_CHECKSUM]:
            return None
        file = BytesIO(content)
        file.seek(_CHECKSUM)
        sources = pickle.load(file)
        if any(source_of(name) != digest for name, digest in sources.items()):
            return None
        return _Reader(file, self._known).load()

    def keep(self, key: str, sources: Mapping[str, str], value: object) -> None:
        """Keep `value` under `key`, made of `sources` (digests by name). That it cannot be kept is no fault."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _private(self._folder):
                content = pickle.dumps(dict(sources), 5) + _dumped(value, self._names)
                self._write(self._path(key), hashlib.sha256(content).digest() + content)
                self._forget_oldest()
        except (OSError, pickle.PicklingError, TypeError, AttributeError):
            return

    def _path(self, key: str) -> Path:
        folder = self._folder or Path()
        return folder / f"{hashlib.sha256(f'{sys.version}{key}'.encode()).hexdigest()[:40]}{_SUFFIX}"

    def _write(self, path: Path, content: bytes) -> None:
        import tempfile  # seldom: what is kept is read far more often than written

        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(name, path)
        except OSError:
            # A full disk must not be filled further by what was not kept.
            Path(name).unlink(missing_ok=True)
            raise

    def _forget_oldest(self) -> None:
        entries = sorted((self._folder or Path()).glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in entries[_MOST_ENTRIES:]:
            path.unlink(missing_ok=True)


def cache_folder() -> Path | None:
    """The user's own cache folder as the system has it, or what `REPORTGEN_CACHE` says; None: keep nothing."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return None if named.lower() in _OFF else Path(named)
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        named = os.environ.get("XDG_CACHE_HOME", "")
        base = Path(named) if os.path.isabs(named) else home / ".cache"  # XDG Base Directory Specification: relative ones are invalid
    return base / "reportgen"


def _private(folder: Path) -> bool:
    """Whether the folder is the user's own and nobody else can write into it: what is read from it becomes code."""
    if sys.platform == "win32":
        return folder.is_dir()
    try:
        state = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _dumped(value: object, names: Mapping[int, str]) -> bytes:
    out = BytesIO()
    _Writer(out, names).dump(value)
    return out.getvalue()


class _Writer(pickle.Pickler):
    """Writes known objects as their names, and code as `marshal` does."""

    def __init__(self, file: BytesIO, names: Mapping[int, str]) -> None:
        super().__init__(file, 5)
        self._names = names

    def persistent_id(self, obj: Any) -> str | None:
        return self._names.get(id(obj))

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, CodeType):
            return marshal.loads, (marshal.dumps(obj),)
        kind = type(obj)
        if is_dataclass(kind) and "__slots__" in kind.__dict__ and all(one.init for one in fields(kind)):
            # By its constructor: several times as fast as the state that dataclasses with slots give.
            return kind, tuple(getattr(obj, one.name) for one in fields(kind))
        return NotImplemented


class _Reader(pickle.Unpickler):
    def __init__(self, file: Any, known: Mapping[str, object]) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, pid: str) -> object:
        return self._known[pid]
