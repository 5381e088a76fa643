"""Footnotes: a mark in the text, and the note in a part of its own, in the order of the output.

Source: ECMA-376 Part 1, 17.11.
"""

from __future__ import annotations

import re

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.expressions.official import Footnote
from reportgen.ooxml.namespaces import R, W, part_type
from reportgen.render.insertion import Insertion
from reportgen.render.rare import run_of
from reportgen.render.state import Rendering
from reportgen.render.steps import Step

_NOTE = re.compile(rb"\x01N(\d+)\x02")
_ID = re.compile(rb'<w:footnote\b[^>]*?\bw:id="(-?\d+)"')
_END = b"</w:footnotes>"
_EMPTY = (
    f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>'
).encode()
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


class Footnotes(Step):
    """The footnotes that values bring along, behind those of the template."""

    rank = 4

    def __init__(self, rendering: Rendering) -> None:
        super().__init__(rendering)
        self._texts: list[str] = []
        self._written: list[str] = []
        draft, package = rendering.draft, rendering.package
        self._part = package.part("footnotes") or draft.add("word/footnotes.xml", _EMPTY, part_type("footnotes"))
        draft.relate(package.main, "footnotes", self._part)
        self._first = max([int(number) for number in _ID.findall(draft[self._part])], default=0) + 1

    def note(self, xml: str) -> int:
        """Take in a note's paragraph; its mark bears the number that comes back."""
        self._texts.append(xml)
        return len(self._texts) - 1

    def __call__(self, whole: bytes) -> bytes:
        """Marks become the numbers of notes, and the part of the notes gets them."""
        if self.rendering.part == self._part:
            return self._filled(whole)
        whole = _NOTE.sub(self._numbered, whole)
        if self._part not in self.rendering.dynamic:
            draft = self.rendering.draft
            draft.put(self._part, self._filled(draft[self._part]))
        return whole

    def _numbered(self, match: re.Match[bytes]) -> bytes:
        number = self._first + len(self._written)
        self._written.append(f'<w:footnote w:id="{number}">{self._texts[int(match[1])]}</w:footnote>')
        return str(number).encode()

    def _filled(self, part: bytes) -> bytes:
        before, _, _ = part.rpartition(_END)
        notes, self._written, self._first = self._written, [], self._first + len(self._written)
        return before + "".join(notes).encode() + _END


def footnote_xml(footnote: Footnote, place: Insertion) -> str:
    """The mark in the text."""
    style, face = place.styles.named("footnote text"), place.styles.named("footnote reference", "character")
    look = f'<w:rPr><w:rStyle w:val="{face.id}"/></w:rPr>' if face else _RAISED
    paragraph = f'<w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>' if style else ""
    words = run_of(f" {footnote.text}", place.styles)
    note = place.rendering.step(Footnotes).note(f"<w:p>{paragraph}<w:r>{look}<w:footnoteRef/></w:r>{words}</w:p>")
    return f'<w:r>{look}<w:footnoteReference w:id="{MARK_BEGIN}N{note}{MARK_END}"/></w:r>'
