"""Text as the value of an XML attribute."""

from __future__ import annotations

# What a parser would read as markup or, like line ends and tabs, as a blank.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def quoted(text: str) -> str:
    """`text` escaped and in quotation marks. (The standard library's own costs a network stack to import.)"""
    return f'"{text.translate(_ESCAPES)}"'
