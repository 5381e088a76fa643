"""Inputs to begin with: a commented skeleton of a kind's fields, or last year's input made ready for the next year."""

from reportgen.drafting.rolling import rolled
from reportgen.drafting.skeleton import skeleton

__all__ = ["rolled", "skeleton"]
