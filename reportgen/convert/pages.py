"""Pictures of a PDF's pages, by poppler."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from reportgen.convert import faults
from reportgen.findings import Finding, Span

_DOTS_PER_INCH = 80
_SECONDS = 120


def draw_pages(pdf: Path, folder: Path, place: Callable[[Path, Path], None]) -> Finding | None:
    """Put `1.png`, `2.png`, … into `folder`, in the place of those that were there. Findings: L104, L105.

    `place(target, made)` moves a finished picture to its place; it may raise OSError.
    """
    program = shutil.which("pdftoppm")
    span = Span(pdf.as_posix())
    if program is None:
        return faults.NO_POPPLER.at()
    with tempfile.TemporaryDirectory(prefix="reportgen-pages-") as work:
        command = [program, "-png", "-r", str(_DOTS_PER_INCH), str(pdf), str(Path(work) / "p")]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            for old in folder.glob("*.png"):
                old.unlink()
            for made in Path(work).glob("p-*.png"):
                place(folder / f"{int(made.stem[2:])}.png", made)
        except (OSError, subprocess.SubprocessError) as error:
            return faults.NOT_DRAWN.at(span, path=pdf, detail=error)
    return None
