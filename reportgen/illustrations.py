"""Pictures that an input names, and charts that it describes, as values that templates and narrative print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from reportgen import illustration_faults as faults
from reportgen.expressions import ExpressionError, Record
from reportgen.expressions.charts import Chart
from reportgen.expressions.official import Caption, Official, Picture
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
    """The record with a `Picture` or a `Chart` for each object that the schema calls one (`x-format`); `file` is the input's path.

    Findings: D301 to D305.
    """
    if not data.pictures and not data.charts:
        return Illustrated(record)
    folder = Path(file).parent
    findings: list[Finding] = []
    files: dict[str, str] = {}
    for path in data.pictures:
        given = _at(record, path)
        named = str(given.get("file", ""))
        content, faulty = _read(folder, named) if named else (b"", [])  # that the name is missing has been said
        files[named] = digest(content) if content else ""
        findings += (one.moved(data.span((*path, "file"))) for one in faulty)
        record = _with(record, path, _picture(given, path, content))
    for path in data.charts:
        drawn, faulty = _chart(_at(record, path), str(path[-1]))
        findings += (one.moved(data.span(path)) for one in faulty)
        record = _with(record, path, drawn)
    return Illustrated(record, tuple(findings), files)


def _picture(given: Mapping[str, Any], path: Steps, content: bytes) -> Picture:
    words = {key: str(given.get(key, "")) for key in ("width", "caption", "description")}
    return Picture(content, name=str(path[-1]), **words)


def _chart(given: Mapping[str, Any], name: str) -> tuple[Chart | Caption, list[Finding]]:
    """The chart; its caption alone where it cannot be drawn."""
    words = {key: str(given[key]) for key in ("title", "unit", "width", "height", "caption") if key in given}
    caption, categories, series = Caption("图", words.get("caption", ""), name), given.get("categories"), given.get("series")
    if not isinstance(categories, list) or not isinstance(series, Mapping) or not all(isinstance(one, list) for one in series.values()):
        return caption, []  # of what is no list the schema has complained
    try:
        return Chart(str(given.get("kind", "")), categories, series, **words, name=name), []
    except ExpressionError as error:
        return caption, [faults.BAD_CHART.at(reason_zh=error.wording("zh"), reason_en=error.wording("en"))]
    except ValueError as error:
        zh, _, en = str(error).partition(" / ")
        return caption, [faults.BAD_CHART.at(reason_zh=zh, reason_en=en or zh)]


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


def _with(value: Any, path: Steps, drawn: Official) -> Any:
    """A copy of `value` with the drawing at `path`."""
    if not path:
        return drawn
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_with(item, rest, drawn) if index == step else item for index, item in enumerate(value)]
    members = {key: _with(item, rest, drawn) if key == step else item for key, item in value.items()}
    return Record(members, value.names, value.path)
