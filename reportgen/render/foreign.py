"""Values of docxtpl's classes, written as ours are: pictures and sub-documents in every part, rich text as the schema wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from os import fspath
from typing import Any

from reportgen.ooxml.namespaces import A, R, qn
from reportgen.ooxml.quoting import quoted
from reportgen.regexes import regex
from reportgen.render.insertion import Insertion
from reportgen.render.pictures import Image

_NAMED = regex(r"<(wp:docPr|pic:cNvPr)\b([^>]*)/>")
_ANY_ID = "\ufdd2"
_RUN_PROPERTIES = regex("<w:rPr>(.*?)</w:rPr>", re.S)
_PROPERTY = regex(r"<w:(\w+)[^>]*/>")
_FONT = regex('w:ascii="([^"]*)"')
_SEQUENCE = "rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign rtl lang"
_ORDER = {name: rank for rank, name in enumerate(_SEQUENCE.split())}


def foreign_xml(value: Any, place: Insertion) -> str | None:
    """The XML of a value of one of these classes; None for any other.

    Raises: FindingsError (T024).
    """
    for kind in type(value).__mro__:
        writer = _WRITERS.get((kind.__module__, kind.__qualname__))
        if writer is not None:
            return writer(value, place)
    return None


def markup_of(value: Any) -> str:
    """The XML that a value says it is; that of docxtpl's rich text in the schema's order, its fonts for all scripts."""
    xml = str(value.__html__())
    return _RUN_PROPERTIES.sub(_in_order, xml) if type(value).__module__ == "docxtpl.richtext" else xml


def _in_order(properties: re.Match[str]) -> str:
    found = sorted(_PROPERTY.finditer(properties[1]), key=lambda one: _ORDER.get(one[1], len(_ORDER)))
    return f"<w:rPr>{''.join(_completed(one[0]) for one in found)}</w:rPr>"


def _completed(xml: str) -> str:
    """A font for Chinese too, a pattern for the shading."""
    if xml.startswith("<w:rFonts ") and "w:eastAsia=" not in xml:
        return _FONT.sub(r'w:ascii="\1" w:eastAsia="\1"', xml)
    if xml.startswith("<w:shd ") and "w:val=" not in xml:
        return xml.replace("<w:shd ", '<w:shd w:val="clear" w:color="auto" ')
    return xml


def picture_xml(image: Any, place: Insertion) -> str:
    """A run with the picture of an `InlineImage`: `image_descriptor` (a path or file object), `width`, `height`, `anchor` (a URL).

    Raises: FindingsError (T024).
    """
    source = image.image_descriptor
    if hasattr(source, "read"):
        source.seek(0)
        source = source.read()
    else:
        source = fspath(source)
    xml = Image(source, image.width, image.height).to_xml(place)
    if not image.anchor:
        return xml
    link = place.rendering.draft.relate(place.rendering.part, "hyperlink", image.anchor, external=True)
    click = f'<a:hlinkClick xmlns:a="{A}" xmlns:r="{R}" r:id={quoted(link)}/>'
    return _NAMED.sub(rf"<\1\2>{click}</\1>", xml)


def subdocument_xml(document: Any, place: Insertion) -> str:
    """The paragraphs and tables of a `Subdoc`: `subdocx`, whose relationships are those of `docx`, both python-docx documents."""
    blocks = [block for block in document.subdocx.element.body if block.tag != qn("w:sectPr")]
    return "".join(_block_xml(block, document.docx.part.rels, place) for block in blocks)


def _block_xml(block: Any, relations: Mapping[str, Any], place: Insertion) -> str:
    from lxml import etree

    copy = etree.fromstring(etree.tostring(block, with_tail=False))
    for element in copy.iter():
        for name, value in element.items():
            if str(name).startswith(f"{{{R}}}") and value in relations:
                element.set(name, _related(relations[str(value)], str(value), place))
    drawings = copy.findall(f".//{qn('wp:docPr')}")
    for drawing in drawings:
        drawing.set("id", _ANY_ID)
    xml = etree.tostring(copy, encoding="unicode")
    return xml.replace(_ANY_ID, place.rendering.drawing_id()) if drawings else xml


def _related(relation: Any, id_: str, place: Insertion) -> str:
    """The id, in the part being written, of what a relationship of the sub-document's document leads to."""
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


_WRITERS: Mapping[tuple[str, str], Callable[[Any, Insertion], str]] = {
    ("docxtpl.inline_image", "InlineImage"): picture_xml,
    ("docxtpl.subdoc", "Subdoc"): subdocument_xml,
}
"""By module and name, so that docxtpl need not be imported to know its values."""
