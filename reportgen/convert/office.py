"""LibreOffice: where it is, and one start of it over several documents."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

VARIABLE = "REPORTGEN_SOFFICE"
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)


def find_office() -> str | None:
    """The program: what `REPORTGEN_SOFFICE` names, else what the path or the usual places hold."""
    if named := os.environ.get(VARIABLE):
        return shutil.which(named)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def start(office: str, documents: Sequence[Path], folder: Path, profile: Path, seconds: float) -> bool:
    """Convert documents into `folder`, in one process with a profile of its own; False when it had to be ended after `seconds`."""
    command = [office, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return False
        except BaseException:
            _end(process)
            raise
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def is_whole(pdf: Path) -> bool:
    """Whether a PDF was written to its end."""
    with contextlib.suppress(OSError), pdf.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - 64))
        return b"%%EOF" in file.read()
    return False
