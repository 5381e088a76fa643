"""Where packs are looked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.values import dataclass

INSTALLED = Path(__file__).parent / "templates"
"""Packs that came with the wheel; in a source tree they stand beside the package."""
VARIABLE = "REPORTGEN_TEMPLATES"


@dataclass(frozen=True, slots=True)
class Search:
    """The folders of packs that a run was given, whatever input it builds."""

    templates: tuple[Path, ...] = ()
    variable: str = ""
    """What `REPORTGEN_TEMPLATES` holds: a path list."""

    @classmethod
    def of(cls, templates: Sequence[str | Path] = ()) -> Search:
        """Named folders, and those of the environment."""
        return cls(tuple(Path(folder) for folder in templates), os.environ.get(VARIABLE, ""))

    @property
    def named(self) -> tuple[Path, ...]:
        """The folders that somebody named, on the command line or by the environment."""
        return (*self.templates, *(Path(folder) for folder in self.variable.split(os.pathsep) if folder))

    def folders(self, beside: Path | None = None) -> tuple[Path, ...]:
        """The folders of packs for inputs of the folder `beside`; None for those of no folder."""
        return tuple(pack_folders(self.named, beside))


def pack_folders(named: Sequence[Path], beside: Path | None) -> Iterator[Path]:
    """Where packs are looked for, in order: named folders, beside the inputs, installed."""
    candidates = [*named]
    if beside is not None:
        above = beside / ".." if beside.name in ("", "..") else beside.parent
        candidates += [beside / "templates", above / "templates"]
    candidates.append(Path("templates"))
    candidates += [INSTALLED, INSTALLED.parent.parent / "templates"]
    seen = set()
    for folder in candidates:
        resolved = folder.resolve()
        if resolved not in seen and folder.is_dir():
            seen.add(resolved)
            yield folder
