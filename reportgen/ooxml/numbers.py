"""Whole numbers as the attributes of parts give them."""

from __future__ import annotations

from reportgen.regexes import regex

_WHOLE = regex(r"-?[0-9]{1,10}(?![^.])")
"""No number of Word's is longer; Python would refuse thousands of digits."""


def whole(text: str | None, default: int = 0) -> int:
    """The number of an attribute; other programs write fractions, which are cut off. `default` where there is none."""
    match = _WHOLE.match(text or "")
    return int(match[0]) if match else default
