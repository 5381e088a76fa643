"""Qualified names of the elements that the compiler handles."""

from __future__ import annotations

from typing import Final

from reportgen.ooxml.namespaces import XML, qn

TEMPLATE: Final = "urn:reportgen:template"
TAG: Final = f"{{{TEMPLATE}}}tag"
PARAGRAPH: Final = qn("w:p")
RUN: Final = qn("w:r")
TEXT: Final = qn("w:t")
TABLE: Final = qn("w:tbl")
ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
RUN_PROPERTIES: Final = qn("w:rPr")
CELL_PROPERTIES: Final = qn("w:tcPr")
SECTION: Final = qn("w:sectPr")
VALUE: Final = qn("w:val")
SPACE: Final = f"{{{XML}}}space"
RARE_STYLES = ("Rare Characters", "Rare Characters B")
"""Names of the character styles of Extension A, and of what lies beyond the first 65,536 characters."""
