"""Government performance reports from YAML, through Word templates, in official format."""

from __future__ import annotations

from reportgen._version import __version__

__all__ = ["__version__"]
