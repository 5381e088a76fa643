"""Laws of reading: no bytes raise, what is dumped is read back, and every character is found again."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.inputs import Tree, Value, read
from reportgen.inputs.building import FASTEST, LoaderType

LOADERS = [FASTEST, yaml.SafeLoader]
PIECES = [
    *("甲", "a", "b: ", "键：", "- ", "\n", "\n  ", "\n    ", "\n\t", "\r\n", '"', "'", "[", "]", "{", "}", ",", ", ", ": ", " #", "# "),
    *("|\n", ">\n  ", "|2", "&a ", "*a", "!t ", "!!int ", "%", "@", "`", "---\n", "...\n", "\\", "\\x", "? ", "<<: ", "{{ x }}", "\u3000"),
    *("\u2028", "\x07", "1.50", "007", "\ufeff", "\U00020000", "。", "\t"),
]

text = st.text(alphabet="甲乙 01.:-#，：。'\"\\|>*&!%@{}[],\n\t\u3000", max_size=15)
keys = st.text(alphabet="甲乙ab 1-", min_size=1, max_size=6)
values = st.recursive(text, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=15)
documents = st.dictionaries(keys, values, min_size=1, max_size=5)
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "indent": st.sampled_from([2, 4]),
        "width": st.sampled_from([10, 80, 10**6]),
    }
)


def texts(tree: Tree) -> list[tuple[list[str | int], str]]:
    found: list[tuple[list[str | int], str]] = []

    def walk(value: Value, path: list[str | int]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, [*path, key])
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                walk(inner, [*path, index])
        elif isinstance(value, str):
            found.append((path, value))

    walk(tree.value, [])
    return found


def check_places(tree: Tree) -> None:
    """Each character of each text is found at its place, or what was folded or escaped into it."""
    for path, value in texts(tree):
        for offset, character in enumerate(value):
            span = tree.locate(path, offset)
            there = tree.lines[span.line - 1][span.column - 1 : span.column]
            assert there == character or there in ("", " ", "\t", "\\") or (character in " \n" and there in "'\""), (
                path,
                value,
                offset,
                span,
            )


@pytest.mark.parametrize("loader", LOADERS)
@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_tree(loader: LoaderType, source: bytes) -> None:
    assert isinstance(read(source, "a.yaml", loader=loader).value, dict)


@pytest.mark.parametrize("loader", LOADERS)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_yaml_gives_a_tree_whose_findings_have_places_and_words(loader: LoaderType, source: str) -> None:
    tree = read(source.encode(), "a.yaml", loader=loader)
    assert [f.span.line for f in tree.findings] == sorted(f.span.line for f in tree.findings)
    for finding in tree.findings:
        assert 1 <= finding.span.line <= len(tree.lines)
        assert 1 <= finding.span.column <= len(finding.span.source) + 1
        assert finding.message("zh")
        assert finding.message("en")
        assert finding.hint("zh")
    for path, value in texts(tree):
        assert tree.span(path).line
        assert tree.locate(path, len(value), 3).line


@given(documents, styles)
@settings(max_examples=400, deadline=None)
def test_what_pyyaml_dumps_is_read_back_without_findings_and_in_place(document: dict[str, Any], style: dict[str, Any]) -> None:
    source = yaml.safe_dump(document, allow_unicode=True, **style)
    # The dumper writes some folded texts so that PyYAML itself reads them otherwise.
    assume("!!" not in source and "&id" not in source and yaml.safe_load(source) == document)
    # A key like `-a` is taken for the item `a` of a list.
    assume(not re.search(r"(?m)^[ -]*-[^\s\d.-]", source))
    # `{a: 甲，乙：丙}` is taken for two keys.
    assume(not re.search(r"\{[^}]*，[^}]*[:：]", source))
    tree = read(source.encode(), "a.yaml")
    assert not [finding for finding in tree.findings if finding.blocks]
    assert tree.value == document
    check_places(tree)


@given(st.lists(st.text(alphabet="甲乙：，#'\"\\{ \t*", max_size=12), min_size=1, max_size=5), st.integers(1, 6), st.sampled_from("|>"))
@settings(max_examples=300, deadline=None)
def test_characters_of_blocks_of_text_are_found_line_by_line(lines: list[str], indentation: int, mark: str) -> None:
    body = "".join(f"{' ' * indentation}{line}\n" if line.strip() else "\n" for line in lines)
    tree = read(f"a: {mark}{indentation}\n{body}b: 1\n".encode(), "a.yaml")
    assert not tree.findings
    check_places(tree)


@pytest.mark.parametrize("loader", LOADERS)
def test_both_parsers_read_the_same(loader: LoaderType) -> None:
    source = "a: |\n  甲\nb: >-\n  乙\n  丙\nc: {d: [1, 2.50, '3'], e: \"\\u7532\"}\nf: 丁\n  戊\ng:\n"
    tree = read(source.encode(), "a.yaml", loader=loader)
    assert not tree.findings
    assert json.dumps(tree.value, ensure_ascii=False, default=str) == (
        '{"a": "甲\\n", "b": "乙 丙", "c": {"d": [1, "2.50", "3"], "e": "甲"}, "f": "丁 戊", "g": null}'
    )
    check_places(tree)


def test_quoted_scalars_are_always_text() -> None:
    assert read(b"a: '1'\nb: \"true\"\nc: |-\n  2\nd: ''\n", "a.yaml").value == {"a": "1", "b": "true", "c": "2", "d": ""}


def test_keys_are_always_text() -> None:
    assert list(read(b"2023: 1\ntrue: 2\n2.50: 3\n", "a.yaml").value) == ["2023", "true", "2.50"]


@pytest.mark.parametrize("text", ["甲", "- 甲", "2023", "null", "'甲'"])
def test_a_file_that_is_no_mapping_has_no_values(text: str) -> None:
    tree = read(text.encode(), "a.yaml")
    assert (tree.value, [finding.code for finding in tree.findings]) == ({}, ["Y061"])


@pytest.mark.parametrize(
    "source",
    [
        "a: " + "[" * 100_000,
        "a: " + "{" * 100_000,
        "- " * 50_000,
        "? " * 50_000,
        "\ta: 1\n" * 50_000,
        "a: |\n" + "甲\n" * 50_000,
        '- "a\n' * 50_000,
        "a: [\n" * 50_000,
        "\x01" * 200_000,
        "a: " + " " * 500_000 + "x",
        'a: "' + "\\q" * 20_000 + '"',
        "\n".join(" " * depth + "a:" for depth in range(600)),
    ],
    ids=lambda source: repr(source[:8]),
)
def test_files_made_to_take_forever_are_read_quickly(source: str) -> None:
    tree = read(source.encode(), "a.yaml")
    assert 0 < len(tree.findings) <= 1001 or tree.value == {"a": "x"}
