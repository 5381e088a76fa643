"""Parts to a zip archive: the same parts give the same bytes, unchanged parts are copied as they lay, text is deflated in batches.

Source: PKWARE APPNOTE 6.3.10, section 4.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from io import BytesIO
from itertools import chain, islice
from typing import Any, Protocol

from isal import isal_zlib

from reportgen.errors import OutputError
from reportgen.ooxml.content_types import CONTENT_TYPES_PART
from reportgen.ooxml.members import DEFLATED, STORED, Member
from reportgen.ooxml.package import Package
from reportgen.values import dataclass

Pieces = Iterable[str] | Iterable[bytes]
"""A part in pieces, all of them text or all of them UTF-8 bytes."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8 = 0x800
_TIME, _DATE = 0, 0x21
"""Midnight of 1980-01-01, the first moment that a zip archive knows."""
_BATCH = 128 * 1024
_LIMIT = 0xFFFF_FFFF
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif")
_FIRST = (CONTENT_TYPES_PART, "_rels/.rels")
"""What comes first, so that programs that look only at an archive's beginning know it for a Word file."""


class Sink(Protocol):
    """Where an archive goes: a file, or `BytesIO`."""

    def write(self, data: bytes, /) -> object: ...


@dataclass(frozen=True)
class Frame:
    """A package ready to be written many times with other text in some of its parts.

    Everything that does not change lies ready, headers and all, and is only copied.
    """

    entries: Mapping[str, _Entry]
    reproducible: bool = False
    """Deflate by zlib, whose bytes are the same on every processor, rather than by isal, which is ten times as fast."""

    @classmethod
    def of(cls, package: Package, dynamic: Iterable[str] = (), *, reproducible: bool = False) -> Frame:
        """A frame for `package`; the parts named in `dynamic` will be given at each writing and are left out here."""
        left_out = frozenset(dynamic)
        names = [name for name in _FIRST if name in package] + [name for name in package if name not in _FIRST]
        deflate = _SAME if reproducible else _SMALL
        return cls({name: _entry(name, package.members[name], deflate) for name in names if name not in left_out}, reproducible)

    def write(self, sink: Sink, parts: Mapping[str, Pieces | bytes | Member]) -> None:
        """Write the archive: the frame's parts, with `parts` instead of or besides them.

        A part given as `bytes` is a whole part, a `Member` is packed already; any other is drawn piece by piece and deflated.
        Raises: OutputError beyond 4 GiB, and whatever the pieces or the sink raise.
        """
        deflate = _SAME if self.reproducible else _FAST
        archive = _Archive(sink)
        if parts.keys().isdisjoint(self.entries) and parts.keys().isdisjoint(_FIRST):
            archive.copy(*self._unchanged)
        else:
            for name in _FIRST:
                archive.add(_entry(name, parts[name], deflate) if name in parts else self.entries.get(name))
            for name, entry in self.entries.items():
                archive.add(None if name in parts or name in _FIRST else entry)
        for name, content in parts.items():
            archive.add(None if name in _FIRST else _entry(name, content, deflate))
        archive.close()

    def pack(self, name: str, batches: Iterable[bytes]) -> Member:
        """A part to be written, deflated batch by batch as it is drawn.

        Raises: OutputError beyond 4 GiB, and whatever the batches raise.
        """
        crc, size, data = _deflated(name, batches, _SAME if self.reproducible else _FAST)
        return Member(name, DEFLATED, crc, size, b"".join(data))

    @cached_property
    def _unchanged(self) -> tuple[bytes, bytes, int]:
        """All entries in one piece, their lines of the directory, and their number."""
        sink = BytesIO()
        archive = _Archive(sink)
        for entry in self.entries.values():
            archive.add(entry)
        return sink.getvalue(), b"".join(archive.directory), archive.count


