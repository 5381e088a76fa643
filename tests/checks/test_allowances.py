"""What an author lets stand, and why."""

from __future__ import annotations

from reportgen.checks import allow, common_complaints
from reportgen.findings import Fault, Finding, Severity, Span

FAULT = Fault("R110", "ends-early", Severity.ERROR, zh="数据不到年底", en="the figures end early")


def _at(line: int) -> Finding:
    return FAULT.at(Span("x.yaml", line, 1))


def _allowed(text: str, line: int) -> list[str]:
    return [finding.allowed for finding in allow([_at(line)], text.splitlines(), "x.yaml") if finding.code == "R110"]


def test_a_comment_above_the_line_allows_its_finding_with_the_reason() -> None:
    assert _allowed("# reportgen: allow R110 年底数未出\nas_of: 2023-10-31\n", 2) == ["年底数未出"]


def test_further_comments_may_stand_between() -> None:
    assert _allowed("# reportgen: allow R110 未出\n# 数据截止日\nas_of: 2023-10-31\n", 3) == ["未出"]


def test_a_comment_behind_the_value_allows_it_too() -> None:
    assert _allowed("as_of: 2023-10-31  # reportgen: allow R100, R110 未出\n", 1) == ["未出"]


def test_another_line_or_another_code_is_not_allowed() -> None:
    assert _allowed("# reportgen: allow R110 未出\nyear: 2023\nas_of: 2023-10-31\n", 3) == [""]
    assert _allowed("# reportgen: allow R111 未出\nas_of: 2023-10-31\n", 2) == [""]


def test_an_allowance_above_a_text_holds_for_all_of_its_lines() -> None:
    text = "# reportgen: allow R110 照公开的报告\nparts:\n  # reportgen: allow R110 未出\n  - text: |\n      一。\n\n"
    text += "      二。\n  - text: 三\n"
    assert [_allowed(text, line) for line in (5, 7, 8)] == [["未出"], ["未出"], [""]]


def test_what_is_allowed_does_not_block() -> None:
    (finding,) = allow([_at(2)], ["# reportgen: allow R110 未出", "as_of: x"], "x.yaml")
    assert not finding.blocks
    assert _at(2).blocks


def test_an_allowance_without_a_reason_has_no_effect_and_is_said() -> None:
    finding, complaint = allow([_at(2)], ["# reportgen: allow R110", "as_of: x"], "x.yaml")
    assert finding.allowed == ""
    assert complaint.message("zh") == "“allow R110”没有写理由，不起作用"
    assert complaint.message("en") == "'allow R110' gives no reason and has no effect"
    assert (complaint.span.line, complaint.span.column) == (1, 20)


def test_an_allowance_that_nothing_needs_is_said() -> None:
    (complaint,) = allow([], ["# reportgen: allow R110 未出", "as_of: x"], "x.yaml")
    assert complaint.message("zh") == "这一行没有 R110 这样的问题，“allow”可以删去"
    assert complaint.message("en") == "this line has no finding R110; the 'allow' may go"


def test_an_allowance_that_one_document_of_a_file_needs_is_complained_of_by_none() -> None:
    text = "# reportgen: allow R110 未出\nas_of: 2023-10-31\n# reportgen: allow R110 多余\nyear: 2023\n"
    report, form = (allow(found, text.splitlines(), "x.yaml") for found in ([_at(2)], []))
    assert [[finding.span.line for finding in found if finding.code == "C002"] for found in (report, form)] == [[3], [1, 3]]
    heard = common_complaints([report, form])
    assert [[finding.code for finding in found] for found in heard] == [["R110", "C002"], ["C002"]]
    assert {finding.span.line for found in heard for finding in found if finding.code == "C002"} == {3}
    assert common_complaints([form], all_made=False) == [()]
    assert common_complaints([]) == []
