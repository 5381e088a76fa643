"""Tags in text: where they begin and end, and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from reportgen.compiler.lexing import Hit, Open, Syntax

PLAIN, WIDE = Syntax(), Syntax(wide=True)


def found(text: str, syntax: Syntax = PLAIN) -> list[tuple[str, str, str]]:
    """Kind, level and source of each tag; an unfinished one by its kind alone."""
    return [(hit.kind, hit.level, hit.source.strip()) if isinstance(hit, Hit) else (hit.kind, "", "…") for hit in syntax.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ x }} b", ("variable", "", "x")),
        ("{%p if x %}", ("block", "p", "if x")),
        ("{%tr for r in rows %}", ("block", "tr", "for r in rows")),
        ("{%tc endfor %}", ("block", "tc", "endfor")),
        ("{{r x }}", ("variable", "r", "x")),
        ("{{p}}", ("variable", "", "p")),
        ("{{ p }}", ("variable", "", "p")),
        ("{{ r - 1 }}", ("variable", "", "r - 1")),
        ("{#p hidden #}", ("comment", "p", "hidden")),
        ("{#r hidden #}", ("comment", "", "r hidden")),
        ("{# a {{ b }} #}", ("comment", "", "a {{ b }}")),
        ('{%p if x == "%}" %}', ("block", "p", 'if x == "%}"')),
        ("{%p if x % 2 %}", ("block", "p", "if x % 2")),
        ('{{ {"a": {}} }}', ("variable", "", '{"a": {}}')),
        ('{{ {"a": 1}}}', ("variable", "", '{"a": 1}')),
        ('{{ "{{" }}', ("variable", "", '"{{"')),
        ("{{ it's }}", ("variable", "", "it's")),
        ("{{\nx\n}}", ("variable", "", "x")),
        ("{{ x", ("variable", "", "…")),
    ],
)
def test_a_tag_ends_at_its_own_mark(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


def test_whitespace_control_is_no_part_of_the_source() -> None:
    (hit,) = PLAIN.find("{%- if x -%}")
    assert isinstance(hit, Hit)
    assert (hit.left, hit.source, hit.right, hit.word) == ("-", " if x ", "-", "if")


def test_nothing_in_a_raw_block_is_a_tag_but_its_end() -> None:
    assert found("{% raw %}{{ x }}{% if %}{% endraw %}{{ y }}") == [("block", "", "raw"), ("block", "", "endraw"), ("variable", "", "y")]
    assert [hit.start for hit in PLAIN.find("{{ a }}{%p endraw %}", raw=True)] == [7]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{{ f(“a”) }}", 'f("a")'),
        ("{{ f(‘a’) }}", "f('a')"),
        ('{{ f("a”) }}', 'f("a")'),
        ("{{ f(”a”) }}", 'f("a")'),
        ('{{ f("他说“好”") }}', 'f("他说“好”")'),
        ("{{ f(“it’s”) }}", 'f("it’s")'),
        ("{{ x\u200b.y }}", "x.y"),
    ],
)
def test_quotation_marks_that_word_has_curled_are_straightened_around_strings(text: str, source: str) -> None:
    assert found(text) == [("variable", "", source)]


def test_a_curled_quote_in_one_tag_does_not_swallow_the_next() -> None:
    assert found('{{ f("a”) }} and {{ g(“b”) }}') == [("variable", "", 'f("a")'), ("variable", "", 'g("b")')]


def test_full_width_signs_are_half_width_ones_where_they_count() -> None:
    assert found("｛｛ 收支．预算｜万元（“，”）｝｝", WIDE) == [("variable", "", '收支.预算|万元("，")')]
    assert found("｛％　if　x　＝＝　1　％｝", WIDE) == [("block", "", "if x == 1")]
    assert found("｛｛ x ｝｝", PLAIN) == []


def test_marks_of_the_environment_count() -> None:
    syntax = Syntax.of(Environment(variable_start_string="<<", variable_end_string=">>", block_start_string="<%", block_end_string="%>"))
    assert found("{{ a }} << b >> <%p if c %>", syntax) == [("variable", "", "b"), ("block", "p", "if c")]


def test_escaped_marks_are_text() -> None:
    assert found("{_{ x }_} {_% if %_}") == []


@given(st.text("{}%#-+pt r'\"“”ax", max_size=40))
def test_any_text_is_cut_into_tags_that_neither_overlap_nor_run_backwards(text: str) -> None:
    position = 0
    for hit in PLAIN.find(text):
        assert hit.start >= position
        if isinstance(hit, Open):
            break
        assert hit.end > hit.start
        position = hit.end
