"""Tables to an Excel workbook: frozen heads, filters, widths, number formats, totals that follow the filter."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from reportgen.batch.summary import Cell, Table

_FONT = "宋体"
_LONGEST_CELL = 32_767
_LINE = 15
"""Points of a line of text."""
_MOST_LINES = 20
_NO_TIME = datetime(1980, 1, 1)
"""A workbook says when it was made; ours says the same every day."""


def workbook(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table; cells hold text and numbers, never formulas from the data."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _NO_TIME})
        book.formats[0].set_font_name(_FONT)
        for table in tables:
            _sheet(book, table)
    return out.getvalue()


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "font_name": _FONT, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True, "valign": "vcenter"})
    formats = {mark: [_format(book, column.format, mark) for column in table.columns] for mark in (False, True)}
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, head)
    for row, cells in enumerate(table.rows, 1):
        sheet.set_row(row, _LINE * max(_lines(cell, column.width) for cell, column in zip(cells, table.columns, strict=True)))
        for number, cell in enumerate(cells):
            _write(sheet, row, number, cell, formats[row - 1 in table.marked][number])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if table.rows:
        _totals(book, sheet, table)


def _lines(cell: Cell, width: float) -> int:
    """How many lines a text takes; not every program works the height of a row out by itself."""
    if not isinstance(cell, str):
        return 1
    half_ems = sum(2 if east_asian_width(character) in "WFA" else 1 for character in cell[: _MOST_LINES * int(width)])
    return min(_MOST_LINES, max(1, math.ceil(half_ems / max(1, width - 1))))


def _format(book: Any, form: str, marked: bool) -> Any:
    look = {"font_name": _FONT, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    if marked:
        look["bg_color"] = "#FCE4D6"
    return book.add_format({**look, **({"num_format": form} if form else {"text_wrap": True})})


def _write(sheet: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, column, float(cell), form)
    elif cell:
        sheet.write_string(row, column, cell[:_LONGEST_CELL], form)
    else:
        sheet.write_blank(row, column, None, form)


def _totals(book: Any, sheet: Any, table: Table) -> None:
    """Sums under the columns that have one, of the rows that the filter shows, an empty row below them."""
    if not any(column.total for column in table.columns):
        return
    row = len(table.rows) + 2
    base = {"bold": True, "font_name": _FONT, "top": 1}
    sheet.write_string(row, 0, "合计", book.add_format(base))
    for number, column in enumerate(table.columns):
        if column.total:
            letter = xlsxwriter.utility.xl_col_to_name(number)
            formula = f"=SUBTOTAL(109,{letter}2:{letter}{len(table.rows) + 1})"
            known = sum((cell for cells in table.rows if isinstance(cell := cells[number], Decimal)), Decimal())
            sheet.write_formula(row, number, formula, book.add_format({**base, "num_format": column.format}), float(known))
