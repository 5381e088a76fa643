"""A document's digest is that of what it holds, whoever deflated it."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from reportgen.batch.contents import document_digest, document_on_disk
from reportgen.fingerprints import digest
from reportgen.options import Options
from tests.batch.conftest import Build
from tests.batch.packs import put_input
from tests.documents import docx


def packed_anew(document: bytes, level: int, **changed: bytes) -> bytes:
    """A Word file deflated by the standard library, its parts in another order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as after:
        for name in sorted(before.namelist()):
            after.writestr(name, changed.get(name.removesuffix(".xml").replace("/", "_"), before.read(name)))
    return out.getvalue()


def test_deflated_anew_a_document_has_the_same_digest() -> None:
    document = docx("正文")
    assert document_digest(packed_anew(document, 1)) == document_digest(packed_anew(document, 9)) == document_digest(document)
    assert packed_anew(document, 1) != packed_anew(document, 9)


def test_another_word_gives_another_digest() -> None:
    document = docx("正文")
    changed = packed_anew(document, 6, word_document=b"<x/>")
    assert document_digest(changed) != document_digest(document)
    assert document_digest(docx("正本")) != document_digest(document)


def test_what_is_no_archive_or_half_of_one_is_told_by_its_bytes() -> None:
    document = docx("正文")
    for other in (b"", b"PK", b"mine", document[:-1], document[: len(document) // 2], document + b"x"):
        assert document_digest(other) == digest(other)


def test_a_document_that_is_not_there_has_no_digest(tmp_path: Path) -> None:
    assert document_on_disk(tmp_path / "none.docx") == ""
    assert document_on_disk(tmp_path) == ""


def test_a_document_that_another_machine_deflated_is_as_we_left_it(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    output = build().outcomes[0].output
    output.write_bytes(packed_anew(output.read_bytes(), 9))
    assert build().outcomes[0].entry["why"] == ["unchanged"]
    put_input(office / "inputs", "a.yaml", title="新题")
    assert build().outcomes[0].output == output


def test_reproducible_documents_say_the_same_and_are_deflated_by_zlib(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    fast = build().outcomes[0]
    fast_bytes = fast.output.read_bytes()
    same = build(options=Options(reproducible=True)).outcomes[0]
    assert same.entry["why"] == ["options changed"]
    assert same.entry["output_digest"] == fast.entry["output_digest"]
    for name, data in deflated(same.output.read_bytes()).items():
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        assert data == packer.compress(zlib.decompress(data, -15)) + packer.flush(), name
    assert deflated(fast_bytes) != deflated(same.output.read_bytes())


def deflated(document: bytes) -> dict[str, bytes]:
    """The parts as they are packed."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        starts = {one.filename: (one.header_offset + 30 + len(one.filename), one.compress_size) for one in archive.infolist()}
    return {name: document[start : start + size] for name, (start, size) in starts.items()}
