"""Names of documents that Windows, macOS and Linux all take, for one file in one folder."""

from __future__ import annotations

import unicodedata

from reportgen.regexes import regex

_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, those that turn or hide text so that a name reads like another, and halves of characters."""
_DEVICE = regex(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?=\.|$)")
"""What Windows takes for a device, whatever suffix follows."""
_MOST_BYTES = 200
"""Of UTF-8. File systems take 255; what is left is for `-kind-12`, `.new` and a suffix."""


def file_name(text: str) -> str:
    """A file name without suffix; "" where nothing of the text may stand in one."""
    seen = "".join(char for char in text if unicodedata.category(char) not in _UNSEEN)
    return shortened(_DEVICE.sub(r"\1_", shortened(seen.translate(_UNSAFE).strip(" ."))))


def shortened(name: str) -> str:
    """As many whole characters of a name as a file system takes."""
    return name.encode(errors="surrogatepass")[:_MOST_BYTES].decode(errors="ignore").rstrip(" .")
