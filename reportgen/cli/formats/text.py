"""Findings as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.cli.formats import Section
from reportgen.cli.showing import counted, shown, terminal_columns
from reportgen.findings import Locale


def write(sections: Sequence[Section], locale: Locale) -> str:
    """All findings, and how many there are."""
    columns = terminal_columns()
    found = [finding for section in sections for finding in section.findings]
    nothing = "没有发现问题" if locale == "zh" else "nothing found"
    summary = counted([finding for finding in found if not finding.allowed], locale) or nothing
    return "\n".join([*(shown(finding, locale, columns) for finding in found), summary]) + "\n"
