"""Another document's paragraphs and tables, built in code or read from a file, to be placed by a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docxtpl.subdoc import Subdoc as _Subdoc
from lxml import etree

from reportgen.ooxml.namespaces import R, qn

if TYPE_CHECKING:
    from reportgen.render import Insertion


class Subdoc(_Subdoc):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's sub-document: it adds its pictures, styles and lists to the template's document.

    Ours may stand in every part and several times: its pictures and links are related to the part where it comes out,
    its drawings get ids of their own, and the namespaces that only it declares stay declared.
    """

    def to_xml(self, place: Insertion) -> str:
        """Its paragraphs and tables."""
        return "".join(_block_xml(block, self.subdocx.part, place) for block in self._blocks())

    def _get_xml(self) -> str:
        """Its paragraphs and tables as they stand, for whoever makes text of it."""
        return "".join(etree.tostring(block, encoding="unicode", with_tail=False) for block in self._blocks())

    def _blocks(self) -> list[Any]:
        return [block for block in self.subdocx.element.body if block.tag != qn("w:sectPr")]


def _block_xml(block: Any, part: Any, place: Insertion) -> str:
    copy = etree.fromstring(etree.tostring(block, with_tail=False))
    drawings = copy.findall(f".//{qn('wp:docPr')}")
    for drawing in drawings:
        drawing.set("id", "\ufdd2")
    for element in copy.iter():
        for name, value in element.items():
            if str(name).startswith(f"{{{R}}}") and value in part.rels:
                element.set(name, _related(part.rels[value], str(value), place))
    xml = etree.tostring(copy, encoding="unicode")
    return xml.replace("\ufdd2", place.rendering.drawing_id()) if drawings else xml


def _related(relation: Any, id_: str, place: Insertion) -> str:
    """The id, in the part being written, of what a relationship of the template's document leads to."""
    rendering = place.rendering
    package = rendering.package
    if rendering.part == package.main and any(one.id == id_ for one in package.relationships(package.main)):
        return id_
    if relation.is_external:
        return rendering.draft.relate(rendering.part, relation.reltype, relation.target_ref, external=True)
    target = relation.target_part
    if target.content_type.startswith("image/"):
        return rendering.add_picture(target.blob, target.content_type, target.partname.ext)
    return id_
