"""A table of contents: the headings that come out behind it, each with a link and a place for its page.

Which page a heading is on only a program that lays the document out can tell; `convert` fills the pages in. Nothing
asks Word to update fields when it opens the file: that would greet every reader with a question.
Source: ECMA-376 Part 1, 17.16.5.68 (TOC) and 17.16.5.43 (PAGEREF).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.expressions.budget import current_budget
from reportgen.expressions.official import Contents
from reportgen.ooxml.styles import Styles
from reportgen.render.fields import field, field_end, field_start
from reportgen.render.insertion import Insertion
from reportgen.render.state import Rendering
from reportgen.render.steps import Step
from reportgen.render.text import TEXT_OPENING, escaped, unescaped

_CONTENTS = re.compile(rb"\x01o(\d)\x02")
_STYLED = re.compile(rb'<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="([^"]*)"/>')
_PROPERTIES_END = re.compile(rb"</w:pPr>(?!</w:pPrChange>)")
_PARAGRAPH_END, _RUN_END = b"</w:p>", b"</w:r>"
_FACED = re.compile(rb'(?<=</w:pPr>)<w:r><w:rPr><w:rStyle w:val="([^"]*)"/>')
"""The first run of a paragraph, in a character style: the words of a heading that its text runs on from."""
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_WIDTH = 8844
"""The type area's, in twips (GB/T 9704—2012, 5.2.1), where no style says where a page number stands."""
_INDENT = 320


class Outline(Step):
    """The headings of a document from the first contents on."""

    rank = 3

    def __init__(self, rendering: Rendering) -> None:
        super().__init__(rendering)
        self.styles = Styles(())
        self._bookmarks = 0

    def __call__(self, whole: bytes) -> bytes:
        """Headings get a bookmark each, and contents list them."""
        found = list(_CONTENTS.finditer(whole))
        if not found:
            return whole
        levels = max(int(match[1]) for match in found)
        entries: list[tuple[int, str, str]] = []
        out, position = [whole[: found[0].start()]], found[0].start()
        known = self._levels(levels)
        for level, start, end in sorted([*_headings(whole, position, known), *_run_in(whole, position, known)], key=itemgetter(1)):
            words = unescaped(b"".join(_TEXT.findall(whole, start, end)).decode()).strip().removesuffix("。")
            if words:
                self._bookmarks += 1
                name = f"_Toc{self._bookmarks:08}"
                entries.append((level, words, name))
                out += (whole[position:start], self._marked(whole[start:end], name))
                position = end
        out.append(whole[position:])
        return _CONTENTS.sub(lambda match: self._written(entries, int(match[1])), b"".join(out))

    def _written(self, entries: list[tuple[int, str, str]], levels: int) -> bytes:
        table = _table(entries, levels, self.styles).encode()
        current_budget().write(len(table))  # a template may have many, of many headings
        return table

    def _levels(self, most: int) -> Mapping[bytes, int]:
        """Level of a heading by the id of its style, or of the character style linked to it."""
        found = ((style, self.styles.outline_level(style.id)) for style in self.styles.all if style.kind == "paragraph")
        headings = [(style, level + 1) for style, level in found if level is not None and level < most]
        return {id_.encode(): level for style, level in headings for id_ in (style.id, style.link) if id_}

    def _marked(self, heading: bytes, name: str) -> bytes:
        """The inside of a heading between the ends of a bookmark."""
        number = self.rendering.settler.next_bookmark
        self.rendering.settler.next_bookmark += 1
        start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        return start.encode() + heading + end.encode()


def _headings(whole: bytes, position: int, levels: Mapping[bytes, int]) -> Iterator[tuple[int, int, int]]:
    """Level, and start and end of what a heading holds behind its properties."""
    for match in _STYLED.finditer(whole, position):
        if match[1] in levels and (properties := _PROPERTIES_END.search(whole, match.end())):
            end = whole.find(_PARAGRAPH_END, properties.end())
            yield levels[match[1]], properties.end(), end


def _run_in(whole: bytes, position: int, levels: Mapping[bytes, int]) -> Iterator[tuple[int, int, int]]:
    """The same of headings that their paragraph's text runs on from: their words alone."""
    for match in _FACED.finditer(whole, position):
        if match[1] in levels:
            end = whole.find(_RUN_END, match.end()) + len(_RUN_END)
            while whole.startswith(match[0], end):
                end = whole.find(_RUN_END, end) + len(_RUN_END)
            yield levels[match[1]], match.start(), end


def contents_xml(contents: Contents, place: Insertion) -> str:
    """A content control such as Word makes for its own tables of contents."""
    place.rendering.step(Outline).styles = place.styles
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{MARK_BEGIN}o{contents.levels}{MARK_END}</w:sdtContent></w:sdt>"
    )


def _table(entries: list[tuple[int, str, str]], levels: int, styles: Styles) -> str:
    """The paragraphs of the field, the first with its beginning, the last with its end."""
    shown = [entry for entry in entries if entry[0] <= levels]
    start, end = field_start(f'TOC \\o "1-{levels}" \\h \\z \\u'), field_end()
    lines = [_entry(words, bookmark) for _, words, bookmark in shown] or [""]
    lines[0] = start + lines[0]
    lines[-1] += end
    looks = [_look(level, styles) for level, _, _ in shown] or [""]
    return "".join(f"<w:p>{look}{line}</w:p>" for look, line in zip(looks, lines, strict=True))


def _entry(words: str, bookmark: str) -> str:
    page = field(f"PAGEREF {bookmark} \\h", "")
    return (
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r>{TEXT_OPENING}{escaped(words)}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _look(level: int, styles: Styles) -> str:
    style = styles.named(f"toc {level}")
    if style is not None:
        return f'<w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>'
    return (
        f'<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_WIDTH}"/></w:tabs>'
        f'<w:ind w:left="{_INDENT * (level - 1)}" w:firstLine="0" w:firstLineChars="0"/></w:pPr>'
    )
