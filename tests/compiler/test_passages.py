"""The blocks of a linked template, as Word has them again."""

from __future__ import annotations

from reportgen.compiler.linking import link
from reportgen.compiler.passages import passages
from reportgen.compiler.transcript import lines
from reportgen.ooxml import open_package
from reportgen.ooxml.styles import read_styles
from tests.documents import docx, p, r, table


def texts(*files: bytes) -> dict[str, list[str]]:
    """Each block of the last file, which extends those before it, as lines."""
    names = [f"p/{number}.docx" for number in range(len(files))]
    load = dict(zip(names, files, strict=True)).get
    linked = link(open_package(files[-1], names[-1]), load, name=names[-1])
    styles = read_styles(linked.package.root(linked.package.part("styles")))
    return {one.name: lines(one.elements, styles) for marked in linked.parts.values() for one in passages(marked)}


def test_a_block_has_its_own_words_and_asks_for_those_of_blocks_within() -> None:
    inner = ("{%p block in %}", "乙", "{%p endblock %}")
    assert texts(
        docx("{%p block out %}", p("前{% block word %}甲{{ x }}{% endblock %}后", style="Heading1"), *inner, "{%p endblock %}")
    ) == {
        "out": [
            "[Normal] {%p block out %}",
            "[heading 1] 前{% block word %}{{ super() }}{% endblock %}后",
            "[Normal] {%p block in %}",
            "[Normal] {{p super() }}",
            "[Normal] {%p endblock %}",
            "[Normal] {%p endblock %}",
        ],
        "word": ["[heading 1] {% block word %}甲{{ x }}{% endblock %}"],
        "in": ["[Normal] {%p block in %}", "[Normal] 乙", "[Normal] {%p endblock %}"],
    }


def test_rows_stand_in_their_table() -> None:
    (found,) = texts(docx(table([["头"], ["{%tr block rows %}"], ["{{ x }}"], ["{%tr endblock %}"], ["尾"]]))).values()
    assert found == [
        "[表 Table Grid]",
        "  行1",
        "    格1 [Normal] {%tr block rows %}",
        "  行2",
        "    格1 [Normal] {{ x }}",
        "  行3",
        "    格1 [Normal] {%tr endblock %}",
    ]


def test_the_nearest_files_words_count_and_tags_are_as_they_were_typed() -> None:
    up = docx("{%p block a %}", "甲", "{%p endblock a %}", "{%p block b %}", p(r("共{{ 预"), r("算 }}元")), "{%p endblock b %}")
    down = docx('{%p extends "p/0.docx" %}', "{%p block a %}", "｛｛ x ｝｝", "{#p 说明 #}", "{{p super() }}", "{%p endblock %}")
    assert texts(up, down) == {
        "a": ["[Normal] {%p block a %}", "[Normal] ｛｛ x ｝｝", "[Normal] 甲", "[Normal] {%p endblock a %}"],
        "b": ["[Normal] {%p block b %}", "[Normal] 共{{ 预算 }}元", "[Normal] {%p endblock b %}"],
    }
