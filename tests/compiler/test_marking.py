"""Every tag one element, wherever its runs were torn; prefixed tags where they act, and nothing beside them lost."""

from __future__ import annotations

from reportgen.compiler.tags import Marked
from tests.compiler.marking import codes, marked, outline
from tests.documents import p, r, table, tc

MARK = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'


def looks(found: Marked) -> list[str]:
    """Of each run its text and whether it is bold."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        f"{''.join(t.xpath('string()') for t in run.iter(f'{w}t'))}{'*' if run.find(f'{w}rPr/{w}b') is not None else ''}"
        for run in found.root.iter(f"{w}r")
    ]


def test_a_tag_split_over_runs_is_one_element() -> None:
    assert outline(p("你好{", "{ na", "me }", "}！")) == "p(你好⟨name⟩！)"


def test_text_behind_a_tag_keeps_the_format_of_its_run() -> None:
    assert looks(marked(p("a{{ x", r(" }}b", bold=True), "c"))) == ["a", "b*", "c"]


def test_spelling_marks_go_and_bookmarks_stay_behind_the_tag() -> None:
    found = outline(p("{{ na", '<w:proofErr w:type="spellStart"/>', MARK, "me }}"))
    assert found == 'p(⟨name⟩<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>)'


def test_insertions_around_tags_are_accepted_and_deletions_are_not_read() -> None:
    inserted = f'<w:ins w:id="1" w:author="x">{r("me }}")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="x">{r("{{ away }}")}</w:moveFrom>'
    found = marked(p("{{ na", deleted, inserted, moved))
    assert [tag.source for tag in found.tags] == ["name"]


def test_a_break_inside_a_tag_is_a_blank() -> None:
    assert [tag.source for tag in marked(p(r("{% if\nx %}"), "{% endif %}")).tags] == ["if x", "endif"]


def test_a_tag_may_run_over_paragraphs() -> None:
    assert outline("a{{ f(1,", "2) }}b", "c") == "p(a⟨f(1, 2)⟩b)p(c)"


def test_a_comment_may_hold_a_table() -> None:
    assert outline("a{# eins", table([["{{ x }}"]]), "zwei #}b") == "p(a⟨eins zwei⟩b)"


def test_an_unfinished_tag_does_not_swallow_the_next() -> None:
    found = marked("{{ a", "{{ b }}")
    assert ([tag.source for tag in found.tags], [finding.code for finding in found.findings]) == (["b"], ["T001"])


def test_raw_text_may_run_over_paragraphs() -> None:
    assert outline("{% raw %}{{ a }}", "{{ b }}{% endraw %}{{ c }}") == "p(⟨raw⟩{{ a }})p({{ b }}⟨endraw⟩⟨c⟩)"


def test_a_paragraph_tag_takes_the_place_of_its_paragraph() -> None:
    assert outline("{%p if x %}", "a", "{%p endif %}") == "⟨if x⟩p(a)⟨endif⟩"


def test_text_beside_a_paragraph_tag_stays() -> None:
    assert outline("vor {%p if x %} in {%p endif %} nach") == "p(vor )⟨if x⟩p( in )⟨endif⟩p( nach)"


def test_several_paragraph_tags_in_one_paragraph_keep_their_order() -> None:
    assert outline("{%p if x %}{%p for y in x %}", "{{ y }}", "{%p endfor %}{%p endif %}") == "⟨if x⟩⟨for y in x⟩p(⟨y⟩)⟨endfor⟩⟨endif⟩"


def test_a_bookmark_beside_a_paragraph_tag_moves_behind_it() -> None:
    assert outline(p(MARK, "{%p if x %}"), "a{%p endif %}").startswith("⟨if x⟩<w:bookmarkStart")


def test_a_section_break_outlives_the_tag_in_its_paragraph() -> None:
    ending = p("{%p endif %}", properties='<w:sectPr><w:pgSz w:w="1"/></w:sectPr>')
    beginning = p("{%p if x %}", properties='<w:sectPr><w:pgSz w:w="2"/></w:sectPr>')
    assert outline(beginning, "a", ending) == "p()⟨if x⟩p(a)⟨endif⟩p()"


def test_a_page_break_beside_a_paragraph_tag_stays() -> None:
    assert "br" in outline(p('<w:r><w:br w:type="page"/></w:r>', "{%p if x %}"), "a{%p endif %}")


def test_a_run_tag_stands_between_the_halves_of_its_run() -> None:
    found = marked(p(r("a{{r x }}b", bold=True)))
    assert looks(found) == ["a*", "b*"]


def test_a_row_tag_takes_the_place_of_its_row() -> None:
    assert outline(table([["{%tr for x in y %}"], ["{{ x }}"], ["{%tr endfor %}"]])) == "tbl(⟨for x in y⟩tr(tc(p(⟨x⟩)))⟨endfor⟩)"


def test_row_tags_around_a_rows_content_go_before_and_behind_it() -> None:
    assert outline(table([["{%tr for x in y %}{{ x }}", "b{%tr endfor %}"]])) == "tbl(⟨for x in y⟩tr(tc(p(⟨x⟩))tc(p(b)))⟨endfor⟩)"


def test_a_row_tag_amid_content_is_refused() -> None:
    assert codes(table([["a", "{%tr if x %}", "b"]])) == ["T010"]


def test_a_cell_tag_takes_the_place_of_its_cell() -> None:
    assert outline(table([["a", "{%tc for x in y %}", "{{ x }}", "{%tc endfor %}"]])) == "tbl(tr(tc(p(a))⟨for x in y⟩tc(p(⟨x⟩))⟨endfor⟩))"


def test_a_nested_tables_row_tag_is_its_own() -> None:
    inner = table([["{%tr for x in y %}"], ["{{ x }}"], ["{%tr endfor %}"]])
    assert outline(table([[tc(inner, "")]])) == "tbl(tr(tc(tbl(⟨for x in y⟩tr(tc(p(⟨x⟩)))⟨endfor⟩)p())))"


def test_tags_that_act_on_a_table_are_refused_outside_of_one() -> None:
    assert codes("{%tr if x %}", "{% cellbg 'f' %}") == ["T009", "T009"]


def test_paragraphs_are_joined_at_dashes() -> None:
    assert outline("a", "{%- if x -%}", "b", "{%- endif %}") == "p(a⟨if x⟩b⟨endif⟩)"
    assert outline("a", "", "{%- if x %}b{% endif %}") == "p(a⟨if x⟩b⟨endif⟩)"


def test_a_dash_amid_text_joins_nothing() -> None:
    assert outline("a", "b {%- if x %}c{% endif -%} d", "e") == "p(a)p(b ⟨if x⟩c⟨endif⟩ d)p(e)"


def test_the_look_of_a_vertical_merge_is_set_by_its_loop() -> None:
    found = marked(table([["{%tr for x in y %}{% vm %}a{%tr endfor %}"]]))
    assert [tag.source for tag in found.tags[3:]] == ["if loop.first is not false", "else", "endif", "if loop.first is not false", "endif"]


def test_tags_in_attributes_and_field_codes_are_marked() -> None:
    field = '<w:r><w:instrText>HYPERLINK "{{ url }}"</w:instrText></w:r>'
    found = marked(p(field), '<w:sdt><w:sdtPr><w:alias w:val="{{ title }}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>')
    assert sorted(tag.source for tag in found.tags) == ["title", "url"]


def test_what_a_template_holds_cannot_pass_for_a_mark() -> None:
    assert outline("\ufdd00\ufdd1\ufdd2h1\ufdd3{{ x }}") == "p(0h1⟨x⟩)"


def test_a_place_names_heading_paragraph_and_words() -> None:
    found = marked(p("一、基本情况", style="Heading1"), "这里写着{{ name }}两个字")
    place = found.tags[0].span.place
    assert place is not None
    assert (place.heading, place.paragraph, place.words, place.tag) == ("一、基本情况", 2, "这里写着{{ name }}两个字", "{{ name }}")


def test_a_place_in_a_table_names_row_and_cell() -> None:
    found = marked("x", table([["a", "b"], ["c", tc("d", "{{ name }}")]]), table([["{{ other }}"]]))
    places = [tag.span.place for tag in found.tags]
    assert [(place.table, place.row, place.cell, place.paragraph) for place in places if place] == [(1, 2, 2, 2), (2, 1, 1, 1)]
