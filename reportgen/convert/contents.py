"""The pages of a table of contents, as LibreOffice lays the document out.

A copy of the document gets one more page, which says of each heading what number is printed on its page; where that
page stands in the file does not matter, and a cover or pages counted in Roman numerals come out right.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.convert import faults
from reportgen.convert.fonts import fonts_of, substitutes
from reportgen.convert.office import find_office, is_whole, start
from reportgen.findings import Finding
from reportgen.ooxml import Package, open_package, write_archive

_SECONDS = 60.0
_SEPARATE = b'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_PAGE = re.compile(rb"PAGEREF (_Toc\d+) \\h </w:instrText></w:r>" + _SEPARATE + rb'<w:r><w:t xml:space="preserve">([^<]*)</w:t>')
_SAID = re.compile(r"^\s*(_[A-Za-z]+\d+)=(\S+)\s*$", re.M)
_LINE = (
    b'<w:p><w:r><w:t>%s=</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF %s \\h '
    b"</w:instrText></w:r>" + _SEPARATE + b'<w:r><w:t>?</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_LAST_SECTION = b"<w:sectPr"


def with_pages(document: bytes, *, reproducible: bool = False) -> tuple[bytes, list[Finding]]:
    """The document with the pages in its table of contents; itself where it has none.

    Findings: L107 where LibreOffice or poppler is not there, L108 where they cannot tell, L109 where other fonts stood in.
    """
    package = open_package(document, "")
    text = package[package.main]
    names = list(dict.fromkeys(match[1] for match in _PAGE.finditer(text)))
    if not names:
        return document, []
    pages = pages_told(package, text, names)
    if pages is None:
        return document, [faults.NO_PAGES.at()]
    if pages.keys() != set(names):
        return document, [faults.PAGES_NOT_TOLD.at()]
    filled = _PAGE.sub(lambda match: match[0][: match.start(2) - match.start()] + pages[match[1]] + b"</w:t>", text)
    return write_archive(package.with_parts({package.main: filled}), reproducible=reproducible), _doubts(document)


def pages_told(package: Package, text: bytes, names: Sequence[bytes]) -> Mapping[bytes, bytes] | None:
    """By bookmark of the body `text`: the number printed on its page. None without LibreOffice or poppler; {} where they cannot tell."""
    office, reader = find_office(), shutil.which("pdftotext")
    if office is None or reader is None:
        return None
    return _pages(write_archive(package.with_parts({package.main: _asking(text, names)})), office, reader)


def _doubts(document: bytes) -> list[Finding]:
    """That lines may end elsewhere where the document's own fonts are installed."""
    missing = [str(one.values["font"]) for one in substitutes(fonts_of(document))]
    return [faults.PAGES_BY_OTHER_FONTS.at(fonts_zh="、".join(missing), fonts_en=", ".join(missing))] if missing else []


def _asking(text: bytes, names: Sequence[bytes]) -> bytes:
    """The document with the page that says the pages of the headings."""
    lines = [b"<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>", *(_LINE % (name, name) for name in names)]
    end = text.rindex(_LAST_SECTION)
    return text[:end] + b"".join(lines) + text[end:]


def _pages(document: bytes, office: str, reader: str) -> Mapping[bytes, bytes]:
    """By bookmark of a heading: the number on its page."""
    with tempfile.TemporaryDirectory(prefix="reportgen-contents-") as work:
        folder = Path(work)
        source, pdf = folder / "a.docx", folder / "a.pdf"
        source.write_bytes(document)
        if not start(office, [source], folder, folder / "profile", _SECONDS) or not is_whole(pdf):
            return {}
        try:
            said = subprocess.run([reader, str(pdf), "-"], capture_output=True, timeout=_SECONDS, check=True).stdout
        except (OSError, subprocess.SubprocessError):
            return {}
    return {name.encode(): page.encode() for name, page in _SAID.findall(said.decode("utf-8", "replace"))}
