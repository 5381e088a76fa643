"""Another document's paragraphs and tables, built in code or read from a file, to be placed by a template."""

from __future__ import annotations

from typing import Any

from docxtpl.subdoc import Subdoc as _Subdoc
from lxml import etree

_SECTION = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"


class Subdoc(_Subdoc):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's sub-document, which adds its pictures, styles and lists to the template's document; ours says its XML in full.

    docxtpl cuts the namespace declarations off with the body's own tags, so that what only the sub-document declares is lost.
    """

    def _get_xml(self) -> str:
        blocks: list[Any] = [block for block in self.subdocx.element.body if block.tag != _SECTION]
        return "".join(etree.tostring(block, encoding="unicode", with_tail=False) for block in blocks)

    def __str__(self) -> str:
        return self._get_xml()

    def __html__(self) -> str:
        return self._get_xml()
