"""Paragraphs that an owner typed without choosing a style."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from reportgen.assembly import assemble
from reportgen.expressions import Environment
from reportgen.findings import Span
from reportgen.narrative import read
from reportgen.packs import load
from tests.documents import docx, p, picture, png, table, tr
from tests.invariants import check_document


def made(folder: Path, *blocks: str, profile: str = "{}", child: bytes | None = None) -> list[tuple[str, str]]:
    """Style and text of every paragraph of a document made from these blocks."""
    (folder / "p").mkdir()
    (folder / "p" / "pack.yaml").write_text(f"kinds: {{report: {{}}}}\nprofile: {profile}\n", "utf-8")
    (folder / "p" / "report.docx").write_bytes(docx(*blocks, images={"rId50": png()}))
    name = "p"
    if child is not None:
        name = "c"
        (folder / "c").mkdir()
        (folder / "c" / "pack.yaml").write_text("extends: p\n", "utf-8")
        (folder / "c" / "report.docx").write_bytes(child)
    template = assemble(load(name, [folder]), f"{name}/report.docx", Environment(), "report").template
    assert template is not None
    prose, _ = read("甲。\n乙。", lambda *_: Span())
    data = template.render({"prose": prose, "rows": ["一", "二"]})
    check_document(data)
    document = Document(io.BytesIO(data))
    elements = document.element.body.iter(qn("w:p"))
    styles = {style.style_id: style.name for style in document.styles}
    return [(styles.get(e.style or "", ""), "".join(t.text or "" for t in e.iter(qn("w:t")))) for e in elements]


def test_plain_paragraphs_are_body_text_and_those_in_tables_text_of_tables(tmp_path: Path) -> None:
    head = tr("名称", "得分").replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    body = tr("甲", "1")
    assert made(tmp_path, "{{ rows[0] }}段。", p("题", style="Title"), table([head, body], columns=2)) == [
        ("Body Text", "一段。"),
        ("Title", "题"),
        ("Table Heading", "名称"),
        ("Table Heading", "得分"),
        ("Table Text", "甲"),
        ("Table Text", "1"),
    ]


def test_long_texts_and_loops_stand_in_body_text_too(tmp_path: Path) -> None:
    blocks = ("{{p prose }}", "{%p for 行 in rows %}", "{{ 行 }}", "{%p endfor %}")
    assert made(tmp_path, *blocks) == [("Body Text", text) for text in ("甲。", "乙。", "一", "二")]


def test_blocks_of_a_child_are_styled_as_the_rest(tmp_path: Path) -> None:
    child = docx('{%p extends "p/report.docx" %}', "{%p block a %}", "新的。", "{%p endblock %}")
    assert made(tmp_path, "{%p block a %}", "旧的。", "{%p endblock %}", child=child) == [("Body Text", "新的。")]


def test_pictures_and_lists_keep_what_they_have(tmp_path: Path) -> None:
    listed = p("项", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    assert made(tmp_path, p(picture("rId50")), listed) == [("", ""), ("", "项")]


def test_a_line_put_to_the_right_is_not_moved_in(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "pack.yaml").write_text("kinds: {report: {}}\n", "utf-8")
    (tmp_path / "p" / "report.docx").write_bytes(docx(p("{{ 某局 }}", properties='<w:jc w:val="right"/>')))
    template = assemble(load("p", [tmp_path]), "p/report.docx", Environment(), "report").template
    assert template is not None
    (paragraph,) = Document(io.BytesIO(template.render({"某局": "甲局"}))).paragraphs
    assert paragraph.style is not None
    assert paragraph.style.name == "Body Text"
    assert paragraph._p.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:firstLineChars")) == "0"


@pytest.mark.parametrize("profile", ["{styles: word}"])
def test_where_the_word_files_styles_win_nothing_is_styled(profile: str, tmp_path: Path) -> None:
    assert made(tmp_path, "一段。", profile=profile) == [("", "一段。")]
