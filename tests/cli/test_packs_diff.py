"""`reportgen packs show` and `packs diff` as a template's owner meets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.documents import docx
from tests.folders import pack

PARENT = docx("{%p block title %}", "标题", "{%p endblock %}", "{%p block body %}", "{{ 部门.全称 }}", "{%p endblock %}")
CHILD = docx('{%p extends "up/report.docx" %}', "{%p block body %}", "共{{ 预算数|元 }}", "{%p endblock %}")


def run(*arguments: str, lang: str = "zh") -> Result:
    result = CliRunner().invoke(verbs, ["packs", *arguments], env={"REPORTGEN_LANG": lang})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the packs `up` and `down` in its templates."""
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "templates", {"report.docx": PARENT}, "up")
    pack(tmp_path / "templates", {"report.docx": CHILD}, "down", extends="up")
    return tmp_path


def test_what_a_pack_is_made_of_is_shown_with_its_places() -> None:
    assert run("show", "down").output.splitlines() == [
        "down  down ← up",
        "",
        "设置",
        "  名称: down（上级：up）  [down templates/down/pack.yaml:2]",
        "",
        "文种",
        "  report 名称: 报告  [down templates/down/pack.yaml:4]",
        "",
        "字段",
        "  模板: 模板，文字  [up templates/up/report.schema.yaml:3]",
        "  文种: 文种，文字  [up templates/up/report.schema.yaml:4]",
        "  部门: 部门，分项  [up templates/up/report.schema.yaml:5]",
        "  部门.全称: 全称，文字  [up templates/up/report.schema.yaml:9]",
        "  预算数: 预算数，数字  [up templates/up/report.schema.yaml:10]",
        "  项目: 项目，列表  [up templates/up/report.schema.yaml:11]",
        "  项目[].名称: 名称，文字  [up templates/up/report.schema.yaml:17]",
        "  项目[].金额: 金额，数字  [up templates/up/report.schema.yaml:18]",
        "",
        "计算项",
        "  share: 人均 = budget / 2  [up templates/up/report.figures.yaml:2]",
        "",
        "模板的段落（block）",
        "  report · title: 3 段  [up up/report.docx]",
        "  report · body: 3 段（替换上级的）  [down down/report.docx]",
    ]


def test_what_it_has_of_its_own_may_be_shown_alone() -> None:
    lines = run("show", "down", "--own", lang="en").output.splitlines()
    assert [line for line in lines if line.startswith("  ")] == [
        "  名称: down (its parent: up)  [down templates/down/pack.yaml:2]",
        "  report 名称: 报告  [down templates/down/pack.yaml:4]",
        "  report · body: 3 段 (in its parent's place)  [down down/report.docx]",
    ]


def test_two_versions_give_a_change_note(here: Path) -> None:
    shutil.copytree(here / "templates" / "down", here / "old" / "down")
    path = here / "templates" / "down" / "pack.yaml"
    path.write_text(path.read_text("utf-8") + 'version: "2"\nyears: {from: 2024}\nprofile: {body: {size: 四号}}\n', "utf-8")
    (here / "templates" / "down" / "report.docx").write_bytes(
        docx('{%p extends "up/report.docx" %}', "{%p block body %}", "计{{ 预算数|元 }}", "{%p endblock %}")
    )
    result = run("diff", "old/down", "templates/down")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "模板包改动说明：down（down） → down（down）第 2 版",
        "",
        "设置",
        '  新增 版本："2"',
        "  新增 年度 起：2024",
        "",
        "版式",
        "  新增 正文 字号：四号",
        "",
        "模板的段落（block）",
        "  改 report · body",
        "       [Normal] {%p block body %}",
        "      -[Normal] 共{{ 预算数|元 }}",
        "      +[Normal] 计{{ 预算数|元 }}",
        "       [Normal] {%p endblock %}",
    ]


def test_the_same_pack_has_no_differences() -> None:
    result = run("diff", "down", "templates/down", lang="en")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "no differences")


def test_a_folder_needs_no_slash_where_no_pack_has_its_name(here: Path) -> None:
    shutil.copytree(here / "templates" / "down", here / "last")
    assert run("diff", "last", "down").output == "模板包改动说明：down（last） → down（down）\n没有不同\n"


def test_a_zip_may_be_compared(here: Path) -> None:
    shutil.make_archive(str(here / "sent"), "zip", here / "templates" / "up")
    assert run("diff", "sent.zip", "up").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("show", "dwon"), ("diff", "down", "dwon"), ("diff", "down", "none.zip"), ("show", "down", "--kind", "x")]
)
def test_what_is_not_there_is_told_of(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "K10" in result.output
