"""A zip archive to its members, within bounds and with every check sum verified.

Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4; ECMA-376 Part 2, Annex B.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from isal import isal_zlib
from isal.igzip_lib import IsalError

from reportgen.errors import NotADocx
from reportgen.findings import Finding, Span
from reportgen.ooxml.faults import DAMAGED_ARCHIVE, DUPLICATE_PART, ENCRYPTED, TOO_LARGE, UNSAFE_NAME
from reportgen.values import dataclass

STORED, DEFLATED = 0, 8
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_MiB = 1024 * 1024
MOST_BYTES = 128 * _MiB
"""Of a Word file."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a file from somebody else may ask of this machine; sizes in bytes."""

    archive: int = MOST_BYTES
    members: int = 4096
    unzipped: int = 512 * _MiB
    ratio: int = 200
    """Unzipped to zipped, looked at where the unzipped size is beyond `harmless`."""
    harmless: int = 32 * _MiB


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, as it lies there."""

    name: str
    method: int
    crc: int
    size: int
    """Bytes when inflated."""
    data: bytes

    def content(self) -> bytes:
        """The bytes themselves, inflated anew at each call."""
        if self.method == STORED:
            return self.data
        return isal_zlib.decompressobj(-15).decompress(self.data, self.size + 1)


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the archive's central directory."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def read_members(source: bytes, file: str = "", bounds: Bounds | None = None) -> dict[str, Member]:
    """The members of an archive by name, in its own order; folders left out.

    Raises: NotADocx (P004 to P008).
    """
    bounds = bounds or Bounds()
    span = Span(file)
    records = list(_records(source, span, bounds))
    _check_names(records, span)
    _check_sizes(records, source, span, bounds)
    return {record.name: _member(source, record, span) for record in records}


def _records(source: bytes, span: Span, bounds: Bounds) -> Iterator[_Record]:
    """The lines of the central directory."""
    count, size, offset = _directory(source, span)
    if count > bounds.members:
        raise NotADocx(_too_large(span, "部件数", "number of parts", count, bounds.members))
    if len(source) > bounds.archive:
        raise NotADocx(_too_large(span, "字节数", "bytes", len(source), bounds.archive))
    position, end = offset, offset + size
    for _ in range(count):
        if position + _CENTRAL.size > end:
            raise NotADocx(_damaged(span, "目录不完整", "its directory is cut short"))
        fields = _CENTRAL.unpack_from(source, position)
        length, extra, comment = fields[10:13]
        start = position + _CENTRAL.size
        position = start + length + extra + comment
        if fields[0] != b"PK\x01\x02" or position > end:
            raise NotADocx(_damaged(span, "目录不完整", "its directory is cut short"))
        name = source[start : start + length].decode("utf-8" if fields[3] & 0x800 else "cp437", "replace")
        if not name.endswith("/"):
            yield _Record(name, fields[3], fields[4], fields[7], fields[8], fields[9], fields[16])


def _directory(source: bytes, span: Span) -> tuple[int, int, int]:
    """Number of entries, size and offset of the central directory."""
    at = source.rfind(b"PK\x05\x06", max(0, len(source) - 65_557))
    if at < 0 or at + _END.size > len(source):
        raise NotADocx(_damaged(span, "压缩包没有结尾，文件可能没有复制完整", "the archive has no end, it was perhaps not copied whole"))
    _, disk, _, _, count, size, offset, _ = _END.unpack_from(source, at)
    if disk or count == 0xFFFF or 0xFFFFFFFF in (size, offset) or offset + size != at:
        raise NotADocx(_damaged(span, "压缩包的目录不在应在的位置", "the archive's directory is not where it should be"))
    return count, size, offset


def _check_names(records: list[_Record], span: Span) -> None:
    seen = set()
    for record in records:
        name = record.name
        if "\\" in name or ":" in name or "\0" in name or any(step in ("", ".", "..") for step in name.split("/")):
            raise NotADocx(UNSAFE_NAME.at(span, name=repr(name)))
        if name.casefold() in seen:
            raise NotADocx(DUPLICATE_PART.at(span, name=name))
        seen.add(name.casefold())


def _check_sizes(records: list[_Record], source: bytes, span: Span, bounds: Bounds) -> None:
    total, packed = sum(r.size for r in records), sum(r.packed for r in records)
    if total > bounds.unzipped:
        raise NotADocx(_too_large(span, "解压后的字节数", "bytes unzipped", total, bounds.unzipped))
    if total > bounds.harmless and total > packed * bounds.ratio:
        raise NotADocx(_too_large(span, "压缩比", "ratio of compression", total // max(packed, 1), bounds.ratio))
    by_offset = sorted(records, key=lambda r: r.offset)
    ends = [r.offset + _LOCAL.size + len(r.name) + r.packed for r in by_offset]
    overlap = any(end > following.offset for end, (_, following) in zip(ends, pairwise(by_offset), strict=False))
    if overlap or (ends and ends[-1] > len(source)):
        raise NotADocx(_damaged(span, "压缩包内的部件互相重叠", "parts of the archive overlap"))


def _member(source: bytes, record: _Record, span: Span) -> Member:
    """A member with its bytes, inflated once to see that they are whole."""
    if record.flags & 1:
        raise NotADocx(ENCRYPTED.at(span))
    fields = _LOCAL.unpack_from(source, record.offset)
    start = record.offset + _LOCAL.size + fields[9] + fields[10]
    data = source[start : start + record.packed]
    if fields[0] != b"PK\x03\x04" or len(data) != record.packed or record.method not in (STORED, DEFLATED):
        raise NotADocx(_damaged(span, f"部件 {record.name} 读不出", f"part {record.name} cannot be read"))
    member = Member(record.name, record.method, record.crc, record.size, data)
    if not _is_whole(member):
        raise NotADocx(_damaged(span, f"部件 {record.name} 的校验和不符", f"the check sum of part {record.name} is wrong"))
    return member


def _is_whole(member: Member) -> bool:
    try:
        content = member.content()
    except IsalError:  # type: ignore[misc]  # untyped in isal's stubs
        return False
    return len(content) == member.size and isal_zlib.crc32(content) == member.crc


def _damaged(span: Span, detail_zh: str, detail_en: str) -> Finding:
    return DAMAGED_ARCHIVE.at(span, detail_zh=detail_zh, detail_en=detail_en)


def _too_large(span: Span, what_zh: str, what_en: str, actual: int, limit: int) -> Finding:
    return TOO_LARGE.at(span, what_zh=what_zh, what_en=what_en, actual=f"{actual:,}", limit=f"{limit:,}")
