"""`reportgen format`: files that people made, in official format, beside the originals."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import verbs
from tests.documents import docx, p, r, text_of

LINES = ("一、基本情况", "编制20人,实有18人。", "二、存在的主要问题", "执行进度偏慢。")


def by_hand(title: str = "某局2023年部门整体支出绩效自评报告") -> bytes:
    head = p(r(title, bold=True, properties='<w:sz w:val="40"/>'), properties='<w:jc w:val="center"/>')
    return docx(head, *[p(r("\u3000\u3000" + line, properties='<w:rFonts w:eastAsia="宋体"/>')) for line in LINES])


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    path = tmp_path / "报告.docx"
    path.write_bytes(by_hand())
    return path


def format_(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(verbs, ["format", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_a_copy_in_official_format_is_written_and_the_original_stays(file: Path) -> None:
    before = file.read_bytes()
    code, said = format_(file)
    assert code == 0
    assert file.read_bytes() == before
    assert text_of(file.with_name("报告.排版.docx").read_bytes())[1:3] == ["一、基本情况", "编制20人，实有18人。"]
    assert "一级标题的字体是宋体，应为黑体（共2处）" in said
    assert "C101 中文里用了半角标点“,”" in said


def test_words_stay_to_the_last_mark_where_that_is_wanted(file: Path) -> None:
    format_(file, "--keep-words", "-o", file.with_name("稿.docx"))
    assert text_of(file.with_name("稿.docx").read_bytes())[2] == "编制20人,实有18人。"


def test_an_output_that_is_there_is_overwritten_only_when_asked(file: Path) -> None:
    target = file.with_name("报告.排版.docx")
    target.write_bytes(b"mine")
    code, said = format_(file)
    assert (code, target.read_bytes()) == (2, b"mine")
    assert "--force" in said
    assert format_(file, "--force")[0] == 0
    assert target.read_bytes() != b"mine"


def test_no_file_is_written_over_the_original_or_over_another(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    other = tmp_path / "科室" / "报告.docx"
    other.parent.mkdir()
    other.write_bytes(by_hand())
    assert format_(file, "-o", file)[0] == 2
    assert format_(file, other, "-o", tmp_path / "排好")[0] == 2
    assert file.read_bytes() == before


def test_files_that_cannot_be_read_do_not_stop_the_others(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"no zip")
    code, said = format_(broken, file, "-o", tmp_path / "排好")
    assert code == 2
    assert "P002" in said
    assert [path.name for path in (tmp_path / "排好").iterdir()] == ["报告.docx"]


def test_the_format_is_that_of_the_pack(file: Path) -> None:
    pack = file.parent / "templates" / "县"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("extends: base\nprofile:\n  body: {font: 宋体, size: 四号}\n", "utf-8")
    format_(file, "--pack", "县")
    assert "应为宋体" not in format_(file.with_name("报告.排版.docx"), "--pack", "县")[1]
    assert format_(file, "--pack", "没有")[0] == 2


def test_what_a_person_has_to_decide_is_shown(file: Path) -> None:
    file.write_bytes(
        docx(
            p(r("某局2023年部门整体支出绩效自评报告", properties='<w:sz w:val="40"/>'), properties='<w:jc w:val="center"/>'),
            "一、情况",
            "项目名称：{{ name }}。",
        )
    )
    code, said = format_(file)
    assert code == 1
    assert "{{ name }}" in said
