"""Word files as clerks make them: everything in 正文 (Normal), headings typed, looks set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

ALIGNS = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT, "left": WD_ALIGN_PARAGRAPH.LEFT}


class Clerk:
    """Types a document line by line."""

    def __init__(self) -> None:
        self.document = Document()

    def line(
        self, text: str, *, face: str = "仿宋", size: float = 16, bold: bool = False, align: str = "", indent: int = 0, style: str = ""
    ) -> Paragraph:
        """One paragraph; `indent` in characters."""
        paragraph = self.document.add_paragraph(style=style or None)
        if align:
            paragraph.alignment = ALIGNS[align]
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(size * indent)
        self.letters(paragraph, text, face=face, size=size, bold=bold)
        return paragraph

    def letters(self, paragraph: Paragraph, text: str, *, face: str = "仿宋", size: float = 16, bold: bool = False) -> None:
        run = paragraph.add_run(text)
        run.font.name, run.font.size, run.bold = face, Pt(size), bold or None
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        rows = list(rows)
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = "Table Grid"
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word

    def saved(self) -> bytes:
        target = BytesIO()
        self.document.save(target)
        return target.getvalue()


def typed(text: str) -> bytes:
    """A report from lines of plain text, as a clerk types it: `= ` a title, `|` cells of a table, all else by its first characters."""
    clerk = Clerk()
    rows: list[list[str]] = []
    for line in text.strip("\n").split("\n"):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            clerk.table(rows)
            rows = []
        _typed(clerk, line)
    if rows:
        clerk.table(rows)
    return clerk.saved()


def _typed(clerk: Clerk, line: str) -> None:
    if line.startswith("= "):
        clerk.line(line[2:], face="方正小标宋简体", size=22, align="center")
    elif line.startswith("> "):
        clerk.line(line[2:], align="right")
    elif line.startswith("< "):
        clerk.line(line[2:])
    elif line[:2] in {f"{n}、" for n in "一二三四五六"}:
        clerk.line(line, face="黑体", indent=2)
    elif line[:1] == "（" and line[2:3] == "）" and line[1] in "一二三四五六":
        clerk.line(line, face="楷体", indent=2)
    else:
        clerk.line(line, indent=2 if line else 0)
