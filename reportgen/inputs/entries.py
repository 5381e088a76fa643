"""What one line of YAML is made of: blanks, dashes, a key, a value's start."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.regexes import regex

BLANKS = " \t\u3000\xa0"
"""What clerks indent with; YAML allows the first only."""

_WORD = r"\w[\w（）()、/·.-]*"
_SEPARATOR = regex(r":(?=[ \t]|$)|[ \t]#")
_QUOTED_KEY = regex(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*:(?=[ \t]|$)")
_PROSE = regex(r"[，。；！？“”]")
_LONGEST_KEY = 40
_REFERENCE = regex(r"[&*][0-9A-Za-z_-]+(?=[ \t]|$)")
_TAG = regex(r"!(?:<[^<>\s]*>|[0-9A-Za-z;/?:@&=+$.!~*'()%_-]*)(?=[ \t]|$)")
_PROPERTIES = regex(rf"(?:(?:&[0-9A-Za-z_-]+|{_TAG.pattern})(?:[ \t]+|$))+")

SLIP = regex(rf"({_WORD}|\"[^\"]+\"|'[^']+')[ \t\u3000]*(：:?|:(?![ \t/\\]|$))[ \t\u3000]*")
"""A key whose colon is full-width or lacks its blank: groups key and colon."""
FIELD_NAME = regex(r"[a-z][a-z0-9_]*\Z")
"""A key as the schemas spell theirs, which no Chinese text begins with."""
BULLET = regex(r"(?:[•·●■◆▪◇‣∙]|[－–—*](?=[ \t\u3000])|-(?=[^\s\d.-]))[ \t\u3000]*(?=\S)")
"""What clerks and other programs write for the dash of a list's item."""
NUMBERED = regex(r"\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]")
"""The number of a point."""
KEYLESS = regex(rf"({_WORD})[ \t\u3000]+(?=[^\s，。；])")
"""A key and a value without the colon between them."""
KEYLESS_NUMBER = regex(rf"{_WORD}[ \t\u3000]+-?\d[\d.,]*\s*(?:[%％]|[万亿]?元)?[ \t]*$")
HEADER = regex(r"[|>](?:([1-9])[+-]?|[+-]([1-9])?)?[ \t]*(?:[ \t]#.*)?$")
"""The mark before a block of text: groups are its indentation, in either order."""
SWALLOWED = regex(r"(?:^|[ \t])(#[^\s#=*-].*)$")
"""A comment that begins like text: `budget #1`."""
REMARK = regex(r"[ \t]+#(?:[ \t].*)?$")
"""A comment with a blank after its mark, and the blanks before it."""


class Key(NamedTuple):
    """Where, in a text that begins with a key, the key ends, and where its value begins."""

    end: int
    value: int


def key_of(text: str) -> Key | None:
    """The key that a text begins with; None when it begins with none."""
    if text[:1] in ('"', "'"):
        match = _QUOTED_KEY.match(text)
    else:
        match = _SEPARATOR.search(text) if text and (not special(text) or is_property(text)) else None
    if match is None or not match[0].endswith(":"):
        return None
    return Key(match.end() - 1, len(text) - len(text[match.end() :].lstrip(" \t")))


def has_short_key(text: str) -> bool:
    """Whether a text begins with a key, and not with prose that holds a colon."""
    key = None if is_dash(text) else key_of(text)
    return key is not None and key.end <= _LONGEST_KEY and _PROSE.search(text, 0, key.end) is None


def is_dash(text: str, column: int = 0) -> bool:
    """Whether a list's dash stands at a column."""
    return text.startswith("-", column) and text[column + 1 : column + 2] in ("", " ", "\t")


def is_item(text: str) -> bool:
    """Whether a text begins like the item of a list, be it with a dash or with what is taken for one."""
    return is_dash(text) or BULLET.match(text) is not None


def is_marker(line: str) -> bool:
    """Whether a line begins or ends a document."""
    return line.startswith(("---", "...")) and line[3:4] in ("", " ", "\t")


def special(text: str) -> bool:
    """Whether a text begins with a mark that no plain value may begin with."""
    return text[0] in "*&!%@`|>,]}\"'[{"


def is_property(text: str) -> bool:
    """Whether a text begins with an alias, an anchor or a tag that YAML can read."""
    return bool(_REFERENCE.match(text) or _TAG.match(text))


def properties_end(text: str) -> int:
    """How many characters the anchor and tag before a value take."""
    match = _PROPERTIES.match(text)
    return match.end() if match else 0
