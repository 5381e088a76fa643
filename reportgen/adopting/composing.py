"""An outline to the paragraphs of a template: headings kept, room filled with tags, the rest given to what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.adopting import faults
from reportgen.adopting.account import Account
from reportgen.adopting.answers import Answers
from reportgen.adopting.blanks import SAY_NOTHING
from reportgen.adopting.kept import called, level_words, style_of
from reportgen.adopting.lines import BODY, Line, guarded, literal, remark, tags, unknown
from reportgen.adopting.outline import EACH, Grid, Piece, Section, unmarked
from reportgen.adopting.places import Scope
from reportgen.adopting.sentences import Filled, Filler
from reportgen.adopting.tables import Tabled, tabled
from reportgen.formatting import Manuscript, Part
from reportgen.ooxml.namespaces import qn
from reportgen.starting.sheet import Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_EACH_NAME = "{{ 项.名称 }}{% if not 项.名称.endswith('项目') %}项目{% endif %}"
_ASKING = re.compile(r"请|填写|简述|简要|说明|描述|列出|列示|介绍|概述|此处|结合.{0,8}?实际|逐项|分别|如实|[（）()【】〔〕\[\]…：:，。、]")
_SAY_NOTHING = re.compile(SAY_NOTHING)
_ONLY_DATE = re.compile(r"\{\{ ([\w.]+)\|日期 \}\}")
"""A line of its own that need not be given."""
_FEWEST = 2
"""Blanks of a sentence that tell which list it is about."""
_LEAST_PROSE = 30
"""Characters of text below a heading that are more than a line of a form."""
_LONGEST_FORM = 400
"""Characters of the sentences that a form gives below one heading; what is longer, and only holds figures, is last year's story."""

Pair = tuple[Piece, Filled | Tabled]


