"""An author's data in canonical form, each value still leading back to its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reportgen.expressions import Record
from reportgen.findings import Span
from reportgen.packs.layers import Path, Positions
from reportgen.values import dataclass


@dataclass(frozen=True)
class Data:
    """Data with English keys, and with numbers and choices as the schema wants them."""

    record: Record
    """Answers Chinese aliases too."""
    positions: Positions
    renamed: Mapping[Path, str | int] = field(default_factory=dict)
    """By canonical path: the key as the author wrote it, where it was another."""
    narratives: tuple[Path, ...] = ()
    """Canonical paths of the texts in narrative markup, in source order."""
    blanks: frozenset[Path] = frozenset()
    """Canonical paths of fields named without a value, which are not in `record`, and of list items without one."""

    pictures: tuple[Path, ...] = ()
    """Canonical paths of the objects that say where a picture is, in source order."""
    charts: tuple[Path, ...] = ()
    """Those of the objects that describe a chart."""

    def written_path(self, path: Path) -> Path:
        """The path in the author's file of the value at the canonical `path`."""
        return tuple(self.renamed.get(path[: depth + 1], step) for depth, step in enumerate(path))

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at the canonical `path`, or of its key."""
        return self.positions.span(self.written_path(path), key=key)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:
        """The place of a stretch of the text at the canonical `path`."""
        return self.positions.locate(self.written_path(path), offset, length)
