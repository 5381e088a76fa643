"""docxtpl's interface on reportgen's engine: who renders with docxtpl changes one import line.

    from reportgen.docxtpl import DocxTemplate, RichText, Listing, InlineImage

`docs/docxtpl.md` lists where the two differ, and why.
"""

from typing import TYPE_CHECKING, Any

from reportgen.docxtpl.compiling import FaultyTemplate
from reportgen.docxtpl.inline_image import InlineImage
from reportgen.docxtpl.listing import Listing
from reportgen.docxtpl.rich_text import RichText, RichTextParagraph
from reportgen.docxtpl.template import DocxTemplate

if TYPE_CHECKING:
    from reportgen.docxtpl.subdoc import Subdoc

R = RichText
RP = RichTextParagraph

__all__ = ["RP", "DocxTemplate", "FaultyTemplate", "InlineImage", "Listing", "R", "RichText", "RichTextParagraph", "Subdoc"]


def __getattr__(name: str) -> Any:
    """`Subdoc` only when it is asked for: it brings python-docx along."""
    if name == "Subdoc":
        from reportgen.docxtpl.subdoc import Subdoc

        return Subdoc
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
