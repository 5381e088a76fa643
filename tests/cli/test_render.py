"""`reportgen render`: a template and data to a document, without a pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.documents import docx, table, tables_of, text_of

TEMPLATE = docx("{{ 单位 }}：{{ finance.budget }}万元", table([["{%tr for t in tasks %}"], ["{{ t }}"], ["{%tr endfor %}"]]))
DATA = "单位: 区妇联 <&>\nfinance: {budget: 2.50}\ntasks: [一, 二]\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.docx").write_bytes(TEMPLATE)
    Path("d.yaml").write_text(DATA, "utf-8")


def render(*arguments: str, lang: str = "zh", stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(verbs, ["render", *arguments], env={"REPORTGEN_LANG": lang}, input=stdin)


def test_yaml_becomes_a_document_that_shows_numbers_as_written() -> None:
    result = render("t.docx", "d.yaml", "-o", "out/r.docx")
    assert (result.exit_code, result.output) == (0, "已生成 out/r.docx\n")
    assert text_of(Path("out/r.docx").read_bytes())[0] == "区妇联 <&>：2.50万元"
    assert tables_of(Path("out/r.docx").read_bytes()) == [[["一"], ["二"]]]


def test_json_is_data_as_well_and_the_output_has_a_name_of_itself() -> None:
    Path("d.json").write_text('{"单位": "\\u533a", "finance": {"budget": 2.50}, "tasks": []}', "utf-8")
    assert render("t.docx", "d.json", lang="en").output == f"wrote {Path('outputs', 'd.docx')}\n"
    assert text_of(Path("outputs/d.docx").read_bytes())[0] == "区：2.50万元"


def test_data_may_come_from_standard_input_and_the_document_go_to_standard_output() -> None:
    result = render("t.docx", "-", "-o", "-", stdin=DATA.encode())
    assert result.exit_code == 0
    assert "区妇联" in text_of(result.stdout_bytes)[0]


def test_faults_of_the_data_stop_it_with_their_line() -> None:
    Path("d.yaml").write_text("单位: [甲\nb: 1\n", "utf-8")
    result = render("t.docx", "d.yaml")
    assert result.exit_code == 1
    assert "d.yaml:" in result.output
    assert not Path("outputs").exists()


def test_faults_of_the_template_stop_it_with_their_place() -> None:
    Path("t.docx").write_bytes(docx("{{ a b }}", "{{ x|没有 }}"))
    result = render("t.docx", "d.yaml")
    assert result.exit_code == 1
    assert {code for code in ("T002", "T007") if code in result.output} == {"T002", "T007"}


def test_missing_data_stops_it_and_is_printed_in_a_draft() -> None:
    Path("d.yaml").write_text("单位: 甲\nfinance: {}\ntasks: []\n", "utf-8")
    assert render("t.docx", "d.yaml").exit_code == 1
    assert render("t.docx", "d.yaml", "--draft").exit_code == 0
    assert "待填" in text_of(Path("outputs/d.docx").read_bytes())[0]


def test_what_is_no_word_file_could_not_run() -> None:
    Path("t.docx").write_bytes(b"text")
    result = render("t.docx", "d.yaml")
    assert result.exit_code == 2
    assert "P002" in result.output


def test_the_template_is_never_overwritten() -> None:
    assert render("t.docx", "d.yaml", "-o", "./t.docx").exit_code == 2
    assert Path("t.docx").read_bytes() == TEMPLATE


def test_a_folder_that_cannot_be_written_could_not_run() -> None:
    Path("file").write_text("x", "utf-8")
    assert render("t.docx", "d.yaml", "-o", "file/r.docx").exit_code == 2
