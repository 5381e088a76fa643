"""`reportgen new`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs


@pytest.fixture(autouse=True)
def _in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")


def new(*arguments: str) -> Result:
    return CliRunner().invoke(verbs, ["new", *arguments])


def test_a_skeleton_is_written_where_nothing_is_yet(tmp_path: Path) -> None:
    target = tmp_path / "in" / "a.yaml"
    result = new("部门整体支出绩效自评报告", "--pack", "panyu", "--year", "2024", "-o", str(target))
    assert result.exit_code == 0, result.output
    assert "填好后运行 reportgen check" in result.output
    assert "\n模板: panyu # " in target.read_text("utf-8")
    assert "\n年度: 2024 # " in target.read_text("utf-8")


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_text("旧", "utf-8")
    result = new("department-report", "-o", str(target))
    assert (result.exit_code, target.read_text("utf-8")) == (2, "旧")
    assert "已经有了，没有动它" in result.output


def test_two_kinds_share_one_input() -> None:
    result = new("department-report", "project-form", "--pack", "liwan", "--keys", "en")
    assert "kind: [department-report, project-form] # " in result.output
    assert "\nprojects: # " in result.output


def test_last_years_input_becomes_next_years() -> None:
    result = new("--from", "inputs/panyu-2023.yaml")
    assert result.exit_code == 0
    assert "\nyear: 2024\n" in result.output
    assert "\n  budget: # 2023：672.37 # 全年预算数\n" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["department-report", "--pack", "pan"], "没有模板包“pan”"),
        (["form"], "没有文种“form”"),
        ([], "写明文种，或者用 --from"),
        (["department-report", "--from", "inputs/panyu-2023.yaml"], "写明文种，或者用 --from"),
        (["--from", "nowhere.yaml"], "nowhere.yaml: "),
        (["--from", "pyproject.toml"], "错误 Y"),
    ],
)
def test_what_cannot_be_made_is_said(arguments: list[str], said: str) -> None:
    result = new(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_an_input_that_is_not_written_cleanly_is_to_be_mended_first(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text("pack：base\nkind: department-report\nyear: 2023\n", "utf-8")
    result = new("--from", str(source))
    assert result.exit_code == 2
    assert result.output
