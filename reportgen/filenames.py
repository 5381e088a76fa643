"""Names of documents that Windows, macOS and Linux all take, for one file in one folder."""

from __future__ import annotations

_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_") | dict.fromkeys(range(32)))
_MOST_BYTES = 200
"""Of UTF-8. File systems take 255; what is left is for `-kind-12`, `.new` and a suffix."""


def file_name(text: str) -> str:
    """A file name without suffix; "" where nothing of the text may stand in one."""
    return shortened(text.translate(_UNSAFE).strip(" ."))


def shortened(name: str) -> str:
    """As many whole characters of a name as a file system takes."""
    return name.encode(errors="surrogatepass")[:_MOST_BYTES].decode(errors="ignore").rstrip(" .")
