"""`reportgen packs new` and `packs preview` as a template's owner meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.documents import docx, text_of
from tests.folders import SCHEMA, pack


def run(*arguments: str, lang: str = "zh") -> Result:
    result = CliRunner().invoke(verbs, ["packs", *arguments], env={"REPORTGEN_LANG": lang, "COLUMNS": "200"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack `up` in its templates."""
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "templates", {"report.docx": docx("{%p block body %}", "{{ 部门.全称 }}", "{%p endblock %}")}, "up")
    return tmp_path


def test_a_new_pack_stands_with_the_others_and_is_sound(here: Path) -> None:
    result = run("new", "南沙", "--extends", "up", "--title", "南沙区")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "已建 templates/南沙：pack.yaml、report.docx",
        "模板包“南沙”没有问题（南沙 → up）",
        "接着：用 Word 打开 templates/南沙 里的文件改，改完 reportgen packs check 南沙；看样子 reportgen packs preview 南沙",
    ]
    assert sorted(path.name for path in (here / "templates" / "南沙").iterdir()) == ["pack.yaml", "report.docx"]


def test_it_stands_where_the_command_line_or_else_the_environment_says(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_TEMPLATES", "theirs")
    assert run("new", "a", "--extends", "up").exit_code == 0
    assert run("new", "b", "--extends", "up", "--templates", "mine").exit_code == 0
    assert [(here / "theirs" / "a").is_dir(), (here / "mine" / "b").is_dir()] == [True, True]


def test_what_is_there_is_not_overwritten(here: Path) -> None:
    before = (here / "templates" / "up" / "pack.yaml").read_bytes()
    pack(here / "templates", {}, "other")
    result = run("new", "up", "--extends", "other")
    assert (result.exit_code, "K302" in result.output) == (2, True)
    assert (here / "templates" / "up" / "pack.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("../x", "--extends", "up"), "K301"),
        (("x", "--extends", "pu"), "K101"),
        (("up", "--extends", "up", "--force"), "K303"),
        (("x", "--extends", "bare", "--from", "x.docx"), "K304"),
    ],
)
def test_what_cannot_be_is_told(here: Path, arguments: tuple[str, ...], code: str) -> None:
    (here / "templates" / "bare").mkdir()
    (here / "templates" / "bare" / "pack.yaml").write_text("title: 空\n", "utf-8")
    result = run("new", *arguments)
    assert (result.exit_code, code in result.output) == (2, True)


def test_a_preview_is_a_document_of_each_kind(here: Path) -> None:
    result = run("preview", "up")
    assert (result.exit_code, result.output) == (0, "已写 preview/up-report.docx\n")
    assert text_of((here / "preview" / "up-report.docx").read_bytes()) == ["示例全称"]
    assert run("preview", "up", lang="en").output == "wrote preview/up-report.docx\n"


def test_a_preview_may_have_a_name_which_is_not_overwritten(here: Path) -> None:
    assert run("preview", "up", "--kind", "报告", "-o", "x.docx").exit_code == 0
    before = (here / "x.docx").read_bytes()
    result = run("preview", "up", "-o", "x.docx")
    assert (result.exit_code, result.output) == (2, "x.docx 已经有了，没有动它；换一个文件名，或加 --force\n")
    assert run("preview", "up", "-o", "x.docx", "--force").exit_code == 0
    assert (here / "x.docx").read_bytes() == before


def test_a_faulty_template_is_told_instead_of_shown(here: Path) -> None:
    pack(here / "templates", {"report.docx": docx("{{ 部门.全城 }}")}, "up")
    result = run("preview", "up")
    assert (result.exit_code, list(here.glob("preview/*"))) == (1, [])
    assert run("preview", "up", "--kind", "表").exit_code == 2


def test_a_pack_may_be_made_of_a_word_file(here: Path) -> None:
    schema = SCHEMA.replace("{title: 预算数, type: number}", "{title: 预算数, type: number, x-unit: 万元}")
    pack(here / "templates", {"report.docx": docx("{%p block body %}", "{{ 部门.全称 }}", "{%p endblock %}")}, "up", schema=schema)
    (here / "本区.docx").write_bytes(docx("一、收支", "预算数为____万元，天气____。", "二、其他", "（填写）"))
    result = run("new", "本区", "--from", "本区.docx", "--extends", "up")
    assert result.exit_code == 0
    assert result.output.splitlines()[:5] == [
        "原文件的每一段，和模板里用了什么：",
        "   1  一、收支                                  一级标题",
        "   2  预算数为____万元，天气____。              正文  ____→{{ 预算数 }}；____→待填",
        "   3  二、其他                                  另设字段“其他”  另设章节.其他",
        "本区.docx 正文，第2段，“____”: 警告 K311 “____”要填什么，认不出来",
    ]
    assert "模板包“本区”没有问题（本区 → up）" in result.output
    assert run("preview", "本区").exit_code == 0


def test_a_file_that_is_not_there_or_no_word_file_makes_no_pack(here: Path) -> None:
    (here / "x.docx").write_text("text")
    for source in ("y.docx", "x.docx"):
        assert run("new", "本区", "--from", source, "--extends", "up").exit_code == 2
    assert run("new", "本区", "--from", "x.docx", "--extends", "up", "--kind", "表").exit_code == 2
    assert not (here / "templates" / "本区").exists()


@pytest.mark.slow
def test_a_preview_may_be_printed_and_drawn(here: Path) -> None:
    result = run("preview", "up", "--pages")
    assert (result.exit_code, result.output) == (0, "已写 preview/up-report.docx\n")
    assert (here / "preview" / "up-report.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in (here / "preview" / "up-report.pages").iterdir()] == ["1.png"]
