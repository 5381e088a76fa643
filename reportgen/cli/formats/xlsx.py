"""Findings as an Excel workbook: a sheet of totals, and one of findings that a bureau can sort by department."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportgen.cli.formats import Section
from reportgen.cli.showing import severity_word, where
from reportgen.findings import Locale, Severity

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TOTALS = {
    "zh": ("部门", "文件", "错误", "警告", "提示", "已说明"),
    "en": ("department", "file", "errors", "warnings", "notices", "allowed"),
}
_FINDINGS = {
    "zh": ("部门", "文件", "轻重", "代码", "位置", "问题", "应为", "怎么办", "已说明的理由"),
    "en": ("department", "file", "severity", "code", "place", "what is wrong", "should be", "what to do", "allowed because"),
}
_WIDTHS = {True: (28, 30, 8, 8, 8, 8), False: (28, 30, 8, 8, 34, 60, 30, 50, 30)}
_SHEETS = {"zh": ("汇总", "问题清单"), "en": ("summary", "findings")}
_MADE = datetime(2000, 1, 1)
"""A workbook names the time that it was made; the same findings make the same bytes."""


def write(sections: Sequence[Section], locale: Locale) -> bytes:
    """The workbook's bytes."""
    from xlsxwriter import Workbook

    target = BytesIO()
    # Text stays text: what an author typed may begin with = or look like a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(target, options)
    workbook.set_properties({"created": _MADE})
    head = workbook.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "valign": "vcenter"})
    body = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1})
    totals, findings = (workbook.add_worksheet(name) for name in _SHEETS[locale])
    _fill(totals, _TOTALS[locale], [_total(section) for section in sections], _WIDTHS[True], (head, body))
    rows = [row for section in sections for row in _rows(section, locale)]
    _fill(findings, _FINDINGS[locale], rows, _WIDTHS[False], (head, body))
    workbook.close()
    return target.getvalue()


def _total(section: Section) -> tuple[Any, ...]:
    open_ones = [finding for finding in section.findings if not finding.allowed]
    counts = (sum(finding.severity is severity for finding in open_ones) for severity in Severity)
    return (section.title, section.file, *counts, len(section.findings) - len(open_ones))


def _rows(section: Section, locale: Locale) -> list[tuple[Any, ...]]:
    return [
        (
            section.title,
            section.file,
            severity_word(finding.severity, locale),
            finding.code,
            where(finding.span, locale),
            finding.message(locale),
            finding.suggestion,
            finding.hint(locale),
            finding.allowed,
        )
        for finding in section.findings
    ]


def _fill(sheet: Worksheet, titles: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[int], formats: tuple[Any, Any]) -> None:
    head, body = formats
    for column, (title, size) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(column, column, size)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            sheet.write(number, column, value, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)
