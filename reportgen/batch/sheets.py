"""Workbooks and CSV files to sheets of plain cells."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.batch import faults
from reportgen.findings import Finding, Span
from reportgen.opening import read_start
from reportgen.values import dataclass

Cell = str | int | Decimal | bool | None
MOST_BYTES = 20 * 1024 * 1024
MOST_CELLS = 5_000_000
MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name, the head of each column, and its rows with their numbers."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]

    def place(self, row: int, column: int) -> str:
        """A cell as its reader finds it, such as `单位!C5`."""
        return f"{self.name}!{letters(column)}{row}" if self.name else f"{letters(column)}{row}"


def read_sheets(path: Path) -> tuple[list[Sheet], list[Finding]]:
    """The sheets of an .xlsx, .xls, .ods or .csv file that hold anything. Findings: W002, W017."""
    span = Span(path.as_posix())
    try:
        content = read_start(path, MOST_BYTES)
    except OSError as error:
        return [], [faults.UNREADABLE.at(span, path=path, reason=error.strerror or error)]
    if len(content) > MOST_BYTES:
        return [], [faults.NOT_A_TABLE.at(span, path=path, detail_zh="文件太大", detail_en="the file is too large")]
    try:
        named = [("", _separated(content))] if path.suffix.lower() == ".csv" else list(_workbook(content))
    except (ValueError, csv.Error) as error:
        return [], [faults.NOT_A_TABLE.at(span, path=path, detail_zh=error, detail_en=error)]
    sheets = [sheet for name, rows in named if (sheet := _sheet(name, rows)) is not None]
    if not sheets:
        return [], [faults.NOT_A_TABLE.at(span, path=path, detail_zh="里面没有内容", detail_en="it holds nothing")]
    return sheets, []


def letters(column: int) -> str:
    """A column's letters, from 0: A, B, … Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _workbook(content: bytes) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Raises: ValueError when it is none."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_width * sheet.total_height > MOST_CELLS or sheet.total_width > MOST_COLUMNS:
                raise ValueError(f"{name}: {sheet.total_height} × {sheet.total_width}")
            yield name, [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise ValueError(str(error)) from error


def _separated(content: bytes) -> list[list[Cell]]:
    """Rows of CSV, in UTF-8 or, as Chinese Excel writes it, GB 18030. Raises: ValueError, csv.Error."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return [[cell.strip() or None for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


def _cell(value: Any) -> Cell:
    """A cell's value: numbers as they print, dates as 2023-12-31."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return int(number) if number == number.to_integral_value() else number
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _sheet(name: str, rows: Sequence[Sequence[Cell]]) -> Sheet | None:
    """The first row that holds anything is the head; empty rows are passed over."""
    filled = [(number, tuple(row)) for number, row in enumerate(rows, 1) if any(cell is not None for cell in row)]
    if not filled:
        return None
    (_, head), *rest = filled
    return Sheet(name, tuple("" if cell is None else str(cell).strip() for cell in head), tuple(rest))
