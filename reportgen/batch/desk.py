"""The output folder while a run works in it: locked, with a journal of what is written and a place for half-made files."""

from __future__ import annotations

import contextlib
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from reportgen.batch import faults, locks
from reportgen.batch.entries import parsed, sound
from reportgen.batch.manifest import Ledger, line, read_manifest, write_manifest
from reportgen.batch.telling import Entry
from reportgen.errors import FindingsError, OutputError
from reportgen.findings import Span

FOLDER = ".reportgen"
_WAIT = 0.05


class Desk:
    """An output folder that this run alone writes into.

    Whatever is about to be put in its place is noted in the journal first. So a run that is killed leaves whole documents
    only, and the next one knows which of them are ours and which were edited by hand.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        own = folder / FOLDER
        self.staging = own / "staging"
        self._journal_path = own / "journal.jsonl"
        _expect(own, stat.S_ISDIR)
        _expect(self.staging, stat.S_ISDIR)
        _expect(self._journal_path, stat.S_ISREG)
        self.ledger = Ledger()
        self.ledger.take(read_manifest(folder))
        for entries in _journal(self._journal_path, folder):
            self.ledger.take(entries)
        shutil.rmtree(self.staging, ignore_errors=True)
        self.staging.mkdir(parents=True, exist_ok=True)
        self._journal: IO[bytes] = self._journal_path.open("ab", buffering=0)
        self._journal.write(b"\n")  # the last line may be torn

    def note(self, entries: Sequence[Entry]) -> None:
        """Put the documents of an input on record. Raises: FindingsError with W009."""
        try:
            self._journal.write(f"[{', '.join(map(line, entries))}]\n".encode())
        except OSError as error:
            raise _unwritable(self.folder, error.strerror or error) from error
        self.ledger.take(entries)

    def finish(self) -> None:
        """Write the manifest, which makes the journal needless. Raises: FindingsError with W009."""
        try:
            write_manifest(self.folder, self.ledger.entries())
        except OutputError as error:
            raise _unwritable(self.folder, error) from error
        self.close()
        shutil.rmtree(self.folder / FOLDER, ignore_errors=True)

    def close(self) -> None:
        """Leave the journal to the next run, and nothing else."""
        self._journal.close()
        shutil.rmtree(self.staging, ignore_errors=True)


def _expect(path: Path, kind: Callable[[int], bool]) -> None:
    """What stands in the place of a file of ours, if anything, must be its kind and no link: a link leads to someone else's.

    Raises: FindingsError with W024.
    """
    with contextlib.suppress(FileNotFoundError):
        if not kind(path.lstat().st_mode):
            raise FindingsError([faults.PLANTED.at(Span(path.as_posix()), path=path)])


def _journal(path: Path, folder: Path) -> Iterator[list[Entry]]:
    """What earlier runs wrote before they were killed; the last line may be torn."""
    with contextlib.suppress(OSError):
        for text in path.read_bytes().splitlines():
            entries = parsed(text.decode(errors="replace"))
            if isinstance(entries, list) and all(sound(entry, folder) for entry in entries):
                yield entries


@contextlib.contextmanager
def at_desk(folder: Path, *, patience: float = 10.0) -> Iterator[Desk]:
    """The folder, locked; waits up to `patience` seconds for another run to end.

    Raises: FindingsError with W008 when another run stays in it, W009 when it cannot be written, W024 when a link would lead out of it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _expect(_lock_path(folder), stat.S_ISREG)
        held = _lock(folder, patience)
    except OSError as error:
        raise _unwritable(folder, error.strerror or error) from error
    try:
        with contextlib.closing(_opened(folder)) as desk:
            yield desk
    finally:
        locks.release(held, _lock_path(folder))


def _opened(folder: Path) -> Desk:
    try:
        return Desk(folder)
    except OSError as error:
        raise _unwritable(folder, error.strerror or error) from error


def _lock(folder: Path, patience: float) -> int:
    deadline = time.monotonic() + patience
    while (held := locks.acquire(_lock_path(folder))) is None:
        if time.monotonic() > deadline:
            raise FindingsError([faults.BUSY.at(Span(folder.as_posix()), folder=folder)])
        time.sleep(_WAIT)
    return held


def _lock_path(folder: Path) -> Path:
    return folder / f"{FOLDER}.lock"


def _unwritable(folder: Path, reason: object) -> FindingsError:
    return FindingsError([faults.UNWRITABLE.at(Span(folder.as_posix()), folder=folder, reason=reason)])
