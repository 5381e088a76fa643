"""Faults that only the parser notices: told in clear words, mended, and read past."""

from __future__ import annotations

import pytest
import yaml

from reportgen.inputs import read


@pytest.mark.parametrize("loader", [None, yaml.SafeLoader])
@pytest.mark.parametrize(
    ("source", "codes", "value"),
    [
        ('a: "C:\\数据\\文件"\nb: 1\n', ["Y044", "Y044"], {"a": "C:\\数据\\文件", "b": 1}),
        ("a: {x: >=90%, y: **b**, z: 1}\nb: 1\n", ["Y030", "Y031"], {"a": {"x": ">=90%", "y": "**b**", "z": 1}, "b": 1}),
        ("a: {x: '三八'节, y: 1}\nb: 1\n", ["Y042"], {"a": {"x": "'三八'节", "y": 1}, "b": 1}),
        ("a: {title: 甲,实施乙,再丙, n: 1,528.34}\n", ["Y040", "Y040"], {"a": {"title": "甲,实施乙,再丙", "n": "1,528.34"}}),
        ("a: {x: 1, y：2, z:3}\n", ["Y020", "Y021"], {"a": {"x": 1, "y": 2, "z": 3}}),
        ("a: {甲, 乙}\n", ["Y040"], {"a": {"甲": None, "乙": None}}),
        ("a: 1\n%甲\nb: 2\n", ["Y012"], {"a": "1 %甲", "b": 2}),
    ],
)
def test_a_line_that_the_parser_refuses_is_mended_and_the_rest_is_read(
    source: str, codes: list[str], value: object, loader: type[yaml.SafeLoader] | None
) -> None:
    tree = read(source.encode(), "a.yaml", **({"loader": loader} if loader else {}))
    assert [finding.code for finding in tree.findings] == codes
    assert tree.value == value


def test_faults_on_many_lines_are_all_found() -> None:
    tree = read("".join(f"k{n}: {{x: '甲'乙}}\n" for n in range(30)).encode(), "a.yaml")
    assert [finding.span.line for finding in tree.findings] == list(range(1, 31))
    assert len(tree.value) == 30


def test_empty_values_in_braces_are_no_fault() -> None:
    tree = read(b"a: {x: , y: 1, z: }\n", "a.yaml")
    assert tree.value == {"a": {"x": None, "y": 1, "z": None}}
    assert not tree.findings
