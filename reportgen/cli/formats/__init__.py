"""What `check` found, written for people and for other programs; a module per format, imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.findings import Finding
from reportgen.values import dataclass

NAMES = ("text", "json", "sarif", "xlsx", "docx")


@dataclass(frozen=True, slots=True)
class Section:
    """A file and what is told about it."""

    file: str
    unit: str
    findings: Sequence[Finding]

    @property
    def title(self) -> str:
        """The department where it is known, else the file."""
        return self.unit or self.file
