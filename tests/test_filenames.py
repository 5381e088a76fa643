"""Every system takes the names of documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.filenames import file_name, shortened

MOST = 255 - len("-department-report-12.new.docx")


@given(st.text(max_size=400))
def test_a_name_fits_beside_what_is_put_behind_it_and_stays_as_it_is(text: str) -> None:
    name = file_name(text)
    assert len(name.encode()) <= MOST
    assert file_name(name) == name


def test_a_name_is_cut_between_characters() -> None:
    assert shortened("局" * 120) == "局" * 66
    assert shortened("a" * 199 + "局") == "a" * 199
