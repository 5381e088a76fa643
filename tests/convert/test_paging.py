"""Findings in a Word file with the pages on which they stand."""

from __future__ import annotations

import shutil

import pytest

from reportgen.convert.paging import with_page_numbers
from reportgen.formatting.reviewing import review_word
from tests.documents import docx, p
from tests.formatting.right import PACK

NEW_PAGE = "<w:pageBreakBefore/>"
CONTENT = docx("2023年度自评报告", p("截止年底完成全部任务。", properties=NEW_PAGE), p("全年支出____万元。", properties=NEW_PAGE))


@pytest.mark.slow
def test_findings_name_their_pages() -> None:
    found = with_page_numbers(review_word(CONTENT, "a.docx", PACK).findings, CONTENT, "a.docx")
    pages = {finding.code: finding.span.place.page for finding in found if finding.span.place}
    assert (pages["C131"], pages["C164"]) == ("2", "3")


def test_without_an_office_suite_they_are_told_without_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    findings = review_word(CONTENT, "a.docx", PACK).findings
    told = with_page_numbers(findings, CONTENT, "a.docx")
    assert told[:-1] == list(findings)
    assert told[-1].code == "L110"
