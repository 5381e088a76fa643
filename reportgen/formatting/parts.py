"""What a paragraph is to its reader: the part that it plays, and what tells so."""

from __future__ import annotations

from typing import Literal, TypeAlias

from reportgen.formatting.manuscript import Block, Run
from reportgen.values import dataclass

Role: TypeAlias = Literal[
    "title",
    "subtitle",
    "addressee",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "heading5",
    "body",
    "attachment",
    "attachment_note",
    "caption",
    "table",
    "table_heading",
    "signature",
    "date",
    "contents",
    "note",
    "picture",
    "blank",
]
"""`attachment` is the mark 附件1 above an attachment's title, `attachment_note` the lines 附件：1.… below the body,
`note` a line outside the text (单位名称（公章）：…, a footnote)."""

Reason: TypeAlias = Literal["style", "outline", "number", "place", "look"]
"""What tells the role, the surest first."""

HEADINGS: tuple[Role, ...] = ("heading1", "heading2", "heading3", "heading4", "heading5")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph and the part that it plays."""

    block: Block
    role: Role
    reason: Reason
    run_in: int = 0
    """How many characters at its beginning are a heading that runs on into its text; 0 for none."""
    form: str = ""
    """The form of mark with which it begins, typed or Word's own: `（一）`; "" for none."""

    @property
    def level(self) -> int:
        """The level of a heading, from 1; 0 of all else."""
        return HEADINGS.index(self.role) + 1 if self.role in HEADINGS else 0

    @property
    def sure(self) -> bool:
        """Whether the file itself says so, by a style or an outline level."""
        return self.reason in ("style", "outline")


def words_of(part: Part) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs that play the paragraph's own role, and those of body text behind a run-in heading."""
    if not part.run_in:
        return part.block.worded, ()
    head: list[Run] = []
    tail: list[Run] = []
    seen = 0
    for run in part.block.runs:
        if run in part.block.worded:
            (head if seen < part.run_in else tail).append(run)
        seen += len(run.text)
    return tuple(head), tuple(tail)
