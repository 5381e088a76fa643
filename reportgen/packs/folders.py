"""Folders of packs: found by name, read within bounds, never left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.filenames import file_name
from reportgen.findings import Finding, Span
from reportgen.packs import faults
from reportgen.packs.zipped import PACK_FILE, SUFFIX, contents
from reportgen.regexes import regex
from reportgen.values import dataclass

MOST_YAML = 1024 * 1024
MOST_TEMPLATE = 64 * 1024 * 1024
_NAME = regex(r"\w[\w.\-]{0,63}")
_FILE = regex(r"\w[\w.\- ]{0,127}")
_MOST_BYTES = 255
"""Of a file's name in UTF-8: what systems take."""


@dataclass(frozen=True)
class Folder:
    """A pack's folder, or the .zip file that it is sent in."""

    name: str
    path: Path
    beside: tuple[Path, ...]
    """The folders in which packs are looked for."""

    @property
    def zipped(self) -> bool:
        return self.path.suffix == SUFFIX and not self.path.is_dir()

    def label(self, name: str) -> str:
        """A file's name in findings."""
        return (self.path / name).as_posix()

    def has(self, name: str) -> bool:
        """Whether it holds a file of this name that may be read."""
        if self.zipped:
            return _is_file_name(name) and name in contents(self.path)[0]
        return _is_file_name(name) and (self.path / name).is_file() and _within(self.path / name, self.path.parent)

    def files(self, suffix: str) -> list[str]:
        """The names of its files that end so and may be read, in order."""
        names = contents(self.path)[0] if self.zipped else [path.name for path in self.path.glob(f"*{suffix}")]
        return sorted(name for name in names if name.endswith(suffix) and self.has(name))

    def read(self, name: str, limit: int = MOST_YAML) -> tuple[bytes | None, list[Finding]]:
        """A file's content; None where there is none, or none that may be read.

        Findings: K104 K105 K111 K113.
        """
        if not _is_file_name(name) and Path(name).name == name:
            return None, [faults.BAD_FILE_NAME.at(Span(self.label(name)), name=name)]
        content, findings = self._zipped(name) if self.zipped else self._lying(name, limit)
        if content is not None and len(content) > limit:
            return None, [faults.TOO_LARGE.at(Span(self.label(name)), name=name, size=len(content), limit=limit)]
        return content, findings

    def _zipped(self, name: str) -> tuple[bytes | None, list[Finding]]:
        files, findings = contents(self.path)
        return files.get(name), list(findings)

    def _lying(self, name: str, limit: int) -> tuple[bytes | None, list[Finding]]:
        path = self.path / name
        if not _is_file_name(name) or not _within(path, self.path.parent):
            return None, [faults.OUTSIDE_PACK.at(Span(self.label(name)), name=name)]
        if not path.is_file():
            return None, []
        size = path.stat().st_size
        if size > limit:
            return None, [faults.TOO_LARGE.at(Span(self.label(name)), name=name, size=size, limit=limit)]
        return path.read_bytes(), []


def find(name: str, folders: Sequence[Path]) -> Folder | None:
    """The first pack of this name, a folder before a .zip; None where there is none, or where the name or a link would lead elsewhere."""
    if not is_name(name):
        return None
    for folder in folders:
        if (folder / name / PACK_FILE).is_file() and _within(folder / name, folder):
            return Folder(name, folder / name, tuple(folders))
        zipped = folder / f"{name}{SUFFIX}"
        if zipped.is_file() and _within(zipped, folder):
            return Folder(name, zipped, tuple(folders))
    return None


def at(path: Path, beside: Sequence[Path]) -> Folder | None:
    """The pack in a folder or .zip of any name and place; None where there is none. Packs that it extends are looked for `beside`."""
    path = path.resolve()
    name = path.name.removesuffix(SUFFIX)
    if (path / PACK_FILE).is_file() or (path.suffix == SUFFIX and path.is_file()):
        return Folder(name, path, (path.parent, *beside))
    return None


def available(folders: Sequence[Path]) -> list[str]:
    """The names of the packs there are, each once, in order."""
    paths = [path for folder in folders if folder.is_dir() for path in folder.iterdir() if _is_pack(path)]
    names = {path.name.removesuffix(SUFFIX): path for path in paths}
    return sorted(name for name, path in names.items() if is_name(name) and _within(path, path.parent))


def _is_pack(path: Path) -> bool:
    return (path / PACK_FILE).is_file() or (path.suffix == SUFFIX and PACK_FILE in contents(path)[0])


def is_name(name: str) -> bool:
    """Whether a pack may be called so: a folder's name on every system, that leads nowhere else and looks like no .zip file's."""
    return bool(_NAME.fullmatch(name)) and ".." not in name and not name.endswith(SUFFIX) and file_name(name) == name


def _is_file_name(name: str) -> bool:
    return bool(_FILE.fullmatch(name)) and len(name.encode()) <= _MOST_BYTES


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
