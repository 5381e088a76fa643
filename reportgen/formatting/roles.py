"""The part that each paragraph plays: title, heading, body, signature, … by its style, and in hand-made files by number, place and look."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.chinese import leading_ordinal
from reportgen.formatting.leveling import leveled
from reportgen.formatting.manuscript import MARGIN, Block, Manuscript
from reportgen.formatting.named import role_of_style
from reportgen.formatting.neighbours import settled
from reportgen.formatting.parts import HEADINGS, Part
from reportgen.formatting.wording import ATTACHMENT, LONGEST_HEADING, LONGEST_TITLE, SENTENCE, TYPED_NUMBER

NUMBERING = ("一、", "（一）", "1.", "（1）", "①")
"""GB/T 9704—2012, 7.3.3, and the level below that offices use."""
ALSO = {"1．": "1.", "1、": "1.", "1）": "（1）"}
"""Forms that clerks type for one of those."""
_LONGEST_CELL = 30


def roles(manuscript: Manuscript, numbering: Sequence[str] = NUMBERING) -> tuple[Part, ...]:
    """The part of every paragraph, in order; `numbering` is the form of mark for each level of heading.

    A style speaks first. Where none does, as in files that clerks type in 正文 throughout, marks (一、 （一） 1. （1） ①), the place
    among its neighbours, and letters that differ from most of the text do. A heading that runs on into its text is a `heading…` whose
    `run_in` tells where it ends; the text behind it is body.
    """
    styled = any(role_of_style(block.style) in HEADINGS for block in manuscript.blocks)
    by_themselves = [_of_itself(block, numbering, styled=styled) for block in manuscript.blocks]
    return tuple(settled(leveled(by_themselves, numbering, ALSO)))


def _of_itself(block: Block, numbering: Sequence[str], *, styled: bool) -> Part:
    """What a paragraph is by its own words: by style, outline, mark; else body, for its neighbours to say.

    Where headings have no styles (`styled` is false), a style for body text says nothing: everything is in it.
    """
    form = _form(block)
    if block.contents:
        return Part(block, "contents", "style")
    if not block.text:
        return Part(block, "picture" if block.pictures else "blank", "place")
    if block.cell is not None:
        return _of_cell(block, form)
    named = role_of_style(block.style)
    if named == "body":
        length, level = _styled_run_in(block)
        if level:
            return Part(block, HEADINGS[level - 1], "style", length, form)
    if named is not None and (named != "body" or styled or block.label):
        return Part(block, named, "style", form=form)
    if TYPED_NUMBER.fullmatch(block.text):
        return Part(block, "note", "number")
    if ATTACHMENT.fullmatch(block.text):
        return Part(block, "attachment", "number")
    if block.shape.outline is not None and block.shape.outline < len(HEADINGS):
        return Part(block, HEADINGS[block.shape.outline], "outline", form=form)
    return _of_mark(block, form, numbering)


def _of_cell(block: Block, form: str) -> Part:
    named = role_of_style(block.style)
    if named in ("table", "table_heading", "caption"):
        return Part(block, named, "style", form=form)
    cell = block.cell
    head = cell is not None and (cell.heading or (cell.row == 1 and cell.rows > 1 and len(block.text) <= _LONGEST_CELL))
    return Part(block, "table_heading" if head else "table", "place", form=form)


def _of_mark(block: Block, form: str, numbering: Sequence[str]) -> Part:
    """A heading by its typed mark; sentences that begin with a mark are body unless their beginning looks different."""
    marks = [ALSO.get(one, one) for one in numbering]
    own = ALSO.get(form, form)
    if own not in marks:
        return Part(block, "body", "place", form=form)
    role = HEADINGS[marks.index(own)]
    text = block.text
    if len(text) <= LONGEST_HEADING and not SENTENCE.search(text) and not text.endswith(("：", ":", "，", "、")):
        return Part(block, role, "number", form=form)
    if run_in := _different_beginning(block):
        return Part(block, role, "look", run_in, form)
    short = len(text) <= LONGEST_HEADING and not SENTENCE.search(text[:-1])
    if short and (_looks_apart(block) or own in marks[:2]) and not text.endswith(("：", ":")):
        return Part(block, role, "number", form=form)
    return Part(block, "body", "place", form=form)


def _form(block: Block) -> str:
    """The form of the mark at a paragraph's start, typed or automatic."""
    if block.label:
        return "" if block.label == "bullet" else block.label
    found = leading_ordinal(block.text)
    return found[0] if found else ""


def _styled_run_in(block: Block) -> tuple[int, int]:
    """How long the heading at a paragraph's beginning is, and its level, where a heading's character style marks it; else zeros."""
    length, level = 0, 0
    for run in block.runs:
        role = role_of_style(run.style.removesuffix(" Char").removesuffix("字符").strip()) if run.style else None
        if role not in HEADINGS:
            if run.text.strip(MARGIN):
                break
        else:
            level = level or HEADINGS.index(role) + 1
        length += len(run.text)
    return (length, level) if level and length < len(block.raw) else (0, 0)


def _different_beginning(block: Block) -> int:
    """How long the beginning is that stands in another face or weight than the rest, where it ends with a clause; else 0."""
    length = 0
    worded = block.worded
    if len(worded) < 2:
        return 0
    look = (worded[0].letters.font, worded[0].letters.bold)
    for run in block.runs:
        if run.text.strip(MARGIN) and (run.letters.font, run.letters.bold) != look:
            break
        length += len(run.text)
    beginning = block.raw[:length].strip()
    ends = beginning.endswith(("。", "：", ":", "．", ".")) or block.raw[length : length + 1] in ("。", "：", ":")
    return length if 0 < length < len(block.raw) and ends and len(beginning) <= LONGEST_TITLE else 0


def _looks_apart(block: Block) -> bool:
    """Whether a whole line stands out by weight."""
    return all(run.letters.bold for run in block.worded)
