"""Fields that had another name in an earlier version of their pack."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from reportgen import packs
from reportgen.cli import verbs
from reportgen.inputs import read
from reportgen.inspection import inspect
from reportgen.workshop import Workshop
from tests.documents import docx
from tests.folders import SCHEMA, pack

RENAMED = SCHEMA.replace("{title: 预算数, type: number}", "{title: 预算数, type: number, renamed_from: [预算, plan]}")


def test_the_old_name_is_read_with_a_notice(tmp_path: Path) -> None:
    chosen = pack(tmp_path, {}, schema=RENAMED)
    for old, new in (("预算", "预算数"), ("plan", "budget")):
        data, findings = packs.validate(read(f"{old}: 5\n".encode(), "a.yaml"), chosen.schema("report"))
        assert data.record["budget"] == 5
        assert [(f.code, f.span.line, f.suggestion, f.message("zh")) for f in findings] == [
            ("D106", 1, new, f"“{old}”现在叫“{new}”，照样读取")
        ]


def test_both_names_at_once_are_one_field_twice(tmp_path: Path) -> None:
    chosen = pack(tmp_path, {}, schema=RENAMED)
    _, findings = packs.validate(read("预算: 5\n预算数: 6\n".encode(), "a.yaml"), chosen.schema("report"))
    assert [finding.code for finding in findings] == ["D106", "D104"]


def test_fix_writes_the_new_name_and_nothing_else(tmp_path: Path) -> None:
    pack(tmp_path / "templates", {"report.docx": docx("{{ 预算数 }}")}, schema=RENAMED)
    path = tmp_path / "a.yaml"
    path.write_text("模板: p\n文种: report\n预算: 5 # 预算: 照批复\n", "utf-8")
    result = CliRunner().invoke(verbs, ["fix", str(path), "--templates", str(tmp_path / "templates")], env={"REPORTGEN_LANG": "zh"})
    assert (result.exit_code, result.output) == (0, f"{path}：改正 1 处\n")
    assert path.read_text("utf-8") == "模板: p\n文种: report\n预算数: 5 # 预算: 照批复\n"


def test_a_template_under_the_old_name_is_told_the_new_one(tmp_path: Path) -> None:
    chosen = pack(tmp_path, {"report.docx": docx("共{{ 预算|元 }}，{{ plan }}")}, schema=RENAMED)
    findings = inspect(chosen, Workshop([tmp_path]).environment())
    assert [(f.code, f.message("zh"), f.suggestion) for f in findings] == [
        ("T033", "标签“{{ 预算|元 }}”用到的“预算”已改名为“预算数”", "预算数"),
        ("T033", "标签“{{ plan }}”用到的“plan”已改名为“budget”", "budget"),
    ]


def test_an_old_name_that_is_in_use_again_is_the_field_of_that_name(tmp_path: Path) -> None:
    schema = SCHEMA.replace("{title: 预算数, type: number}", "{title: 预算数, type: number, renamed_from: department}")
    data, findings = packs.validate(read("department: {name: 甲}\n".encode(), "a.yaml"), pack(tmp_path, {}, schema=schema).schema("report"))
    assert (findings, data.record) == ([], {"department": {"name": "甲"}})
