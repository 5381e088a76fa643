"""A pack in one .zip file, as it is sent to another office: read within bounds, never unpacked to disk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from reportgen.errors import NotADocx
from reportgen.findings import Finding, Span
from reportgen.packs import faults

PACK_FILE = "pack.yaml"
SUFFIX = ".zip"
_MOST = 64 * 1024 * 1024
"""Bytes of the file, and of all that it holds."""
_MOST_FILES = 512
_ADDED = ("__MACOSX/",)
"""Folders that systems add."""

Contents = tuple[Mapping[str, bytes], tuple[Finding, ...]]


def contents(path: Path) -> Contents:
    """The files of a zipped pack by name, and what is wrong with it. Findings: K113."""
    try:
        state = path.stat()
    except OSError:
        return {}, ()
    if not S_ISREG(state.st_mode):  # a pipe would keep us waiting for ever
        return {}, ()
    if state.st_size > _MOST:
        return {}, (_bad(path, f"超过 {_MOST:,} 字节", f"it has more than {_MOST:,} bytes"),)
    return _contents(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _contents(path: Path, _changed: int, _size: int) -> Contents:
    """The same, read anew where the file has changed."""
    from reportgen.ooxml.members import Bounds, read_members

    try:
        members = read_members(path.read_bytes(), path.as_posix(), Bounds(_MOST, _MOST_FILES, _MOST, harmless=_MOST // 8))
    except OSError as error:
        reason = error.strerror or str(error)
        return {}, (_bad(path, reason, reason),)
    except NotADocx as error:
        return {}, (_bad(path, error.finding.message("zh"), error.finding.message("en")),)
    files = _at_the_top({_readable(name): member.content() for name, member in members.items() if not name.startswith(_ADDED)})
    if PACK_FILE not in files:
        return files, (_bad(path, f"里面没有 {PACK_FILE}", f"it holds no {PACK_FILE}"),)
    return files, ()


def _bad(path: Path, zh: str, en: str) -> Finding:
    return faults.BAD_ZIP.at(Span(path.as_posix()), name=path.name, detail_zh=zh, detail_en=en)


def _at_the_top(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pack's own files, whether it was zipped by its files or as one folder; what lies deeper is no part of a pack."""
    tops = {name.partition("/")[0] for name in files if "/" in name}
    if len(tops) == 1 and all("/" in name for name in files):
        files = {name.partition("/")[2]: content for name, content in files.items()}
    return {name: content for name, content in files.items() if "/" not in name}


def _readable(name: str) -> str:
    """A name as it was typed: Chinese Windows writes names in GBK without saying so, which reads as cp437."""
    try:
        written = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
