"""A report as a clerk would type it: the words of a made document in a plain Word file, headings typed, tables as tables."""

from __future__ import annotations

from reportgen.formatting import Manuscript, Part, Table, open_manuscript, roles
from tests.formatting.clerks import Clerk

_FACES = {"title": "方正小标宋简体", "heading1": "黑体", "heading2": "楷体"}


def plain(content: bytes) -> bytes:
    """The same words in 正文 throughout."""
    clerk = Clerk()
    manuscript = open_manuscript(content)
    told = 0
    for part in roles(manuscript):
        cell = part.block.cell
        if cell is None:
            _typed(clerk, part)
        elif cell.table != told:
            told = cell.table
            clerk.table(_even(_top(manuscript, told)))
    return clerk.saved()


def _typed(clerk: Clerk, part: Part) -> None:
    text = part.block.raw.strip("\f")
    centred = part.role in ("title", "subtitle")
    aside = part.role in ("signature", "date")
    face = "仿宋" if part.run_in else _FACES.get(part.role, "仿宋")
    align = "center" if centred else "right" if aside else ""
    clerk.line(text, face=face, size=22 if part.role == "title" else 16, align=align, indent=0 if align else 2)


def _top(manuscript: Manuscript, number: int) -> Table:
    return next(table for table in manuscript.tables if table.number == number and not table.nested)


def _even(table: Table) -> list[list[str]]:
    """Rows of one length, as a table that python-docx makes has them."""
    width = max(len(row) for row in table.rows)
    return [[*row, *[""] * (width - len(row))] for row in table.rows]
