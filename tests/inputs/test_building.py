"""Values from events: duplicates, aliases, tags and bounds."""

from __future__ import annotations

import time

import pytest

from reportgen.inputs import Tree, read


def tree_of(text: str) -> Tree:
    return read(text.encode(), "a.yaml")


def codes(tree: Tree) -> list[str]:
    return [finding.code for finding in tree.findings]


def test_of_a_key_given_twice_the_first_value_is_kept_and_the_second_is_looked_at() -> None:
    tree = tree_of('a: 1\n"a": "\\x01"\n')
    assert tree.value == {"a": 1}
    assert codes(tree) == ["Y023", "Y006"]
    assert [(span.line, span.column) for span in tree.findings[0].related] == [(1, 1)]


def test_keys_that_are_no_text_are_left_out_and_the_rest_is_read() -> None:
    tree = tree_of("? [a, b]\n: 1\n? {c: 2}\n: 3\nd: 4\n")
    assert tree.value == {"d": 4}
    assert codes(tree) == ["Y024", "Y024"]


def test_a_tag_is_refused_and_its_value_read_as_if_it_had_none() -> None:
    tree = tree_of("a: !!str 1\nb: !x {c: 1}\nd: !!python/object/apply:os.system [x]\n")
    assert tree.value == {"a": 1, "b": {"c": 1}, "d": ["x"]}
    assert codes(tree) == ["Y045"] * 3


def test_an_alias_stands_for_its_anchor_and_nothing_is_merged() -> None:
    assert tree_of("a: &x {b: 1}\nc: {<<: *x}\n").value == {"a": {"b": 1}, "c": {"<<": {"b": 1}}}


def test_aliases_may_not_nest_deeper_than_brackets_may() -> None:
    tree = tree_of("a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30 + "\n")
    assert codes(tree) == ["Y053"]


def test_an_anchor_on_a_key_names_its_text() -> None:
    assert tree_of("&k 甲: 1\nb: *k\n").value == {"甲": 1, "b": "甲"}


def test_what_is_nested_too_deep_is_left_out_and_the_rest_is_read() -> None:
    tree = tree_of("a: " + "[" * 60 + "]" * 60 + "\nb: 1\n")
    assert codes(tree) == ["Y053"]
    assert tree.value["b"] == 1


def test_values_beyond_the_bound_are_left_out() -> None:
    tree = tree_of("".join(f"k{n}: [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" for n in range(30_000)))
    assert codes(tree) == ["Y052"]
    assert tree.value["k0"] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("line", ["a:", "a: |", "a: {title: 甲,实施乙}", 'a: "\\x01"', "? a", "a: !x b"])
def test_of_a_file_with_more_faults_than_anyone_mends_the_first_are_told_and_nothing_is_read(line: str) -> None:
    started = time.perf_counter()
    tree = tree_of(f"{line}\n" * 200_000)
    assert time.perf_counter() - started < 1
    assert len(tree.findings) == 1001
    assert [finding.blocks for finding in tree.findings if finding.code == "Y064"] == [True]
    assert tree.value == {}
