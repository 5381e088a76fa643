"""Packs and their files by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.packs.folders import find, is_name
from tests.documents import docx
from tests.folders import pack


@pytest.mark.parametrize("name", ["panyu", "番禺区2024", "汉" * 64, "a.b-c_d"])
def test_letters_digits_dots_and_dashes_make_a_name(name: str) -> None:
    assert is_name(name)


UNFIT = ["", ".a", "../a", "a..b", "a/b", "a\\b", "a" * 65, "\U00020000" * 64, "CON", "nul", "com1.2024", "a.", "a.zip"]


@pytest.mark.parametrize("name", UNFIT)
def test_what_one_system_or_another_does_not_take_is_no_name(tmp_path: Path, name: str) -> None:
    assert not is_name(name)
    assert find(name, [tmp_path]) is None


def test_a_file_of_a_name_too_long_for_systems_is_not_looked_for(tmp_path: Path) -> None:
    pack(tmp_path, {"report.docx": docx("")}, "p")
    folder = find("p", [tmp_path])
    assert folder is not None
    long = "汉" * 120 + ".docx"
    assert not folder.has(long)
    content, findings = folder.read(long)
    assert content is None
    assert [one.code for one in findings] == ["K111"]
