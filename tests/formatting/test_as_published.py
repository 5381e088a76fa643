"""The real reports as plain Word files: the slips that the check of their data finds are found in the Word file too."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.batch.reviewing import outline
from reportgen.findings import Finding
from reportgen.formatting.reviewing import review_word
from reportgen.options import Options
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop
from tests.checks.test_as_published import SLIPS
from tests.formatting.plain import plain

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop((ROOT / "templates",))

AS: dict[tuple[str, str, str], tuple[str, str]] = {
    ("panyu-2023", "F101", "优良"): ("C216", "优良"),
    ("zengcheng-2022", "R114", "749.56"): ("C204", "749.56"),
    ("zengcheng-2022", "R115", "734.33"): ("C204", "734.33"),
    ("zengcheng-2022", "R145", ""): ("G601", "存在的主要问题"),
    ("zengcheng-2022", "R146", ""): ("G601", "下一步改进措施"),
    ("baoan-2023", "R114", "2500.65"): ("C204", "2,500.65"),
    ("baoan-2023", "R117", "2377.56"): ("C204", "2,377.56"),
    ("baoan-2023", "F101", "4.92"): ("C217", "4.92%"),
    ("panyu-2021-form", "F101", "99.96"): ("G512", "99.96%"),
    ("panyu-2021-form", "R231", ""): ("C164", "□"),
}
"""Slips in the data that show in another way in the text."""

NOT_FOUND: dict[tuple[str, str, str], str] = {
    ("panyu-2023", "R110", "2023-10-31"): "只有数据里写了数据截至的日期，报告里没有印",
    ("zengcheng-2022", "F101", "9.93"): "文中只说“其中财政拨款9.43万元”，其余来源可以有，只有数据知道没有",
    ("zengcheng-2022", "R147", ""): "提纲要的是章节，没有一句规定的话；只有数据知道哪个数是得分",
    ("liwan-2023", "R147", ""): "同上",
    ("panyu-2021-form", "R213", "资金到位率(%)"): "哪些指标算时效指标、哪些话算延误，是这一种表的规则，写在模板包的数据规则里",
    ("panyu-2021-form", "R207", ""): "空格该填哪一种资金，只有数据的字段知道",
    ("panyu-2021-form", "R211", ""): "缺一类指标，只有数据的字段知道有哪几类",
}
"""Slips that only the data tell, and why."""


@cache
def made(name: str) -> Report:
    path = ROOT / "tests/data/as-published" / f"{name}.yaml"
    return reports(inputs.read(path.read_bytes(), path.name), WORKSHOP, options=Options(draft=True))[0]


@cache
def found(name: str) -> tuple[Finding, ...]:
    report = made(name)
    assert report.docx is not None
    assert report.pack is not None
    return review_word(plain(report.docx), "a.docx", report.pack, report.kind, partial(outline, report.pack, WORKSHOP)).findings


def told(name: str, code: str, words: str) -> bool:
    """Whether a finding of this code is about these words, or names them."""
    return any(
        finding.code == code and (words in (finding.span.place.words if finding.span.place else "") or words in finding.message("zh"))
        for finding in found(name)
    )


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if slip not in NOT_FOUND], ids="-".join)
def test_a_published_slip_is_found_in_the_word_file(slip: tuple[str, str, str]) -> None:
    name, code, at = slip
    code, at = AS.get(slip, (code, at))
    assert told(name, code, at)


def test_a_section_number_that_was_skipped_is_found() -> None:
    assert told("panyu-2023", "C153", "（四）")


@pytest.mark.parametrize("slip", NOT_FOUND, ids="-".join)
def test_what_only_the_data_tell_is_not_found_without_them(slip: tuple[str, str, str]) -> None:
    name, _, at = slip
    assert not at or not any(at in finding.message("zh") and finding.code.startswith(("C2", "G51")) for finding in found(name))


@pytest.mark.parametrize("name", sorted({name for name, _, _ in SLIPS}))
def test_the_words_give_no_other_findings_than_those_of_the_data(name: str) -> None:
    in_data = {finding.code for finding in made(name).findings}
    known = in_data | {code for (report, *_), (code, _) in AS.items() if report == name} | {"C104", "C153", "C202", "C204"}
    assert {finding.code for finding in found(name) if not finding.code.startswith("G")} <= known
