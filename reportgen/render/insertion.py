"""What a value that writes itself is told: where it goes, in which look, and how it may add parts to the document."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from reportgen.compiler.program import Program
from reportgen.compiler.spots import Spot
from reportgen.compiler.tags import Tag
from reportgen.ooxml.styles import Styles
from reportgen.render.state import Rendering


class Insertion(NamedTuple):
    """The place of one value."""

    program: Program
    number: int
    """Of the tag."""
    spot: Spot
    rendering: Rendering
    styles: Styles
    """The template's styles."""

    @property
    def tag(self) -> Tag:
        """The tag that the value stands for."""
        return self.program.tags[self.number]

    @property
    def paragraph_properties(self) -> str:
        """XML of the paragraph's properties, "" for none."""
        return self.spot.paragraph_properties

    @property
    def run_properties(self) -> str:
        """XML of the run's properties, "" for none."""
        return self.spot.run_properties


class WritesItself(Protocol):
    """A value that is more than text: a picture, a document."""

    def to_xml(self, place: Insertion) -> str:
        """XML of any shape: text, runs, or paragraphs and tables; it is fitted to where it goes.

        Raises: FindingsError.
        """
        ...
