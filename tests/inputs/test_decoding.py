"""Files as different editors save them."""

from __future__ import annotations

import pytest

from reportgen.inputs import read

TEXT = "年度: 2023\n名称: 番禺区妇联\n正文: |\n  第一段\n  第二段\n"
VALUE = {"年度": 2023, "名称": "番禺区妇联", "正文": "第一段\n第二段\n"}


@pytest.mark.parametrize(
    ("encoding", "codes"), [("utf-8", []), ("utf-8-sig", []), ("gb18030", ["Y003"]), ("gbk", ["Y003"]), ("utf-16", ["Y004"])]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_text_is_read_from_every_encoding_and_with_every_line_end(encoding: str, codes: list[str], end: str) -> None:
    tree = read(TEXT.replace("\n", end).encode(encoding), "a.yaml")
    assert tree.value == VALUE
    assert [finding.code for finding in tree.findings] == codes
    assert not any(finding.blocks for finding in tree.findings)
    assert tree.span(["名称"]).line == 2


def test_utf_16_big_endian_is_told_by_its_mark() -> None:
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.yaml").value == VALUE


def test_a_damaged_character_in_utf_8_is_found_and_the_rest_is_read() -> None:
    source = TEXT.encode()
    damaged = source.replace("番".encode(), "番".encode()[:2])
    tree = read(damaged, "a.yaml")
    assert [(f.code, f.span.line, f.span.column) for f in tree.findings] == [("Y005", 2, 5)]
    assert tree.value["年度"] == 2023


def test_bytes_that_are_text_in_no_encoding_are_found_each_at_its_place() -> None:
    tree = read(b"a: \xff\nb: x\xff\n", "a.yaml")
    assert [(f.code, f.span.line, f.span.column) for f in tree.findings] == [("Y005", 1, 4), ("Y005", 2, 5)]


@pytest.mark.parametrize("source", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7", b"a\x00b", "a: 甲".encode("utf-16-le")])
def test_binary_files_are_refused_in_one_finding(source: bytes) -> None:
    tree = read(source, "a.yaml")
    assert [finding.code for finding in tree.findings] == ["Y001"]
    assert tree.value == {}


def test_control_characters_are_named_with_their_places_and_left_out() -> None:
    tree = read("a: 甲\x0b乙\x07\nb: 1\n".encode(), "a.yaml")
    assert tree.value == {"a": "甲乙", "b": 1}
    assert [(f.span.line, f.span.column, f.values["character"]) for f in tree.findings] == [(1, 5, "U+000B"), (1, 7, "U+0007")]


def test_an_escaped_control_character_is_found_where_it_is_written() -> None:
    tree = read(b'a: "xy\\x01z"\n', "a.yaml")
    assert [(f.code, f.span.column, f.span.end_column) for f in tree.findings] == [("Y006", 7, 11)]
    assert tree.value == {"a": "xy\ufffdz"}


def test_places_after_an_invisible_character_are_those_of_the_file() -> None:
    tree = read("a: \u2028\x07x\nb: 1\n".encode(), "a.yaml")
    assert tree.span(["a"]).column == 6
    assert tree.span(["b"]).line == 2
