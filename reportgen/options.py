"""How documents are wanted."""

from __future__ import annotations

from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are wanted; `pack` and `kind` go before those that the input names."""

    pack: str | None = None
    kind: str | None = None
    draft: bool = False
    """Print what is missing, highlighted, instead of refusing it."""
    checks: bool = True
    """Run the pack's rules and those over prose."""
    strict: bool = False
    """Let warnings block as errors do."""
    contents: bool = False
    """Let LibreOffice work out the pages of tables of contents."""
    reproducible: bool = False
    """Deflate documents by zlib, whose bytes are the same on every processor; the fast way may differ."""
    render: bool = True
    """Make documents; else only find what speaks against them."""
