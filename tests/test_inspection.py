"""What a template's owner is told of each kind of fault, in both languages, and where; without any data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen.expressions import Environment
from reportgen.findings import Finding, Place
from reportgen.inspection import inspect, unfilled
from tests.broken_templates import CASES, EXTENDS, PARENT, Case, block
from tests.documents import docx, p, r, table, tc
from tests.folders import pack


def found(folder: Path, *blocks: str, **parts: Any) -> list[Finding]:
    pack(folder, PARENT, "up")
    return inspect(pack(folder, {"report.docx": docx(*blocks, **parts)}), Environment())


def place(finding: Finding) -> Place:
    assert finding.span.place is not None
    return finding.span.place


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_of(case: Case, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, *case.blocks)
    assert (finding.code, finding.message("zh"), finding.message("en")) == (case.code, case.zh, case.en)
    assert finding.suggestion == case.suggestion
    assert finding.hint("zh")
    assert finding.hint("en")
    assert finding.span.file == "p/report.docx" or case.code == "T059"


def test_ten_faults_are_ten_findings(tmp_path: Path) -> None:
    blocks = [
        "{{ 预算 }}", "{{ 预算数|万圆 }}", "{{ 预算数 元 }}", "{% fro x %}", "{%p for 项 in 项目 %}", "{{ 项.名字 }}", "{%p endfor %}",
        "{% if 预算数 is defind %}{% endif %}", "完{% endfor %}", "{{ 预算数", "{%p block bodi %}", "{{ 部门.全城 }}", "{%p endblock %}",
    ]  # fmt: skip
    findings = found(tmp_path, EXTENDS, *block(*blocks[:10]), *blocks[10:])
    assert sorted(finding.code for finding in findings) == sorted(
        ["T031", "T007", "T002", "T003", "T031", "T008", "T005", "T049", "T031", "T001"]
    )


def test_faults_come_in_the_order_of_the_text_whatever_finds_them(tmp_path: Path) -> None:
    body = ("{{ 预算 }}", "{{ 预算数|万圆 }}", "{{ 部门.全城 }}", "{% fro x %}", "{{ 预算数 元 }}", "{% for 项 in 预算数 %}{% endfor %}")
    findings = found(tmp_path, EXTENDS, *block(*body), "{%p block bodi %}", "{%p endblock %}")
    assert [finding.code for finding in findings] == ["T031", "T007", "T031", "T003", "T002", "T032", "T049"]


def test_the_same_fault_twice_is_told_twice_each_at_its_place(tmp_path: Path) -> None:
    findings = found(tmp_path, "{{ 预算 }}", "{{ 预算 }}")
    assert [place(finding).paragraph for finding in findings] == [1, 2]


def test_a_fault_in_a_table_names_row_and_cell(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, p("一、收支", style="Heading1"), "先", table([["甲", "乙"], ["丙", "共{{ 预算 }}元"]]))
    assert place(finding) == Place("word/document.xml", "一、收支", 1, 1, 2, 2, "共{{ 预算 }}元", "{{ 预算 }}", 6, 1)


def test_a_fault_in_a_nested_table_names_the_outer_cell(tmp_path: Path) -> None:
    inner = table([["子", "{{ 预算 }}"]])
    (finding,) = found(tmp_path, table([["甲", tc(inner, "后")]]))
    where = place(finding)
    assert (where.table, where.row, where.cell, where.tag) == (1, 1, 2, "{{ 预算 }}")


def test_a_fault_in_a_text_box_names_the_paragraph_that_it_hangs_on(tmp_path: Path) -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{p('共{{ 预算 }}元')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    (finding,) = found(tmp_path, "先", p(r("图"), box))
    where = place(finding)
    assert (where.paragraph, where.words, where.tag) == (2, "共{{ 预算 }}元", "{{ 预算 }}")


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes"])
def test_a_fault_beside_the_body_names_its_part(kind: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "正文", **{kind: ["共{{ 预算 }}元"]})
    where = place(finding)
    assert (where.part, where.tag) == (f"word/{kind}.xml", "{{ 预算 }}")


def test_a_fault_under_inheritance_names_the_file_that_holds_the_tag(tmp_path: Path) -> None:
    pack(tmp_path, {"report.docx": docx("先", "{{ 预算 }}", "{%p block body %}", "{%p endblock %}")}, "up")
    findings = inspect(pack(tmp_path, {"report.docx": docx(EXTENDS, *block("{{ 部门.全城 }}"))}), Environment())
    assert sorted((finding.span.file, place(finding).paragraph, place(finding).tag) for finding in findings) == [
        ("p/report.docx", 3, "{{ 部门.全城 }}"),
        ("up/report.docx", 2, "{{ 预算 }}"),
    ]


def test_a_fault_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    pack(tmp_path, {"part.docx": docx("先", "{{ 预算数|万圆 }}")}, "up")
    (finding,) = inspect(pack(tmp_path, {"report.docx": docx('{%p include "up/part.docx" %}')}), Environment())
    assert (finding.code, finding.span.file, place(finding).paragraph) == ("T007", "up/part.docx", 2)


def test_an_end_missing_in_one_file_is_not_sought_in_another(tmp_path: Path) -> None:
    pack(tmp_path, {"report.docx": docx("{%p if 预算数 %}", "{%p block body %}", "{%p endblock %}", "{%p endif %}")}, "up")
    findings = inspect(pack(tmp_path, {"report.docx": docx(EXTENDS, *block("甲", "{%p endif %}"))}), Environment())
    assert [(finding.code, finding.span.file) for finding in findings] == [("T005", "p/report.docx")]


def test_what_is_still_to_be_filled_in_is_told_of(tmp_path: Path) -> None:
    own = pack(tmp_path, {"report.docx": docx("预算{# 待填：×× #}万元", "{# 说明 #}", "{#p 待填：联系人 #}")})
    assert [(one.code, one.message("zh"), place(one).paragraph) for one in unfilled(own, Environment())] == [
        ("T034", "模板里还有没处理的“待填：××”，生成时这里是空的", 1),
        ("T034", "模板里还有没处理的“待填：联系人”，生成时这里是空的", 3),
    ]
