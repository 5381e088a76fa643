"""Files that come from others, read no further than it takes to see that they are too large."""

from __future__ import annotations

from pathlib import Path


def read_start(path: Path, most: int) -> bytes:
    """A file's bytes, or one more than `most`, for whose reader that is too many. Raises: OSError."""
    with path.open("rb") as file:
        return file.read(most + 1)
