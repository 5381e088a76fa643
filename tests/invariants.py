"""What holds for every .docx file that Word and WPS open without complaint; stands on zipfile and lxml alone."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WITHOUT_TEXT = {
    W + name for name in ("document", "body", "hdr", "ftr", "footnote", "endnote", "p", "r", "tbl", "tr", "tc", "pPr", "rPr", "tcPr")
}
_BOXES = [W + name for name in ("body", "hdr", "ftr", "footnote", "endnote", "comment", "tbl", "tr", "tc", "txbxContent")]
_INLINE = {W + name for name in ("r", "t", "hyperlink", "fldSimple", "drawing")}
_CONTENT = {W + name for name in ("p", "tbl")}
_LEFTOVERS = re.compile(r"\{\{|\{%|\{#|%\}|urn:reportgen|[\ufdd0-\ufdef]")
_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}

Parts = dict[str, bytes]
Trees = dict[str, etree._Element]


def check_document(data: bytes, *, leftovers: bool = False) -> None:
    """Raise AssertionError with everything that is wrong with a .docx file; `leftovers` lets template tags stand."""
    faults = faults_of(data, leftovers=leftovers)
    assert not faults, "\n".join(faults)


def faults_of(data: bytes, *, leftovers: bool = False) -> list[str]:
    """What is wrong with a .docx file, one line a fault."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    if repeated := _repeated(names):
        return [f"member twice: {name}" for name in repeated]
    try:
        trees = {name: etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    except etree.XMLSyntaxError as error:
        return [f"not well-formed: {error}"]
    word = {name: root for name, root in trees.items() if root.tag.startswith(W) and not re.search("glossary/|stylesWithEffects", name)}
    found = [*_package_faults(parts, trees), *_id_faults(word), *_reference_faults(word)]
    for name, root in word.items():
        found += (f"{name}: {fault}" for fault in (*_structure_faults(root), *_field_faults(root)))
        if not leftovers and (match := _LEFTOVERS.search(parts[name].decode())):
            found.append(f"{name}: {match[0]!r} is left over")
    return found


def _package_faults(parts: Parts, trees: Trees) -> Iterator[str]:
    """Content types for all, relationships that end somewhere, and all that are named are there."""
    types = trees["[Content_Types].xml"]
    extensions = {element.get("Extension", "").lower() for element in types if element.tag.endswith("Default")}
    overrides = [element.get("PartName", "")[1:] for element in types if element.tag.endswith("Override")]
    yield from (f"content type for {name}, which is not there" for name in overrides if name not in parts)
    yield from (f"content type twice: {name}" for name in _repeated(overrides))
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2].lower() not in extensions:
            yield f"{name} has no content type"
    for name, root in trees.items():
        if name.endswith(".rels"):
            yield from _relationship_faults(name, root, parts)
        else:
            yield from _unrelated(name, root, trees)


def _relationship_faults(name: str, root: etree._Element, parts: Parts) -> Iterator[str]:
    source = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
    if source and source not in parts:
        yield f"{name} has no part"
    yield from (f"{name}: id {rid} twice" for rid in _repeated(one.get("Id", "") for one in root))
    for one in root:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), one.get("Target", "")))[1:]
        if one.get("TargetMode") != "External" and target not in parts:
            yield f"{name}: {one.get('Id')} points at {target}, which is not there"


def _unrelated(name: str, root: etree._Element, trees: Trees) -> Iterator[str]:
    folder, base = posixpath.split(name)
    rels = trees.get(posixpath.join(folder, "_rels", f"{base}.rels"), ())
    known = {one.get("Id") for one in rels}
    for element in root.iter(etree.Element):
        for attribute, value in ((str(key), str(value)) for key, value in element.attrib.items()):
            if attribute.startswith(R) and value and value not in known:
                yield f"{name}: {attribute[len(R) :]}={value} on {element.tag} is no relationship"


def _id_faults(word: Trees) -> Iterator[str]:
    """Ids that Word wants unique in the whole file, or in their part."""
    drawings = [element.get("id", "") for root in word.values() for element in _shown(root, DOC_PR)]
    yield from (f"docPr id {one} twice" for one in _repeated(drawings))
    starts = [element for root in word.values() for element in root.iter(f"{W}bookmarkStart")]
    ends = [element.get(f"{W}id", "") for root in word.values() for element in root.iter(f"{W}bookmarkEnd")]
    ids = [element.get(f"{W}id", "") for element in starts]
    yield from (f"bookmark id {one} twice" for one in _repeated(ids))
    yield from (f"bookmark name {one} twice" for one in _repeated(element.get(f"{W}name", "") for element in starts))
    yield from (f"bookmark {one} has no end, or no start" for one in sorted(set(ids) ^ set(ends)))
    for name, root in word.items():
        paragraphs = [value for element in root.iter(f"{W}p", f"{W}tr") if (value := element.get(f"{W14}paraId"))]
        yield from (f"{name}: paraId {one} twice" for one in _repeated(paragraphs))


