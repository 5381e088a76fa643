"""Whether an input's documents must be made again, and why: by content, never by time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from reportgen.batch.contents import document_on_disk
from reportgen.batch.manifest import Ledger
from reportgen.batch.telling import Entry
from reportgen.fingerprints import file_digest
from reportgen.options import Options
from reportgen.values import dataclass

LOST = "lost"
_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Now:
    """What an input's documents would be made of today."""

    input_sha256: str
    engine: str
    options: Mapping[str, object]
    packs: Mapping[str, str]
    """Digests of the packs that may be used, by name."""


def unusual(options: Options) -> dict[str, object]:
    """The options that differ from what is usual."""
    usual = asdict(_USUAL)
    return {key: value for key, value in asdict(options).items() if value != usual[key]}


def reasons(entries: Sequence[Entry], now: Now, folder: Path, ledger: Ledger) -> list[str]:
    """Why the documents of these entries must be made anew; empty when all of them may stay."""
    entries = [entry for entry in entries if entry["status"] != LOST]
    if not entries:
        return ["new"]
    found = (reason for entry in entries for reason in _reasons(entry, now, folder, ledger))
    return list(dict.fromkeys(found))


def _reasons(entry: Entry, now: Now, folder: Path, ledger: Ledger) -> Iterator[str]:
    packs = entry.get("packs")
    if not packs or any(finding["code"].startswith("W") and finding["severity"] == "error" for finding in entry["findings"]):
        yield "not built before"
        return
    if entry["input_sha256"] != now.input_sha256:
        yield "input changed"
    if entry.get("made_by") != now.engine:
        yield "reportgen changed"
    if entry.get("options", {}) != now.options:
        yield "options changed"
    for name, sha256 in packs.items():
        if now.packs.get(name, "") != sha256:
            yield f"pack {name} changed"
    for name, sha256 in entry.get("pictures", {}).items():
        if file_digest(Path(entry["input"]).parent / name) != sha256:
            yield f"picture {name} changed"
    if entry["output_digest"]:
        yield from _document(entry, folder, ledger)


def _document(entry: Entry, folder: Path, ledger: Ledger) -> Iterator[str]:
    """Whether the document still stands as we left it: in its place, or beside one that was edited by hand."""
    stands, wanted = document_on_disk(folder / entry["output"]), entry["output_digest"]
    if "beside" in entry:
        if stands in ("", wanted):
            yield "document edited by hand is gone"
        elif document_on_disk(folder / entry["beside"]) != wanted:
            yield "document missing"
    elif not stands:
        yield "document missing"
    elif stands != wanted:
        yield "unfinished" if stands in ledger.written.get(entry["output"], ()) else "document edited by hand"
