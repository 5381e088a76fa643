"""What a new format mends of the findings before, and what it leaves for a person."""

from __future__ import annotations

import pytest

from reportgen.findings import Severity
from reportgen.packs import load
from reportgen.typesetting import Reformatted, reformat
from tests.audit import audit
from tests.documents import docx, p, text_of
from tests.formatting.hand_made import HAND_MADE
from tests.formatting.right import right
from tests.formatting.test_single_faults import CASES
from tests.invariants import check_document
from tests.typesetting.test_setting import ROOT, TITLE

PACK = load("base", [ROOT / "templates"])
FOR_A_PERSON = {"G312", "G315", "G322", "G401"}
"""What a list of attachments should say, who signs when, and what stands for a tag, only an author knows."""
WRITTEN_OUT = {"G302", "G304", "G311", "G313", "G321"}
"""Faults of the very words."""


def formatted(content: bytes) -> Reformatted:
    return reformat(content, "甲.docx", PACK)


def words(content: bytes) -> str:
    return "".join("".join(text_of(content)).split())


@pytest.mark.parametrize("name", CASES)
def test_every_error_of_format_that_needs_no_person_is_mended(name: str) -> None:
    code, content = CASES[name]
    made = formatted(content)
    errors = {finding.code for finding in made.left if finding.severity is Severity.ERROR}
    assert errors <= FOR_A_PERSON & {code}
    if code not in WRITTEN_OUT:
        assert words(made.content) == words(content)


@pytest.mark.parametrize("name", HAND_MADE)
def test_files_of_every_origin_come_out_without_an_error_and_with_all_their_words(name: str) -> None:
    content = HAND_MADE[name]()
    made = formatted(content)
    assert [finding.message("zh") for finding in made.left if finding.severity is Severity.ERROR] == []
    assert is_within(words(content), words(reformat(content, "甲.docx", PACK, words=False).content))
    assert formatted(made.content).content == made.content
    check_document(made.content)
    assert set(audit(made.content)) <= set(audit(content))


def is_within(short: str, long: str) -> bool:
    """Whether the signs of one text stand in another in their order; numbers that Word counted are added there."""
    rest = iter(long)
    return all(sign in rest for sign in short)


def test_a_right_document_has_nothing_to_mend() -> None:
    made = formatted(right())
    assert made.mended == ()
    assert words(made.content) == words(right())


def test_lines_whose_form_is_fixed_are_written_so() -> None:
    lines = ("区财政局:", "一、基本情况", "1、主要职能", "内设二个部室。", "附件:1、自评表；", "2．佐证材料。", "二〇二四年三月五日")
    made = formatted(docx(TITLE, *[p(line) for line in lines])).content
    assert text_of(made)[1:] == [
        "区财政局：",
        "一、基本情况",
        "1.主要职能",
        "内设二个部室。",
        "附件：1.自评表",
        "2.佐证材料",
        "2024年3月5日",
    ]


def test_what_is_mended_is_told_by_the_findings_that_are_gone() -> None:
    made = formatted(docx(TITLE, "\u3000\u3000一、基本情况", "正文,没有缩进。"))
    assert {"G407", "C101"} <= {finding.code for finding in made.mended}
    assert "C101" not in {finding.code for finding in made.left}
