"""The parts that paragraphs play because of where they stand: titles at the beginning, signatures at the end, captions beside tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.formatting.manuscript import MARGIN, Block
from reportgen.formatting.named import role_of_style
from reportgen.formatting.parts import HEADINGS, Part, Reason, Role
from reportgen.formatting.wording import CAPTION, CONTENTS, DATE, LONGEST_HEADING, LONGEST_TITLE, SENTENCE

_NOTE = re.compile(r"附\s*件\s*[0-9０-９]?\s*[:：]\s*\S")
_NOTE_GOES_ON = re.compile(r"(?:附\s*件\s*)?[0-9０-９]{1,2}\s*[.．、:：]\s*\S")
_ENTRY = re.compile(r"[….．·\t]\s*[0-9]{1,3}$")
_UNIT = re.compile(r"(?:部门|单位)名称|编制单位|填报单位")
_LEADS_ON = re.compile(r"如下|以下|汇报|报告[：:]|包括|有[：:]")
_NAMES = re.compile(r"(?:报告|总结|方案|通知|意见|请示|办法|规定|自评表|汇报)(?:[（(].{1,12}[）)])?$")
_MOST_TITLE_LINES = 3
_LINES_OF_END = 12
"""Paragraphs at a document's or a body's end among which signature and date are looked for."""
_BIG = 36
"""Half-points from which letters are those of a title (小二号)."""
_FAR_RIGHT = 2500
"""Twips of indent that push a line to the right half of the page."""


def settled(parts: Sequence[Part]) -> list[Part]:
    """The parts, given what each paragraph is by itself, with what its neighbours say of it."""
    return _Places(parts, _usual(parts)).settled()


def _usual(parts: Sequence[Part]) -> tuple[str, int]:
    """Face and size of most of the running text."""
    counts: Counter[tuple[str, int]] = Counter()
    for part in parts:
        if part.role == "body":
            counts[part.block.letters.font, part.block.letters.size] += len(part.block.text)
    return max(counts, key=lambda key: counts[key]) if counts else ("", 0)


class _Places:
    """The parts of paragraphs that their neighbours tell."""

    def __init__(self, parts: Sequence[Part], usual: tuple[str, int]) -> None:
        self._parts = list(parts)
        self._usual = usual
        self._lines = [n for n, part in enumerate(parts) if part.block.cell is None and part.role not in ("blank", "contents")]

    def settled(self) -> list[Part]:
        self._contents()
        self._captions()
        self._openings()
        self._raised()
        self._endings()
        self._notes_of_attachments()
        return self._parts

    def _set(self, n: int, role: Role, reason: Reason = "place") -> None:
        if not self._parts[n].sure or self._parts[n].role == "body":
            self._parts[n] = replace(self._parts[n], role=role, reason=reason, run_in=0)

    def _contents(self) -> None:
        """A typed table of contents: entries that end in dots or a tab and a page number, below 目录."""
        listed = False
        for n in self._lines:
            text = self._parts[n].block.text
            if CONTENTS.fullmatch(text):
                self._set(n, "contents", "number")
                listed = True
            elif listed and _ENTRY.search(text):
                self._set(n, "contents")
            else:
                listed = False
        self._lines = [n for n in self._lines if self._parts[n].role != "contents"]

    def _captions(self) -> None:
        """Numbered lines beside a table or picture."""
        for n in self._lines:
            part = self._parts[n]
            short = len(part.block.text) <= LONGEST_TITLE and not SENTENCE.search(part.block.text)
            if short and CAPTION.match(part.block.text) and self._beside_figure(n):
                self._set(n, "caption", "number")

    def _beside_figure(self, n: int) -> bool:
        near = [self._neighbour(n, 1), self._neighbour(n, -1)]
        return any(part is not None and (part.block.cell is not None or part.block.pictures) for part in near)

    def _neighbour(self, n: int, step: int) -> Part | None:
        n += step
        while 0 <= n < len(self._parts):
            if self._parts[n].role != "blank":
                return self._parts[n]
            n += step
        return None

    def _openings(self) -> None:
        """The title at the document's beginning and below each mark of an attachment, with what stands between it and the text."""
        starts = [0, *(k + 1 for k, n in enumerate(self._lines) if self._parts[n].role == "attachment")]
        for start in dict.fromkeys(starts):
            self._opening(self._lines[start : start + _LINES_OF_END])

    def _opening(self, lines: Sequence[int]) -> None:
        if any(self._parts[n].role == "title" and self._parts[n].sure for n in lines):
            self._below_title([n for n in lines if self._parts[n].role != "title"], titled=True)
            return
        lines = list(lines)
        while lines and self._parts[lines[0]].role in ("attachment", "picture"):
            lines.pop(0)
        title = list(self._while_title(lines)) or self._named_title(lines)
        for n in title:
            self._force(n, "title")
        self._below_title(lines[len(title) :], titled=bool(title))

    def _force(self, n: int, role: Role) -> None:
        """A heading's style in the title's place and look is a title all the same: 标题 1 is what clerks reach for."""
        self._parts[n] = replace(self._parts[n], role=role, reason="look", run_in=0)

    def _named_title(self, lines: Sequence[int]) -> list[int]:
        """The first lines where nothing but their words tells that they are a title: …自评报告."""
        words = ""
        for count, n in enumerate(lines[:_MOST_TITLE_LINES], 1):
            part = self._parts[n]
            if part.form or part.role != "body" or SENTENCE.search(part.block.text) or len(words) > LONGEST_TITLE:
                return []
            words += part.block.text
            if _NAMES.search(words):
                return list(lines[:count])
        return []

    def _raised(self) -> None:
        """Where the style of the highest headings went to the title, as web pages have it, the others move up."""
        levels = [part.level for part in self._parts if part.level]
        lent = any(part.role == "title" and role_of_style(part.block.style) == HEADINGS[0] for part in self._parts)
        if lent and levels and min(levels) > 1:
            up = min(levels) - 1
            self._parts = [replace(part, role=HEADINGS[part.level - 1 - up]) if part.level else part for part in self._parts]

    def _while_title(self, lines: Sequence[int]) -> Iterator[int]:
        size = 0
        for n in lines:
            part = self._parts[n]
            block = part.block
            if not self._like_title(part) or (size and block.letters.size != size):
                return
            if size and (block.shape.align != "center" or DATE.fullmatch(block.text)):
                return
            size = block.letters.size
            yield n

    def _like_title(self, part: Part) -> bool:
        block = part.block
        if len(block.text) > LONGEST_TITLE or SENTENCE.search(block.text) or block.text.endswith(("：", ":")) or part.form:
            return False
        if part.sure and part.role != "heading1" and part.role != "body":
            return False
        bigger = block.letters.size > max(self._usual[1], 1) or block.letters.size >= _BIG
        return block.shape.align == "center" or bigger or _blank_centred(block)

    def _below_title(self, lines: Sequence[int], *, titled: bool) -> None:
        """Centred lines below a title are subtitles; the first line that ends with a colon is the addressee."""
        if not titled:
            return
        for n in lines:
            part = self._parts[n]
            block = part.block
            if part.sure and part.role in ("subtitle", "addressee"):
                continue
            if part.role == "date":
                self._force(n, "subtitle")
                continue
            if part.level or len(block.text) > LONGEST_TITLE or SENTENCE.search(block.text):
                return
            if block.shape.align == "center" or _blank_centred(block):
                self._set(n, "subtitle")
            elif _addressed(block):
                self._set(n, "addressee")
                return
            elif _UNIT.match(block.text):
                self._set(n, "note")
            else:
                return

    def _endings(self) -> None:
        """Date and signature at the end of the document and before each attachment."""
        ends = [*(k for k, n in enumerate(self._lines) if self._parts[n].role == "attachment"), len(self._lines)]
        for end in ends:
            self._ending(self._lines[max(0, end - _LINES_OF_END) : end])

    def _ending(self, lines: Sequence[int]) -> None:
        for place in range(len(lines) - 1, -1, -1):
            part = self._parts[lines[place]]
            if part.role in ("title", "subtitle", "attachment"):
                return
            if DATE.fullmatch(part.block.text):
                self._set(lines[place], "date")
                self._signatures(lines[:place])
                return

    def _signatures(self, lines: Sequence[int]) -> None:
        """The names directly above a date: short lines on the right, without a mark at the end."""
        for n in reversed(lines):
            part = self._parts[n]
            block = part.block
            right = (
                block.shape.align == "right"
                or block.shape.left.twips > _FAR_RIGHT
                or _blank_centred(block)
                or block.shape.align == "center"
            )
            if part.role != "body" or len(block.text) > LONGEST_HEADING or SENTENCE.search(block.text) or part.form or not right:
                return
            self._set(n, "signature")

    def _notes_of_attachments(self) -> None:
        """附件：1.… below the body, and the lines that go on."""
        going = False
        for n in self._lines:
            part = self._parts[n]
            text = part.block.text
            if part.sure and part.role != "body":
                going = False
            elif _NOTE.match(text) and len(text) <= 2 * LONGEST_TITLE and not text.endswith("。") and part.role != "attachment":
                going = True
                self._set(n, "attachment_note", "number")
            elif going and _NOTE_GOES_ON.match(text) and part.role in ("body", *HEADINGS):
                self._set(n, "attachment_note")
            else:
                going = False


def _addressed(block: Block) -> bool:
    """Whether a line is flush left and calls somebody: 区财政局：, but not 现将情况报告如下："""
    calls = block.text.endswith(("：", ":")) and not _LEADS_ON.search(block.text)
    return calls and block.shape.first_line.twips <= 0 and not block.raw.startswith(tuple(MARGIN))


def _blank_centred(block: Block) -> bool:
    """Whether blanks push a line to the middle, as in files made without any alignment."""
    leading = len(block.raw) - len(block.raw.lstrip(MARGIN))
    return leading >= 8 or block.raw.startswith("\t\t\t")
