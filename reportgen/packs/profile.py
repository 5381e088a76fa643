"""A page format as the numbers of a Word file: paper, letters, paragraphs, page numbers, and how binding each is."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.packs.demands import Demand, demand_of
from reportgen.packs.measures import Align, Length, Pitch
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Lettering:
    """How letters look."""

    font: str
    """The Chinese face."""
    latin: str
    """The face of Latin letters and digits."""
    size: int
    """In half-points."""
    bold: bool
    spacing: int
    """Added after each letter, in twips."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How a paragraph looks."""

    letters: Lettering
    align: Align
    pitch: Pitch
    first_line: Length
    left: Length
    right: Length
    before: Length
    after: Length


@dataclass(frozen=True, slots=True)
class PageNumber:
    """How pages are numbered."""

    letters: Lettering
    before: str
    """What stands before the number: `— `."""
    after: str
    position: str
    """`outer` (odd pages right, even pages left), `center`, `right`, `left` or `none`."""
    indent: Length
    distance: int
    """From the type area down to the number, in twips."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    """From the paper's upper edge to the header."""
    lines: int
    """On a full page of body text."""
    characters: int
    """In a full line of body text."""

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Profile:
    """A page format, whole: what a pack leaves out is as in GB/T 9704—2012."""

    page: Page
    title: Paragraph
    subtitle: Paragraph
    body: Paragraph
    headings: tuple[Paragraph, ...]
    """By level, the first level's first."""
    table: Paragraph
    table_heading: Paragraph
    caption: Paragraph
    addressee: Paragraph
    attachment: Paragraph
    attachment_note: Paragraph
    signature: Paragraph
    date: Paragraph
    page_number: PageNumber
    rare_faces: tuple[str, str]
    """Of characters of Extension A, and of those beyond the first 65,536."""
    word_styles_win: bool
    """Whether styles that the Word file has stay as they are there."""
    demands: Mapping[str, Mapping[str, str]]
    """What a pack says of how binding its groups are."""

    def demand(self, group: str, aspect: str = "") -> Demand:
        """How binding a number is, and by which clause: `demand("body", "first_line")`, `demand("margins")`."""
        return demand_of(self.demands, group, aspect)

    def look(self, role: str) -> Paragraph | None:
        """How a paragraph that plays a role should look (`body`, `heading2`, `table`, …); None for roles without a look of their own."""
        if role.startswith("heading"):
            level = int(role.removeprefix("heading"))
            return self.headings[level - 1] if level <= len(self.headings) else None
        look = getattr(self, role, None)
        return look if isinstance(look, Paragraph) else None
