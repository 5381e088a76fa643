"""`reportgen build` as an author meets it: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.documents import text_of

YEAR = """\
pack: panyu
kind: department-report
year: 2023
department: {name: 广州市番禺区某某局, short_name: 番禺区某某局, self: 区某某局}
finance: {budget: 100.00, income: 100.00, executed: 98.76}
evaluation:
  score: 92
  summary: 各项工作完成。
  tasks: [{title: 培训, text: 已完成。}]
issues:
  - problem: 目标不够细。
    measure: 细化目标。
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "inputs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*arguments: str, lang: str = "zh", stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(verbs, ["build", *arguments], env={"REPORTGEN_LANG": lang}, input=stdin)


def written(folder: Path, text: str, name: str = "a.yaml") -> str:
    (folder / "inputs" / name).write_text(text, "utf-8")
    return f"inputs/{name}"


def title_of(path: Path) -> str:
    """The document's first line; a template may break it."""
    return text_of(path.read_bytes())[0].replace("\n", "")


def told(result: Result) -> str:
    """What stood on the terminal, for an assertion's message too."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def test_a_file_becomes_a_document_of_its_name_and_a_manifest_entry(folder: Path) -> None:
    result = build(written(folder, YEAR))
    assert result.exit_code == 0, told(result)
    assert title_of(folder / "outputs" / "a.docx") == "番禺区某某局2023年部门整体支出绩效自评报告"
    (job,) = json.loads((folder / "outputs" / "manifest.json").read_text("utf-8"))["jobs"]
    assert (job["input"], job["output"], job["status"], job["kind"]) == ("inputs/a.yaml", "a.docx", "built", "department-report")
    assert len(job["input_sha256"]) == len(job["output_digest"]) == 64


def test_a_folder_keeps_its_structure(folder: Path) -> None:
    (folder / "inputs" / "east").mkdir()
    written(folder, YEAR, "east/b.yaml")
    written(folder, YEAR)
    assert build("inputs", "-o", "made").exit_code == 0
    assert sorted(path.relative_to(folder / "made").as_posix() for path in (folder / "made").rglob("*.docx")) == ["a.docx", "east/b.docx"]


def test_two_inputs_with_one_output_name_are_a_finding(folder: Path) -> None:
    result = build(written(folder, YEAR, "a.yaml"), written(folder, YEAR, "a.yml"))
    assert result.exit_code == 1
    assert "W003 “outputs/a.docx”已由“inputs/a.yaml”生成，不能再写同一个位置" in told(result)


def test_standard_input_to_standard_output(folder: Path) -> None:  # noqa: ARG001 (the working folder)
    result = build("-", "-o", "-", stdin=YEAR.encode())
    assert result.exit_code == 0
    assert "广州市番禺区某某局2023年度总支出98.76万元" in "".join(text_of(result.stdout_bytes))


def test_a_blocked_document_leaves_the_older_one_and_says_so(folder: Path) -> None:
    assert build(written(folder, YEAR)).exit_code == 0
    older = (folder / "outputs" / "a.docx").read_bytes()
    result = build(written(folder, YEAR.replace("100.00, income", "很多, income")))
    assert result.exit_code == 1
    assert (folder / "outputs" / "a.docx").read_bytes() == older
    assert "W004 没有生成新文件，“outputs/a.docx”仍是以前的版本" in told(result)


def test_one_bad_input_stops_no_other(folder: Path) -> None:
    written(folder, YEAR.replace("pack: panyu", "pack: panyv"), "bad.yaml")
    written(folder, YEAR, "good.yaml")
    result = build("inputs")
    assert result.exit_code == 1
    assert [path.name for path in (folder / "outputs").glob("*.docx")] == ["good.docx"]


def test_a_path_without_input_is_said_and_nothing_runs(folder: Path) -> None:  # noqa: ARG001 (the working folder)
    result = build("inputs/none.yaml", lang="en")
    assert result.exit_code == 2
    assert "W001 no input found at inputs/none.yaml" in told(result)


def test_a_draft_prints_what_is_missing_and_is_built(folder: Path) -> None:
    text = YEAR.replace("name: 广州市番禺区某某局, short_name: 番禺区某某局, ", "")
    assert build(written(folder, text)).exit_code == 1
    result = build("inputs/a.yaml", "--draft")
    assert result.exit_code == 0, told(result)
    assert title_of(folder / "outputs" / "a.docx") == "【待填：全称】2023年部门整体支出绩效自评报告"


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    name = written(folder, YEAR)
    build(name, "-o", "one")
    build(name, "-o", "two")
    assert (folder / "one" / "a.docx").read_bytes() == (folder / "two" / "a.docx").read_bytes()


def test_an_output_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "outputs" / "a.docx").mkdir(parents=True)
    result = build(written(folder, YEAR))
    assert result.exit_code == 1
    assert "W005 写不了“outputs/a.docx”" in told(result)


WRONG = [
    # What is typed, in place of which line of the year above; then code, line, column, and words of both wordings.
    ("a missing field", "name: 广州市番禺区某某局, ", "", "D101", 4, "全称", "name"),
    ("a misspelt key", "executed:", "excuted:", "D103", 5, "是不是“executed”", "Did you mean “executed”"),
    ("text where a number belongs", "budget: 100.00", "budget: 一百", "D201", 5, "应填数字", "must be a number"),
    ("a full-width colon", "year: 2023", "year：2023", "Y020", 3, "全角冒号", "full-width colon"),
    ("a tab", "  score: 92", "\tscore: 92", "Y010", 7, "制表符", "tab"),
    ("a comparison", "score: 92", "score: >=90%", "Y030", 7, "值以“>”开头", "begins with"),
    ("bold", "summary: 各项", "summary: **一是**各项", "Y031", 8, "值以“*”开头", "begins with"),
    ("text after quotation marks", "problem: 目标", 'problem: "三八"节目标', "Y036", 11, "已经结束", "ends"),
    ("a document number", "summary: 各项", "summary: [2022]68号各项", "Y037", 8, "值以“[”开头", "begins with"),
    ("braces", "summary: 各项", "summary: {{ finance.budget }}万元", "Y035", 8, "值以“{{”开头", "begins with"),
    (
        "a pasted line",
        "  summary: 各项工作完成。",
        "  summary: |\n    一是做好。\n贴进来的一行正文。",
        "Y012",
        10,
        "没有缩进",
        "not indented",
    ),
    ("a half-width comma", "title: 培训,", "title: 甲,实施乙,", "Y040", 9, "半角逗号", "comma"),
    ("a duplicate key", "year: 2023", "year: 2023\nyear: 2022", "Y023", 4, "重复", "line 3"),
    ("an unknown pack", "pack: panyu", "pack: panyv", "K101", 1, "没有模板包“panyv”", "no pack “panyv”"),
    ("an unknown kind", "kind: department-report", "kind: departmentreport", "K103", 2, "没有文种", "no kind"),
    ("an unknown figure", "各项工作完成", "预算{{ finance.budgett }}", "E101", 8, "finance.budgett", "finance.budgett"),
    ("an unclosed tag", "各项工作完成", "预算{{ finance.budget 万元", "N201", 8, "没有对应的 }}", "}}"),
    ("a control character", "summary: 各项工作完成。", 'summary: "\\x01各项"', "Y", 8, "U+0001", "U+0001"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "line", "zh", "en"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_said_with_its_place(folder: Path, right: str, wrong: str, code: str, line: int, zh: str, en: str) -> None:
    assert right in YEAR
    name = written(folder, YEAR.replace(right, wrong, 1))
    for lang, word, words in (("zh", "错误", zh), ("en", "error", en)):
        result = build(name, lang=lang)
        heads = [text for text in told(result).splitlines() if text.startswith(f"{name}:{line}:") and f"{word} {code}" in text]
        assert heads, told(result)
        assert words in told(result)
        assert result.exit_code == 1
        assert not (folder / "outputs" / "a.docx").exists()


def test_an_empty_file_is_said(folder: Path) -> None:
    for text in ("", "# 只有注释\n"):
        result = build(written(folder, text))
        assert result.exit_code == 1
        assert "inputs/a.yaml:1:1: 错误 Y" in told(result)


def test_every_fault_of_a_file_is_said_in_one_run(folder: Path) -> None:
    text = YEAR
    together = [case for case in WRONG if case[0] not in {"an unknown pack", "an unknown kind", "a missing field", "a duplicate key"}]
    codes = set()
    for _, right, wrong, code, *_ in together:
        if right in text:
            text = text.replace(right, wrong, 1)
            codes.add(code)
    told_codes = told(build(written(folder, text)))
    assert len(codes) >= 8
    assert not {code for code in codes if code not in told_codes}, told_codes


def test_corrected_lines_are_shown_where_there_is_one(folder: Path) -> None:
    text = YEAR.replace("year: 2023", "year：2023").replace("score: 92", "score: >=90%")
    said = told(build(written(folder, text)))
    assert "应为: year: 2023" in said
    assert '应为:   score: ">=90%"' in said


def test_other_encodings_of_chinese_editors_are_taken_with_a_notice(folder: Path) -> None:
    (folder / "inputs" / "a.yaml").write_bytes(YEAR.encode("gb18030"))
    result = build("inputs/a.yaml")
    assert result.exit_code == 0
    assert "提示 Y" in told(result)
    (folder / "inputs" / "a.yaml").write_bytes(b"\xef\xbb\xbf" + YEAR.encode())
    assert build("inputs/a.yaml").exit_code == 0


def test_a_broken_template_is_said_at_its_place(folder: Path) -> None:
    from docx import Document

    pack = folder / "templates" / "mine"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("extends: base\ntitle: 我的\n", "utf-8")
    document, out = Document(), io.BytesIO()
    document.add_paragraph("预算{{ finance.budget|万圆 }}")
    document.save(out)
    (pack / "department-report.docx").write_bytes(out.getvalue())
    result = build(written(folder, YEAR.replace("pack: panyu", "pack: mine")))
    assert result.exit_code == 1
    assert "mine/department-report.docx" in told(result)
    assert "万圆" in told(result)
    assert "应为: 万元" in told(result)


def test_a_folder_of_packs_beside_the_inputs_comes_first(folder: Path) -> None:
    pack = folder / "templates" / "panyu"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("extends: guangzhou\ntitle: 自己的番禺\n", "utf-8")
    assert build(written(folder, YEAR)).exit_code == 0
    assert title_of(folder / "outputs" / "a.docx") == "2023年度广州市番禺区某某局部门整体支出绩效自评报告"


def test_a_wrong_number_is_said_once_and_not_again_by_what_hangs_on_it(folder: Path) -> None:
    text = YEAR.replace("executed: 98.76", "executed: 很多").replace(
        "各项工作完成", "执行率{{ finance.execution_rate|百分比 }}，各项工作完成"
    )
    result = build(written(folder, text))
    codes = {line.split("错误 ")[1].split()[0] for line in told(result).splitlines() if "错误 " in line}
    assert codes == {"D201"}
    assert "C101" not in told(result)
