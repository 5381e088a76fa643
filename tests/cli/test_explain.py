"""What `explain` tells about the codes of findings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import verbs
from reportgen.cli.catalogue import entries, faults

PAGE = Path("docs/rules.md")


def explain(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(verbs, ["explain", *arguments])
    return result.exit_code, result.output


def test_a_rule_over_prose_is_told_with_its_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    status, told = explain("c132")
    assert status == 0
    assert told.splitlines() == [
        "C132  leading-zero-in-date  警告",
        "  规则: 日期的月、日不编虚位。",
        "  原因: 公文的日期写成 2024年3月5日。",
        "  怎么办: 月、日不编虚位，写成 3月5日",
        "  不妥: 2024年03月05日印发。",
        "  妥当: 2024年3月5日印发，2024年10月10日施行。",
        "  依据: GB/T 9704—2012, 7.3.5.4.",
    ]


def test_an_english_reader_is_told_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    assert "  Why: official documents write 2024年3月5日." in explain("C132")[1]


def test_rules_of_a_pack_and_faults_of_every_stage_are_known() -> None:
    status, told = explain("R101", "W001", "Y023")
    assert (status, [line[:4] for line in told.splitlines() if line[:1].isalpha()]) == (0, ["R101", "W001", "Y023"])


def test_without_a_code_all_are_listed() -> None:
    lines = explain()[1].splitlines()
    codes = [line.split()[0] for line in lines if line[:1].isalpha() and line[1:4].isdigit()]
    assert codes == sorted(set(codes))
    assert {"C101", "D101", "F101", "K101", "N102", "P001", "R101", "T001", "W001", "Y001"} <= set(codes)


def test_an_unknown_code_is_said_with_those_close_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    status, told = explain("C999")
    assert status == 2
    assert told.startswith("there is no code C999")


def test_the_page_of_rules_is_that_of_the_rules_golden() -> None:
    made = explain("--markdown")[1]
    if os.environ.get("GOLDEN") == "rewrite":
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


def test_every_fault_says_why_it_matters_in_both_languages() -> None:
    known = entries()
    reasons = {
        code: {locale: dict(known[code].parts[locale]) for locale in known[code].parts} for code in sorted({f.code for f in faults()})
    }
    assert [code for code, told in reasons.items() if not told["zh"].get("原因") or not told["en"].get("Why")] == []
    assert [code for code, told in reasons.items() if told["zh"]["原因"].isascii() or not told["en"]["Why"][0].isprintable()] == []