def write_archive(package: Package, *, reproducible: bool = False) -> bytes:
    """A package's .docx file."""
    sink = BytesIO()
    Frame.of(package, reproducible=reproducible).write(sink, {})
    return sink.getvalue()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member as it will lie in the archive."""

    local: bytes
    """Local header and name."""
    data: tuple[bytes, ...]
    central: bytes
    """Its line of the directory, up to the offset."""
    name: bytes
    length: int


@dataclass(slots=True)
class _Archive:
    """An archive being written."""

    sink: Sink
    offset: int = 0
    count: int = 0
    directory: list[bytes] = field(default_factory=list)

    def add(self, entry: _Entry | None) -> None:
        if entry is None:
            return
        write = self.sink.write
        write(entry.local)
        for chunk in entry.data:
            write(chunk)
        self.directory += (entry.central, self.offset.to_bytes(4, "little"), entry.name)
        self.count += 1
        self.offset += entry.length
        if self.offset > _LIMIT:
            raise OutputError("the document would be larger than 4 GiB")

    def copy(self, entries: bytes, directory: bytes, count: int) -> None:
        """Begin with entries that were put together before."""
        self.sink.write(entries)
        self.directory.append(directory)
        self.offset, self.count = len(entries), count

    def close(self) -> None:
        directory = b"".join(self.directory)
        self.sink.write(directory + _END.pack(b"PK\x05\x06", 0, 0, self.count, self.count, len(directory), self.offset, 0))


def _entry(name: str, content: Member | Pieces | bytes, deflate: _Deflater) -> _Entry:
    if isinstance(content, Member):
        return _framed(name, content.method, content.crc, content.size, (content.data,))
    if isinstance(content, bytes) and name.endswith(_PACKED_ALREADY):
        return _framed(name, STORED, isal_zlib.crc32(content), len(content), (content,))
    batches = (content,) if isinstance(content, bytes) else batched(content)
    return _framed(name, DEFLATED, *_deflated(name, batches, deflate))


def _deflated(name: str, batches: Iterable[bytes], deflate: _Deflater) -> tuple[int, int, tuple[bytes, ...]]:
    crc, size, data = deflate(batches)
    if size > _LIMIT:
        raise OutputError(f"part {name} would be larger than 4 GiB")
    return crc, size, data


def _framed(name: str, method: int, crc: int, size: int, data: tuple[bytes, ...]) -> _Entry:
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8
    packed = sum(map(len, data))
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, method, _TIME, _DATE, crc, packed, size, len(encoded), 0) + encoded
    central = _CENTRAL.pack(
        b"PK\x01\x02", _VERSION, _VERSION, flags, method, _TIME, _DATE, crc, packed, size, len(encoded), 0, 0, 0, 0, 0, 0
    )
    return _Entry(local, data, central[:-4], encoded, len(local) + packed)


def batched(pieces: Pieces) -> Iterator[bytes]:
    """The pieces in batches near `_BATCH` bytes, so that no loop of ours turns once a piece."""
    source: Iterator[Any] = iter(pieces)
    first = next(source, b"")
    text = isinstance(first, str)
    source = chain((first,), source)
    count = 256
    while taken := list(islice(source, count)):
        batch = "".join(taken).encode() if text else b"".join(taken)
        yield batch
        count = max(1, min(16 * count, len(taken) * _BATCH // max(1, len(batch))))


@dataclass(frozen=True, slots=True)
class _Deflater:
    """A way to deflate: compressor and check sum of one library, at one level."""

    compressor: Callable[[int, int, int], Any]
    check: Callable[[bytes, int], int]
    level: int

    def __call__(self, batches: Iterable[bytes]) -> tuple[int, int, tuple[bytes, ...]]:
        """Check sum, size and deflated chunks of a part."""
        packer, check = self.compressor(self.level, DEFLATED, -15), self.check
        crc = size = 0
        chunks = []
        for batch in batches:
            crc = check(batch, crc)
            size += len(batch)
            chunks.append(packer.compress(batch))
        chunks.append(packer.flush())
        return crc, size, tuple(chunks)


_FAST = _Deflater(isal_zlib.compressobj, isal_zlib.crc32, 1)
_SMALL = _Deflater(isal_zlib.compressobj, isal_zlib.crc32, 3)
"""For what is deflated once and written many times."""
_SAME = _Deflater(zlib.compressobj, zlib.crc32, 6)
