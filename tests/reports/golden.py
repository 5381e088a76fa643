"""Golden texts: what a document holds, as lines that a reviewer can read; `make golden` writes them anew."""

from __future__ import annotations

import io
import os
from pathlib import Path

from docx import Document
from docx.table import Table

FOLDER = Path(__file__).parent / "golden"


def held(name: str, made: str) -> str:
    """The golden text of this name; in a rewriting run, what was made becomes it."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("GOLDEN") == "rewrite":
        path.write_text(made, "utf-8")
    return path.read_text("utf-8")


def skeleton(data: bytes) -> str:
    """Headings with their levels, run-in headings, and tables as grids, in reading order, read by python-docx."""
    document = Document(io.BytesIO(data))
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["| " + " | ".join(cell.text.replace("\n", "/") for cell in row.cells) + " |" for row in block.rows]
            continue
        style = block.style.name if block.style is not None and block.style.name else ""
        if style == "Title" or style.startswith("Heading"):
            lines.append(f"{'#' * (int(style[-1]) if style[-1].isdigit() else 0) or '='} {block.text}".replace("\n", "/"))
        elif words := "".join(run.text for run in block.runs if run.style is not None and run.style.name.lower().startswith("heading")):
            lines.append(f"> {words}")
    return "\n".join(lines) + "\n"
