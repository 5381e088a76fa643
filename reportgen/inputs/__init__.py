"""YAML to values with positions: every fault of a file in one run, never an exception."""

from reportgen.inputs.decoding import MOST_BYTES
from reportgen.inputs.extents import Extent
from reportgen.inputs.reading import read
from reportgen.inputs.scalars import Value
from reportgen.inputs.tree import Path, Tree

__all__ = ["MOST_BYTES", "Extent", "Path", "Tree", "Value", "read"]
