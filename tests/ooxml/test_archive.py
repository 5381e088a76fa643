"""Packages are written to the same bytes each time, unchanged parts as they lay."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.ooxml import Frame, open_package, write_archive
from tests.audit import audit
from tests.documents import docx, p, parts_of, picture, png, text_of
from tests.invariants import check_document

MAIN = "word/document.xml"


def written(frame: Frame, **parts: object) -> bytes:
    sink = io.BytesIO()
    frame.write(sink, {name.replace("__", "/"): content for name, content in parts.items()})
    return sink.getvalue()


def test_what_is_opened_and_written_again_says_the_same():
    source = docx("绩效", p(picture("rId50")), header="眉", images={"rId50": png()})
    again = write_archive(open_package(source))
    assert parts_of(again) == parts_of(source)
    check_document(again)
    assert audit(again) == []


def test_the_same_package_gives_the_same_bytes():
    source = docx("绩效")
    assert write_archive(open_package(source)) == write_archive(open_package(source))
    assert write_archive(open_package(source), reproducible=True) == write_archive(open_package(source), reproducible=True)


def test_unchanged_members_are_copied_without_being_deflated_again():
    source = docx("绩效")
    styles = zipfile.ZipFile(io.BytesIO(source)).getinfo("word/styles.xml")
    copied = zipfile.ZipFile(io.BytesIO(write_archive(open_package(source)))).getinfo("word/styles.xml")
    assert (copied.compress_size, copied.CRC) == (styles.compress_size, styles.CRC)


@pytest.mark.parametrize("reproducible", [False, True])
@pytest.mark.parametrize("kind", [str, bytes])
def test_a_part_is_written_from_pieces_of_text_or_bytes(reproducible, kind):
    package = open_package(docx("{}"))
    before, after = package[MAIN].decode().split("{}")
    pieces = [before, *(f"第{n}项，" for n in range(20_000)), after]
    frame = Frame.of(package, [MAIN], reproducible=reproducible)
    data = written(frame, **{MAIN: (piece if kind is str else piece.encode() for piece in pieces)})
    assert text_of(data) == ["".join(pieces[1:-1])]
    assert written(frame, **{MAIN: iter(pieces)}) == data
    check_document(data)


@given(st.lists(st.one_of(st.text(max_size=5), st.integers(0, 300_000).map("绩".__mul__)), max_size=30))
def test_how_a_text_is_cut_does_not_matter(pieces):
    frame = Frame.of(open_package(docx("a")), [MAIN])
    assert parts_of(written(frame, **{MAIN: pieces}))[MAIN].decode() == "".join(pieces)


def test_pieces_are_drawn_as_they_are_written_and_never_joined():
    longest = 0

    class Watched(io.BytesIO):
        def write(self, data, /):
            nonlocal longest
            longest = max(longest, len(data))
            return super().write(data)

    frame = Frame.of(open_package(docx("a")), [MAIN])
    noise = (bytes((n * 7919 + i * i) % 251 for i in range(1000)) for n in range(3000))
    frame.write(Watched(), {MAIN: noise})
    assert longest < 1_000_000


def test_a_part_may_be_replaced_and_another_added():
    package = open_package(docx("a"))
    data = written(
        Frame.of(package, [MAIN]), **{MAIN: [package[MAIN]], "[Content_Types].xml": package["[Content_Types].xml"], "x.png": b"1"}
    )
    assert parts_of(data) == {**parts_of(docx("a")), "x.png": b"1"}
    assert zipfile.ZipFile(io.BytesIO(data)).namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_pictures_are_not_deflated_a_second_time():
    data = written(Frame.of(open_package(docx("a"))), **{"word/media/a.png": png()})
    assert zipfile.ZipFile(io.BytesIO(data)).getinfo("word/media/a.png").compress_type == zipfile.ZIP_STORED
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_members_bear_no_date_of_their_own():
    data = write_archive(open_package(docx("a")))
    assert {member.date_time for member in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
