"""Full-width marks, as a Chinese keyboard types them, read as their half-width twins inside tags."""

from __future__ import annotations

import re

from reportgen.regexes import regex

BRACES_OPEN = "{｛"
BRACES_CLOSE = "}｝"
PERCENTS = "%％"
BARS = "|｜"
"""Either width of the characters that tags and tables are made of; for use inside a regular expression's `[…]`."""

# Letters and digits stay: a Chinese field name may hold them.
_FULLWIDTH = {mark: mark - 0xFEE0 for mark in range(0xFF01, 0xFF5F) if not chr(mark).isalnum()} | {0x3000: 0x20}
_NEEDLE = regex("[“”‘’" + re.escape("".join(map(chr, _FULLWIDTH))) + "]")
_STRINGS_OR_MARKS = regex(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|“([^“”"\\]*)”|‘([^‘’'\\]*)’|(""" + _NEEDLE.pattern + ")", re.DOTALL)


def halfwidth_marks(text: str) -> str:
    """The inside of a tag with full-width marks (｜ （ ） ， ％ “ ” …) made half-width; what stands within quotes is left.

    The result is as long as `text`, so offsets into one are offsets into the other.
    """
    return _STRINGS_OR_MARKS.sub(_halved, text) if _NEEDLE.search(text) else text


def _halved(match: re.Match[str]) -> str:
    quoted, double, single, mark = match.groups()
    if double is not None:
        return f'"{double}"'
    if single is not None:
        return f"'{single}'"
    return quoted if quoted is not None else mark.translate(_FULLWIDTH)
