"""`manifest.json` beside the documents: what each was made of, when it must be made again, and what was found in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from reportgen._version import __version__
from reportgen.batch.entries import parsed, sound
from reportgen.batch.planning import STANDARD_INPUT, bad_name, speakable
from reportgen.batch.telling import Entry
from reportgen.batch.writing import write_whole
from reportgen.errors import FindingsError
from reportgen.values import dataclass

NAME = "manifest.json"
FORMAT = 3


@dataclass
class Ledger:
    """What is known of an output folder from earlier runs."""

    jobs: dict[str, list[Entry]] = field(default_factory=dict)
    """Documents by input; inputs are paths from the working folder."""
    written: dict[str, set[str]] = field(default_factory=dict)
    """By document, the digests of all that we may have left there."""

    def take(self, entries: Iterable[Entry]) -> None:
        """Note all documents of some inputs in the place of what was known of these inputs; digests are never forgotten."""
        fresh: dict[str, list[Entry]] = {}
        for entry in entries:
            fresh.setdefault(entry["input"], []).append(entry)
            for name in (entry["output"], entry.get("beside") or entry["output"]):
                digests = {entry["output_digest"], entry.get("older_digest", "")}
                self.written.setdefault(name, set()).update(digests - {""})
        self.jobs |= fresh

    def entries(self) -> list[Entry]:
        """All documents in the order of their inputs."""
        return [entry for key in sorted(self.jobs) for entry in self.jobs[key]]


def line(entry: Mapping[str, Any]) -> str:
    """An entry as one line of JSON."""
    return json.dumps(entry, ensure_ascii=False, separators=(", ", ": "))


def write_manifest(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the folder's manifest: a line a document. It holds no time: the same run leaves the same bytes.

    Raises: OutputError.
    """
    head = (
        f'{{"format": {FORMAT}, "reportgen": {json.dumps(__version__)}, "from": {json.dumps(_from(folder), ensure_ascii=False)},\n"jobs": ['
    )
    body = ",\n".join(map(line, entries))
    write_whole(folder / NAME, f"{head}\n{body}\n]}}\n".encode())


def read_manifest(folder: Path) -> list[Entry]:
    """The entries of an earlier manifest, their inputs as paths from here; none where there is none or it is not ours.

    Raises: FindingsError with W023 where the way here cannot be written down.
    """
    here = _from(folder)
    try:
        content = parsed((folder / NAME).read_text("utf-8")) if (folder / NAME).is_file() else None
    except (OSError, ValueError):
        return []
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("from"), str):
        return []
    jobs = content.get("jobs")
    entries = [entry for entry in jobs if sound(entry, folder)] if isinstance(jobs, list) else []
    return entries if content["from"] == here else [_moved(entry, folder, content["from"]) for entry in entries]


def _from(folder: Path) -> str:
    """The way from the output folder to the working folder, from which inputs are named. Raises: FindingsError with W023."""
    way = _path(Path.cwd(), folder.resolve())
    if speakable(way) != way:
        raise FindingsError([bad_name(way)])
    return way


def _path(path: Path, start: Path) -> str:
    try:
        return Path(os.path.relpath(path, start)).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def _moved(entry: Entry, folder: Path, origin: str) -> Entry:
    """An entry of a run from another working folder, with paths from this one."""

    def here(path: str) -> str:
        return path if path == STANDARD_INPUT or Path(path).is_absolute() else _path(folder.resolve() / origin / path, Path.cwd())

    findings = [{**finding, "file": here(finding["file"])} if finding["file"] else finding for finding in entry["findings"]]
    return {**entry, "input": here(entry["input"]), "findings": findings}
