"""Findings are told in the order in which a reader meets their places."""

from __future__ import annotations

from reportgen.checks.checking import check
from reportgen.checks.word import document_of_word
from reportgen.findings import Fault, Finding, Place, Severity, Span, in_order
from reportgen.ooxml import open_package
from reportgen.render import Template
from tests.documents import docx, p, table

LATE, EARLY = (Fault(code, "x", Severity.NOTICE, "子", "x") for code in ("Z002", "Z001"))


def test_lines_and_columns_come_before_codes() -> None:
    at = [(LATE, Span("a", 2, 1)), (EARLY, Span("a", 2, 1)), (EARLY, Span("a", 10, 1)), (EARLY, Span("b", 1, 1)), (LATE, Span("a", 2, 0))]
    ordered = in_order(fault.at(span) for fault, span in reversed(at))
    assert [(one.code, one.span.file, one.span.line, one.span.column) for one in ordered] == [
        ("Z002", "a", 2, 0),
        ("Z001", "a", 2, 1),
        ("Z002", "a", 2, 1),
        ("Z001", "a", 10, 1),
        ("Z001", "b", 1, 1),
    ]


def test_places_in_word_come_in_the_order_of_the_text_and_the_body_first() -> None:
    places = [("word/document.xml", 2, 0), ("word/document.xml", 10, 1), ("word/document.xml", 10, 5), ("word/header2.xml", 1, 0)]
    spans = [Span("a.docx", place=Place(part, block=block, offset=offset)) for part, block, offset in places]
    findings = [(LATE if number % 2 else EARLY).at(span) for number, span in enumerate(spans)]
    assert in_order(reversed(findings)) == findings
    nowhere = LATE.at(Span("a.docx"))
    assert in_order([*findings, nowhere]) == [nowhere, *findings]


def test_one_fault_at_one_place_is_told_once() -> None:
    assert in_order([EARLY.at(Span("a", 1)), EARLY.at(Span("a", 1)), EARLY.at(Span("a", 2))]) == [
        EARLY.at(Span("a", 1)),
        EARLY.at(Span("a", 2)),
    ]


def test_a_templates_findings_come_in_the_order_of_its_text() -> None:
    blocks = ("{{ a|nosuch }}", table([["{{ b|nosuch }}", "{{ c( }}"]]), p("{{ d|nosuch }}{{ e( }}"))
    template = Template.of(open_package(docx(*blocks, header=["{{ f( }}"])))
    tags = [_tag(finding) for finding in in_order(template.findings)]
    assert tags == ["{{ a|nosuch }}", "{{ b|nosuch }}", "{{ c( }}", "{{ d|nosuch }}", "{{ e( }}", "{{ f( }}"]


def test_a_word_files_findings_come_in_the_order_of_its_text() -> None:
    faulty = "完成,了"
    document = document_of_word(docx(faulty, table([[faulty, "好"]]), faulty, table([["好", faulty]])), "a.docx", {})
    findings = check(document)
    assert len(findings) == 4
    assert in_order(reversed(findings)) == findings


def _tag(finding: Finding) -> str:
    assert finding.span.place is not None
    return finding.span.place.tag
