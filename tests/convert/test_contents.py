"""Pages of a table of contents: worked out by LibreOffice, or left blank and said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch import build_all, plan
from reportgen.convert import with_pages
from reportgen.options import Options
from reportgen.render import Template
from reportgen.search import Search
from tests.audit import audit
from tests.batch.packs import put_input, put_packs
from tests.documents import docx, p, text_of
from tests.invariants import check_document

BREAK = '<w:r><w:br w:type="page"/></w:r>'
COVER = p("", properties='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" '
    'w:gutter="0"/><w:pgNumType w:start="1"/>'
)


def document() -> bytes:
    headings = [p("一、甲", style="Heading1"), p(BREAK), p("二、乙", style="Heading1"), p(BREAK), p("（一）丙", style="Heading2")]
    return Template.open(docx("封面", COVER, "{{p contents(2) }}", *headings, section=SECTION)).render({})


@pytest.mark.slow
def test_pages_are_those_that_are_printed_whatever_stands_before() -> None:
    data, findings = with_pages(document())
    assert findings == []
    assert [line for line in text_of(data) if "\t" in line] == ["一、甲\t1", "二、乙\t2", "（一）丙\t3"]
    check_document(data)
    assert audit(data) == []
    assert with_pages(data) == (data, [])


def test_a_document_without_contents_stays_as_it_is() -> None:
    data = Template.open(docx("正文")).render({})
    assert with_pages(data) == (data, [])


def test_without_libreoffice_the_pages_stay_blank_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_SOFFICE", "/nowhere/soffice")
    data = document()
    left, (finding,) = with_pages(data)
    assert left == data
    assert finding.code == "L107"


def test_a_build_says_that_pages_are_blank_and_writes_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTGEN_SOFFICE", "/nowhere/soffice")
    put_packs(tmp_path)
    (tmp_path / "templates" / "top" / "note.docx").write_bytes(docx("{{p contents(1) }}", p("一、甲", style="Heading1")))
    put_input(tmp_path, "a.yaml")
    built = build_all(plan(["a.yaml"]).jobs, Path("outputs"), Search.of(["templates"]), options=Options(contents=True))
    assert [finding.code for outcome in built.outcomes for finding in outcome.findings] == ["L107"]
    assert text_of(Path("outputs/a.docx").read_bytes()) == ["一、甲\t", "一、甲"]
