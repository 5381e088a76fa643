"""The .docx file format: packages, parts, relationships and the zip around them; knows nothing of templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.on_demand import on_demand
from reportgen.ooxml.archive import Frame, write_archive
from reportgen.ooxml.members import MOST_BYTES
from reportgen.ooxml.package import Package
from reportgen.ooxml.relationships import Relationship

if TYPE_CHECKING:
    from reportgen.ooxml.draft import Draft
    from reportgen.ooxml.opening import open_package
    from reportgen.ooxml.xml import parse, serialize

__all__ = ["MOST_BYTES", "Draft", "Frame", "Package", "Relationship", "open_package", "parse", "serialize", "write_archive"]

_HOMES = {
    "reportgen.ooxml.draft": ("Draft",),
    "reportgen.ooxml.opening": ("open_package",),
    "reportgen.ooxml.xml": ("parse", "serialize"),
}
__getattr__ = on_demand(__name__, _HOMES)
