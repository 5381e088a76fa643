"""Any Word file as its reader sees it: the look of every letter, the part of every paragraph, and what is not as a page format asks."""

from reportgen.formatting.checking import check_format
from reportgen.formatting.looks import Letters, Shape, characters
from reportgen.formatting.manuscript import Block, Cell, Manuscript, Run, Table
from reportgen.formatting.parts import HEADINGS, Part, Role, words_of
from reportgen.formatting.reading import open_manuscript, read_manuscript, read_part
from reportgen.formatting.roles import roles
from reportgen.formatting.sections import Section

__all__ = [
    "HEADINGS",
    "Block",
    "Cell",
    "Letters",
    "Manuscript",
    "Part",
    "Role",
    "Run",
    "Section",
    "Shape",
    "Table",
    "characters",
    "check_format",
    "open_manuscript",
    "read_manuscript",
    "read_part",
    "roles",
    "words_of",
]