@dataclass
class Composer:
    """Writes sections; what it made of each paragraph stands in `account`."""

    manuscript: Manuscript
    sheet: Sheet
    account: Account
    answers: Answers
    projects: Scope | None
    """The fields of one project, for parts that are written once for each; None where the data have no projects."""
    closed: bool = False
    """Whether the lines that close a report stand among what was written."""
    across: bool = False
    """Whether the pages lie across the sheet at this place."""

    def sections(self, above: Section, scope: Scope) -> Iterator[Line | _Element]:
        """Everything below a heading, or in the whole file."""
        repeated = False
        for section in above.sections:
            each = section.for_each and self.projects is not None and not scope.item
            if each and repeated:
                self.account.note(section.part, ("与上一个项目同一循环，不再重复", "in the same loop as the project before"))
                continue
            repeated = each
            yield from self._turned(section.part)
            yield from self._for_each(section, self.projects) if each and self.projects else self._section(section, scope)

    def pieces(self, pieces: Sequence[Piece], scope: Scope) -> Iterator[Line | _Element]:
        """Paragraphs and tables without a heading of their own, such as those before the first one."""
        filler = scope.filler()
        for piece in pieces:
            yield from self._turned(piece.parts[0] if isinstance(piece, Grid) else piece)
            made = self._made(piece, scope, filler)
            if isinstance(made, Tabled):
                yield made.element
            elif made is not None and isinstance(piece, Part):
                yield from self._kept(piece, made)

    def _for_each(self, section: Section, scope: Scope) -> Iterator[Line | _Element]:
        """A part that stands once for each project."""
        self.answers.extras.usual.add("projects")
        loop = f"{{%p for {scope.item} in 项目 %}}"
        self.account.note(section.part, ("每个项目一节", "a part for each project"), loop)
        before, after = literal(EACH.sub("", section.words)).split("项目", 1)
        yield from tags(loop)
        yield Line(f"{before}{_EACH_NAME}{after}", f"heading {section.level}")
        if pairs := self._pairs(section, scope):
            yield from self._filled(section, scope, pairs)
        yield from self.sections(section, scope)
        yield from tags("{%p endfor %}")

    def _section(self, section: Section, scope: Scope) -> Iterator[Line | _Element]:
        """A heading with all that stands below it."""
        if section.sections and self._is_story(section, scope):
            section = section.flattened()
        heading = Line(self._headed(section, scope), f"heading {section.level}")
        pairs = self._pairs(section, scope)
        if section.rest:
            yield from self._run_in(section, scope, pairs)
        elif (section.sections and not pairs) or self._is_filled(section, scope, pairs):
            self.account.note(section.part, level_words(section.level))
            yield heading
            yield from self._filled(section, scope, pairs)
        elif self._only_introduces(section, scope, pairs):
            self.account.note(section.part, level_words(section.level))
            yield heading
            yield from self._remember(pairs)
        else:
            yield from self._asked(section, scope, heading, pairs)
        yield from self.sections(section, scope)

    def _headed(self, section: Section, scope: Scope) -> str:
        """A heading's words without its mark, its blanks filled."""
        if section.part is None or section.part.run_in:
            return literal(section.words)
        filled = scope.filler().fill(section.part.block)
        self._complain(section.part, filled)
        return unmarked(filled.text)

    def _is_story(self, section: Section, scope: Scope) -> bool:
        """Whether the headings below a known part are those of one year's text: none is known, and nothing leaves room to fill in."""
        inner = list(section.walk())
        if scope.matcher.like(section.words) is None and not _is_prose(inner):
            return False
        pieces = [piece for one in (section, *inner) for piece in one.pieces]
        parts = [*(piece for piece in pieces if isinstance(piece, Part)), *(one.part for one in inner if one.part)]
        filler = scope.filler()
        asking = any(filler.fill(part.block).asks for part in parts if part.block.text)
        whole = all(isinstance(piece, Part) for piece in pieces)
        return whole and not asking and not any(scope.matcher.like(one.words) for one in inner)

    def _pairs(self, section: Section, scope: Scope) -> list[Pair]:
        """The paragraphs and tables below a heading, each with its tags; empty ones are left out."""
        filler = scope.filler()
        made = ((piece, self._made(piece, scope, filler)) for piece in section.pieces)
        return [(piece, one) for piece, one in made if one is not None and (isinstance(one, Tabled) or one.text)]

    def _made(self, piece: Piece, scope: Scope, filler: Filler) -> Filled | Tabled | None:
        """A paragraph or table with its tags; None for one that has no place in a template."""
        if isinstance(piece, Grid):
            return self._table(piece, scope, filler)
        if piece.role == "picture":
            self.account.note(piece, ("图片", "picture"))
            return Tabled(_alone(piece), ())
        if piece.block.pictures:
            words = {"what_zh": "与文字同段的图片", "what_en": "pictures among words"}
            hints = {"hint_zh": "在 Word 里把图片放到单独的一段", "hint_en": "put each picture into a paragraph of its own"}
            self.account.find(faults.NOT_CARRIED, piece.block.place, piece.block.text, **words, **hints)
        return None if piece.role in _LEFT_OUT else filler.fill(piece.block)

    def _is_filled(self, section: Section, scope: Scope, pairs: Sequence[Pair]) -> bool:
        """Whether there are sentences with blanks below a heading, or a table; text that only has figures of some year may be its story."""
        if not any(isinstance(made, Tabled) or made.state == "tagged" or (made.state == "plain" and made.asks) for _, made in pairs):
            return False
        lines = [made for _, made in pairs if isinstance(made, Filled)]
        asks = len(lines) < len(pairs) or any(made.asks for made in lines)
        return asks or sum(len(made.text) for made in lines) <= _LONGEST_FORM or scope.matcher.like(section.words) is None

    def _filled(self, section: Section, scope: Scope, pairs: Sequence[Pair]) -> Iterator[Line | _Element]:
        """Paragraphs of which some were filled: they stay; a prompt among them becomes what it asks for."""
        for piece, made in pairs:
            yield from self._turned(piece.parts[0] if isinstance(piece, Grid) else piece)
            if isinstance(made, Tabled):
                yield made.element
            elif not isinstance(piece, Part):
                continue
            elif made.state == "prompt":
                yield from self.answers.to_part(section, scope, None, asked=_question(made.text))
            elif repeated := self._repeated(piece, made, scope):
                yield from repeated
            elif made.state == "nothing":
                yield from self.answers.to_part(section, scope, None, empty=True)
            else:
                yield from self._kept(piece, made)

    def _asked(self, section: Section, scope: Scope, heading: Line, pairs: Sequence[Pair]) -> Iterator[Line]:
        """A heading below which nothing but its text is asked for, or last year's stands."""
        lines = [made for _, made in pairs if isinstance(made, Filled)]
        empty = any(made.state == "nothing" or _SAY_NOTHING.search(made.text) for made in lines if made.state in ("nothing", "prompt"))
        asked = next((_question(made.text) for made in lines if made.state == "prompt"), "")
        yield from self.answers.to_part(section, scope, heading, empty=empty, asked=asked)
        yield from self._remember(
            [(piece, made) for piece, made in pairs if isinstance(made, Filled) and made.state in ("plain", "tagged")]
        )

    def _remember(self, pairs: Sequence[Pair]) -> Iterator[Line]:
        """Paragraphs kept as comments."""
        for piece, _ in pairs:
            if isinstance(piece, Part):
                self.account.note(piece, ("上一稿的文字，留作注释", "text of the last draft, kept as a comment"))
                yield _remembered(piece.block.text)

    def _only_introduces(self, section: Section, scope: Scope, pairs: Sequence[Pair]) -> bool:
        """Whether what stands below a heading only says how to write the parts for each project that follow."""
        each = self.projects is not None and any(one.for_each for one in section.sections)
        prompts = all(isinstance(made, Filled) and made.state == "prompt" for _, made in pairs)
        return each and prompts and scope.matcher.like(section.words) is None

    def _run_in(self, section: Section, scope: Scope, pairs: Sequence[Pair]) -> Iterator[Line | _Element]:
        """A heading that runs on into its text."""
        if section.part is None:
            return
        lead, style = f"{literal(section.words)}。", f"heading {section.level} Char"
        filled = scope.filler().fill(section.part.block)
        if filled.state == "tagged":
            self.account.note(section.part, level_words(section.level), _guessed(filled))
            yield Line(filled.text.partition(section.words)[2].lstrip("。：: "), BODY, lead, style)
        else:
            path, joined = self.answers.to_run_in(section, scope)
            yield from guarded(path, [Line(f"{{{{ {path}{joined} }}}}", BODY, lead, style)])
            yield _remembered(section.rest)
        yield from self._filled(section, scope, pairs)

    def _repeated(self, part: Part, made: Filled, scope: Scope) -> list[Line]:
        """A sentence whose blanks are all of the items of a list, once for each of them; nothing where it is no such sentence."""
        for listing in scope.lists if made.unknown else ():
            filled = Filler(listing.vocabulary, scope.whose).fill(part.block)
            if len(filled.guesses) >= _FEWEST and not filled.unknown:
                loop = f"{{%p for 行 in {listing.path} %}}"
                self.account.note(part, (f"每段是“{listing.path}”的一项", f"a paragraph for each of {listing.path}"), _guessed(filled))
                name = next((f"{{{{ {one.path} }}}}" for one in [listing.vocabulary.exactly("名称")] if one), "")
                return [*tags(loop), Line(f"{name}{filled.text}"), *tags("{%p endfor %}")]
        return []

    def _kept(self, part: Part, made: Filled) -> Iterator[Line]:
        """A paragraph with its tags."""
        self._complain(part, made)
        self.account.note(part, called(part), _guessed(made))
        line = Line(unknown(made.text) if made.state == "prompt" else made.text, style_of(part))
        only = _ONLY_DATE.fullmatch(line.text)
        self.closed = self.closed or only is not None
        yield from guarded(only[1], [line]) if only else [line]

    def _table(self, grid: Grid, scope: Scope, filler: Filler) -> Tabled:
        made = tabled(grid, scope.lists, scope.vocabulary, filler, self.sheet)
        role = (f"每行是“{made.of}”的一项", f"rows of {made.of}") if made.of else ("表格", "table")
        part = grid.parts[0]
        self.account.note(part, role, "；".join(f"{guess.words}→{guess.tag}" for guess in made.guesses if guess.tag))
        labels = {one.block.text.strip(): one for one in reversed(grid.parts)}
        for guess in made.guesses:
            if not guess.tag:
                self.account.find(faults.UNKNOWN_BLANK, labels.get(guess.words, part).block.place, guess.words, words=guess.words)
        return made

    def _turned(self, part: Part | None) -> Iterator[Line]:
        """A change from upright pages to pages that lie across, or back."""
        if part is None or not self.manuscript.sections:
            return
        section = self.manuscript.sections[min(part.block.section, len(self.manuscript.sections) - 1)]
        across = section.width > section.height
        if across != self.across:
            self.across = across
            yield Line(f"{{{{p 分节('{'横向' if across else '纵向'}') }}}}")

    def _complain(self, part: Part, made: Filled) -> None:
        """Findings: K311 K312."""
        for words in made.unknown:
            self.account.find(faults.UNKNOWN_BLANK, part.block.place, words, words=words)
        if made.left:
            self.account.find(faults.LEFT_FIGURE, part.block.place, made.left[0], words="、".join(made.left))


_LEFT_OUT = ("blank", "contents")


def _alone(part: Part) -> _Element:
    """A copy of a paragraph without the section that it ends."""
    copy = deepcopy(part.block.element)
    for section in list(copy.iter(qn("w:sectPr"))):
        above = section.getparent()
        if above is not None:
            above.remove(section)
    return copy


def _is_prose(sections: Sequence[Section]) -> bool:
    """Whether each of some headings has text below it: an outline alone is no story."""
    leaves = [section for section in sections if not section.sections]
    lengths = [sum(len(piece.block.text) for piece in one.pieces if isinstance(piece, Part)) for one in leaves]
    return len(leaves) > 1 and min(lengths) >= _LEAST_PROSE


def _guessed(made: Filled) -> str:
    return "；".join(f"{guess.words}→{guess.tag or '待填'}" for guess in made.guesses)


def _question(prompt: str) -> str:
    """A prompt without the words that only ask."""
    return _ASKING.sub("", prompt).strip()


def _remembered(text: str) -> Line:
    """Last year's text, for whoever writes the next one."""
    return Line(f"{{#p 原文：{remark(text)} #}}", "")
