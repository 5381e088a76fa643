"""XML of untrusted parts is read without entities and within bounds."""

import pytest

from reportgen.errors import NotADocx
from reportgen.ooxml import parse, serialize

BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a b="&y;">&y;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_any_encoding(encoding):
    with pytest.raises(NotADocx) as caught:
        parse(BOMB.encode(encoding), "word/document.xml", "a.docx")
    assert caught.value.finding.message("zh") == "部件 word/document.xml 含有 DOCTYPE 声明或实体"


def test_damaged_xml_names_part_and_place():
    with pytest.raises(NotADocx) as caught:
        parse(b"<a>\n<b></a>", "word/styles.xml")
    assert caught.value.finding.code == "P013"
    assert "word/styles.xml" in caught.value.finding.message("en")
    assert "line 2" in caught.value.finding.message("en")


def test_depth_is_bounded():
    with pytest.raises(NotADocx):
        parse(b"<a>" * 100_000 + b"</a>" * 100_000)


def test_length_is_bounded():
    with pytest.raises(NotADocx) as caught:
        parse(b"<a>" + b" " * 33 * 1024 * 1024 + b"</a>", "word/document.xml")
    assert caught.value.finding.code == "P006"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_number_of_tags_is_bounded(encoding):
    with pytest.raises(NotADocx) as caught:
        parse(("<a>" + "<b/>" * 500_000 + "</a>").encode(encoding), "word/document.xml")
    assert caught.value.finding.code == "P006"
    assert caught.value.finding.message("zh") == "文件过大：部件 word/document.xml 的标签数为 500,002，上限 500,000"
    assert caught.value.finding.message("en") == "the file is too large: part word/document.xml has, in tags, 500,002, at most 500,000"


def test_utf_16_parts_are_read():
    assert parse("<a>绩效</a>".encode("utf-16")).text == "绩效"


def test_what_was_read_is_written_as_it_was():
    data = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a b=\"1\"> 绩效 <c/></a>".encode()
    assert serialize(parse(data)) == data
