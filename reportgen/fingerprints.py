"""Digests of what a document is made of: its input, and the packs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

_SHORT = 16
_ZIP = ".zip"
_PIECE = 1 << 20


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: str | Path) -> str:
    """SHA-256 of a file's content; "" where there is none that can be read, or something else than a file."""
    try:
        if not os.path.isfile(path):  # a pipe would keep us waiting for ever
            return ""
        whole = hashlib.sha256()
        with open(path, "rb", buffering=0) as file:
            while piece := file.read(_PIECE):
                whole.update(piece)
        return whole.hexdigest()
    except OSError:
        return ""


class PackDigests:
    """Digests of packs as they were when first asked for."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, ...], dict[str, str]] = {}

    def of(self, folders: Sequence[Path]) -> dict[str, str]:
        """Every pack that is found in `folders` with the digest of all its files, the first folder winning."""
        key = tuple(folders)
        if key not in self._known:
            self._known[key] = {}
            for folder in key:
                for name, path in _packs(folder):
                    if name not in self._known[key]:
                        self._known[key][name] = _pack_digest(path)
        return self._known[key]


def pack_digest(name: str, folders: Sequence[Path]) -> str:
    """The digest of all files of the pack `name` in the first of `folders` that has it; "" where none has."""
    paths = (path for folder in folders for path in (folder / name, folder / f"{name}{_ZIP}") if _is_pack(path))
    return next(map(_pack_digest, paths), "")


def _packs(folder: Path) -> Iterator[tuple[str, Path]]:
    """The packs of a folder by name, folders before .zip files of the same name."""
    paths = sorted((path for path in folder.iterdir() if _is_pack(path)), key=lambda path: (path.suffix == _ZIP, path.name))
    return ((path.name if path.is_dir() else path.name.removesuffix(_ZIP), path) for path in paths)


def _is_pack(path: Path) -> bool:
    return (path / "pack.yaml").is_file() or (path.suffix == _ZIP and path.is_file())


def _pack_digest(pack: Path) -> str:
    """Of names and contents; `~$…` and dot files are Word's and the system's own."""
    if pack.is_file():
        return file_digest(pack)[: 2 * _SHORT]
    whole = hashlib.sha256()
    for path in sorted(pack.iterdir()):
        if path.is_file() and not path.name.startswith(("~$", ".")):
            whole.update(f"{path.name}\0{file_digest(path)}\n".encode())
    return whole.hexdigest()[: 2 * _SHORT]
