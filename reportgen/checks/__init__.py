"""Checks over finished data and text, and what an author lets stand in spite of them."""

from reportgen.checks.allowances import allow

__all__ = ["allow"]
