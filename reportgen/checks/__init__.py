"""Checks over finished data and text, and what an author lets stand in spite of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checks.allowances import allow, common_complaints, marked
from reportgen.checks.checking import all_rules, check, weighed
from reportgen.checks.document import Document, Fact, Paragraph
from reportgen.checks.reading import document_of
from reportgen.checks.rule import Hit, Rule
from reportgen.on_demand import on_demand

if TYPE_CHECKING:
    from reportgen.checks.comparison import Trace, across, trace
    from reportgen.checks.fixing import mendable

__all__ = [
    "Document",
    "Fact",
    "Hit",
    "Paragraph",
    "Rule",
    "Trace",
    "across",
    "all_rules",
    "allow",
    "check",
    "common_complaints",
    "document_of",
    "marked",
    "mendable",
    "trace",
    "weighed",
]

_HOMES = {
    "reportgen.checks.comparison": ("Trace", "across", "trace"),
    "reportgen.checks.fixing": ("mendable",),
}
__getattr__ = on_demand(__name__, _HOMES)
