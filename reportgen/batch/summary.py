"""A run as tables for the bureau: a row a document, and a row a finding to send back."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from reportgen.batch import faults
from reportgen.batch.publishing import Outcome
from reportgen.batch.writing import write_whole
from reportgen.errors import FindingsError, OutputError, PackNotFound
from reportgen.figures import Column, columns_of
from reportgen.findings import Finding, Locale, Severity, Span, in_order
from reportgen.packs import Pack, load
from reportgen.search import Search
from reportgen.values import dataclass

Cell = str | Decimal | None
_STATUS = {
    "built": ("已生成", "built"),
    "kept": ("没有变化", "unchanged"),
    "blocked": ("未生成", "not built"),
}
_WEIGHT = {Severity.ERROR: ("错误", "error"), Severity.WARNING: ("警告", "warning"), Severity.NOTICE: ("提示", "notice")}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a text that a spreadsheet may run as a formula."""
_MOST_DIGITS = 300
"""Before the point; spreadsheets hold numbers up to 10³⁰⁸."""

_BEFORE, _EXCERPT = 15, 60
"""Characters of a source line: before the fault, and in all."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, columns and rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    marked: frozenset[int] = frozenset()
    """Rows that a reader should not miss, from 0."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Both sheets."""

    documents: Table
    findings: Table


def summarise(outcomes: Sequence[Outcome], search: Search, locale: Locale, further: Iterable[Finding] = ()) -> Summary:
    """The tables of a run; `further` are findings of no document. Columns come from the packs of the documents."""
    packs = _packs(outcomes, search)
    return Summary(_documents(outcomes, packs, locale), _findings(outcomes, further, locale))


def write_summary(summary: Summary, path: Path) -> None:
    """Write the summary as a workbook or, where `path` ends in .csv, its documents only.

    Raises: FindingsError with W016 or W005.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from reportgen.batch.workbook import workbook

        content = workbook([summary.documents, summary.findings])
    elif suffix == ".csv":
        content = comma_separated(summary.documents)
    else:
        raise FindingsError([faults.SUMMARY_KIND.at(Span(str(path)), path=path)])
    try:
        write_whole(path, content)
    except OutputError as error:
        raise FindingsError([faults.NOT_WRITTEN.at(Span(str(path)), output=path, reason=error)]) from error


def comma_separated(table: Table) -> bytes:
    """A table as CSV that Excel and WPS read as UTF-8; no text in it can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.title for column in table.columns)
    for row in table.rows:
        writer.writerow(f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row)
    return text.getvalue().encode("utf-8-sig")


def _packs(outcomes: Sequence[Outcome], search: Search) -> dict[str, Pack]:
    """The packs of the documents by name, in the order in which they first appear."""
    packs: dict[str, Pack] = {}
    for outcome in outcomes:
        name = str(outcome.entry.get("pack", ""))
        if name and name not in packs:
            with contextlib.suppress(PackNotFound):
                packs[name] = load(name, search.folders(outcome.job.beside))
    return packs


def _columns(packs: Mapping[str, Pack]) -> list[Column]:
    """The columns of all packs."""
    columns: dict[str, Column] = {}
    for pack in packs.values():
        for column in columns_of(pack.summary):
            columns.setdefault(column.title, column)
    return list(columns.values())


def _kind(outcome: Outcome, packs: Mapping[str, Pack], zh: bool) -> str:
    """What a document is, in the words of its pack where these are asked for."""
    pack = packs.get(str(outcome.entry.get("pack", "")))
    kind = pack.kind(outcome.kind) if pack and zh else None
    return kind.title if kind else outcome.kind


def _documents(outcomes: Sequence[Outcome], packs: Mapping[str, Pack], locale: Locale) -> Table:
    zh = locale == "zh"
    columns = _columns(packs)
    ends = (
        ("文种", "模板包", "结果", "错误", "警告", "文件", "输入")
        if zh
        else ("Kind", "Pack", "Result", "Errors", "Warnings", "File", "Input")
    )
    widths, formats = (32, 14, 10, 8, 8, 36, 36), ("", "", "", "0", "0", "", "")
    own = [Column(title, format=form, width=width, total=bool(form)) for title, width, form in zip(ends, widths, formats, strict=True)]
    rows = ((*_values(outcome, columns), _kind(outcome, packs, zh), *_result(outcome, zh)) for outcome in outcomes)
    marked = frozenset(number for number, outcome in enumerate(outcomes) if outcome.blocked)
    return Table("汇总" if zh else "Summary", (*columns, *own), tuple(rows), marked)


def _values(outcome: Outcome, columns: Sequence[Column]) -> Iterable[Cell]:
    values = outcome.entry.get("values", {})
    for column in columns:
        text = values.get(column.title)
        yield _number(text) if column.format else text


def _result(outcome: Outcome, zh: bool) -> Iterable[Cell]:
    weights = [finding.severity for finding in outcome.findings if not finding.allowed]
    status = _STATUS.get(outcome.entry["status"], ("", ""))[not zh]
    yield from (outcome.entry.get("pack", ""), status)
    yield from (Decimal(weights.count(Severity.ERROR)), Decimal(weights.count(Severity.WARNING)))
    yield from (outcome.output.as_posix() if outcome.entry["output_digest"] else None, outcome.job.input)


def _number(text: str | None) -> Cell:
    """The number of a text; one that no spreadsheet can hold stays a text."""
    try:
        number = Decimal(text) if text else None
    except InvalidOperation:
        return text
    return number if number is None or (number.is_finite() and number.adjusted() < _MOST_DIGITS) else text


def _findings(outcomes: Sequence[Outcome], further: Iterable[Finding], locale: Locale) -> Table:
    zh = locale == "zh"
    titles = ("文件", "行", "列", "级别", "代码", "问题", "怎么办", "原文") if zh else _ENGLISH_TITLES
    widths, formats = (36, 7, 7, 8, 8, 60, 50, 50), ("", "0", "0", "", "", "", "", "")
    columns = tuple(Column(title, format=form, width=width) for title, width, form in zip(titles, widths, formats, strict=True))
    everything = in_order([*(finding for outcome in outcomes for finding in outcome.findings), *further])
    told = [finding for finding in everything if not finding.allowed]
    marked = frozenset(number for number, finding in enumerate(told) if finding.blocks)
    return Table("问题清单" if zh else "Findings", columns, tuple(_finding_row(finding, locale) for finding in told), marked)


_ENGLISH_TITLES = ("File", "Line", "Column", "Severity", "Code", "Finding", "What to do", "Source")


def _finding_row(finding: Finding, locale: Locale) -> tuple[Cell, ...]:
    span = finding.span
    place = (Decimal(span.line), Decimal(span.column)) if span.line else (None, None)
    weight = _WEIGHT[finding.severity][locale != "zh"]
    start = max(0, span.column - _BEFORE)
    words = span.source[start : start + _EXCERPT].strip() or (span.place.words if span.place else "")
    return (span.file, *place, weight, finding.code, finding.message(locale), finding.hint(locale), words)
