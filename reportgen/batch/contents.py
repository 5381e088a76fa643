"""Digests of Word files by what their parts hold, which do not depend on who deflated them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from reportgen.fingerprints import digest

_END = struct.Struct("<4s4H2IH")
_PART = struct.Struct("<4s6H3I5H2I")
"""A line of the directory; its check sum, size and lengths of name and further fields are the 8th, 10th and 11th to 13th value."""


def document_digest(document: bytes) -> str:
    """SHA-256 of the names, sizes and check sums of all parts; of the bytes where they are no archive as Word and we write it."""
    try:
        parts = sorted(_parts(document))
    except (struct.error, ValueError):
        return digest(document)
    return digest(b"".join(parts))


def document_on_disk(path: Path) -> str:
    """The digest of a document; "" where there is none that can be read, or something else than a file."""
    try:
        return document_digest(path.read_bytes()) if path.is_file() else ""  # a pipe would keep us waiting for ever
    except OSError:
        return ""


def _parts(document: bytes) -> Iterator[bytes]:
    """Each part as it stands in the directory. Raises: struct.error, ValueError where there is none."""
    mark, _, _, _, count, length, offset, _ = _END.unpack_from(document, max(len(document) - _END.size, 0))
    if mark != b"PK\x05\x06" or not count or offset + length + _END.size != len(document):
        raise ValueError("not an archive")
    for _ in range(count):
        line = _PART.unpack_from(document, offset)
        if line[0] != b"PK\x01\x02":
            raise ValueError("not a directory")
        name = document[offset + _PART.size : offset + _PART.size + line[10]]
        yield b"%b\0%d\0%08x\n" % (name, line[9], line[7])
        offset += _PART.size + line[10] + line[11] + line[12]
