"""`reportgen packs` as a template's owner meets it."""

from __future__ import annotations

from pathlib import Path
from shutil import make_archive

import pytest
from click.testing import CliRunner, Result
from docx import Document

from reportgen.cli import verbs
from tests.documents import docx, p, parts_of, r, table
from tests.folders import pack
from tests.invariants import check_document

PARENT = docx(
    "{%p block title %}", p("标题", style="Heading1"), "{%p endblock %}", "{%p block body %}", "{{ 部门.全称 }}", "{%p endblock %}"
)
EXTENDS = '{%p extends "up/report.docx" %}'


def run(folder: Path, *arguments: str, lang: str = "zh") -> Result:
    result = CliRunner().invoke(verbs, ["packs", *arguments, "--templates", str(folder)], env={"REPORTGEN_LANG": lang, "COLUMNS": "200"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack(tmp_path, {"report.docx": PARENT}, "up")
    pack(tmp_path, {"report.docx": docx(EXTENDS, "{%p block body %}", "共{{ 预算数|元 }}", "{%p endblock %}")}, "down", extends="up")
    return tmp_path


def test_a_sound_pack_is_said_to_be_so(folder: Path) -> None:
    result = run(folder, "check", "down")
    assert (result.exit_code, result.output) == (0, "模板包“down”没有问题（down → up）\n")
    assert run(folder, "check", "down", lang="en").output == "nothing is wrong with pack down (down → up)\n"


def test_faults_are_told_in_the_order_of_the_text(folder: Path) -> None:
    blocks = ("{%p block body %}", "{{ 预算数|圆 }}", "{{ 预算 }}", "{%p endblock %}")
    pack(folder, {"report.docx": docx(EXTENDS, *blocks)}, "down", extends="up")
    result = run(folder, "check", "down")
    assert result.exit_code == 1
    assert "down/report.docx 正文，第3段，“{{ 预算数|圆 }}”: 错误 T007 没有名为“圆”的过滤器" in result.output
    assert "错误 T031 标签“{{ 预算 }}”用到的“预算”，数据里没有这个字段" in result.output
    assert result.output.endswith("2 个错误\n")


def test_an_unknown_pack_or_kind_cannot_be_checked(folder: Path) -> None:
    assert run(folder, "check", "dwon").exit_code == 2
    result = run(folder, "check", "down", "--kind", "raport")
    assert (result.exit_code, "K103" in result.output) == (2, True)


def test_faults_become_comments_at_their_places(folder: Path, tmp_path: Path) -> None:
    cell = table([["甲", "共{{ 预算 }}元"]])
    body = ("{%p block body %}", p(r("先"), r("{{ 部门.全城 }}"), r("后")), cell, "{%p endblock %}")
    pack(folder, {"report.docx": docx(EXTENDS, *body)}, "down", extends="up")
    out = tmp_path / "out.docx"
    result = run(folder, "check", "down", "--annotate", str(out))
    assert f"已写 {out}（批注 2 条）" in result.output
    check_document(out.read_bytes(), leftovers=True)
    comments = [comment.text for comment in Document(str(out)).comments]
    assert [text.splitlines()[0] for text in comments] == [
        "T031 标签“{{ 部门.全城 }}”用到的“全城”，“部门”里没有这个字段",
        "T031 标签“{{ 预算 }}”用到的“预算”，数据里没有这个字段",
    ]
    xml = parts_of(out.read_bytes())["word/document.xml"].decode()
    assert between(xml, 0) == "{{ 部门.全城 }}"
    assert between(xml, 1) == "共{{ 预算 }}元"


def test_comments_that_are_there_stay(folder: Path, tmp_path: Path) -> None:
    content = docx(EXTENDS, "{%p block body %}", "{{ 预算 }}", "{%p endblock %}", comments=["原有"])
    pack(folder, {"report.docx": content}, "down", extends="up")
    run(folder, "check", "down", "--annotate", str(tmp_path / "out.docx"))
    texts = [comment.text for comment in Document(str(tmp_path / "out.docx")).comments]
    assert [text.splitlines()[0][:4] for text in texts] == ["原有", "T031"]


def test_a_fault_beside_the_body_is_a_comment_at_its_beginning(folder: Path, tmp_path: Path) -> None:
    pack(folder, {"report.docx": docx("正文", header=["{{ 预算 }}"])}, "alone")
    run(folder, "check", "alone", "--annotate", str(tmp_path / "out.docx"))
    (comment,) = Document(str(tmp_path / "out.docx")).comments
    assert comment.text.splitlines()[0] == "word/header.xml: {{ 预算 }}"


def between(xml: str, number: int) -> str:
    """The text that a comment covers."""
    from re import findall

    start, end = (xml.index(f'<w:comment{name} w:id="{number}"/>') for name in ("RangeStart", "RangeEnd"))
    return "".join(findall(r"<w:t[^>]*>([^<]*)</w:t>", xml[start:end]))


def test_packs_are_listed_with_what_they_extend_and_how_large_they_are(folder: Path) -> None:
    lines = run(folder, "list").output.splitlines()
    assert "down  down ← up" in lines
    at = lines.index("down  down ← up")
    assert lines[at + 1] == "  report  报告"
    assert lines[at + 2].startswith("    down/report.docx  ")
    assert "2 个 block" in lines[at + 2]


def test_a_template_is_shown_as_text_with_its_blocks_and_fields(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        docx(
            "{%p block body %}",
            p("一、收支", style="Heading1"),
            p(r("预算"), r("{{ 预", bold=True), r("算数 }}", bold=True)),
            "{%p for 项 in 项目 %}",
            table([["名称", "{{ 项.名称 }}"]]),
            "{%p endfor %}",
            "{%p endblock %}",
            footer=["第\t页"],
        )
    )
    assert run(folder, "show", str(path)).output.splitlines() == [
        "# word/document.xml",
        "[Normal] {%p block body %}",
        "[heading 1] 一、收支",
        "[Normal] 预算**{{ 预算数 }}**",
        "[Normal] {%p for 项 in 项目 %}",
        "[表 Table Grid]",
        "  行1",
        "    格1 [Normal] 名称",
        "    格2 [Normal] {{ 项.名称 }}",
        "[Normal] {%p endfor %}",
        "[Normal] {%p endblock %}",
        "[节]",
        "",
        "# word/footer.xml",
        "[Normal] 第→页",
        "",
        "# block",
        "body",
        "",
        "# 字段",
        "项目[].名称",
        "预算数",
    ]


def test_a_broken_template_is_shown_as_far_as_it_can_be_read(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("{% if %}{{ 预算数 }}{{ 部门. }}{% endfor %}"))
    assert run(folder, "show", str(path)).output.splitlines()[-1] == "预算数"


def test_what_is_no_word_file_is_said_to_be_none(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("text")
    assert run(folder, "show", str(tmp_path / "a.docx")).exit_code == 2
    assert run(folder, "show", str(tmp_path / "b.docx")).exit_code == 2


def test_a_list_of_packs_tells_versions_years_and_how_many_blocks(folder: Path) -> None:
    path = folder / "down" / "pack.yaml"
    path.write_text(path.read_text("utf-8") + 'version: "3"\nyears: [2023, 2024, 2026]\n', "utf-8")
    assert "down  down ← up  第 3 版  2023—2024、2026年度" in run(folder, "list").output
    lines = run(folder, "list", lang="en").output.splitlines()
    assert "down  down ← up  version 3  years 2023—2024, 2026" in lines
    sizes = [line.split("KB, ")[1].split(" (")[0] for line in lines if line.startswith(("    down/", "    up/"))]
    assert sizes == ["1 block", "2 blocks", "2 blocks"]


def test_a_zipped_pack_is_listed_and_checked_like_any_other(folder: Path) -> None:
    make_archive(str(folder / "sent"), "zip", folder / "up")
    assert "sent  up" in run(folder, "list").output
    assert run(folder, "check", "sent").output == "模板包“sent”没有问题（sent）\n"
