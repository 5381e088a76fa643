"""A Word file held against a page format: every rule, in the order in which a reviewer looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from reportgen.findings import Finding
from reportgen.formatting.agreement import agreement
from reportgen.formatting.endings import endings
from reportgen.formatting.letters import letters
from reportgen.formatting.manuscript import Manuscript
from reportgen.formatting.order import order
from reportgen.formatting.page_numbers import page_numbers
from reportgen.formatting.pages import pages
from reportgen.formatting.roles import NUMBERING
from reportgen.formatting.shapes import line_length, shapes
from reportgen.formatting.sheet import Sheet, sheet_of
from reportgen.formatting.spacing import spacing
from reportgen.formatting.sums import sums
from reportgen.formatting.tables import tables
from reportgen.formatting.traces import traces
from reportgen.packs import Profile

Look: TypeAlias = Callable[[Sheet], Iterator[Finding]]

_LOOKS: tuple[Look, ...] = (pages, page_numbers, letters, shapes, line_length, order, endings, spacing, traces, tables, sums, agreement)


def check_format(manuscript: Manuscript, profile: Profile, numbering: Sequence[str] = NUMBERING) -> list[Finding]:
    """What is not as `profile` asks, each kind of fault of each kind of place once.

    Findings: G…, weighed by how binding the profile calls each number.
    """
    return check_sheet(sheet_of(manuscript, profile, numbering))


def check_sheet(sheet: Sheet) -> list[Finding]:
    """The same for a manuscript whose parts are known already."""
    return [finding for look in _LOOKS for finding in look(sheet)]
