"""Rules over tables as they stand on the page: width, and a head on every page."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.findings import Finding
from reportgen.formatting import trace_faults as faults
from reportgen.formatting.pages import NEAR, margins_of
from reportgen.formatting.saying import mm_words
from reportgen.formatting.sections import Section
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs import Demand

_LEAST_LONG = 30
"""Rows that one page surely does not hold."""
_OUTSIDE = 4 * NEAR
"""Cell margins reach a little beyond the text on both sides; a few millimetres are nothing."""


def tables(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G501, G502."""
    sections = sheet.manuscript.sections
    for table in sheet.manuscript.tables:
        if table.nested:
            continue
        place = [sheet.at(table.place)]
        room = _room(sheet, sections[table.section]) if table.section < len(sections) else 0
        if room and table.width > room + _OUTSIDE:
            widths = {"shown": mm_words(table.width), "wanted": mm_words(table.width - room)}
            yield from found(faults.WIDE_TABLE, Demand("usual"), place, **widths)
        if len(table.rows) >= _LEAST_LONG and not table.headed:
            yield from found(faults.NO_HEAD, Demand("practice"), place, shown=len(table.rows))


def _room(sheet: Sheet, section: Section) -> int:
    """How wide text may be; margins that are too wide are told by themselves."""
    margins = margins_of(sheet.profile.page, landscape=section.landscape)
    return max(section.text_width, section.width - margins["left"] - margins["right"])
