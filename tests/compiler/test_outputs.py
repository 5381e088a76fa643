"""Statements that only write, as the items of one output."""

from __future__ import annotations

from jinja2 import Environment, nodes

from reportgen.compiler.outputs import Choice, Heading, Item, items_of, only_writes, waits


def statements(source: str) -> list[nodes.Node]:
    return Environment().parse(source).body


def shape(items: tuple[Item, ...]) -> list[object]:
    """Text as it is, a heading as its level and items, a choice as its branches, a value as its name."""
    return [
        item
        if isinstance(item, str)
        else (item.level, shape(item.items))
        if isinstance(item, Heading)
        else [*(shape(items) for _, items in item.branches), shape(item.otherwise)]
        if isinstance(item, Choice)
        else item.name  # type: ignore[attr-defined]  # the templates here print names
        for item in items
    ]


def shapes(source: str, *, headings: bool = True) -> list[object]:
    return shape(items_of(statements(source), headings=headings))


def test_text_and_values_come_in_their_order() -> None:
    assert shapes("甲{{ x }}乙{# #}丙{{ y }}{{ z }}") == ["甲", "x", "乙丙", "y", "z"]


def test_a_choice_is_one_item() -> None:
    assert shapes("甲{% if x %}乙{{ y }}{% elif z %}丙{% else %}丁{% endif %}{% if x %}戊{% endif %}") == [
        "甲",
        [["乙", "y"], ["丙"], ["丁"]],
        [["戊"], []],
    ]


def test_a_heading_is_one_item_even_where_a_choice_stands_in_it() -> None:
    source = "<p>\x01h2\x02甲{% if x %}{{ y }}{% endif %}乙\x01H\x02</p>丙"
    assert shapes(source) == ["<p>", (2, ["甲", [["y"], []], "乙"]), "</p>丙"]
    assert shapes(source, headings=False) == ["<p>\x01h2\x02甲", [["y"], []], "乙\x01H\x02</p>丙"]


def test_a_heading_with_another_mark_in_it_stays_text_that_headings_wait_for() -> None:
    (text,) = items_of(statements("\x01h1\x02甲\x01d\x02\x01H\x02"))
    assert isinstance(text, str)
    assert waits(text)
    assert not waits("\x01d\x02<w:tc>\x01c\x02")


def test_what_does_more_than_write_is_no_output() -> None:
    writing, looping, setting, choosing = statements(
        "{% if x %}甲{% endif %}{% for x in y %}甲{% endfor %}{% set x = 1 %}{% if x %}{% set y = 1 %}{% endif %}"
    )
    assert only_writes(writing)
    assert not any(map(only_writes, (looping, setting, choosing)))


def test_choices_within_very_many_choices_are_left_as_statements() -> None:
    deep = statements("{% if x %}" * 30 + "甲" + "{% endif %}" * 30)[0]
    assert not only_writes(deep)
