"""A new pack's files into its folder: all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.findings import Finding, Span
from reportgen.packs.folders import is_name
from reportgen.starting import faults


def refusal(name: str, folder: Path, parents: Sequence[str] = (), *, force: bool) -> Finding | None:
    """Why no pack of this name, which builds on `parents`, may be made in `folder`. Findings: K301 K302 K303."""
    if not is_name(name):
        return faults.BAD_PACK_NAME.at(Span(), name=name)
    if name in parents:
        return faults.EXTENDS_ITSELF.at(Span(), name=name, chain=" → ".join(reversed(parents)))
    path = folder / name
    if path.exists() and not force:
        return faults.PACK_EXISTS.at(Span(path.as_posix()), name=name, path=path.as_posix(), kept=_kept(path).name)
    return None


def write_pack(name: str, folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files of a pack into its folder, which appears whole; one that is there is kept beside it, under another name.

    Raises: OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    made = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        for file, content in files.items():
            (made / file).write_bytes(content)
        made.chmod(0o755)
        if path.exists():
            path.rename(_kept(path))
        made.rename(path)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return path


def _kept(path: Path) -> Path:
    """Where the pack that is replaced stays: a dot keeps it from being taken for a pack."""
    number = 1
    while (kept := path.with_name(f".{path.name}.old{number}")).exists():
        number += 1
    return kept
