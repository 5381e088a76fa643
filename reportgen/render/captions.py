"""Captions numbered in the order of the output, and references that name them before or after.

A number is the result of a `SEQ` field and a reference that of a `REF` field: it reads right in every program as it
stands, and goes on counting when somebody adds a caption in Word. Source: ECMA-376 Part 1, 17.16.5.51 and 17.16.5.56.
"""

from __future__ import annotations

import re
from collections import Counter

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.errors import FindingsError
from reportgen.expressions.official import Caption, Reference
from reportgen.findings import Finding
from reportgen.render import faults
from reportgen.render.fields import field
from reportgen.render.insertion import Insertion
from reportgen.render.rare import run_of
from reportgen.render.state import Rendering
from reportgen.render.steps import Step
from reportgen.render.text import TEXT_OPENING, escaped

_CAPTION = re.compile(rb"\x01([fF])(\d+)\x02")
"""A caption's number, and the same once more."""
_REFERENCE = re.compile(rb"\x01q(\d+)\x02")
_SHOWN = 20


class Captions(Step):
    """The captions of a document and what refers to them."""

    rank = 1

    def __init__(self, rendering: Rendering) -> None:
        super().__init__(rendering)
        self._captions: list[tuple[Caption, Insertion]] = []
        self._references: list[tuple[Reference, Insertion]] = []
        self._counts: Counter[str] = Counter()
        self._known: dict[str, str] = {}
        self._findings: list[Finding] = []

    def caption(self, caption: Caption, place: Insertion) -> int:
        """Take in a caption; its marks bear the number that comes back."""
        self._captions.append((caption, place))
        return len(self._captions) - 1

    def reference(self, reference: Reference, place: Insertion) -> int:
        """Take in a reference; its marks bear the number that comes back."""
        self._references.append((reference, place))
        return len(self._references) - 1

    def __call__(self, whole: bytes) -> bytes:
        """Numbers first, then what refers to them. Raises: FindingsError (T070, T071)."""
        whole = _REFERENCE.sub(self._resolved, _CAPTION.sub(self._numbered, whole))
        if self._findings:
            raise FindingsError(self._findings)
        return whole

    def _numbered(self, match: re.Match[bytes]) -> bytes:
        caption, place = self._captions[int(match[2])]
        if match[1] == b"F":
            return str(self._counts[caption.label]).encode()
        self._counts[caption.label] += 1
        number = self._counts[caption.label]
        if caption.name and caption.name in self._known:
            self._find(faults.NAMED_TWICE.at(place.tag.span, name=caption.name, other=self._known[caption.name]))
        elif caption.name:
            self._known[caption.name] = f"{caption.label}{number}"
        return str(number).encode()

    def _resolved(self, match: re.Match[bytes]) -> bytes:
        reference, place = self._references[int(match[1])]
        if reference.name not in self._known:
            known = list(self._known)[:_SHOWN]
            zh, en = "、".join(known) or "（没有）", ", ".join(known) or "(none)"
            self._find(faults.NO_CAPTION.at(place.tag.span, name=reference.name, known_zh=zh, known_en=en))
        return self._known.get(reference.name, "").encode()

    def _find(self, finding: Finding) -> None:
        if finding not in self._findings:
            self._findings.append(finding)


def caption_xml(caption: Caption, place: Insertion) -> str:
    """A paragraph in the style named `caption`; that of a table stays with the table."""
    style = place.styles.named("caption")
    below = "<w:keepNext/>" if caption.label.endswith("表") else ""
    look = (
        f'<w:pStyle w:val="{style.id}"/>{below}' if style else f'{below}<w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/>'
    )
    return f"<w:p><w:pPr>{look}</w:pPr>{_numbered(caption, place)}</w:p>"


def _numbered(caption: Caption, place: Insertion) -> str:
    index = place.rendering.step(Captions).caption(caption, place)
    label, bookmark = escaped(caption.label), f"{MARK_BEGIN}bcaption{MARK_END}"
    number = f"{MARK_BEGIN}F{index}{MARK_END}"
    code = f"SEQ {label} \\* ARABIC"
    return (
        f'<w:bookmarkStart w:id="{bookmark}" w:name="{_bookmark(label, f"{MARK_BEGIN}f{index}{MARK_END}")}"/>'
        f"<w:r>{TEXT_OPENING}{label}</w:t></w:r>{field(code, number)}"
        f'<w:bookmarkEnd w:id="{MARK_BEGIN}ecaption{MARK_END}"/>{run_of(f"　{caption.text}", place.styles)}'
    )


def reference_xml(reference: Reference, place: Insertion) -> str:
    """The label and number, in the look of the text around them."""
    index = place.rendering.step(Captions).reference(reference, place)
    words = f"{MARK_BEGIN}q{index}{MARK_END}"
    return field(f"REF {_bookmark(words)} \\h", words, place.run_properties)


def _bookmark(*words: str) -> str:
    """A bookmark that Word hides: its name begins with an underscore."""
    return f"_Ref{''.join(words)}"