def _shown(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Elements but for those in fall-backs, which repeat their original's ids."""
    return (element for element in root.iter(tag) if not any(above.tag == f"{MC}Fallback" for above in element.iterancestors()))


def _reference_faults(word: Trees) -> Iterator[str]:
    """Styles, lists and notes that are named are there."""
    styles = {(one.get(f"{W}type"), one.get(f"{W}styleId")) for root in word.values() for one in root.iter(f"{W}style")}
    lists = {one.get(f"{W}numId") for root in word.values() if root.tag == f"{W}numbering" for one in root.iter(f"{W}num")}
    notes = {
        (kind, one.get(f"{W}id")) for root in word.values() for kind in ("footnote", "endnote", "comment") for one in root.iter(W + kind)
    }
    yield from (
        f"style {one} twice" for one in _repeated(f"{one.get(f'{W}styleId')}" for root in word.values() for one in root.iter(f"{W}style"))
    )
    for name, root in word.items():
        for tag, kind in _STYLES.items():
            wanted = {one.get(f"{W}val") for one in root.iter(W + tag)}
            yield from (f"{name}: {kind} style {one} is not there" for one in sorted(map(str, wanted)) if (kind, one) not in styles)
        for one in root.iter(f"{W}numId"):
            if one.get(f"{W}val") not in lists | {"0"}:
                yield f"{name}: list {one.get(f'{W}val')} is not there"
        for kind in ("footnote", "endnote", "comment"):
            for one in root.iter(f"{W}{kind}Reference"):
                if (kind, one.get(f"{W}id")) not in notes:
                    yield f"{name}: {kind} {one.get(f'{W}id')} is not there"


def _structure_faults(root: etree._Element) -> Iterator[str]:
    """Nothing loose between the boxes, and every box as full as it must be."""
    for element in root.iter(*_WITHOUT_TEXT):
        loose = [element.text or "", *(child.tail or "" for child in element)]
        yield from (f"loose text {text.strip()!r} in {element.tag}" for text in loose if text.strip())
    for cell in root.iter(f"{W}tc"):
        content = [child for child in cell if not child.tag.endswith(("Pr", "bookmarkStart", "bookmarkEnd"))]
        last = content[-1].tag if content else None
        if last not in (f"{W}p", f"{W}sdt", f"{W}customXml"):
            yield f"the last thing in a cell is {last}, not a paragraph"
    for name in ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent"):
        for box in root.iter(W + name) if root.tag != f"{W}settings" else ():  # settings name notes, and hold none
            if not any(child.tag == f"{W}p" for child in box):
                yield f"a {name} without a paragraph"
    for box in root.iter(*_BOXES):
        yield from (f"{child.tag} right in {box.tag}" for child in box if child.tag in _INLINE)
    for paragraph in root.iter(f"{W}p"):
        if any(child.tag in _CONTENT or child.tag in (f"{W}tr", f"{W}tc") for child in paragraph):
            yield "a paragraph right in a paragraph"
    for table in root.iter(f"{W}tbl"):
        yield from _table_faults(table)


def _table_faults(table: etree._Element) -> Iterator[str]:
    """At least one row, one cell a row, spans that fill the grid, and a start above every merged cell."""
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = list(_inside(table, f"{W}tr"))
    if not rows:
        yield "a table without a row"
    open_: set[tuple[int, int]] = set()
    for number, row in enumerate(rows, 1):
        column, above, open_ = _skipped(row, "gridBefore"), open_, set()
        cells = list(_inside(row, f"{W}tc"))
        if not cells:
            yield f"row {number} without a cell"
        for cell in cells:
            span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                open_.add((column, span))
                if merge.get(f"{W}val", "continue") == "continue" and (column, span) not in above:
                    yield f"row {number}, column {column + 1}: merged with nothing above"
            column += span
        column += _skipped(row, "gridAfter")
        if column != columns:
            yield f"row {number} is {column} columns wide, the grid {columns}"


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table, or cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _inside(child, tag)


def _skipped(row: etree._Element, name: str) -> int:
    return _number(row.find(f"{W}trPr/{W}{name}"), 0)


def _number(element: etree._Element | None, default: int) -> int:
    return default if element is None else int(element.get(f"{W}val", default))


def _field_faults(root: etree._Element) -> Iterator[str]:
    """Every complex field begins, and ends, in its story; at most one `separate` between."""
    stack: list[str] = []
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append("begin")
        elif not stack or (kind == "separate" and stack[-1] == "separate"):
            yield f"a field's {kind} without a begin"
        elif kind == "separate":
            stack[-1] = "separate"
        else:
            stack.pop()
    yield from ("a field without an end" for _ in stack)


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
