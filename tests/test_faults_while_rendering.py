"""Faults that only data shows: at which tag, in which file, and which line of the input the value came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.findings import Finding
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import docx, p, table
from tests.folders import pack

SOURCE = """\
pack: p
kind: report
department: {name: 甲局}
budget: 6
projects:
  - {name: 乙, amount: 2}
  - {name: 丙, amount: 0}
  - {name: 丁}
"""


def fault(folder: Path, *blocks: str) -> Finding:
    """The one fault of a document of these blocks, put into a parent's block."""
    parent = docx("先", "{%p block body %}", "{%p endblock %}")
    pack(folder, {"report.docx": parent}, "up")
    child = docx('{%p extends "up/report.docx" %}', "{%p block body %}", *blocks, "{%p endblock %}")
    pack(folder, {"report.docx": child})
    (report,) = reports(inputs.read(SOURCE.encode(), "a.yaml"), Workshop([folder]))
    assert report.docx is None
    (found,) = (finding for finding in report.findings if finding.blocks)
    return found


def lines(finding: Finding) -> list[tuple[str, int, int]]:
    return [(span.file, span.line, span.column) for span in finding.related]


CASES = [
    (
        "{{ 1 / (预算数 - 6) }}",
        ("E103", "除数是 0：1 / 0", "division by zero: 1 / 0"),
        [("a.yaml", 4, 9)],
    ),
    (
        "{{ 部门.全称 + 1 }}",
        ("E102", "不能计算 “甲局” + 1", "cannot work out “甲局” + 1"),
        [("a.yaml", 3, 20)],
    ),
    (
        "{% for 项 in 项目 %}{{ 预算数 / 项.金额 }}{% endfor %}",
        ("E103", "除数是 0：6 / 0", "division by zero: 6 / 0"),
        [("a.yaml", 4, 9), ("a.yaml", 7, 23)],
    ),
    (
        "{% for 项 in 项目 if 项.金额 is not defined %}{{ 项.金额 }}{% endfor %}",
        ("E101", "“金额”没有填写", "'projects[3].金额' is not given"),
        [("a.yaml", 8, 5)],
    ),
    (
        "{% macro m(甲) %}{{ 甲.名称|万元 }}{% endmacro %}{{ m(项目[1]) }}",
        ("E111", "过滤器“万元”不能用于 “丙”：它需要数字", "filter '万元' cannot take “丙”: it needs a number"),
        [("a.yaml", 7, 12)],
    ),
    (
        "{{ 项目 }}",
        ("E105", "[… × 3] 不能直接打印", "[… × 3] cannot be printed"),
        [("a.yaml", 6, 3)],
    ),
    (
        "{{ share / (预算数 - 6) }}",
        ("E103", "除数是 0：3 / 0", "division by zero: 3 / 0"),
        [("a.yaml", 4, 9)],
    ),
]


@pytest.mark.parametrize(("tag", "said", "origin"), CASES, ids=[said[0] + tag[:12] for tag, said, _ in CASES])
def test_a_fault_names_the_input_s_lines(tag: str, said: tuple[str, str, str], origin: list[tuple[str, int, int]], tmp_path: Path) -> None:
    finding = fault(tmp_path, tag)
    assert (finding.code, finding.message("zh"), finding.message("en")) == said
    assert lines(finding) == origin


def test_a_fault_while_rendering_stands_at_its_tag_in_the_file_that_holds_it(tmp_path: Path) -> None:
    finding = fault(tmp_path, p("收支", style="Heading1"), table([["甲", "共{{ 1 / (预算数 - 6) }}元"]]))
    place = finding.span.place
    assert place is not None
    assert (finding.span.file, place.heading, place.table, place.row, place.cell) == ("p/report.docx", "收支", 1, 1, 2)
    assert place.tag == "{{ 1 / (预算数 - 6) }}"
