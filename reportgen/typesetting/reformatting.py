"""A Word file set in the format of a pack, and what that changed: the findings before that are none afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen.findings import Finding
from reportgen.formatting.reviewing import review_word
from reportgen.packs import Pack
from reportgen.typesetting.setting import typeset
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Reformatted:
    """A Word file in its new format."""

    content: bytes
    mended: tuple[Finding, ...]
    """What was not as it should be, and now is."""
    left: tuple[Finding, ...]
    """What a person has to decide."""


def reformat(content: bytes, file: str, pack: Pack, kind: str = "", *, words: bool = True) -> Reformatted:
    """Set a Word file in the profile of the kind of document that it is; `words` lets safe slips of writing be mended too.

    Raises: NotADocx.
    """
    before = review_word(content, file, pack, kind)
    made = typeset(content, file, pack, pack.profile_of(before.kind), words=words)
    after = review_word(made.content, file, pack, before.kind)
    return Reformatted(made.content, tuple(_gone(before.findings, after.findings)), after.findings)


def _gone(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of before that are none any more; places may have moved, words not."""
    left = Counter(_key(finding) for finding in after)
    for finding in before:
        if left[_key(finding)]:
            left[_key(finding)] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message("en")
