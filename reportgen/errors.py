"""The exception tree: what a caller did wrong, and what the outside world refused.

Faults in a user's data, template or document are never exceptions but findings (see `reportgen.findings`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.findings import Finding


class ReportgenError(Exception):
    """Base of every exception that reportgen raises on purpose."""


class NotADocx(ReportgenError):
    """The bytes are no Word document that may be opened: damaged, encrypted, too large or holding macros.

    `finding` says which, with the file, in both languages.
    """

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


class PackNotFound(ReportgenError):
    """No folder of the search path holds a pack of this name; `finding` says so in both languages, with the packs there are."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


class FindingsError(ReportgenError):
    """A plain API call met faults that block; `findings` holds all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in findings))


class OutputError(ReportgenError):
    """A document could not be written: full disk, unwritable folder, file held open."""
