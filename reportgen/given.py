"""Values that a program gives where an input file would stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.findings import Finding, Span
from reportgen.values import dataclass


@dataclass(frozen=True)
class Given:
    """Values given by a program; their place is the path that leads to them."""

    value: Any
    findings: tuple[Finding, ...] = ()
    file: str = ""
    lines: tuple[str, ...] = ()

    def span(self, path: Sequence[str | int], *, key: bool = False) -> Span:  # noqa: ARG002 (a program's data has one place a path)
        return Span(".".join(map(str, path)) or "data")

    def locate(self, path: Sequence[str | int], offset: int, length: int = 1) -> Span:  # noqa: ARG002 (as above)
        return self.span(path)
