"""What `fix` changes in an input, and what it leaves alone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import inputs
from reportgen.cli import verbs

INPUT = """\
# 注释, 不动;   [2022]68号
pack: base
kind: department-report
year:   2023   # 注释(也不动)
department: {name: 甲局, duties: ["负责\\t全区,工作。"]}
finance: {budget: 100, executed: 100}
evaluation:
  score: 95
  tasks:
    - title: 抓落实。
      text: |
        截止10月底,共完成任务12,338维权热线接听（见附件)。
          第二段,缩进不动;
    - title: '１２'
      text: >-
        折行的,
        文字;还有'"引号"'。
    # reportgen: allow C101 照公开的报告
    - {title: 留着, text: "留着,不改。"}
  summary: 得分{{ evaluation.score }},照算。
"""
FIXED = """\
# 注释, 不动;   [2022]68号
pack: base
kind: department-report
year:   2023   # 注释(也不动)
department: {name: 甲局, duties: ["负责\\t全区，工作。"]}
finance: {budget: 100, executed: 100}
evaluation:
  score: 95
  tasks:
    - title: 抓落实
      text: |
        截至10月底，共完成任务12338维权热线接听（见附件）。
          第二段，缩进不动；
    - title: '12'
      text: >-
        折行的，
        文字；还有'“引号”'。
    # reportgen: allow C101 照公开的报告
    - {title: 留着, text: "留着,不改。"}
  summary: 得分{{ evaluation.score }}，照算。
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    path = tmp_path / "甲局.yaml"
    path.write_text(INPUT, "utf-8", newline="")
    return path


def fix(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str]:
    result = CliRunner().invoke(verbs, ["fix", *map(str, arguments)], input=io.BytesIO(stdin))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def test_slips_are_mended_where_they_stand_and_all_else_is_left(file: Path) -> None:
    assert fix(file) == (0, f"{file}：改正 13 处\n")
    assert file.read_text("utf-8") == FIXED


def test_fixing_twice_changes_nothing(file: Path) -> None:
    fix(file)
    once = file.read_bytes()
    assert fix(file) == (0, "")
    assert file.read_bytes() == once


def test_diff_shows_the_change_and_writes_nothing(file: Path) -> None:
    status, shown = fix(file, "--diff")
    assert status == 1
    assert "-    - title: 抓落实。\n" in shown
    assert "+    - title: 抓落实\n" in shown
    assert file.read_text("utf-8") == INPUT
    fix(file)
    assert fix(file, "--diff") == (0, "")


def test_codes_choose_what_is_mended(file: Path) -> None:
    fix(file, "--select", "C131,C154", "--ignore", "C154")
    assert file.read_text("utf-8") == INPUT.replace("截止10月底", "截至10月底")


def test_line_ends_and_the_byte_order_mark_stay(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + INPUT.replace("\n", "\r\n").encode())
    fix(file)
    assert file.read_bytes() == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()


def test_a_text_never_becomes_a_number(file: Path) -> None:
    file.write_text(INPUT.replace("title: '１２'", "title: １２"), "utf-8")
    fix(file)
    assert "title: １２\n" in file.read_text("utf-8")


def test_standard_input_goes_to_standard_output() -> None:
    assert fix("-", stdin=INPUT.encode())[1] == FIXED


def test_a_file_in_another_encoding_is_said_and_left(file: Path) -> None:
    file.write_bytes(INPUT.encode("gb18030"))
    assert fix(file)[0] == 2
    assert file.read_bytes() == INPUT.encode("gb18030")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("甲乙年月日号截止至,;:()（）[]〔〕“”\"'1２３.。，%％-—2023 ＋+", max_size=60))
def test_any_text_is_mended_once_and_for_all(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    before = f"pack: base\nkind: department-report\nyear: 2023\ndepartment: {{name: 甲局}}\nmanagement:\n  performance: |\n    始{text}\n"
    path.write_text(before, "utf-8")
    fix(path)
    once = path.read_text("utf-8")
    fix(path)
    assert path.read_text("utf-8") == once
    kept = re.compile(r"[^甲乙年月日始]")
    values = [inputs.read(content.encode(), "x").value["management"]["performance"] for content in (before, once)]
    assert kept.sub("", values[1]) == kept.sub("", values[0])
