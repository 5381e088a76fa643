"""One rendering under way: what it adds to the package, and the ids that it hands out."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.findings import Finding
from reportgen.ooxml import Draft, Package


@dataclass(slots=True)
class Rendering:
    """The state of one rendering; belongs to one thread."""

    package: Package
    next_id: int = 1
    """The next free number for drawings."""
    part: str = ""
    """The part being written."""
    findings: list[Finding] = field(default_factory=list)
    _draft: Draft | None = None

    @property
    def draft(self) -> Draft:
        """Where new parts and relationships go."""
        if self._draft is None:
            self._draft = Draft(self.package)
        return self._draft

    def changes(self) -> dict[str, bytes]:
        """The parts that this rendering added or changed, besides those of the template's programs."""
        return self._draft.changes() if self._draft is not None else {}

    def drawing_id(self) -> int:
        """A number that no other drawing of the document has."""
        self.next_id += 1
        return self.next_id - 1
