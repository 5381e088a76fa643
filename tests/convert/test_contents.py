"""Pages of a table of contents: worked out by LibreOffice, or left blank and said so."""

from __future__ import annotations

import pytest

from reportgen.convert import with_pages
from reportgen.render import Template
from tests.audit import audit
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
