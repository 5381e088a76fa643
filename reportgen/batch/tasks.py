"""What goes to a worker and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from reportgen.batch.planning import Job
from reportgen.batch.telling import Entry
from reportgen.options import Options
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A job with all that a worker needs; it may go to another process or machine."""

    job: Job
    folders: tuple[Path, ...]
    state: str
    """A digest of the packs in `folders`: another one means that they must be read anew."""
    options: Options
    content: bytes | None = None
    """What stands in the input; None: the worker reads it."""
    staging: Path | None = None
    """A folder that worker and parent share; None: the documents themselves come back."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that is ready to be put in its place, or why there is none. Plain values, for the way between processes."""

    kind: str
    name: str
    pack: str
    pack_names: tuple[str, ...]
    input_sha256: str
    findings: tuple[Entry, ...]
    blocked: bool
    document: bytes | Path | None = None
    """Its bytes, or the file in the staging folder that holds them."""
    digest: str = ""
    """Of the document, see `contents`."""
    values: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    trace: Entry = field(default_factory=dict)
    """What other reports of the run are compared with, see `comparing`."""
