"""Where a figure comes from and where it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.explaining import Explanation, explain
from reportgen.findings import Finding
from reportgen.options import Options
from reportgen.workshop import Workshop
from tests.documents import docx, table
from tests.folders import SCHEMA, pack

TEMPLATE = docx(
    "人均{{ 人均|default }}元",
    "{% if 预算数 %}预算{{ budget }}{% endif %}",
    "{%p for 项 in 项目 %}",
    "{{ 项.名称 }}",
    "{%p endfor %}",
    table([["合计", "{% set 数 = 预算数 %}{{ 数 }}"]]),
    header=["{{ 预算数 }}"],
)
NARRATIVE = SCHEMA + "  text: {title: 说明, type: string, x-format: narrative}\n"
SOURCE = """\
pack: p
kind: report
budget: 6
projects: [{name: 甲, amount: 2}, {name: 乙, amount: 3}]
text: |
  共{{ 预算数 }}元，人均{{ share }}元。
"""


def explained(folder: Path, name: str, source: str = SOURCE) -> tuple[list[Explanation], list[Finding]]:
    pack(folder, {"report.docx": TEMPLATE}, schema=NARRATIVE)
    return explain(inputs.read(source.encode(), "a.yaml"), Workshop([folder]), name, Options(checks=False, render=False))


def one(folder: Path, name: str, source: str = SOURCE) -> Explanation:
    ((found,), findings) = explained(folder, name, source)
    assert findings == []
    return found


@pytest.mark.parametrize("name", ["share", "人均"])
def test_a_derived_figure_has_its_formula_its_values_and_their_lines(name: str, tmp_path: Path) -> None:
    found = one(tmp_path, name)
    assert (found.name, found.title, found.value, found.formula, found.given) == ("share", "人均", 3, "budget / 2", ())
    assert [(read.name, read.value, [span.line for span in read.spans]) for read in found.reads] == [("budget", 6, [3])]
    assert (Path(found.formula_span.file).name, found.formula_span.line) == ("report.figures.yaml", 4)


def test_a_given_figure_says_what_the_formula_gives_too(tmp_path: Path) -> None:
    found = one(tmp_path, "share", SOURCE + "share: 4\n")
    assert (found.value, found.derived, [span.line for span in found.given]) == (4, 3, [7])


def test_a_fact_says_where_it_is_given_and_what_is_reckoned_with_it(tmp_path: Path) -> None:
    found = one(tmp_path, "预算数")
    assert ([span.line for span in found.given], found.read_by, found.formula) == ([3], ("share",), "")


def test_every_place_that_prints_a_figure_is_named(tmp_path: Path) -> None:
    found = one(tmp_path, "budget")
    places = [(span.place.part, span.place.tag) if span.place else (span.file, (span.line, span.column)) for span in found.printed]
    assert places == [
        ("word/document.xml", "{{ budget }}"),
        ("word/document.xml", "{{ 数 }}"),
        ("word/header.xml", "{{ 预算数 }}"),
        ("a.yaml", (6, 4)),
    ]
    assert {span.place.tag for span in found.decides if span.place} == {"{% if 预算数 %}", "{% set 数 = 预算数 %}"}


def test_an_item_of_a_list_is_named_by_its_number(tmp_path: Path) -> None:
    found = one(tmp_path, "项目[2].名称")
    assert (found.name, found.value, [(span.line, span.column) for span in found.given]) == ("projects[2].name", "乙", [(4, 41)])
    assert [span.place.tag for span in found.printed if span.place] == ["{{ 项.名称 }}"]


def test_a_name_that_there_is_not_is_told_with_one_that_looks_like_it(tmp_path: Path) -> None:
    found, (finding,) = explained(tmp_path, "预算")
    assert found == []
    assert (finding.code, finding.suggestion) == ("K125", "预算数")
    assert finding.message("zh") == "这个输入里没有名为“预算”的数字或文字"
    assert finding.message("en") == "nothing in this input is named 预算"
