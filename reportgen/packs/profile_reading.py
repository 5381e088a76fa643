"""The page format of a pack read: what its profile says in clerks' words, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from reportgen.chinese import FAMILIES, RARE_FACES, ROLES, face
from reportgen.findings import Finding, in_order
from reportgen.packs import faults
from reportgen.packs.definition import HEADING_LEVELS, pack_schema
from reportgen.packs.layers import Path, Positions
from reportgen.packs.measures import Length, Pitch, read_align, read_length, read_pitch, read_size
from reportgen.packs.profile import Lettering, Page, PageNumber, Paragraph, Profile
from reportgen.packs.wording import brief, title_at

T = TypeVar("T")

_PAPERS = {"A4": (11906, 16838), "A3": (16838, 23811), "B5": (10318, 14570), "16K": (10433, 14742)}
"""Width and height in twips: ISO 216, JIS B5 as Word names it, and 184×260 mm."""
_POSITIONS = ("outer", "center", "right", "left", "none")
_ORIENTATIONS = ("portrait", "landscape")
_WINNERS = ("profile", "word")
_NOTHING: Mapping[str, Any] = MappingProxyType({})

STANDARD: Mapping[str, Any] = {
    "paper": "A4",
    "orientation": "portrait",
    "margins": {"top": "37mm", "bottom": "35mm", "left": "28mm", "right": "26mm"},
    "header": "15mm",
    "lines": 22,
    "characters": 28,
    "family": "GB2312",
    "styles": "profile",
    "body": {"font": "仿宋", "size": "三号", "align": "两端对齐", "line": "28.95磅", "first_line": "2字", "spacing": "-0.25磅"},
    "title": {"font": "小标宋", "size": "二号", "align": "居中", "line": "最小值28.95磅", "first_line": "无", "spacing": "无"},
    "subtitle": {"font": "楷体", "align": "居中", "first_line": "无"},
    "heading1": {"font": "黑体"},
    "heading2": {"font": "楷体"},
    "table": {"size": "五号", "align": "居中", "line": "单倍", "first_line": "无", "spacing": "无"},
    "table_heading": {"font": "黑体"},
    "caption": {"align": "居中", "first_line": "无"},
    "addressee": {"align": "左对齐", "first_line": "无"},
    "attachment": {"font": "黑体", "align": "左对齐", "first_line": "无"},
    "attachment_note": {"first_line": "2字"},
    "signature": {"align": "右对齐", "first_line": "无", "right": "2字"},
    "page_number": {
        "font": "宋体",
        "size": "四号",
        "spacing": "无",
        "form": "— 1 —",
        "position": "outer",
        "indent": "1字",
        "distance": "7mm",
    },
}
"""GB/T 9704—2012 in the words of a pack.yaml (5.1, 5.2, 7.3, 7.5), where it is silent the practice of offices;
a style that does not say something says what `body` (`table` for `table_heading`, `signature` for `date`) says."""


_GROUPS = (
    *(name for name, words in STANDARD.items() if isinstance(words, dict)),
    *(f"heading{n}" for n in range(1, HEADING_LEVELS + 1)),
    "date",
)


def read_profile(
    words: Mapping[str, Any], positions: Positions, path: Path = ("profile",), below: Mapping[str, Any] = _NOTHING
) -> tuple[Profile, list[Finding]]:
    """The profile that `words` (keys canonical, values as written) describe, laid over `below` and the standard's.

    Findings: K108, each at its word among `words`; the word below it then stands in.
    """
    reader = _Reader(words, positions, path, below)
    return reader.profile(), in_order(reader.findings)


class _Reader:
    """Reads words, the pack's own before those below and the standard's, and collects what is not understood."""

    def __init__(self, words: Mapping[str, Any], positions: Positions, path: Path, below: Mapping[str, Any]) -> None:
        self.findings: list[Finding] = []
        self._sources = ((words, True), (below, False), (STANDARD, False))
        self._positions = positions
        self._path = path
        self._family = self._choice(FAMILIES, "family")

    def profile(self) -> Profile:
        paragraph = self._paragraph
        return Profile(
            page=self._page(),
            title=paragraph("title", "body"),
            subtitle=paragraph("subtitle", "body"),
            body=paragraph("body"),
            headings=tuple(paragraph(f"heading{level}", "body") for level in range(1, HEADING_LEVELS + 1)),
            table=paragraph("table", "body"),
            table_heading=paragraph("table_heading", "table", "body"),
            caption=paragraph("caption", "body"),
            addressee=paragraph("addressee", "body"),
            attachment=paragraph("attachment", "body"),
            attachment_note=paragraph("attachment_note", "body"),
            signature=paragraph("signature", "body"),
            date=paragraph("date", "signature", "body"),
            page_number=self._page_number(),
            rare_faces=RARE_FACES[self._family],
            word_styles_win=self._choice(_WINNERS, "styles") == "word",
            demands={group: demand for group in _GROUPS if (demand := self._demand(group))},
        )

    def _demand(self, group: str) -> dict[str, str]:
        """What a group says of itself: `strength` and `clause`."""
        found = {key: next(self._words_at((group, key)), ("", False))[0] for key in ("strength", "clause")}
        return {key: str(word) for key, word in found.items() if word}

    def _page(self) -> Page:
        width, height = _PAPERS[self._choice(_PAPERS, "paper")]
        if self._choice(_ORIENTATIONS, "orientation") == "landscape":
            width, height = height, width
        margins = {side: self._distance("margins", side) for side in ("top", "bottom", "left", "right")}
        lines, characters = (int(next(self._words_at((key,)))[0]) for key in ("lines", "characters"))
        return Page(width, height, **margins, header=self._distance("header"), lines=lines, characters=characters)

    def _distance(self, *path: str) -> int:
        return self._read([path], _distance, "37mm、3.7厘米", Length()).twips

    def _paragraph(self, *groups: str) -> Paragraph:
        """The style of the first of `groups`; what it does not say, the next one says."""
        letters = self._lettering(*groups)
        pitch = self._read(_paths(groups, "line"), read_pitch, "28.95磅、最小值20磅、单倍、1.5倍", Pitch())
        line = 0 if pitch.rule == "auto" else pitch.line

        def length(key: str, examples: str) -> Length:
            return self._read(_paths(groups, key), partial(read_length, size=letters.size, line=line), examples, Length())

        return Paragraph(
            letters,
            align=self._read(_paths(groups, "align"), read_align, "居中、两端对齐、左对齐、右对齐、分散对齐", "both"),
            pitch=pitch,
            first_line=length("first_line", "2字、无"),
            left=length("left", "2字、7mm、无"),
            right=length("right", "2字、7mm、无"),
            before=length("before", "0.5行、6磅、无"),
            after=length("after", "0.5行、6磅、无"),
        )

    def _lettering(self, *groups: str) -> Lettering:
        font = self._face(groups, "font")
        size = self._read(_paths(groups, "size"), read_size, "三号、小四、16磅", 32)
        spacing = self._read(_paths(groups, "spacing"), partial(read_length, size=size), "-0.25磅、无", Length())
        bold = next((word for path in _paths(groups, "bold") for word, _ in self._words_at(path)), False)
        return Lettering(font, self._face(groups, "latin") or font, size, bool(bold), spacing.twips)

    def _face(self, groups: tuple[str, ...], key: str) -> str:
        name = next((str(word) for path in _paths(groups, key) for word, _ in self._words_at(path)), "")
        return face(name, self._family) if name in ROLES else name

    def _page_number(self) -> PageNumber:
        letters = self._lettering("page_number")
        before, _, after = next(str(word) for word, _ in self._words_at(("page_number", "form"))).partition("1")
        position = self._choice(_POSITIONS, "page_number", "position")
        indent = self._read([("page_number", "indent")], partial(read_length, size=letters.size), "1字、无", Length())
        return PageNumber(letters, before, after, position, indent, self._distance("page_number", "distance"))

    def _choice(self, known: Collection[str], *path: str) -> str:
        """The first known word at `path`; the schema of packs has found the others."""
        return next(word for word, _ in self._words_at(path) if isinstance(word, str) and word in known)

    def _words_at(self, path: tuple[str, ...]) -> Iterator[tuple[Any, bool]]:
        """The words at `path`: the pack's own, which are marked so, then those below."""
        for source, own in self._sources:
            word: Any = source
            for step in path:
                word = word.get(step) if isinstance(word, Mapping) else None
            if word is not None and not isinstance(word, Mapping):
                yield word, own

    def _read(self, paths: Iterable[tuple[str, ...]], read: Callable[[str], T | None], examples: str, default: T) -> T:
        """The first word at `paths` that is understood."""
        for path in paths:
            for word, own in self._words_at(path):
                if (value := read(str(word))) is not None:
                    return value
                if own:
                    self._wrong(path, str(word), examples)
        return default

    def _wrong(self, path: tuple[str, ...], word: str, examples: str) -> None:
        whole = (*self._path, *path)
        title = title_at(pack_schema().root, whole)
        self.findings.append(faults.WRONG_WORD.at(self._positions.span(whole), title=title, text=brief(word), examples=examples))


def _paths(groups: tuple[str, ...], key: str) -> list[tuple[str, ...]]:
    return [(group, key) for group in groups]


def _distance(word: str) -> Length | None:
    """A distance on the page, which neither characters nor minus signs measure."""
    length = read_length(word, 0)
    return length if length is not None and length.twips >= 0 and not length.hundredths else None
