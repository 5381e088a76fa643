"""Numbered lists in loops: one a turn where the turn leads to it, else one for all."""

from __future__ import annotations

from typing import Any

from lxml import etree

from reportgen.render import Template
from tests.documents import W, docx, p, parts_of, table, tc
from tests.invariants import check_document

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{1}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{2}."/></w:lvl>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(0, 1, 1)}{LEVEL.format(1, 5, 2)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
)
CONTEXT = {"projects": [{"name": "甲", "steps": ["一", "二"]}, {"name": "乙", "steps": ["三"]}, {"name": "丙", "steps": []}]}
OUTER, INNER, END = "{%p for x in projects %}", "{%p for s in x.steps %}", "{%p endfor %}"


def point(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def rendered(*blocks: str, **context: Any) -> dict[str, bytes]:
    data = Template.open(docx(*blocks, numbering=NUMBERING)).render({**CONTEXT, **context})
    check_document(data)
    return parts_of(data)


def counted(*blocks: str, **context: Any) -> list[str]:
    """The text of each paragraph of a list (of level 0), with the number that Word shows before it."""
    parts = rendered(*blocks, **context)
    counts: dict[str, int] = {}
    lines = []
    for paragraph in etree.fromstring(parts["word/document.xml"]).iter(f"{{{W}}}p"):
        number = paragraph.find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId")
        if number is not None:
            name = str(number.get(f"{{{W}}}val"))
            counts[name] = counts.get(name, 0) + 1
            lines.append(f"{counts[name]}.{''.join(str(text.text) for text in paragraph.iter(f'{{{W}}}t'))}")
    return lines


def test_a_list_under_a_heading_begins_anew_in_each_turn() -> None:
    assert counted(OUTER, "{{ x.name }}", INNER, point("{{ s }}"), END, END) == ["1.一", "2.二", "1.三"]


def test_a_loop_of_nothing_but_the_list_is_one_list() -> None:
    assert counted(OUTER, point("{{ x.name }}"), END) == ["1.甲", "2.乙", "3.丙"]
    assert counted(OUTER, INNER, point("{{ s }}"), END, END) == ["1.一", "2.二", "3.三"]


def test_points_with_text_behind_each_are_one_list() -> None:
    assert counted(OUTER, point("{{ x.name }}"), "说明", END) == ["1.甲", "2.乙", "3.丙"]


def test_what_follows_the_loop_goes_on_with_the_list_before_it() -> None:
    blocks = (point("先"), OUTER, "{{ x.name }}", INNER, point("{{ s }}"), END, END, point("后"))
    assert counted(*blocks) == ["1.先", "1.一", "2.二", "1.三", "2.后"]


def test_a_loop_with_another_way_out_ends_its_turns_there() -> None:
    blocks = (point("先"), OUTER, "{{ x.name }}", point("{{ x.name }}"), "{%p else %}", point("无"), END, point("后"))
    assert counted(*blocks) == ["1.先", "1.甲", "1.乙", "1.丙", "2.后"]
    assert counted(*blocks, projects=[]) == ["1.先", "2.无", "3.后"]


def test_another_list_before_it_leads_to_a_list() -> None:
    assert counted(OUTER, point("{{ x.name }}", 2), INNER, point("{{ s }}"), END, END) == ["1.甲", "1.一", "2.二", "2.乙", "1.三", "3.丙"]


def test_lists_in_cells_begin_anew_in_each_row() -> None:
    rows = [
        ["{%tr for x in projects %}", ""],
        ["{{ x.name }}", tc("{%p for s in x.steps %}", point("{{ s }}"), "{%p endfor %}")],
        ["{%tr endfor %}", ""],
    ]
    assert counted(table(rows)) == ["1.一", "2.二", "1.三"]


def test_a_value_of_several_paragraphs_stays_in_its_list() -> None:
    blocks = (OUTER, "{{ x.name }}", point("{{ t }}"), END)
    assert counted(*blocks, t="子\a丑") == ["1.子", "2.丑"] * 3


def test_further_lists_look_alike_and_start_where_their_levels_start() -> None:
    numbering = etree.fromstring(rendered(OUTER, "{{ x.name }}", INNER, point("{{ s }}"), END, END)["word/numbering.xml"])
    further = numbering.findall(f"{{{W}}}num")[2]
    starts = [one.get(f"{{{W}}}val") for one in further.iter(f"{{{W}}}startOverride")]
    assert [one.get(f"{{{W}}}val") for one in further.iter(f"{{{W}}}abstractNumId")] == ["0"]
    assert starts[:3] == ["1", "5", "1"]


def test_a_template_without_such_loops_keeps_its_numbering_as_it_is() -> None:
    assert rendered(OUTER, point("{{ x.name }}"), END)["word/numbering.xml"] == rendered("{{ 1 }}")["word/numbering.xml"]
