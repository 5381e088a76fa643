"""Pictures that an input names: files beside it become values that templates and narrative print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from reportgen import illustration_faults as faults
from reportgen.expressions import Record
from reportgen.expressions.official import Picture
from reportgen.findings import Finding
from reportgen.fingerprints import digest
from reportgen.opening import read_start
from reportgen.packs import Data
from reportgen.packs.layers import Path as Steps
from reportgen.values import dataclass

MOST_MEGABYTES = 10
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Illustrated:
    """Data with its pictures, and the files that they are."""

    record: Record
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """Digest by path as the input writes it; "" where there is no such file."""


def illustrated(record: Record, data: Data, file: str) -> Illustrated:
    """The record with a `Picture` for each object that the schema calls one (`x-format: picture`); `file` is the input's path.

    Findings: D301 to D304.
    """
    if not data.pictures:
        return Illustrated(record)
    folder = Path(file).parent
    findings: list[Finding] = []
    files: dict[str, str] = {}
    for path in data.pictures:
        given = _at(record, path)
        named = str(given.get("file", ""))
        content, faulty = _read(folder, named)
        files[named] = digest(content) if content else ""
        findings += (one.moved(data.span((*path, "file"))) for one in faulty)
        record = _with(record, path, _picture(given, path, content))
    return Illustrated(record, tuple(findings), files)


def _picture(given: Mapping[str, Any], path: Steps, content: bytes) -> Picture:
    words = {key: str(given.get(key, "")) for key in ("width", "caption", "description")}
    return Picture(content, name=str(path[-1]), **words)


def _read(folder: Path, named: str) -> tuple[bytes, list[Finding]]:
    """The bytes of a picture, none where something is wrong with it."""
    inside = not any(path.is_absolute() or path.drive or ".." in path.parts for path in (PurePosixPath(named), PureWindowsPath(named)))
    path = folder / named.replace("\\", "/")
    try:
        if not inside or not path.resolve().is_relative_to(folder.resolve()):
            return b"", [faults.OUTSIDE_FOLDER.at(path=named)]
        if path.exists() and not path.is_file():  # a pipe would keep us waiting for ever
            return b"", [faults.OTHER_FORMAT.at(path=named)]
        content = read_start(path, MOST_MEGABYTES << 20)
    except (OSError, ValueError) as error:  # ValueError: a name that no system takes
        return b"", [faults.NO_PICTURE.at(path=named, reason=getattr(error, "strerror", None) or error)]
    if len(content) > MOST_MEGABYTES << 20:
        return b"", [faults.LARGE_PICTURE.at(path=named, most=MOST_MEGABYTES)]
    return (content, []) if content.startswith(_STARTS) else (b"", [faults.OTHER_FORMAT.at(path=named)])


def _at(value: Any, path: Steps) -> Any:
    for step in path:
        value = value[step]
    return value


def _with(value: Any, path: Steps, picture: Picture) -> Any:
    """A copy of `value` with the picture at `path`."""
    if not path:
        return picture
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_with(item, rest, picture) if index == step else item for index, item in enumerate(value)]
    members = {key: _with(item, rest, picture) if key == step else item for key, item in value.items()}
    return Record(members, value.names, value.path)
