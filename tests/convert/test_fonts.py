"""Fonts that a document names and this computer lacks."""

from __future__ import annotations

import shutil

import pytest

from reportgen.convert import fonts_of, substitutes
from tests.documents import docx

RUN = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="Arial"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>字</w:t></w:r></w:p>'


def test_the_fonts_of_text_are_found_and_its_language_is_none() -> None:
    assert fonts_of(docx(RUN)) == {"仿宋_GB2312", "Arial"}


def test_what_is_no_document_names_no_fonts() -> None:
    assert fonts_of(b"none") == set()


def test_a_missing_font_is_said_with_what_stands_in_for_it() -> None:
    found = substitutes(["没有这个字体"])
    if shutil.which("fc-match") is None:
        assert found == []
        return
    assert [finding.code for finding in found] == ["L103"]
    assert found[0].message("zh").startswith("本机没有字体“没有这个字体”，PDF 里用“")


def test_without_fontconfig_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert substitutes(["没有这个字体"]) == []
