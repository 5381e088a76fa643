"""Folders of packs: found by name, read within bounds, never left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.findings import Finding, Span
from reportgen.packs import faults
from reportgen.regexes import regex
from reportgen.values import dataclass

PACK_FILE = "pack.yaml"
MOST_YAML = 1024 * 1024
MOST_TEMPLATE = 64 * 1024 * 1024
_NAME = regex(r"\w[\w.\-]{0,63}")
_FILE = regex(r"\w[\w.\- ]{0,127}")


@dataclass(frozen=True)
class Folder:
    """A pack's folder."""

    name: str
    path: Path
    beside: tuple[Path, ...]
    """The folders in which packs are looked for."""

    def label(self, name: str) -> str:
        """A file's name in findings."""
        return (self.path / name).as_posix()

    def has(self, name: str) -> bool:
        """Whether it holds a file of this name that may be read."""
        return bool(_FILE.fullmatch(name)) and (self.path / name).is_file() and _within(self.path / name, self.path.parent)

    def files(self, suffix: str) -> list[str]:
        """The names of its files that end so and may be read, in order."""
        return sorted(path.name for path in self.path.glob(f"*{suffix}") if self.has(path.name))

    def read(self, name: str, limit: int = MOST_YAML) -> tuple[bytes | None, list[Finding]]:
        """A file's content; None where there is none, or none that may be read.

        Findings: K104 K105 K111.
        """
        path = self.path / name
        if not _FILE.fullmatch(name) and Path(name).name == name:
            return None, [faults.BAD_FILE_NAME.at(Span(self.label(name)), name=name)]
        if not _FILE.fullmatch(name) or not _within(path, self.path.parent):
            return None, [faults.OUTSIDE_PACK.at(Span(self.label(name)), name=name)]
        if not path.is_file():
            return None, []
        size = path.stat().st_size
        if size > limit:
            return None, [faults.TOO_LARGE.at(Span(self.label(name)), name=name, size=size, limit=limit)]
        return path.read_bytes(), []


def find(name: str, folders: Sequence[Path]) -> Folder | None:
    """The first pack of this name; None where there is none, or where the name or a link would lead out of the folders."""
    if not is_name(name):
        return None
    for folder in folders:
        if (folder / name / PACK_FILE).is_file() and _within(folder / name, folder):
            return Folder(name, folder / name, tuple(folders))
    return None


def available(folders: Sequence[Path]) -> list[str]:
    """The names of the packs there are, each once, in order."""
    paths = [path for folder in folders if folder.is_dir() for path in folder.iterdir() if (path / PACK_FILE).is_file()]
    return sorted({path.name for path in paths if is_name(path.name) and _within(path, path.parent)})


def is_name(name: str) -> bool:
    """Whether a pack may be called so: no separators, no leading dot, nothing that leads elsewhere."""
    return bool(_NAME.fullmatch(name)) and ".." not in name


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
