"""Findings as a person reads them."""

from __future__ import annotations

import runpy
from dataclasses import replace

import click
import pytest

from reportgen.cli.columns import width
from reportgen.cli.showing import counted, shown
from reportgen.cli.wording import current_locale
from reportgen.findings import Fault, Finding, Place, Severity, Span

FAULT = Fault(
    "X001",
    "odd-number",
    Severity.ERROR,
    zh="“{name}”应是数字",
    en="{name} should be a number",
    hint_zh="写成 672.37",
    hint_en="write 672.37",
)


def _plain(finding: Finding, locale: str = "zh", columns: int = 160) -> list[str]:
    return click.unstyle(shown(finding, "zh" if locale == "zh" else "en", columns)).splitlines()


def test_a_finding_shows_place_line_mark_correction_and_what_to_do() -> None:
    span = Span("年报.yaml", 12, 8, 10, "  预算数: 很多")
    assert _plain(FAULT.at(span, suggestion="  预算数: 672.37", name="预算数")) == [
        "年报.yaml:12:8: 错误 X001 “预算数”应是数字",
        "    12 │   预算数: 很多",
        "       │           ^^^^",
        "    应为:   预算数: 672.37",
        "    怎么办: 写成 672.37",
    ]


def test_the_mark_stands_under_wide_characters() -> None:
    line, mark = _plain(FAULT.at(Span("x.yaml", 1, 4, 6, "全称：很多人"), name="x"))[1:3]
    assert line == "     1 │ 全称：很多人"
    assert mark == "       │       ^^^^"


def test_english_words_for_an_english_reader() -> None:
    assert _plain(FAULT.at(Span("x.yaml", 1, 1, 2, "a: b"), name="a"), "en") == [
        "x.yaml:1:1: error X001 a should be a number",
        "     1 │ a: b",
        "       │ ^",
        "    what to do: write 672.37",
    ]


def test_a_long_line_is_cut_around_the_fault() -> None:
    source = "说明: " + "甲" * 200 + "乙" + "丙" * 200
    line = _plain(FAULT.at(Span("x.yaml", 1, 205, 206, source), name="x"), columns=120)[1]
    assert "乙" in line
    assert len(line) < 80
    assert line.endswith("…")


def test_a_place_in_word_is_told_as_its_reader_finds_it() -> None:
    place = Place("word/document.xml", "基本情况", 2, 1, 3, 4, "预算数为{{ x }}", "{{ x }}")
    assert _plain(FAULT.at(Span("base.docx", place=place), name="x"))[0] == (
        "base.docx 正文，“基本情况”之下，表1第3行第4格，第2段，“预算数为{{ x }}”: 错误 X001 “x”应是数字"
    )
    assert _plain(FAULT.at(Span("base.docx", place=place), name="x"), "en")[0] == (
        'base.docx body, under "基本情况", table 1, row 3, cell 4, paragraph 2, "预算数为{{ x }}": error X001 x should be a number'
    )


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_lines_keep_within_the_terminal(columns: int) -> None:
    place = Place("word/document.xml", "基本情况", 2, 1, 3, 4, "预算数为很多很多", "")
    long = Fault("X003", "long", Severity.NOTICE, zh="很长的话，" * 30, en="long words " * 30, hint_zh="怎么办呢？" * 30)
    spans = [Span("年报.yaml", 12, 205, 260, "甲" * 400), Span("x.yaml", 3, 1, 2, "a: b"), Span("base.docx", place=place)]
    for line in (line for span in spans for line in _plain(long.at(span), columns=columns)):
        # A closing mark may hang over the end, as in print.
        assert width(line) <= columns + 2, line
        assert line.strip()[0] not in "，。？", line


def test_what_is_allowed_is_told_with_its_reason() -> None:
    assert _plain(replace(FAULT.at(name="x"), allowed="年底数未出"))[-1] == "    已说明: 年底数未出"


def test_findings_are_counted_by_weight() -> None:
    warning = Fault("X002", "w", Severity.WARNING, zh="", en="")
    findings = [FAULT.at(name="a"), FAULT.at(name="b"), warning.at()]
    assert counted(findings, "zh") == "2 个错误，1 个警告"
    assert counted(findings, "en") == "2 errors, 1 warning"
    assert counted([], "en") == ""


def test_a_place_stands_in_one_line_whatever_its_words() -> None:
    span = Span("a.docx", place=Place("word/document.xml", heading="一、概况\n（一）职能", paragraph=2, words="某局\n2023年"))
    assert (
        _plain(FAULT.at(span, name="得分"))[0] == "a.docx 正文，“一、概况 （一）职能”之下，第2段，“某局 2023年”: 错误 X001 “得分”应是数字"
    )


def test_the_command_runs_as_a_module_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["reportgen", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("reportgen", run_name="__main__")
    assert caught.value.code == 0
    assert "version" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("variables", "locale"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "REPORTGEN_LANG": "en"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_decides_the_language(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], locale: str) -> None:
    for name in ("REPORTGEN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert current_locale() == locale
