"""Word documents to PDF and pictures, by LibreOffice and poppler; the only place that starts other programs."""

from __future__ import annotations

from reportgen.convert.contents import with_pages
from reportgen.convert.fonts import fonts_of, substitutes
from reportgen.convert.office import find_office
from reportgen.convert.pages import draw_pages
from reportgen.convert.pool import Conversion, Converted, convert_all

__all__ = [
    "Conversion",
    "Converted",
    "convert_all",
    "draw_pages",
    "find_office",
    "fonts_of",
    "substitutes",
    "with_page_numbers",
    "with_pages",
]
