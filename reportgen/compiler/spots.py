"""Where a tag's value goes: in text, between runs, paragraphs, cells or rows, or in an attribute."""

from __future__ import annotations

from typing import Literal

from reportgen.ooxml.namespaces import qn
from reportgen.values import dataclass

Kind = Literal["text", "run", "paragraph", "row", "cell", "attribute", "plain"]

_SPAN = qn("w:gridSpan")
_FILL = qn("w:fill")


@dataclass(frozen=True, slots=True)
class Spot:
    """The surroundings of one tag."""

    kind: Kind = "plain"
    path: tuple[str, ...] = ()
    """Names of the elements around it, innermost first."""
    paragraph_properties: str = ""
    run_properties: str = ""
    """XML of the `w:pPr` and `w:rPr` that hold here."""
    opening: str = ""
    closing: str = ""
    """Start and end tags between the paragraph and the run: hyperlinks, content controls."""
    heading: str = ""
    """The mark at the start of a paragraph that is a numbered heading."""
    under: int = 0
    """Level of the numbered heading that stands above in the template, 0 for none."""

    @property
    def spans(self) -> bool:
        """Whether the value is the number of columns that a cell spans."""
        return self.path[1:2] == (_SPAN,)

    @property
    def shades(self) -> bool:
        """Whether the value is the colour of a shading."""
        return self.path[:1] == (_FILL,)
