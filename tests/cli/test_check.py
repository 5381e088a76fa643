"""What `check` finds, how it writes it, and how it exits."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner
from docx import Document

from reportgen.cli import verbs

ROOT = Path(__file__).parents[2]
INPUT = """\
pack: base
kind: department-report
year: 2023
department:
  name: 广州市番禺区审计局
  duties: [负责全区工作。]
plan: {overview: "全年工作已部署,进展顺利。"}
finance: {budget: 100, executed: 100}
management: {performance: 管理规范。}
evaluation:
  score: 95
  summary: 截止10月底，完成任务13项。
  tasks: [{title: 抓落实, text: 任务已完成。}]
  achievements: 成效明显。
issues: [{problem: 指标不细。, measure: 细化指标。}]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(INPUT, "utf-8")
    return tmp_path


def check(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(verbs, ["check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def codes(folder: Path, *arguments: str | Path) -> list[str]:
    _, output = check(*arguments, "--format", "json", "-o", folder / "found.json")
    assert "found.json" in output
    found = json.loads((folder / "found.json").read_text("utf-8"))
    return [finding["code"] for file in found["files"] for finding in file["findings"]]


@pytest.mark.usefixtures("folder")
def test_findings_stand_at_their_lines_and_warnings_do_not_fail() -> None:
    status, output = check("a.yaml")
    assert status == 0
    assert output.splitlines() == [
        "a.yaml:7:26: 警告 C101 中文里用了半角标点“,”",
        '     7 │ plan: {overview: "全年工作已部署,进展顺利。"}',
        "       │                                 ^",
        "    应为: ，",
        "    怎么办: 改成全角的“，”",
        "a.yaml:12:12: 警告 C131 日期前用了“截止”",
        "    12 │   summary: 截止10月底，完成任务13项。",
        "       │            ^^^^",
        "    应为: 截至",
        "    怎么办: 改成“截至”：截至某日，是到那一天为止；截止是停止的意思",
        "2 个警告",
    ]


def test_strict_lets_warnings_fail(folder: Path) -> None:
    assert check(folder / "a.yaml", "--strict")[0] == 1
    assert check(folder / "a.yaml", "--strict", "--ignore", "C1")[0] == 0


def test_codes_are_selected_and_ignored_by_their_beginnings(folder: Path) -> None:
    assert codes(folder, folder / "a.yaml") == ["C101", "C131"]
    assert codes(folder, folder / "a.yaml", "--select", "C13，R") == ["C131"]
    assert codes(folder, folder / "a.yaml", "--ignore", "c101") == ["C131"]


def test_what_is_allowed_shows_only_when_asked_for(folder: Path) -> None:
    allowed = INPUT.replace("  summary", "  # reportgen: allow C131 照公开的报告\n  summary")
    (folder / "a.yaml").write_text(allowed, "utf-8")
    assert codes(folder, folder / "a.yaml") == ["C101"]
    assert codes(folder, folder / "a.yaml", "--all") == ["C101", "C131"]
    assert "已说明: 照公开的报告" in check(folder / "a.yaml", "--all")[1]


def test_errors_fail_and_nothing_to_read_cannot_run(folder: Path) -> None:
    (folder / "a.yaml").write_text(INPUT.replace("score: 95", "score: 195"), "utf-8")
    assert check(folder / "a.yaml")[0] == 1
    assert check(folder / "none.yaml")[0] == 2


def test_json_agrees_with_its_published_schema(folder: Path) -> None:
    schema = json.loads((ROOT / "docs/findings.schema.json").read_text("utf-8"))
    _word(folder / "b.docx", "截止10月底，完成,任务。")
    check(folder, folder / "b.docx", "--ignore", "G", "--all", "--format", "json", "-o", folder / "found.json")
    found = json.loads((folder / "found.json").read_text("utf-8"))
    jsonschema_rs.validator_for(schema).validate(found)
    assert found["summary"] == {"error": 0, "warning": 4, "notice": 0}
    assert [file["unit"] for file in found["files"]] == ["广州市番禺区审计局", ""]
    assert found["files"][0]["findings"][1]["words"] == "截止"


def test_sarif_names_rules_places_and_suppressions(folder: Path) -> None:
    allowed = INPUT.replace("  summary", "  # reportgen: allow C131 照公开的报告\n  summary")
    (folder / "a.yaml").write_text(allowed, "utf-8")
    check(folder / "a.yaml", "--all", "--format", "sarif", "-o", folder / "found.sarif")
    found = json.loads((folder / "found.sarif").read_text("utf-8"))
    (run,) = found["runs"]
    first, second = run["results"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert (found["version"], rules) == ("2.1.0", ["C101", "C131"])
    assert rules[first["ruleIndex"]] == first["ruleId"] == "C101"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 26, "endColumn": 27, "snippet": {"text": ","}}
    assert second["suppressions"] == [{"kind": "inSource", "justification": "照公开的报告"}]


@pytest.mark.parametrize("form", ["json", "sarif", "xlsx", "docx"])
def test_the_same_findings_make_the_same_bytes(folder: Path, form: str) -> None:
    for name in ("one", "two"):
        check(folder / "a.yaml", "--format", form, "-o", folder / name)
    assert (folder / "one").read_bytes() == (folder / "two").read_bytes()


def test_the_sheet_to_send_back_holds_a_row_a_finding(folder: Path) -> None:
    check(folder / "a.yaml", "--format", "docx", "-o", folder / "back.docx")
    sheet = Document(io.BytesIO((folder / "back.docx").read_bytes()))
    assert sheet.paragraphs[0].text == "退回修改意见"
    assert "共有 2 处需要核对或修改" in sheet.paragraphs[1].text
    rows = [[cell.text for cell in row.cells] for row in sheet.tables[0].rows]
    assert rows[0] == ["序号", "位置", "问题", "修改意见"]
    assert rows[2][2] == "警告 C131\n日期前用了“截止”"


def test_the_words_of_a_word_file_are_checked_by_the_same_rules(folder: Path) -> None:
    _word(
        folder / "b.docx",
        "2023年度甲局自评报告",
        "（一）部门概况",
        "（二）收支情况",
        "（四）绩效管理",
        "全年预算数749.56万元，执行数734.33万元，执行率97.79%。截至2021年底完成。",
    )
    assert codes(folder, folder / "b.docx", "--ignore", "G") == ["C153", "C201", "C215"]
    output = check(folder / "b.docx")[1]
    assert "正文，第4段，“（四）绩效管理”" in output.replace("\n    ", "")
    (folder / "bad.docx").write_bytes(b"no zip")
    assert check(folder / "bad.docx")[0] == 1


def test_the_format_of_a_word_file_is_held_against_the_standard_or_a_pack(folder: Path) -> None:
    _word(folder / "b.docx", "2023年度甲局自评报告", "一、基本情况", "甲局年初分解预算，年底进行总结。")
    exit_code, output = check(folder / "b.docx", "--select", "G101,G202,G206")
    assert exit_code == 1
    assert "错误 G101 纸张是215.9×279.4mm，应为210×297mm" in output
    assert "怎么办: 依据：GB/T 9704—2012 5.1（规定）" in output
    assert "G206" in output
    pack = folder / "templates/loose"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("title: 宽\nprofile: {body: {strength: 不查}, heading1: {strength: 实务}}\n", "utf-8")
    exit_code, output = check(folder / "b.docx", "--pack", "loose", "--select", "G206")
    assert (exit_code, "G206 正文" in output, "G206 一级标题" in output) == (0, False, True)


def test_parts_of_the_pack_s_outline_that_a_word_file_lacks_are_told(folder: Path) -> None:
    lines = (
        "2023年度甲局部门整体支出绩效自评报告",
        "一、基本情况",
        "年初分解预算。",
        "二、综合评价",
        "全部完成。",
        "三、存在问题",
        "指标不细。",
    )
    _word(folder / "b.docx", *lines)
    assert "G601" not in codes(folder, folder / "b.docx")
    output = check("b.docx", "--pack", "base", "--select", "G601")[1]
    assert [line for line in output.splitlines() if "警告 G601" in line] == ["b.docx: 警告 G601 没有“下一步改进措施”这一部分"]


def test_a_folder_of_word_files_alone_and_a_pattern_are_checked(folder: Path) -> None:
    received = folder / "received/sub"
    received.mkdir(parents=True)
    for name in ("a.docx", "~$a.docx"):
        _word(received / name, "2023年度甲局自评报告", "截止年底完成。")
    assert "C131" in codes(folder, folder / "received")
    assert "C131" in codes(folder, str(folder / "received/*/a*.docx"))
    assert check(folder / "received", "--select", "C131")[1].count("C131") == 1


def test_pipes_among_word_files_are_passed_over(folder: Path) -> None:
    (folder / "inbox").mkdir()
    _word(folder / "inbox" / "a.docx", "正文。")
    os.mkfifo(folder / "inbox" / "b.docx")
    for path in ("inbox", "inbox/*.docx"):
        assert "b.docx" not in check(path)[1]


def test_findings_become_comments_of_a_copy(folder: Path) -> None:
    _word(folder / "b.docx", "2023年度甲局自评报告", "全年完成任务，执行率达到预期；截止年底结束。")
    before = (folder / "b.docx").read_bytes()
    _, output = check(folder / "b.docx", "--annotate", folder / "noted.docx")
    noted = Document(str(folder / "noted.docx"))
    texts = [one.text for one in noted.comments]
    assert any(text.startswith("G101 纸张") for text in texts)
    assert any(text.startswith("C131 ") for text in texts)
    assert f"批注 {len(texts)} 条" in output
    assert (folder / "b.docx").read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("b.docx", "--annotate", "b.docx"), (".", "--annotate", "c.docx"), ("b.docx", "b.docx", "--annotate", "c.docx")]
)
def test_comments_need_one_word_file_and_another_name(folder: Path, arguments: tuple[str, ...]) -> None:
    _word(folder / "b.docx", "2023年度甲局自评报告")
    exit_code, output = check(*arguments)
    assert (exit_code, "--annotate 要一个 Word 文件" in output) == (2, True)


def test_a_pinned_number_that_skips_one_is_found_where_it_is_pinned(folder: Path) -> None:
    (folder / "a.yaml").write_text(INPUT + "sections:\n  achievements: {number: （四）}\n", "utf-8")
    assert "a.yaml:17:26: 警告 C153 “（二）”之后是“（四）”" in check("a.yaml")[1]


def test_headings_count_on_by_their_styles(folder: Path) -> None:
    document: Any = Document()
    for level, text in [(1, "一、基本情况"), (2, "（一）概况"), (3, "一、抓学习"), (3, "二、抓落实"), (2, "（三）成效"), (1, "二、分析")]:
        document.add_heading(text, level)
    document.save(folder / "b.docx")
    output = check(folder / "b.docx", "--ignore", "G")[1]
    assert "“（一）”之后是“（三）”" in output.replace("\n    ", "")
    assert output.endswith("1 个警告\n")


def build(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(verbs, ["build", "-j", "1", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_build_runs_the_same_checks(folder: Path) -> None:
    status, output = build(folder / "a.yaml", "-o", folder / "out")
    assert (status, "C131" in output, (folder / "out" / "a.docx").exists()) == (0, True, True)


def test_build_blocks_on_warnings_when_strict(folder: Path) -> None:
    status, _ = build(folder / "a.yaml", "-o", folder / "out", "--strict")
    assert (status, (folder / "out" / "a.docx").exists()) == (1, False)


def test_build_without_checks_tells_none_of_their_findings(folder: Path) -> None:
    status, output = build(folder / "a.yaml", "-o", folder / "out", "--no-checks", "--strict")
    assert (status, "C131" in output, (folder / "out" / "a.docx").exists()) == (0, False, True)


def test_paragraphs_and_names_of_another_department_are_found(folder: Path) -> None:
    text = (
        "区审计局坚持围绕中心、服务大局，持续深化改革，聚焦各项工作部署，强化思想引领，举办活动{n}场，各项工作取得了一定的成效，群众满意。"
    )
    one = INPUT.replace("成效明显。", text.format(n=12))
    other = (
        INPUT.replace("番禺区审计局", "荔湾区审计局")
        .replace("成效明显。", text.format(n=15))
        .replace("任务已完成。", "广州市番禺区审计局任务已完成。")
    )
    (folder / "a.yaml").write_text(one, "utf-8")
    (folder / "b.yaml").write_text(other, "utf-8")
    assert codes(folder, folder, "--select", "C3") == ["C301", "C302"]
    for _ in ("a run that makes them", "a run that keeps them"):
        status, output = build("a.yaml", "b.yaml", "-o", "out")
        assert status == 0
        assert "b.yaml:13:30: 警告 C302 广州市荔湾区审计局的报告里写着“广州市番禺区审计局”" in output
        assert "b.yaml:14:17: 警告 C301 这一段与 广州市番禺区审计局 的报告相同（数字除外）" in output
    assert "C30" not in build("a.yaml", "b.yaml", "-o", "other", "--no-checks")[1]
    (folder / "b.yaml").write_text(other.replace("  achievements", "  # reportgen: allow C301 两区统一的说法\n  achievements"), "utf-8")
    assert codes(folder, "a.yaml", "b.yaml", "--select", "C0,C3") == ["C302"]
    assert codes(folder, "b.yaml", "--select", "C0,C3") == []
    assert "C301" not in build("a.yaml", "b.yaml", "-o", "out")[1]
    (folder / "quiet").mkdir()
    (folder / "quiet" / "pack.yaml").write_text("extends: base\nsettings: {severities: {C301: off, C302: off}}\n", "utf-8")
    (folder / "b.yaml").write_text(other.replace("pack: base", "pack: quiet"), "utf-8")
    assert codes(folder, "a.yaml", "b.yaml", "--select", "C3", "--templates", folder) == []


def test_what_was_kept_from_last_years_report_is_found(folder: Path) -> None:
    text = (
        "我们坚持围绕中心、服务大局，持续深化改革，聚焦各项工作部署，强化思想引领，举办活动{n}场，各项工作取得了一定的成效，群众都很满意。"
    )
    _word(folder / "去年.docx", text.format(n=12), "别的话。")
    (folder / "a.yaml").write_text(INPUT.replace("成效明显。", text.format(n=15)), "utf-8")
    assert codes(folder, "a.yaml", "--select", "C3") == []
    assert codes(folder, "a.yaml", "--against", "去年.docx", "--select", "C3") == ["C301"]
    assert "这一段与 去年.docx 的报告相同" in check("a.yaml", "--against", "去年.docx")[1]
    assert "没有找到" in check("a.yaml", "--against", "none.yaml")[1]
    assert "W002" in check("a.yaml", "--against", "none.docx")[1]


def _word(path: Path, *paragraphs: str) -> None:
    document: Any = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(path)
