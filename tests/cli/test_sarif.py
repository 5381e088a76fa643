"""SARIF output agrees with the official schema of SARIF 2.1.0, whatever the findings, places and file names are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner

from reportgen.cli import verbs
from reportgen.cli.formats import Section
from reportgen.cli.formats.sarif import write
from reportgen.findings import Fault, Locale, Place, Severity, Span
from tests.documents import docx, p

DATA = Path(__file__).parents[1] / "data"
SCHEMA = jsonschema_rs.Draft4Validator(json.loads((DATA / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8")), validate_formats=True)
SPANS = (
    Span(),
    Span("inputs/区 妇联#1（终稿）.yaml", 3, 5, 9, "预算: 672.37万元"),
    Span("C:\\报告\\甲.yaml", 1),
    Span("a.docx", place=Place("word/document.xml", "一、基本情况", 1, 2, 3, 4, "words")),
    Span("../[x]/a%b?.yaml", 7, 1, 1, ""),
)

FAULTS = [
    Fault(f"Z00{number}", f"fault-{severity}", severity, "甲是“{x}”", "it is {x}", "改", "mend", why=why)
    for number, (severity, why) in enumerate((severity, why) for severity in Severity for why in ("", "Because.", "多行\n原因"))
]


def faults(log: Mapping[str, Any]) -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in SCHEMA.iter_errors(log)]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_fault_at_every_kind_of_place_agrees_with_the_schema(locale: Locale) -> None:
    told = [fault.at(span, suggestion="改为甲", related=(SPANS[1], Span()), x="\x01<&") for fault in FAULTS for span in SPANS]
    log = json.loads(write([Section("a.yaml", "", told), Section("b.yaml", "", [replace(told[0], allowed="已核对")])], locale))
    assert faults(log) == []
    assert len(log["runs"][0]["results"]) == len(told) + 1


def test_nothing_found_is_a_log_too() -> None:
    assert faults(json.loads(write([], "zh"))) == []


def test_what_check_writes_for_inputs_and_word_files_agrees_with_the_schema(tmp_path: Path) -> None:
    word = tmp_path / "决 算.docx"
    word.write_bytes(docx(p("一、基本情况", style="Heading1"), "完成,了。执行率95%,（见附件"))
    output = tmp_path / "found.sarif"
    inputs = [str(DATA / "as-published" / "panyu-2023.yaml"), str(word)]
    result = CliRunner().invoke(verbs, ["check", *inputs, "--all", "--format", "sarif", "-o", str(output)])
    assert result.exit_code in (0, 1), result.output
    log = json.loads(output.read_text("utf-8"))
    assert faults(log) == []
    assert len({one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["runs"][0]["results"]}) == 2


def test_the_schema_tells_a_log_that_is_none() -> None:
    log = json.loads(write([Section("a.yaml", "", [FAULTS[0].at(SPANS[1], x=1)])], "en"))
    log["runs"][0]["results"][0]["level"] = "notice"
    assert faults(log)
