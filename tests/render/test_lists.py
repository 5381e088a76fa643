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


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="Points"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:ind w:left="600" w:hanging="300"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deeper"><w:name w:val="Deeper"/><w:basedOn w:val="Points"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:ind w:left="900"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Freed"><w:name w:val="Freed"/><w:basedOn w:val="Points"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def point(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def rendered(*blocks: str, **context: Any) -> dict[str, bytes]:
    data = Template.open(docx(*blocks, numbering=NUMBERING, styles=STYLES)).render({**CONTEXT, **context})
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


def test_a_list_that_a_style_makes_begins_anew_in_each_turn_too() -> None:
    blocks = (p("先", style="Points"), OUTER, "{{ x.name }}", INNER, p("{{ s }}", style="Points"), END, END, p("后", style="Points"))
    assert counted(*blocks) == ["1.先", "1.一", "2.二", "1.三", "2.后"]


def test_a_paragraph_that_must_name_its_list_keeps_its_level_and_the_indents_of_its_style() -> None:
    blocks = (OUTER, "{{ x.name }}", p("{{ x.name }}", style="Points"), p("子", style="Deeper"), END)
    listed = etree.fromstring(rendered(*blocks)["word/document.xml"]).findall(f".//{{{W}}}p/{{{W}}}pPr")
    looks = [[(one.tag.split("}")[1], *one.attrib.values()) for one in properties.iter()] for properties in listed[2:4]]
    assert looks[0][1:] == [("pStyle", "Points"), ("numPr",), ("ilvl", "0"), ("numId", "100000"), ("ind", "600", "300")]
    assert looks[1][1:] == [("pStyle", "Deeper"), ("numPr",), ("ilvl", "1"), ("numId", "100000"), ("ind", "900", "300")]


def test_a_style_outside_of_its_parents_list_and_a_numbered_heading_are_no_points() -> None:
    assert counted(OUTER, "{{ x.name }}", p("{{ x.name }}", style="Freed"), p("章", style="Chapter"), END) == []


def test_a_list_of_a_style_that_no_loop_leads_to_stays_with_the_style() -> None:
    assert counted(OUTER, p("{{ x.name }}", style="Points"), END) == []
