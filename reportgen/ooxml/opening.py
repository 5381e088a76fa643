"""Bytes from anybody to a package that is safe to work on, or the reason why not."""

from __future__ import annotations

from reportgen.errors import NotADocx
from reportgen.findings import Fault, Finding, Span
from reportgen.ooxml.content_types import CONTENT_TYPES_PART, ContentTypes, write_content_types
from reportgen.ooxml.faults import EMPTY_FILE, ENCRYPTED, MACROS, MISSING_PART, NOT_A_ZIP, OLD_WORD, OTHER_OFFICE, STRICT
from reportgen.ooxml.members import Bounds, read_members
from reportgen.ooxml.namespaces import MAIN_TYPE, TEMPLATE_TYPE
from reportgen.ooxml.namespaces import STRICT as STRICT_NAMESPACE
from reportgen.ooxml.package import Package

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (b"{\\rtf", "RTF 文本", "RTF text"),
    (b"%PDF", "PDF", "PDF"),
    (b"<?xml", "XML 或网页", "XML or a web page"),
    (b"<html", "网页", "a web page"),
    (b"<!DOCTYPE", "网页", "a web page"),
)
_OTHER_OFFICES = (
    ("spreadsheetml", "Excel 工作簿", "an Excel workbook"),
    ("presentationml", "PowerPoint 演示文稿", "a PowerPoint presentation"),
)


def open_package(source: bytes, file: str = "", bounds: Bounds | None = None) -> Package:
    """The package in a .docx (or .dotx) file; `file` only serves the messages.

    Raises: NotADocx (P001 to P014).
    """
    if not source.startswith(b"PK"):
        raise NotADocx(_other_kind(source, Span(file)))
    package = Package(read_members(source, file, bounds), file)
    _check_kind(package)
    return _as_document(package)


def _other_kind(source: bytes, span: Span) -> Finding:
    """What bytes that are no zip archive seem to be."""
    if not source:
        return EMPTY_FILE.at(span)
    if source.startswith(_OLE):
        # A .docx with a password is an OLE file around a stream of this name.
        return _plain(ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in source else OLD_WORD, span)
    head = source[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, zh, en in _OTHER_KINDS:
        if head.startswith(mark):
            return NOT_A_ZIP.at(span, kind_zh=zh, kind_en=en)
    return NOT_A_ZIP.at(span, kind_zh="未知格式", kind_en="of unknown kind")


def _plain(fault: Fault, span: Span) -> Finding:
    return fault.at(span)


def _check_kind(package: Package) -> None:
    """See that the archive is a Word document without macros, in the transitional format. Raises: NotADocx."""
    span = Span(package.file)
    if "mimetype" in package and package["mimetype"].startswith(b"application/vnd.oasis"):
        raise NotADocx(OTHER_OFFICE.at(span, kind_zh="OpenDocument 文件", kind_en="an OpenDocument file"))
    for name in (CONTENT_TYPES_PART, "_rels/.rels"):
        if name not in package:
            raise NotADocx(MISSING_PART.at(span, name=name))
    if any(one.type.startswith(STRICT_NAMESPACE) for one in package.relationships()):
        raise NotADocx(STRICT.at(span))
    kind = package.content_types.of(package.main)
    for mark, zh, en in _OTHER_OFFICES:
        if mark in kind:
            raise NotADocx(OTHER_OFFICE.at(span, kind_zh=zh, kind_en=en))
    for name in package:
        if "macroenabled" in kind.lower() or "vbaproject" in name.lower() or "vbaProject" in package.content_types.of(name):
            raise NotADocx(MACROS.at(span, name=name if "vba" in name.lower() else package.main))
    if kind not in (MAIN_TYPE, TEMPLATE_TYPE):
        raise NotADocx(OTHER_OFFICE.at(span, kind_zh=f"“{kind}”", kind_en=f"“{kind}”"))


def _as_document(package: Package) -> Package:
    """A .dotx as a .docx: Word opens a template under the name of a document only with a complaint."""
    types = package.content_types
    if types.of(package.main) == MAIN_TYPE:
        return package
    renamed = ContentTypes(types.defaults, {**types.overrides, package.main: MAIN_TYPE})
    return package.with_parts({CONTENT_TYPES_PART: write_content_types(renamed)})
