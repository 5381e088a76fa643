"""The file that an `extends` or `include` tag names."""

from __future__ import annotations

import posixpath
import re

from reportgen.compiler.linking import faults
from reportgen.compiler.tags import Tag
from reportgen.findings import Finding

_LITERAL = re.compile(
    r"""(?:extends|include)\s+(?P<quote>["'])(?P<name>[^"'\\]+)(?P=quote)(?P<missing>\s+ignore\s+missing)?(?:\s+with(?:out)?\s+context)?\s*"""
)


def named_file(tag: Tag) -> tuple[str, Finding | None]:
    """The literal name in a tag, as a path from the templates folder; "" and the reason when there is none.

    Findings: T041, T042.
    """
    match = _LITERAL.fullmatch(tag.source)
    if match is None:
        return "", faults.NAME_NOT_LITERAL.at(tag.span, tag=tag.typed, word=tag.word)
    name = match["name"].strip()
    if name.startswith(("/", "~")) or ":" in name or ".." in name.split("/"):
        return "", faults.UNSAFE_PATH.at(tag.span, name=name)
    return posixpath.normpath(name), None


def includes_document(tag: Tag) -> bool:
    """Whether a tag brings in a Word file, whose content is put in place before any data is read."""
    return tag.kind == "block" and tag.word == "include" and ".docx" in tag.source.lower()


def may_be_missing(tag: Tag) -> bool:
    """Whether the tag says `ignore missing`."""
    match = _LITERAL.fullmatch(tag.source)
    return match is not None and match["missing"] is not None
