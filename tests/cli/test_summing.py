"""What a run of many inputs says at its end, and on its way."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.batch.packs import put_input, put_packs


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put_packs(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*arguments: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(verbs, ["build", *arguments], env={"REPORTGEN_LANG": lang})


def test_a_run_ends_with_counts_and_a_table_of_what_to_mend(office: Path) -> None:
    for name in ("甲", "乙", "丙局"):
        put_input(office / "inputs", f"{name}.yaml")
    put_input(office / "inputs", "丙局.yaml", amount="很多")
    result = build("inputs")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "已生成 outputs/乙.docx",
        "已生成 outputs/甲.docx",
        "共生成 2 份，1 份未生成",
        "  要改的文件            错误      警告",
        "  inputs/丙局.yaml         1         0",
    ]
    assert build("inputs", lang="en").stdout.splitlines() == [
        "0 written, 2 unchanged, 1 not written",
        "  to be mended        errors  warnings",
        "  inputs/丙局.yaml         1         0",
    ]


def test_many_documents_are_counted_and_not_named(office: Path) -> None:
    for number in range(21):
        put_input(office / "inputs", f"{number:02}.yaml")
    result = build("inputs")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith("共生成 21 份，用时 ")
    assert result.stderr == ""


def test_a_run_in_which_nothing_is_to_do_says_so(office: Path) -> None:
    put_input(office / "inputs", "a.yaml")
    build("inputs")
    assert build("inputs").stdout == "共生成 0 份，1 份没有变化\n"


def test_a_bar_is_drawn_on_a_terminal_only(office: Path) -> None:
    for number in range(25):
        put_input(office / "inputs", f"{number:02}.yaml")
    parent, child = pty.openpty()
    command = [sys.executable, "-c", "from reportgen.cli import main; main()", "build", "inputs"]
    environment = {**os.environ, "REPORTGEN_LANG": "zh", "TERM": "xterm"}
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=child, cwd=office, env=environment, check=True)
    os.close(child)
    drawn = os.read(parent, 100_000).decode("utf-8", "replace")
    os.close(parent)
    assert "25/25" in drawn
    assert "共生成 25 份" in run.stdout.decode()
