"""A pack may name its documents by a pattern; whatever is wrong with the pattern is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop
from tests.documents import docx
from tests.folders import pack


def named(folder: Path, pattern: str) -> Report:
    """A report whose pack names it by the pattern."""
    pack(folder, {"report.docx": docx("文")})
    (folder / "p" / "pack.yaml").write_text(f"title: p\nkinds:\n  report:\n    title: 报告\n    output: |-\n      {pattern}\n", "utf-8")
    source = "pack: p\nkind: report\ndepartment: {name: 甲局}\nbudget: 6\nprojects: []\n"
    (report,) = reports(inputs.read(source.encode(), "a.yaml"), Workshop([folder]), stem="a")
    return report


def test_a_pattern_reads_the_data_in_either_language(tmp_path: Path) -> None:
    assert named(tmp_path, "{{ 部门.全称 }}-{{ budget }}").name == "甲局-6"


@pytest.mark.parametrize(
    "pattern",
    [
        "{{ budget",
        "{{ }}",
        "{% if %}",
        "{% for x in projects %}",
        "{{ 1 2 }}",
        "{{ budget | nothing }}",
        "{{ budget is nothing }}",
        "{{ nothing.there }}",
        "{% include 'a' %}",
        "{% extends 'a' %}",
        "{{ 1 / 0 }}",
        "{{ " + "(" * 240 + "1" + ")" * 240 + " }}",
        "{%for a in[1]%}" * 20 + "{%endfor%}" * 20,
        "{{ 'x' * 10 ** 12 }}",
    ],
)
def test_a_faulty_pattern_is_a_finding_and_the_document_is_named_after_its_input(tmp_path: Path, pattern: str) -> None:
    report = named(tmp_path, pattern)
    assert (report.name, report.docx) == ("a", None)
    assert [finding.code for finding in report.findings if finding.blocks] == ["K123"]
