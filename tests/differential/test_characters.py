"""Tags across paragraphs, captured text and blocks: the same text in the same look as with docxtpl, character by character."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment
from lxml import etree

from reportgen.render import Template
from tests.documents import W, docx, p, r, table, tc
from tests.invariants import check_document

_W = f"{{{W}}}"
_BREAKS = {f"{_W}br": "\n", f"{_W}tab": "\t", f"{_W}cr": "\n"}

TASKS = [{"title": "学习", "n": 1, "done": True, "parts": ["甲", "乙"]}, {"title": "服务", "n": 2.5, "done": False, "parts": []}]
CONTEXT: dict[str, Any] = {
    "name": "区妇联",
    "n": 12,
    "tasks": TASKS,
    "empty": [],
    "yes": True,
    "no": False,
    "nothing": None,
    "columns": ["一", "二", "三"],
    "colour": "FF0000",
    "lines": "第一行\n第二行\t后\a另一段\f下一页",
    "rich": RichText("红", color="FF0000", bold=True),
    "paragraph": RichTextParagraph("整段"),
    "listing": Listing("甲\n乙\a丙 & <丁>"),
    "signs": "R&D < 3 > 2 \"引\" 'x'",
}


def _sized(text: str) -> str:
    """A cell with properties, into which docxtpl writes."""
    return tc(text, properties='<w:tcW w:w="1000" w:type="dxa"/>')


TEMPLATES: dict[str, tuple[str, ...]] = {
    "text around in other looks": (p(r("a", bold=True), "{{ name }}", r("b", properties="<w:i/>")),),
    "empty loop with else": ("{%p for t in empty %}", "{{ t }}", "{%p else %}", "无", "{%p endfor %}"),
    "loop across paragraphs": ("{% for t in tasks %}{{ t.title }}", "{{ t.n }}{% endfor %}"),
    "line feeds and tabs of the template's own": ("<w:p><w:r><w:t>a\nb\tc{{ n }}\nd</w:t></w:r></w:p>",),
    "set block": ("{% set x %}<{{ n }}>{% endset %}{{ x }}{{ x }}",),
    "call block": ("{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ name }}{% endcall %}",),
    "with": ("{% with a = n %}{{ a }}{% endwith %}",),
    "raw over paragraphs": ("a{% raw %}{{ name }}", "{% b %}{% endraw %}c",),
    "fewer columns": (
        table([[head, "{%tc for c in empty %}", inner, "{%tc endfor %}"] for head, inner in (("项", "{{ c }}"), ("值", "x"))]),
    ),
    "horizontal merge": (
        table([["{%tc for c in columns %}", inner, "{%tc endfor %}"] for inner in (_sized("{% hm %}合{{ n }}"), "{{ c }}")]),
    ),
    "vertical merge": (
        table([["{%tr for t in tasks %}", ""], [_sized("{% vm %}{{ name }}"), "{{ t.title }}"], ["{%tr endfor %}", ""]]),
    ),
    "line breaks": (p(r("a{{ lines }}b", bold=True), properties='<w:jc w:val="center"/>'),),
    "joined to the paragraph before": ("甲", "{%- if yes %}乙{% endif %}"),
    "joined to the paragraph behind": ("甲{% if yes -%}", "乙{% endif %}"),
    "a tag over paragraphs": ("a{{ name", "}}b"),
    "a comment over paragraphs": ("a{# eins", "zwei #}b"),
    "strings with marks": ('{{ "a}b" }} {{ "%" }}',),
    "attribute before key": ("{{ tasks[0].title }} {{ tasks[0]['n'] }} {{ tasks.0.title }}",),
    "recursive loop": ("{% for t in tasks recursive %}{{ t.title }}{% endfor %}",),
    "own blocks": ("{% block a %}块{% endblock %}{{ self.a() }}",),
    "dictionary methods": ("{% for k, v in tasks[0].items() %}{{ k }}={{ v }};{% endfor %}",),
}  # fmt: skip


def by_docxtpl(source: bytes, context: dict[str, Any], *, autoescape: bool) -> bytes:
    template = DocxTemplate(io.BytesIO(source))
    template.render(context, Environment(), autoescape=autoescape)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def look_of(data: bytes) -> list[list[tuple[str, str]]]:
    """The characters of each paragraph, each with the properties of its paragraph and run; blank-only runs have no look."""
    body = Document(io.BytesIO(data)).element.body
    return [list(_characters(paragraph)) for paragraph in body.iter(f"{_W}p")]


def _characters(paragraph: Any) -> Iterator[tuple[str, str]]:
    above = _xml(paragraph.find(f"{_W}pPr"))
    for run in paragraph.iter(f"{_W}r"):
        look = above + _xml(run.find(f"{_W}rPr"))
        for child in run:
            for character in (child.text or "") if child.tag == f"{_W}t" else _BREAKS.get(child.tag, ""):
                yield character, look


def _xml(element: Any) -> str:
    if element is None:
        return ""
    copy = etree.fromstring(etree.tostring(element))
    etree.cleanup_namespaces(copy)
    return "".join(etree.tostring(child, encoding="unicode") for child in copy)


def grid_of(data: bytes) -> list[tuple[list[str], list[list[tuple[str, ...]]]]]:
    """Of each table the grid, and the cells' spans, merges and colours."""
    tables = Document(io.BytesIO(data)).element.body.iter(f"{_W}tbl")
    return [
        (
            [column.get(f"{_W}w") for column in one.iter(f"{_W}gridCol")],
            [[_cell(cell) for cell in row.findall(f"{_W}tc")] for row in one.iter(f"{_W}tr")],
        )
        for one in tables
    ]


def _cell(cell: Any) -> tuple[str, ...]:
    found = (cell.find(f"{_W}tcPr/{_W}{name}") for name in ("gridSpan", "vMerge", "shd"))
    return tuple("" if one is None else one.get(f"{_W}val", "") + one.get(f"{_W}fill", "") for one in found)


@pytest.mark.parametrize("autoescape", [True, False])
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_comes_out_as_with_docxtpl(name: str, autoescape: bool) -> None:
    context = dict(CONTEXT)
    if not autoescape:
        context["signs"] = "plain"
    source = docx(*TEMPLATES[name])
    ours = Template.open(source, Environment(), autoescape=autoescape).render(context)
    theirs = by_docxtpl(source, context, autoescape=autoescape)
    check_document(ours, leftovers=name in ("raw", "raw over paragraphs", "escapes"))
    assert look_of(ours) == look_of(theirs)
    assert grid_of(ours) == grid_of(theirs)
