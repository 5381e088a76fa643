"""Every system takes the names of documents."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.filenames import file_name, shortened

MOST = 255 - len("-department-report-12.new.docx")


@given(st.text(max_size=400))
@example("con." + "x" * 400)
@example("con" + " " * 400 + "x")
def test_a_name_fits_beside_what_is_put_behind_it_and_stays_as_it_is(text: str) -> None:
    name = file_name(text)
    assert len(name.encode()) <= MOST
    assert file_name(name) == name


def test_a_name_is_cut_between_characters() -> None:
    assert shortened("局" * 120) == "局" * 66
    assert shortened("a" * 199 + "局") == "a" * 199


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2023/甲局：*自评*", "2023_甲局：_自评_"),
        (" ..甲局. ", "甲局"),
        ("CON", "CON_"),
        ("nul", "nul_"),
        ("Com1.甲局", "Com1_.甲局"),
        ("lpt²", "lpt²_"),
        ("aux .甲", "aux_.甲"),
        ("\u202enul", "nul_"),
        ("CONSOLE", "CONSOLE"),
        ("甲con", "甲con"),
        ("com12", "com12"),
        ("甲\u202e乙\u200b丙\x85丁\ud800\n", "甲乙丙丁"),
        ("\u202e/..", "_"),
        ("...", ""),
    ],
)
def test_what_a_system_or_a_reader_would_take_for_something_else_is_taken_out(text: str, name: str) -> None:
    assert file_name(text) == name
