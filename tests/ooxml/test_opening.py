"""Files from anybody are opened within bounds, or refused with the reason."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import NotADocx
from reportgen.ooxml import Relationship, open_package, write_archive
from reportgen.ooxml.members import Bounds
from reportgen.ooxml.namespaces import relationship_type
from reportgen.ooxml.relationships import write_relationships
from tests.documents import archive, docx, parts_of, text_of


def refused(source: bytes, **bounds: int) -> NotADocx:
    with pytest.raises(NotADocx) as caught:
        open_package(source, "表.docx", Bounds(**bounds) if bounds else None)
    assert caught.value.finding.span.file == "表.docx"
    assert caught.value.finding.message("zh")
    return caught.value


def changed(**parts: bytes | None) -> bytes:
    whole = {**parts_of(docx("a")), **{name.replace("__", "/"): data for name, data in parts.items()}}
    return archive({name: data for name, data in whole.items() if data is not None})


def retyped(old: str, new: str) -> bytes:
    types = parts_of(docx("a"))["[Content_Types].xml"].decode()
    assert old in types
    return changed(**{"[Content_Types].xml": types.replace(old, new).encode()})


def test_a_word_file_is_opened_with_all_its_parts():
    package = open_package(docx("一、基本情况", header="眉", footnotes=["注"]), "a.docx")
    assert package.main == "word/document.xml"
    assert package.parts("header") == ("word/header.xml",)
    assert package.part("footnotes") == "word/footnotes.xml"
    assert package.part("numbering") == ""
    assert "一、基本情况".encode() in package["word/document.xml"]


@pytest.mark.parametrize(
    ("source", "code", "words"),
    [
        (b"", "P001", "空"),
        (b"{\\rtf1 a}", "P002", "RTF"),
        (b"%PDF-1.7", "P002", "PDF"),
        (b"\xef\xbb\xbf<html><body>", "P002", "网页"),
        (b"what is this", "P002", "未知"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "P003", ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "P004", "密码"),
        (b"PK\x03\x04", "P005", "损坏"),
    ],
)
def test_what_is_no_word_file_is_named(source, code, words):
    finding = refused(source).finding
    assert finding.code == code
    assert words in finding.message("zh")


def test_other_office_files_are_named():
    assert refused(retyped("wordprocessingml.document.main", "spreadsheetml.sheet.main")).finding.message("zh") == (
        "不是 Word 文档，而是Excel 工作簿"
    )
    assert refused(archive({"mimetype": b"application/vnd.oasis.opendocument.text"})).finding.code == "P011"


def test_macros_are_refused():
    assert refused(changed(word__vbaProject=b"x")).finding.code == "P009"
    macro_enabled = retyped(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert refused(macro_enabled).finding.code == "P009"


def test_the_strict_variant_is_refused_by_name():
    rels = parts_of(docx("a"))["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/", b"http://purl.oclc.org/ooxml/officeDocument/relationships/"
    )
    assert refused(changed(**{"_rels/.rels": rels})).finding.code == "P012"


def test_a_word_template_is_opened_as_a_document():
    package = open_package(retyped("document.main+xml", "template.main+xml"))
    assert text_of(write_archive(package)) == ["a"]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_part_is_named(name):
    finding = refused(changed(**{name: None})).finding
    assert (finding.code, finding.values["name"]) == ("P010", name)


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\document2.xml", "C:/x", "word//x.xml", "word/./x.xml"])
def test_names_that_leave_the_package_are_refused(name):
    assert refused(archive({**parts_of(docx("a")), name: b"x"})).finding.code == "P007"


def test_two_parts_of_one_name_are_refused_whatever_their_case():
    assert refused(changed(**{"word/Document.xml": b"<x/>"})).finding.code == "P008"


def test_folders_in_the_archive_are_no_parts():
    package = open_package(archive({"word/": b"", **parts_of(docx("a"))}))
    assert "word/" not in package


def test_a_zip_bomb_is_refused_before_it_is_inflated():
    bomb = changed(**{"word/media/a.png": bytes(40_000_000)})
    assert len(bomb) < 250_000
    assert refused(bomb).finding.message("en").startswith("the file is too large: ratio of compression")
    assert refused(bomb, unzipped=1_000_000).finding.code == "P006"
    assert refused(docx("a"), members=3).finding.code == "P006"
    assert refused(docx("a"), archive=300).finding.code == "P006"


def test_a_size_that_lies_is_found_out():
    honest = archive({**parts_of(docx("a")), "word/media/a.png": bytes(1_000_000)})
    lie = honest.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 1_000))
    assert refused(lie).finding.code == "P005"


def test_a_flipped_bit_is_found_out():
    whole = parts_of(docx("a"))
    stored = bytearray(archive(whole))
    at = stored.find(b"word/document.xml") + 60
    stored[at] ^= 0x10
    assert refused(bytes(stored)).finding.code == "P005"


def test_encrypted_members_are_refused():
    source = bytearray(docx("a"))
    at = source.find(b"PK\x01\x02")
    source[at + 8] |= 1
    assert refused(bytes(source)).finding.code == "P004"


def test_members_that_share_their_bytes_are_refused():
    source = docx("a")
    directory = source.find(b"PK\x01\x02")
    first = struct.unpack_from("<L", source, directory + 42)[0]
    second = source.find(b"PK\x01\x02", directory + 4)
    overlapping = source[: second + 42] + struct.pack("<L", first) + source[second + 46 :]
    assert refused(overlapping).finding.code == "P005"


@given(st.integers(0, 4000), st.binary(max_size=8))
def test_whatever_is_damaged_is_opened_or_refused_by_name(at, noise):
    source = docx("a")
    damaged = source[:at] + noise + source[at + len(noise) :]
    with contextlib.suppress(NotADocx):
        package = open_package(damaged)
        assert all(isinstance(package[name], bytes) for name in package)


def test_content_from_outside_the_file_is_pointed_out():
    rels = write_relationships(
        [Relationship("rId1", relationship_type("attachedTemplate"), "http://evil/x.dotm", True)], "word/settings.xml"
    )
    package = open_package(docx("a", links={"rId9": "https://a.cn"}, parts={"word/_rels/settings.xml.rels": rels}), "a.docx")
    assert [finding.message("zh") for finding in package.findings] == [
        "部件 word/settings.xml 引用了文件之外的内容（attachedTemplate）：http://evil/x.dotm"
    ]
