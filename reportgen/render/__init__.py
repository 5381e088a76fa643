"""Context to document: compiled templates rendered in pieces, with values that write themselves."""

from reportgen.render.template import Template

__all__ = ["Template"]
