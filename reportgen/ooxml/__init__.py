"""The .docx file format: packages, parts, relationships and the zip around them; knows nothing of templates."""

from reportgen.ooxml.archive import Frame, write_archive
from reportgen.ooxml.draft import Draft
from reportgen.ooxml.members import MOST_BYTES
from reportgen.ooxml.opening import open_package
from reportgen.ooxml.package import Package
from reportgen.ooxml.relationships import Relationship
from reportgen.ooxml.xml import parse, serialize

__all__ = ["MOST_BYTES", "Draft", "Frame", "Package", "Relationship", "open_package", "parse", "serialize", "write_archive"]
