r"""Text whose `\n`, `\a`, `\t` and `\f` break lines, paragraphs, columns and pages, in the format of the tag that prints it."""

from __future__ import annotations

from html import escape
from typing import Any


class Listing:
    """Text for `{{ … }}` that is escaped whatever the environment does."""

    def __init__(self, text: Any) -> None:
        self.xml = escape(text.decode("utf-8", errors="ignore") if isinstance(text, bytes) else str(text))

    def __str__(self) -> str:
        return self.xml

    def __html__(self) -> str:
        return self.xml
