"""Findings as a Word sheet that goes back to the departments: 退回修改意见, a page for each file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.cli.formats import Section
from reportgen.cli.showing import severity_word, where
from reportgen.findings import Finding, Locale, Severity
from reportgen.ooxml import open_package, write_archive

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_TITLE = {"zh": "退回修改意见", "en": "To be corrected"}
_COLUMNS = {"zh": ("序号", "位置", "问题", "修改意见"), "en": ("no.", "place", "what is wrong", "what to do")}
_WIDTHS_CM = (1.3, 3.9, 5.6, 4.8)
_NOTHING = {"zh": "没有发现需要修改的问题。", "en": "Nothing to be corrected was found."}
_FACE = "仿宋"
_BODY_PT, _TITLE_PT, _TABLE_PT = 16, 22, 10.5


def write(sections: Sequence[Section], locale: Locale) -> bytes:
    """The sheet's bytes; what an author allows with a reason is not sent back."""
    from docx import Document

    document = Document()
    _dress(document)
    for number, section in enumerate(sections):
        _page(document, section, locale, first=number == 0)
    target = BytesIO()
    document.save(target)
    package = open_package(target.getvalue())
    # Packed anew, because python-docx writes the time of day into the archive.
    return write_archive(package, reproducible=True)


def _dress(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    style: ParagraphStyle = document.styles["Normal"]
    style.font.name, style.font.size = _FACE, Pt(_BODY_PT)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FACE)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Cm(3.7), Cm(3.5), Cm(2.8), Cm(2.6)


def _page(document: Document, section: Section, locale: Locale, *, first: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.page_break_before = not first
    run = title.add_run(_TITLE[locale])
    run.bold, run.font.size = True, Pt(_TITLE_PT)
    findings = [finding for finding in section.findings if not finding.allowed]
    document.add_paragraph(_opening(section, findings, locale))
    if findings:
        _table(document, findings, locale)


def _opening(section: Section, findings: Sequence[Finding], locale: Locale) -> str:
    name = f"{section.unit}（{section.file}）" if section.unit else section.file
    if not findings:
        return f"{name}：{_NOTHING[locale]}" if locale == "zh" else f"{name}: {_NOTHING[locale]}"
    blocking = sum(finding.severity is Severity.ERROR for finding in findings)
    if locale == "zh":
        return f"{name}：共有 {len(findings)} 处需要核对或修改" + (f"，其中 {blocking} 处必须修改。" if blocking else "。")
    return f"{name}: {len(findings)} places to be checked or corrected" + (
        f", {blocking} of them before anything else." if blocking else "."
    )


def _table(document: Document, findings: Sequence[Finding], locale: Locale) -> None:
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(_WIDTHS_CM))
    table.style = "Table Grid"
    rows = [_COLUMNS[locale], *(_row(number, finding, locale) for number, finding in enumerate(findings, 1))]
    for number, texts in enumerate(rows):
        cells = (table.rows[0] if number == 0 else table.add_row()).cells
        for cell, text, width in zip(cells, texts, _WIDTHS_CM, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0, Pt(_TABLE_PT)


def _row(number: int, finding: Finding, locale: Locale) -> tuple[str, ...]:
    label = "应为：" if locale == "zh" else "should be: "
    advice = [finding.hint(locale), label + finding.suggestion if finding.suggestion else ""]
    message = f"{severity_word(finding.severity, locale)} {finding.code}\n{finding.message(locale)}"
    return str(number), where(finding.span, locale), message, "\n".join(line for line in advice if line)
