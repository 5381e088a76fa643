"""A finding that was told is heard as it was."""

from __future__ import annotations

import json

from reportgen.batch.telling import heard, told
from reportgen.findings import Fault, Place, Severity, Span

FAULT = Fault("X001", "odd", Severity.WARNING, zh="“{name}”不对", en="{name} is odd", hint_zh="看{name}", hint_en="see {name}")


def test_a_finding_survives_the_way_through_json() -> None:
    spans = (Span("a.yaml", 3, 2, 5, "  年度: x"), Span("b.docx", place=Place("word/document.xml", "基本情况", 2, words="预算")))
    for span in (*spans, Span()):
        finding = FAULT.at(span, suggestion="改", related=spans, name="{{ 预算 }}")
        again = heard(json.loads(json.dumps(told(finding))))
        assert [again.message(locale) for locale in ("zh", "en")] == ["“{{ 预算 }}”不对", "{{ 预算 }} is odd"]
        assert again.hint("zh") == "看{{ 预算 }}"
        assert (again.span, again.related, again.suggestion) == (finding.span, finding.related, "改")
        assert (again.code, again.fault.name, again.severity) == ("X001", "odd", Severity.WARNING)


def test_of_a_very_long_line_only_what_surrounds_the_fault_is_kept_at_its_columns() -> None:
    line = "甲" * 3000 + "，乙，" + "丙" * 3000
    finding = FAULT.at(Span("a.yaml", 7, 3001, 3002, line), name="乙")
    entry = told(finding)
    span = heard(json.loads(json.dumps(entry))).span
    assert len(entry["source"]) < 400
    assert (span.column, span.source[3000:3003]) == (3001, "，乙，")
    assert told(finding, whole=True)["source"] == line
