"""Another document's paragraphs and tables, built in code or read from a file, to be placed by a template."""

from __future__ import annotations

from docxtpl.subdoc import Subdoc as _Subdoc

from reportgen.render import Insertion
from reportgen.render.foreign import subdocument_xml


class Subdoc(_Subdoc):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's sub-document: it adds its pictures, styles and lists to the template's document.

    Ours may stand in every part and several times: its pictures and links are related to the part where it comes out,
    its drawings get ids of their own, and the namespaces that only it declares stay declared.
    """

    def to_xml(self, place: Insertion) -> str:
        """Its paragraphs and tables."""
        return subdocument_xml(self, place)
