"""The file that an `extends`, `include` or `from` tag names, and what it wants of it."""

from __future__ import annotations

import posixpath
import re

from reportgen.compiler.linking import faults
from reportgen.compiler.tags import Tag
from reportgen.findings import Finding

_LITERAL = re.compile(
    r"""(?:extends|include|from|import)\s+(?P<quote>["'])(?P<name>[^"'\\]+)(?P=quote)
    (?P<missing>\s+ignore\s+missing)?(?:\s+(?:import|as)\s+(?P<macros>.*?))?(?:\s+with(?:out)?\s+context)?\s*""",
    re.X,
)
_MACRO = re.compile(r"\s*(\w+)(?:\s+as\s+(\w+))?\s*")
_BRINGING = ("include", "from", "import")


def named_file(tag: Tag) -> tuple[str, Finding | None]:
    """The literal name in a tag, as a path from the templates folder; "" and the reason when there is none.

    Findings: T041, T042.
    """
    match = _LITERAL.fullmatch(tag.source)
    if match is None:
        return "", faults.NAME_NOT_LITERAL.at(tag.span, tag=tag.typed, word=tag.word)
    name = safe_name(match["name"])
    return name, None if name else faults.UNSAFE_PATH.at(tag.span, name=match["name"].strip())


def safe_name(name: str) -> str:
    """A path from the templates folder in its plain form; "" for one that leads out of it."""
    name = name.strip()
    return "" if not name or name.startswith(("/", "~")) or ":" in name or ".." in name.split("/") else posixpath.normpath(name)


def brings_document(tag: Tag) -> bool:
    """Whether a tag brings in a Word file, or macros of one, which are put in place before any data is read."""
    return tag.kind == "block" and tag.word in _BRINGING and ".docx" in tag.source.lower()


def named_macros(tag: Tag) -> list[tuple[str, str]]:
    """The macros that a `from` tag names, and what they are to be called."""
    match = _LITERAL.fullmatch(tag.source)
    named = [_MACRO.fullmatch(one) for one in ((match and match["macros"]) or "").split(",")]
    return [(one[1], one[2] or one[1]) for one in named if one]


def may_be_missing(tag: Tag) -> bool:
    """Whether the tag says `ignore missing`."""
    match = _LITERAL.fullmatch(tag.source)
    return match is not None and match["missing"] is not None
