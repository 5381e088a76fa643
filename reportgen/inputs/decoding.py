"""Bytes to lines of text, whatever editor saved them."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import NamedTuple

from reportgen.findings import Fault
from reportgen.inputs import character_faults as faults
from reportgen.inputs.source import MOST_FINDINGS, Edit, Source
from reportgen.regexes import regex

MOST_BYTES = 5 * 1024 * 1024
_MOST_BAD_BYTES = 100
_BINARY = (
    (b"PK\x03\x04", "Word/Excel: .docx, .xlsx"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel: .doc, .xls"),
    (b"%PDF-", "PDF"),
)
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MULTIBYTE = regex(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = regex(r"\r\n?|\n")
_SEPARATORS = "\x85\u2028\u2029"

ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that YAML or XML 1.0 refuses, and Unicode's noncharacters, which compiled templates use as marks."""
_ZERO_WIDTH = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_PRIVATE = "\ue000-\uf8ff"
_INVISIBLE = regex(f"{ILLEGAL.pattern}|[{_SEPARATORS}]|(?P<zero>[{_ZERO_WIDTH}])|(?P<private>[{_PRIVATE}])")


class _Text(NamedTuple):
    """Decoded text, and where and which the bytes are that were none."""

    encoding: str
    text: str
    bad: list[tuple[int, int]]


def decode(source: bytes, file: str) -> tuple[Source, bool]:
    """The lines of a file, and whether they may be read as YAML.

    Findings: Y001 to Y009.
    """
    refused = Source(file, [""])
    if len(source) > MOST_BYTES:
        refused.report(faults.TOO_LARGE, 0, 0, size=len(source), limit=MOST_BYTES)
        return refused, False
    for magic, kind in _BINARY:
        if source.startswith(magic):
            refused.report(faults.NOT_TEXT, 0, 0, kind=kind)
            return refused, False
    decoded = _decode(source)
    lines = Source(file, _LINE_END.split(decoded.text) if "\r" in decoded.text else decoded.text.split("\n"))
    if "\0" in decoded.text:
        lines.report(faults.NOT_TEXT, *_position(decoded.text, decoded.text.index("\0")), kind="UTF-16, no BOM")
        return lines, False
    _report_encoding(lines, decoded)
    # None of them is printable, which is told far more quickly.
    if not decoded.text.replace("\n", "").isprintable() and _INVISIBLE.search(decoded.text):
        _mend_invisible(lines)
    return lines, True


def _decode(source: bytes) -> _Text:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if source.startswith(mark):
            return _decode_as(source[len(mark) :], encoding)
    utf8 = _decode_as(source, "utf-8")
    if not utf8.bad:
        return utf8
    # UTF-8 proves itself: text in faults.GB18030 holds next to none of its sequences, a damaged file in UTF-8 holds many.
    if len(utf8.bad) * 10 <= len(_MULTIBYTE.findall(source)):
        return utf8
    gb18030 = _decode_as(source, "gb18030")
    return gb18030 if len(gb18030.bad) < len(utf8.bad) else utf8


def _decode_as(source: bytes, encoding: str) -> _Text:
    pieces: list[str] = []
    bad: list[tuple[int, int]] = []
    start = length = 0
    while len(bad) < _MOST_BAD_BYTES:
        try:
            return _Text(encoding, "".join([*pieces, source[start:].decode(encoding)]), bad)
        except UnicodeDecodeError as error:
            pieces += [source[start : start + error.start].decode(encoding), "\ufffd"]
            length += len(pieces[-2]) + 1
            bad.append((length - 1, source[start + error.start]))
            start += error.end
    return _Text(encoding, "".join([*pieces, source[start:].decode(encoding, "replace")]), bad)


def _report_encoding(lines: Source, decoded: _Text) -> None:
    if decoded.encoding == "gb18030":
        lines.report(faults.GB18030, 0, 0)
    elif decoded.encoding.startswith("utf-16"):
        lines.report(faults.UTF16, 0, 0)
    for offset, byte in decoded.bad:
        row, column = _position(decoded.text, offset)
        lines.report(faults.BAD_BYTE, row, column, column + 1, byte=byte, encoding=decoded.encoding.upper())


def _position(text: str, offset: int) -> tuple[int, int]:
    before = _LINE_END.split(text[:offset])
    return len(before) - 1, len(before[-1])


def _mend_invisible(lines: Source) -> None:
    for row, line in enumerate(lines.written):
        matches = list(islice(_INVISIBLE.finditer(line), MOST_FINDINGS))
        if not matches:
            continue
        edits = [Edit(row, *match.span(), _instead(match)) for match in matches]
        rest = matches[-1].end()
        suggestion = _INVISIBLE.sub(_instead, line)
        for match in matches:
            lines.report(
                _fault(match), row, *match.span(), suggestion=suggestion if suggestion != line else "", character=f"U+{ord(match[0]):04X}"
            )
        lines.mend([*edits, Edit(row, rest, len(line), _INVISIBLE.sub(_instead, line[rest:]))])


def _fault(match: re.Match[str]) -> Fault:
    if match["zero"] or match["private"]:
        return faults.ZERO_WIDTH if match["zero"] else faults.PRIVATE_CHARACTER
    return faults.LINE_SEPARATOR if match[0] in _SEPARATORS else faults.CONTROL_CHARACTER


def _instead(match: re.Match[str]) -> str:
    return match["private"] or (" " if match[0] in _SEPARATORS else "")
