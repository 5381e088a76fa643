"""YAML to values with positions: every fault of a file in one run, never an exception."""

from reportgen.inputs.reading import read
from reportgen.inputs.scalars import Value
from reportgen.inputs.tree import Path, Tree

__all__ = ["Path", "Tree", "Value", "read"]
