"""Fields with their results: what Word works out anew when asked, and every other program prints as it stands."""

from __future__ import annotations

from reportgen.render.text import TEXT_OPENING


def field(code: str, result: str, properties: str = "") -> str:
    """The runs of a field; `code` and `result` are escaped, `properties` the XML of the result's `w:rPr`."""
    return f"{field_start(code, properties)}<w:r>{properties}{TEXT_OPENING}{result}</w:t></w:r>{field_end(properties)}"


def field_start(code: str, properties: str = "") -> str:
    """The runs before a field's result."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """The run behind a field's result."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
