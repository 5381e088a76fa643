"""Namespaces, relationship types and content types of WordprocessingML packages.

Source: ECMA-376 Part 1 (transitional namespaces in Part 4) and Part 2.
"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 (the prefix that every Word file uses)
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
XML = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"
"""How every namespace and relationship type of the strict variant begins."""

PREFIXES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "c": C, "mc": MC, "m": M, "v": V, "o": O, "w14": W14, "w15": W15, "xml": XML}

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def qn(name: str) -> str:
    """The full name of `w:p` as lxml writes it: `{namespace}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


def relationship_type(kind: str) -> str:
    """The relationship type of `header`, `styles`, `image`, `hyperlink`, …"""
    return f"{R}/{kind}"


def part_type(kind: str) -> str:
    """The content type of a WordprocessingML part: `header`, `styles`, `numbering`, `footnotes`, …"""
    return f"{_WORD_TYPE}{kind}+xml"
