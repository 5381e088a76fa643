"""The slips of real reports, as they were published: each that a machine can see is found at its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.findings import Finding
from reportgen.options import Options
from reportgen.pipeline import reports
from reportgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop((ROOT / "templates",))

SLIPS = [
    ("panyu-2023", "C141", "[2022]"),
    ("panyu-2023", "C163", "反应社情民意"),
    ("panyu-2023", "F101", "优良"),
    ("panyu-2023", "R110", "2023-10-31"),
    ("panyu-2023", "C102", "(第四卷)"),
    ("panyu-2023", "C102", "(修订)"),
    ("panyu-2023", "C101", ";"),
    ("panyu-2023", "C131", "截止"),
    ("panyu-2023", "C131", "截至到"),
    ("panyu-2023", "C131", "截止至今"),
    ("panyu-2023", "C136", "今年"),
    ("panyu-2023", "C104", "＋"),
    ("panyu-2023", "C106", "“"),
    ("panyu-2023", "C108", "“3·8妇女维权周”、“6.29禁毒宣传日”、“11·25国际反家暴日”、“12·4宪法宣传周”"),
    ("panyu-2023", "C137", "6.29"),
    ("panyu-2023", "C138", "2023"),
    ("panyu-2023", "C161", "番禺区番禺区"),
    ("panyu-2023", "C162", "《婚姻法》"),
    ("zengcheng-2022", "C141", "【2021】"),
    ("zengcheng-2022", "C141", "【2022】"),
    ("zengcheng-2022", "C101", ","),
    ("zengcheng-2022", "C127", "2021-2030"),
    ("zengcheng-2022", "C128", "6千"),
    ("zengcheng-2022", "C128", "3千"),
    ("zengcheng-2022", "F101", "9.93"),
    ("zengcheng-2022", "R114", "749.56"),
    ("zengcheng-2022", "R115", "734.33"),
    ("zengcheng-2022", "R145", ""),
    ("zengcheng-2022", "R146", ""),
    ("zengcheng-2022", "R147", ""),
    ("liwan-2023", "C136", "今年"),
    ("liwan-2023", "C161", "第二十十"),
    ("liwan-2023", "R147", ""),
    ("baoan-2023", "C101", ","),
    ("baoan-2023", "C108", "“第一议题”、“三会一课”"),
    ("baoan-2023", "C121", "12,338"),
    ("baoan-2023", "C122", "10143"),
    ("baoan-2023", "C136", "今年"),
    ("baoan-2023", "C168", "管理工"),
    ("baoan-2023", "C168", "事前、事"),
    ("baoan-2023", "C202", "99.99%"),
    ("baoan-2023", "C204", "128613宗"),
    ("baoan-2023", "C204", "128,613宗"),
    ("baoan-2023", "F101", "4.92"),
    ("baoan-2023", "R114", "2500.65"),
    ("baoan-2023", "R117", "2377.56"),
    ("panyu-2021-form", "F101", "99.96"),
    ("panyu-2021-form", "C161", "提供提供"),
    ("panyu-2021-form", "C102", "(%)"),
    ("panyu-2021-form", "R213", "资金到位率(%)"),
    ("panyu-2021-form", "R207", ""),
    ("panyu-2021-form", "R211", ""),
    ("panyu-2021-form", "R231", ""),
]


@cache
def found(name: str, folder: str) -> tuple[Finding, ...]:
    path = ROOT / folder / f"{name}.yaml"
    return reports(inputs.read(path.read_bytes(), path.name), WORKSHOP, options=Options(render=False))[0].findings


def words(finding: Finding) -> str:
    span = finding.span
    return span.source[span.column - 1 : span.end_column - 1] if span.end_column else ""


@pytest.mark.parametrize(("name", "code", "at"), SLIPS, ids=[f"{name}-{code}-{at[:8]}" for name, code, at in SLIPS])
def test_a_published_slip_is_found_at_its_words(name: str, code: str, at: str) -> None:
    places = {(finding.code, words(finding)) for finding in found(name, "tests/data/as-published")}
    assert (code, at) in places or (not at and code in {code for code, _ in places})


@pytest.mark.parametrize("path", sorted((ROOT / "inputs").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_inputs_mend_or_explain_what_their_published_twins_hold(path: Path) -> None:
    left = [finding for finding in found(path.stem, "inputs") if finding.severity != "notice" and not finding.allowed]
    assert [str(finding) for finding in left] == []


@pytest.mark.parametrize("name", sorted({name for name, _, _ in SLIPS}))
def test_nothing_else_is_found_than_kinds_of_slips_that_were_read(name: str) -> None:
    known = {code for one, code, _ in SLIPS if one == name} | {"C214"}
    assert {finding.code for finding in found(name, "tests/data/as-published")} <= known
