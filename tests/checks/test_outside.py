"""Reports of other offices, in other styles, that no rule was made for: every finding in them was judged, and each told is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.checks.word import document_of_word
from reportgen.findings import Finding
from reportgen.workshop import Workshop
from tests.documents import docx

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "tests" / "data" / "outside").glob("*.txt"))
SLIPS = {
    "health": [("C136", "今年")],
    "traffic": [("C201", "93.98%"), ("C131", "截止"), ("C101", ",")],
    "water": [("C154", "。")],
}


def told(text: str) -> list[Finding]:
    pack = Workshop((ROOT / "templates",)).pack("base")
    return check(document_of_word(docx(*text.splitlines()), "a.docx", pack.settings))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_only_what_is_wrong_is_found(path: Path) -> None:
    findings = told(path.read_text("utf-8"))
    assert [finding.code for finding in findings] == [code for code, _ in SLIPS.get(path.stem, [])]
    for finding, (_, words) in zip(findings, SLIPS.get(path.stem, []), strict=True):
        assert finding.span.place is not None
        assert words in finding.span.place.words
