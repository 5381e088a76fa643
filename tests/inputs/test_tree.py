"""Where values, keys and single characters stand."""

from __future__ import annotations

import time

import pytest

from reportgen.findings import Span
from reportgen.inputs import Tree, read

SOURCE = """\
# 说明
部门: {name: 甲, "short": '乙'}
tasks:
  - title:   丙丁
    score: 2.50
  - - x
empty:
text: |-
  第一
  第二
"""


def tree_of(text: str) -> Tree:
    tree = read(text.encode(), "a.yaml")
    assert not tree.findings
    return tree


def place(span: Span) -> tuple[int, int, int]:
    return span.line, span.column, span.end_column


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (["部门"], (2, 5, 0), (2, 1, 3)),
        (["部门", "name"], (2, 12, 13), (2, 6, 10)),
        (["部门", "short"], (2, 24, 27), (2, 15, 22)),
        (["tasks"], (4, 3, 0), (3, 1, 6)),
        (["tasks", 0], (4, 5, 0), (4, 5, 0)),
        (["tasks", 0, "title"], (4, 14, 16), (4, 5, 10)),
        (["tasks", 0, "score"], (5, 12, 16), (5, 5, 10)),
        (["tasks", 1, 0], (6, 7, 8), (6, 7, 8)),
        (["empty"], (7, 1, 6), (7, 1, 6)),
        (["text"], (8, 7, 9), (8, 1, 5)),
    ],
)
def test_a_value_and_its_key_have_line_and_column(path: list[str | int], value: tuple[int, int, int], key: tuple[int, int, int]) -> None:
    tree = tree_of(SOURCE)
    assert place(tree.span(path)) == value
    assert place(tree.span(path, key=True)) == key


def test_a_span_quotes_its_line() -> None:
    assert tree_of(SOURCE).span(["tasks", 0, "title"]) == Span("a.yaml", 4, 14, 16, "  - title:   丙丁")


def test_a_path_that_leads_nowhere_has_the_place_of_the_last_value_on_it() -> None:
    tree = tree_of(SOURCE)
    assert tree.span(["部门", "missing"]) == tree.span(["部门"])
    assert tree.span(["tasks", 7, "title"]) == tree.span(["tasks"])
    assert tree.locate(["missing"], 3) == tree.span([])
    assert read(b"", "a.yaml").span(["a"]) == Span("a.yaml")


def test_a_tree_keeps_the_lines_as_written() -> None:
    tree = read("年度：2023\r\na: 1".encode(), "a.yaml")
    assert tree.lines == ("年度：2023", "a: 1")
    assert tree.file == "a.yaml"


def test_values_keep_the_order_of_the_file() -> None:
    assert list(tree_of("b: 1\na: 2\nc: 3\n").value) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("a: 甲乙甲甲丁\n", [(1, 5, 6)]),
        ("a: 甲\n\n  甲乙\n  丁\n", [(3, 4, 5)]),
        ("a: '甲''乙'\n", [(1, 8, 9)]),
        ("a: '甲\n\n\n    乙'\n", [(4, 5, 6)]),
        ('a: "甲\\t\\x41乙"\n', [(1, 12, 13)]),
        ('a: "甲\\\n   \\  乙"\n', [(2, 7, 8)]),
        ("a: |\n  甲\n\n    乙\n", [(4, 5, 6)]),
        ("a: |1\n  甲\n  乙\n", [(3, 3, 4)]),
        ("a:\n  b: >+\n    甲\n    丁\n\n      乙\n", [(6, 7, 8)]),
        ("a: >\n\n  甲\n  乙\n  丁\n", [(4, 3, 4)]),
    ],
)
def test_a_character_of_a_text_is_found_in_the_file_whatever_its_style(source: str, marks: list[tuple[int, int, int]]) -> None:
    tree = tree_of(source)
    path: list[str | int] = ["a", "b"] if "b:" in source else ["a"]
    value = tree.value["a"]
    text = value["b"] if isinstance(value, dict) else value
    assert isinstance(text, str)
    assert [place(tree.locate(path, index)) for index, character in enumerate(text) if character == "乙"] == marks


def test_a_stretch_of_a_text_has_its_length_and_ends_with_its_line() -> None:
    tree = tree_of("a: |\n  甲乙丙\n  丁\n")
    assert place(tree.locate(["a"], 1, 2)) == (2, 4, 6)
    assert place(tree.locate(["a"], 1, 9)) == (2, 4, 6)
    assert place(tree.locate(["a"], 99)) == (4, 1, 1) or tree.locate(["a"], 99).line >= 3


def test_values_at_an_alias_stand_where_they_were_anchored() -> None:
    tree = tree_of("a: &x {b: 甲}\nc: *x\n")
    assert tree.value == {"a": {"b": "甲"}, "c": {"b": "甲"}}
    assert tree.span(["c", "b"]) == tree.span(["a", "b"])
    assert tree.span(["c"], key=True).line == 2


@pytest.mark.parametrize("form", ["a: '{}'\n", "a: >\n  {}\n", "a: |\n  {}\n", "a: {}\n"])
def test_many_characters_of_one_long_text_are_found_as_fast_as_one(form: str) -> None:
    tree = tree_of(form.format("甲" * 100_000))
    started = time.perf_counter()
    assert len({tree.locate(["a"], offset).column for offset in range(1000)}) == 1000
    assert time.perf_counter() - started < 1
