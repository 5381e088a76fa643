"""A Word file as lines of text and formatting, so that two files that a reader cannot tell apart give the same lines."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNSEEN = {
    f"{W}{name}"
    for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "noProof", "tblLook", "cnfStyle", "tblPrEx")
} | {f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}" for name in ("extLst", "avLst")}
"""What shows nowhere on the page."""
_FIELDS = ("title", "subject", "creator", "description", "identifier", "language")
"""The document properties that docxtpl fills in."""

Relations = Mapping[str, str]


def lines_of(data: bytes, parts: tuple[str, ...] = ("document", "header", "footer", "footnotes")) -> list[str]:
    """Every part of these kinds, block by block, and the document properties; neighbouring runs of one format are one."""
    files = _files(data)
    found = []
    for name in sorted(files):
        if posixpath.dirname(name) == "word" and posixpath.basename(name).removesuffix(".xml").rstrip("0123456789") in parts:
            found += [name, *_blocks(etree.fromstring(files[name]), _relations(files, name), 1)]
    return found + _properties(files)


def _files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _properties(files: Mapping[str, bytes]) -> list[str]:
    if "docProps/core.xml" not in files:
        return []
    texts = {etree.QName(e).localname: e.text for e in etree.fromstring(files["docProps/core.xml"])}
    if texts.get("title") == "Word Document":  # what python-docx gives a document without properties
        return []
    return [f"{field}: {texts[field]}" for field in _FIELDS if texts.get(field)]


def _relations(files: Mapping[str, bytes], name: str) -> Relations:
    """What each relationship of a part leads to: the URL, or a digest of the target's bytes."""
    folder, base = posixpath.split(name)
    rels = files.get(f"{folder}/_rels/{base}.rels")
    if rels is None:
        return {}
    found = {}
    for one in etree.fromstring(rels):
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            media = hashlib.sha256(files.get(path, b"missing")).hexdigest()[:8]
            target = media if path.startswith(("word/media", "word/embeddings")) else posixpath.basename(path)
        found[one.get("Id", "")] = target
    return found


def _blocks(parent: etree._Element, relations: Relations, depth: int) -> Iterator[str]:
    """The lines of what stands in a body, cell, note or text box."""
    pad = "  " * depth
    for element in parent:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        if element.tag == f"{W}p":
            yield from _paragraph(element, relations, pad)
        elif _is_properties(element):
            yield pad + _shown(element, relations)
        else:
            name = etree.QName(element).localname
            yield pad + name + _attributes(element, relations)
            yield from _blocks(element, relations, depth + 1)


def _paragraph(element: etree._Element, relations: Relations, pad: str) -> Iterator[str]:
    properties = element.find(f"{W}pPr")
    yield f"{pad}p {_shown(properties, relations) if properties is not None else ''}".rstrip()
    text, look = "", ""
    for piece_look, piece in _pieces(element, relations, ""):
        if piece_look != look and text:
            yield f"{pad}  {text!r} {look}".rstrip()
            text = ""
        text, look = text + piece, piece_look
    if text:
        yield f"{pad}  {text!r} {look}".rstrip()


def _pieces(parent: etree._Element, relations: Relations, around: str) -> Iterator[tuple[str, str]]:
    """(format, text) of everything that a paragraph shows."""
    for element in parent:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.tag == f"{W}pPr":
            continue
        if element.tag == f"{W}r":
            properties = element.find(f"{W}rPr")
            look = around + (_shown(properties, relations) if properties is not None else "")
            for child in element:
                if child.tag != f"{W}rPr" and child.tag not in _UNSEEN and (text := _text(child, relations)):
                    yield around if child.tag == f"{W}drawing" else look, text
        else:
            name = etree.QName(element).localname + _attributes(element, relations)
            yield from _pieces(element, relations, f"{around}{name}>")


def _text(element: etree._Element, relations: Relations) -> str:
    """What a run's child shows; blanks at the ends of a text count only where they are preserved."""
    if element.tag == f"{W}t":
        text = element.text or ""
        return text if element.get(_SPACE) == "preserve" else text.strip(" \n\t\r")
    if element.tag == f"{W}tab":
        return "⇥"
    if element.tag == f"{W}br":
        return "↡" if element.get(f"{W}type") == "page" else "↵"
    inner = "".join(_inner(element, relations))
    return f"<{etree.QName(element).localname}{_attributes(element, relations)}{inner}>"


def _inner(element: etree._Element, relations: Relations) -> Iterator[str]:
    if element.tag == f"{W}txbxContent":
        yield " | ".join(line.strip() for line in _blocks(element, relations, 0))
        return
    if element.text and element.text.strip():
        yield f" {element.text.strip()}"
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield f" {etree.QName(child).localname}{_attributes(child, relations)}{''.join(_inner(child, relations))}"


def _is_properties(element: etree._Element) -> bool:
    return element.tag.startswith(W) and element.tag.endswith(("Pr", "Grid"))


def _shown(properties: etree._Element, relations: Relations) -> str:
    """Properties in one line, in an order of their own: docxtpl does not keep the schema's."""
    shown = sorted(_property(child, relations) for child in properties if isinstance(child.tag, str) and child.tag not in _UNSEEN)
    if properties.tag == f"{W}tblGrid":
        shown = [child.get(f"{W}w", "") for child in properties]
    name = etree.QName(properties).localname
    return f"{name}[{' '.join(one for one in shown if one)}]" if any(shown) else ""


def _property(element: etree._Element, relations: Relations) -> str:
    value = element.get(f"{W}val")
    if element.tag == f"{W}gridSpan" and value == "1":
        return ""
    if element.tag == f"{W}vMerge" and value == "continue":
        return "vMerge"
    children = "".join(sorted(_property(child, relations) for child in element if child.tag not in _UNSEEN))
    if element.tag == f"{W}rPr" and not children:
        return ""
    return etree.QName(element).localname + _attributes(element, relations) + (f"{{{children}}}" if children else "")


def _attributes(element: etree._Element, relations: Relations) -> str:
    """Attributes that a reader can see; relationships as what they lead to."""
    shown = []
    for key, value in sorted(element.attrib.items()):
        name = etree.QName(key).localname
        if key.startswith(W14) or key == _SPACE or name.startswith("rsid") or (name == "id" and not key.startswith((W, R))):
            continue
        if (name.startswith("dist") and value == "0") or (name == "name" and not key.startswith(W)):
            continue
        if name == "val" and value in ("1", "true", "on") and not len(element):
            continue
        shown.append(f"{name}={relations.get(value, 'dangling') if key.startswith(R) else value}")
    return f"({','.join(shown)})" if shown else ""
