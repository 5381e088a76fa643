"""Word files of clerks and programs: understood, and told what is wrong in words that make sense."""

from __future__ import annotations

import pytest

from reportgen.formatting import open_manuscript, roles
from reportgen.formatting.reviewing import review_word
from tests.formatting.hand_made import HAND_MADE
from tests.formatting.right import PACK

REPORT = ["title", "heading1", "heading2", "body", "heading1", "body"]
PARTS: dict[str, list[str]] = {
    "python-docx": REPORT,
    "typed in Normal": ["title", "addressee", "heading1", "heading2", "body", "heading1", "body", "signature", "date"],
    "blanks everywhere": ["title", "heading1", "heading2", "body", "heading1", "body", "note", "signature", "date"],
    "numbered by Word": REPORT,
    "WPS": REPORT,
    "a draft being edited": ["title", "heading1", "body"],
    "pasted from the web": ["title", "body"],
    "a form in a table": ["title", "table_heading", "table"],
    "pandoc": ["title", "subtitle", "heading1", "heading2", "body", "caption", "heading1", "body"],
    "LibreOffice from HTML": REPORT,
    "LibreOffice from ODT": ["title", "subtitle", "heading1", "heading2", "body", "caption", "heading1", "body"],
}
CODES: dict[str, str] = {
    "python-docx": "G101 G103 G121 G201 G202 G204 G205 G206 G207 G211 G414",
    "typed in Normal": "G101 G103 G121 G206 G207 G211",
    "blanks everywhere": "G121 G127 G201 G202 G321 G406 G407",
    "numbered by Word": "G121 G201 G202 G206 G207 G307",
    "WPS": "G103 G122 G123 G124 G207 G414",
    "a draft being edited": "C164 G204 G403 G404 G412",
    "pasted from the web": "G101 G204 G206 G408",
    "a form in a table": "G103 G121",
    "pandoc": "G101 G103 G121 G201 G202 G204 G206 G409 G411 G414",
    "LibreOffice from HTML": "G103 G204 G406 G408",
    "LibreOffice from ODT": "G101 G103 G122 G123 G124 G201 G206",
}


@pytest.mark.parametrize("name", HAND_MADE)
def test_the_parts_of_a_hand_made_file_are_understood(name: str) -> None:
    played = [part.role for part in roles(open_manuscript(HAND_MADE[name]())) if part.role != "blank"]
    in_order = [role for n, role in enumerate(played) if n == 0 or role != played[n - 1]]
    cells = ("table", "table_heading")
    assert [role for role in in_order if role not in cells or name == "a form in a table"] == _without_repeats(PARTS[name])


def _without_repeats(listed: list[str]) -> list[str]:
    return [role for n, role in enumerate(listed) if n == 0 or role != listed[n - 1]]


@pytest.mark.parametrize("name", HAND_MADE)
def test_what_is_wrong_with_it_is_told_once_a_kind(name: str) -> None:
    found = review_word(HAND_MADE[name](), "a.docx", PACK).findings
    assert set(CODES[name].split()) <= {finding.code for finding in found}
    of_format = [(finding.code, finding.message("zh")) for finding in found if finding.code.startswith("G")]
    assert len(set(of_format)) == len(of_format)
    assert len(of_format) <= 45
    assert all(finding.severity != "error" or "规定" in finding.hint("zh") for finding in found if finding.code.startswith("G"))


def test_a_form_is_held_against_the_form_s_own_format() -> None:
    assert review_word(HAND_MADE["a form in a table"](), "a.docx", PACK).kind == "project-form"
