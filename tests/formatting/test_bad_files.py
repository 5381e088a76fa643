"""Damaged and odd Word files: findings or NotADocx, never another error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import NotADocx
from reportgen.formatting.reviewing import review_word
from tests.documents import archive, docx, parts_of
from tests.formatting.right import PACK, right

PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml")
VALUES = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "abc",
        "1.5",
        "99999999999",
        "9" * 5000,
        "--5",
        "²",
        "٣",
        "二",
        "FFFFFF",
        "TableText",
        "Heading1",
        "none",
        "%1",
        "\u3000",
    ]
)
OTHERS = st.sampled_from(["", "<w:tbl/>", "<w:p/>", "<w:sectPr/>", "<w:r><w:fldChar/></w:r>", "<!-- -->"])
ATTRIBUTE = re.compile(r'(w:[A-Za-z]+)="[^"]*"')
ELEMENT = re.compile(r"<w:(\w+)(?: [^<>]*)?/>")
RIGHT = parts_of(right())


def review(parts: dict[str, bytes]) -> None:
    try:
        findings = review_word(archive(parts), "a.docx", PACK).findings
    except NotADocx:
        return
    for finding in findings:
        assert finding.message("zh")
        assert finding.hint("en") is not None


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 2000), VALUES)
def test_any_value_of_any_attribute_is_read(part: str, at: int, value: str) -> None:
    text = RIGHT[part].decode()
    found = list(ATTRIBUTE.finditer(text))
    match = found[at % len(found)]
    review({**RIGHT, part: f'{text[: match.start()]}{match[1]}="{value}"{text[match.end() :]}'.encode()})


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(PARTS),
    st.integers(0, 2000),
    st.sampled_from(["", "<w:tbl/>", "<w:p/>", "<w:sectPr/>", "<w:r><w:fldChar/></w:r>", "<!-- -->"]),
)
def test_any_element_may_be_missing_or_another(part: str, at: int, other: str) -> None:
    text = RIGHT[part].decode()
    found = list(ELEMENT.finditer(text))
    match = found[at % len(found)]
    review({**RIGHT, part: (text[: match.start()] + other + text[match.end() :]).encode()})


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        ("",),
        ("<w:tbl/>",),
        ("<w:tbl><w:tr/></w:tbl>",),
        ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",),
        ("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",),
        ("附件1", "附件", "附件：", "附件：1."),
        ("2024年1月1日",),
        ("— 1 —",),
        ("表1", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        ("一、", "（一）", "1.", "（1）", "①"),
    ],
)
def test_hardly_anything_is_enough(blocks: tuple[str, ...]) -> None:
    review(parts_of(docx(*blocks)))


def test_a_file_without_styles_settings_or_set_up_is_read() -> None:
    bare = {name: data for name, data in parts_of(docx("一段话。")).items() if name not in ("word/styles.xml", "word/settings.xml")}
    review({**bare, "word/document.xml": re.sub(b"<w:sectPr>.*</w:sectPr>", b"", bare["word/document.xml"])})
