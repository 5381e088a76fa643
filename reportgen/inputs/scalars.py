"""A plain scalar's text to a number, a truth value, nothing, or itself."""

from __future__ import annotations

from decimal import Decimal

from reportgen.regexes import regex

Value = dict[str, "Value"] | list["Value"] | str | int | Decimal | bool | None
"""What YAML is read as."""

_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_LONGEST_NUMBER = 40
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


def typed(text: str) -> str | int | Decimal | bool | None:
    """The value of an unquoted scalar.

    Only what every reader takes for a number is one: codes with leading zeros, dates, times, hexadecimals, `1e5`, `.5`
    and `1_000` stay text, as do yes, no, on, off, and numbers too long to be amounts.
    """
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
    if match is None:
        return text
    return Decimal(text) if match[1] else int(text)
