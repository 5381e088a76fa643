"""Paragraphs lead back to their place, and what expressions gave is told apart from what an author typed."""

from __future__ import annotations

import time

from reportgen.checks import Document, Paragraph, all_rules, check
from reportgen.checks.document import Stretch
from reportgen.findings import Span


def _paragraph(*runs: tuple[str, int, bool]) -> Paragraph:
    """A paragraph of runs: text, offset in the source, whether an expression gave it."""
    stretches, start = [], 0
    for text, source, given in runs:
        stretches.append(Stretch(start, source, given))
        start += len(text)
    text = "".join(run[0] for run in runs)
    return Paragraph(text, lambda offset, length: Span("x.yaml", 1, offset + 1, offset + 1 + length), stretches=tuple(stretches))


def test_typed_words_stand_where_they_were_typed() -> None:
    paragraph = _paragraph(("执行", 0, False), ("95", 2, True), ("万元,已完成。", 20, False))
    assert paragraph.span(6, 7) == Span("x.yaml", 1, 23, 24)
    assert paragraph.typed(6, 7)
    assert not paragraph.typed(1, 6)
    assert not paragraph.typed(2, 4)


def test_words_from_an_expression_stand_at_its_braces() -> None:
    paragraph = _paragraph(("执行", 0, False), ("95", 2, True), ("万元", 20, False))
    assert paragraph.span(2, 4) == Span("x.yaml", 1, 3, 4)


def test_a_slip_within_a_phrase_is_told_where_the_phrase_is_kept_only() -> None:
    phrase, use = _paragraph(("任务,已完成", 0, False)), _paragraph(("任务,已完成", 9, True), (",效果好。", 30, False))
    found = check(Document((phrase, use)), {"C101": all_rules()["C101"]})
    assert [finding.span.column for finding in found] == [3, 31]


def test_quoted_words_are_blanked_in_place() -> None:
    paragraph = Document.of_text("在“今年”里看《去年》").paragraphs[0]
    assert paragraph.unquoted == "在“\0\0”里看《\0\0》"


def test_findings_come_in_reading_order() -> None:
    document = Document.of_text("截止10月,完成。\n今年,完成。")
    assert [(finding.span.line, finding.code) for finding in check(document)] == [(1, "C131"), (1, "C101"), (2, "C136"), (2, "C101")]


def test_hostile_text_takes_no_longer_than_its_length() -> None:
    told = "《“300余人次以上”，执行率9%。"
    units = "其中1个 率1%。 ““ （一）、 预算1元执行1元执行率1%， ） 1） 《“ （ 9 9. 1, 1,, （甲乙9元 “a”、“a”甲"
    for unit in units.split():
        text = (unit * 20_000)[:20_000] + told + "》" * 2_000
        started = time.process_time()
        check(Document.of_text(text, year=2023))
        assert time.process_time() - started < 2, unit
