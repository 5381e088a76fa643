"""Slips mended line by line: each is found, the rest of the file is read, and texts are left alone."""

from __future__ import annotations

from textwrap import dedent

import pytest

from reportgen.inputs import Tree, read
from reportgen.inputs.signs import suspicious


def tree_of(text: str) -> Tree:
    return read(dedent(text).encode(), "a.yaml")


def codes(tree: Tree) -> list[tuple[int, str]]:
    return [(finding.span.line, finding.code) for finding in tree.findings]


def test_all_faults_of_a_file_are_found_in_one_run_in_its_order() -> None:
    tree = tree_of(
        """\
        年度：2023
        department：
          name： 甲
        \tshort: 乙
        tasks:
          - title: "三八"节活动
            text: |
              第一段
        粘贴的一段，没有缩进。
              第三段
          - title: [2022]68号
            target: >=90%
            rate: {{ x }}万元
            note: **一是**加强
        score:95
        年度: 2024
        """
    )
    assert codes(tree) == [
        (1, "Y020"),
        (2, "Y020"),
        (3, "Y020"),
        (4, "Y010"),
        (6, "Y036"),
        (9, "Y012"),
        (11, "Y037"),
        (12, "Y030"),
        (13, "Y035"),
        (14, "Y031"),
        (15, "Y021"),
        (16, "Y023"),
    ]
    assert tree.value == {
        "年度": 2023,
        "department": {"name": "甲", "short": "乙"},
        "tasks": [
            {"title": '"三八"节活动', "text": "第一段\n粘贴的一段，没有缩进。\n第三段\n"},
            {"title": "[2022]68号", "target": ">=90%", "rate": "{{ x }}万元", "note": "**一是**加强"},
        ],
        "score": 95,
    }
    assert [span.line for span in tree.findings[-1].related] == [1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: 悟思想：强化\n", {"title": "悟思想：强化"}),
        ("text: |\n  年度：2023\n  \t表格\tx\n  key:value #1\n", {"text": "年度：2023\n\t表格\tx\nkey:value #1\n"}),
        ("text: >\n  年度：2023\n  {{ x }}万元\n", {"text": "年度：2023 {{ x }}万元\n"}),
        ("text: 'a\n  年度：2023\n  b:c'\n", {"text": "a 年度：2023 b:c"}),
        ('text: "a：\n  年度：2023"\n', {"text": "a： 年度：2023"}),
        ("# 年度：2023\n# key:value\na: 1\n", {"a": 1}),
        ("a: 甲\n  乙：丙\n", {"a": "甲 乙：丙"}),
        ("a:\n  - 负责：组织引导\n  - 备注:无\n  - 8:30开会\n", {"a": ["负责：组织引导", "备注:无", "8:30开会"]}),
        ("a:\n  总体情况：良好\n", {"a": "总体情况：良好"}),
        ("a: [甲：1, 乙：2]\n", {"a": ["甲：1", "乙：2"]}),
        ("a: [甲,\n  乙：2]\n", {"a": ["甲", "乙：2"]}),
        ("a: 1 # 万元\nb: 2 #---\n", {"a": 1, "b": 2}),
        ("---\n# 说明\na: 1\n...\n", {"a": 1}),
        ("a: |2\n    甲：1\n  乙\nb: 1\n", {"a": "  甲：1\n乙\n", "b": 1}),
        ("a:\n- b: 1\n- 丙：丁\nd: |-\n  x\n", {"a": [{"b": 1}, "丙：丁"], "d": "x"}),
        ("name: “番禺”\n", {"name": "“番禺”"}),
        ("a: http://x.cn/y#z\n", {"a": "http://x.cn/y#z"}),
        ("a:\tx\n", {"a": "x"}),
        ("a: &x 甲\nb: *x\n", {"a": "甲", "b": "甲"}),
    ],
)
def test_what_is_no_slip_is_left_alone(text: str, value: object) -> None:
    tree = read(text.encode(), "a.yaml")
    assert not tree.findings
    assert tree.value == value


@pytest.mark.parametrize(
    ("text", "value", "lines"),
    [
        ("a:\n\tb:\n\t\tc: 1\n\t\td: 2\n", {"a": {"b": {"c": 1, "d": 2}}}, [2, 3, 4]),
        ("a:\n\t- b: 1\n\t  c: 2\n\t- b: 3\n", {"a": [{"b": 1, "c": 2}, {"b": 3}]}, [2, 3, 4]),
        ("a:\n  -\tb: 1\n    c: 2\n", {"a": [{"b": 1, "c": 2}]}, [2]),
        ("a: |\n\t第一段\n\t第二段\nb: 1\n", {"a": "第一段\n第二段\n", "b": 1}, [2, 3]),
        ("a: 甲\n\tb: 1\n", {"a": "甲", "b": 1}, [2]),
        ("a:\n  b: 1\n\t\n  c: 2\n", {"a": {"b": 1, "c": 2}}, []),
    ],
)
def test_tabs_in_front_of_a_line_become_blanks(text: str, value: object, lines: list[int]) -> None:
    tree = read(text.encode(), "a.yaml")
    assert tree.value == value
    assert codes(tree) == [(line, "Y010") for line in lines]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n  名称：甲\n  金额：1\n", {"a": {"名称": "甲", "金额": 1}}),
        ("a:\n  - 名称：甲\n    金额: 1\n", {"a": [{"名称": "甲", "金额": 1}]}),
        ("a:\n  - name：甲\n", {"a": [{"name": "甲"}]}),
        ("a:\n  部门：\n    name: 甲\n", {"a": {"部门": {"name": "甲"}}}),
        ("正文：|\n  年度：2023\n", {"正文": "年度：2023\n"}),
        ("年度　：　2023\n", {"年度": 2023}),
        ("a: {预算数：672, 执行数：5}\n", {"a": {"预算数": 672, "执行数": 5}}),
        ("年度：: 2023\n", {"年度": 2023}),
    ],
)
def test_a_fullwidth_colon_after_a_key_is_mended(text: str, value: object) -> None:
    tree = read(text.encode(), "a.yaml")
    assert tree.value == value
    assert {finding.code for finding in tree.findings} == {"Y020"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("text: |\n第一行。\n第二行。\nnext: 1\n", {"text": "第一行。\n第二行。\n", "next": 1}),
        ("text: |\n  甲。\n完成情况：如期实现。\n  乙。\nnext: 1\n", {"text": "甲。\n完成情况：如期实现。\n乙。\n", "next": 1}),
        ("a:\n  text: 第一行\n第二行。\n  b: 1\n", {"a": {"text": "第一行 第二行。", "b": 1}}),
    ],
)
def test_pasted_lines_are_taken_into_the_text_above_them(text: str, value: object) -> None:
    tree = read(text.encode(), "a.yaml")
    assert tree.value == value
    assert {finding.code for finding in tree.findings} == {"Y012"}


def test_a_line_of_a_text_that_is_indented_too_little_is_aligned() -> None:
    tree = read("t: |\n    第一\n   第二\n    第三\nb: 1\n".encode(), "a.yaml")
    assert codes(tree) == [(3, "Y013")]
    assert tree.value == {"t": "第一\n第二\n第三\n", "b": 1}


def test_entries_that_fit_no_level_move_to_the_nearest() -> None:
    tree = tree_of("""\
        a:
            b: 1
          c: 2
        d:
          - e: 1
            f: 2
           - e: 3
        g: 1
          h: 2
        """)
    assert tree.value == {"a": {"b": 1, "c": 2}, "d": [{"e": 1, "f": 2}, {"e": 3}], "g": 1, "h": 2}
    assert codes(tree) == [(3, "Y013"), (7, "Y013"), (9, "Y013")]


def test_a_value_on_several_lines_is_quoted_as_a_whole() -> None:
    tree = read('a: >=90%"以上"\n  第二行\nb: 1\n'.encode(), "a.yaml")
    assert tree.value == {"a": '>=90%"以上" 第二行', "b": 1}
    assert [(finding.code, finding.suggestion) for finding in tree.findings] == [("Y030", "")]


def test_places_on_a_mended_line_are_those_of_the_file() -> None:
    source = '\t\ta： “甲"乙\n'
    tree = read(source.encode(), "a.yaml")
    assert tree.span(["a"], key=True).column == 3
    assert tree.span(["a"]).column == 6
    assert tree.locate(["a"], 2).column == source.index('"') + 1


def test_places_inside_a_value_that_was_quoted_count_no_mended_marks() -> None:
    source = 'a: ["甲\'s"]乙\n'
    tree = read(source.encode(), "a.yaml")
    value = tree.value["a"]
    assert isinstance(value, str)
    assert value == '["甲\'s"]乙'
    assert [tree.locate(["a"], offset).column for offset in range(len(value))] == list(range(4, 4 + len(value)))


@pytest.mark.parametrize(
    ("source", "found", "value"),
    [
        ("a:\n  b 100\n  c: 90\n", [(2, "Y022")], {"a": {"b": 100, "c": 90}}),
        ("收支:\n  执行数: 90\n  预算数　100万元\n", [(3, "Y022")], {"收支": {"执行数": 90, "预算数": "100万元"}}),
        ("a:\n  -甲\n  -乙\n", [(2, "Y026"), (3, "Y026")], {"a": ["甲", "乙"]}),
        ("a:\n  -b: 甲\n   c: 乙\n", [(2, "Y026"), (3, "Y013")], {"a": [{"b": "甲", "c": "乙"}]}),
        ("a:\n  * 甲\n  － 乙\nb: 1\n", [(2, "Y026"), (3, "Y026")], {"a": ["甲", "乙"], "b": 1}),
        ("a:\n  - 甲\n   - 乙\n  - 丙\n", [(3, "Y013")], {"a": ["甲", "乙", "丙"]}),
        ("a:\n  1. 甲\n  2. 乙\n", [(3, "Y027")], {"a": "1. 甲 2. 乙"}),
        ("a: 甲\n  - 乙\n", [(2, "Y027")], {"a": "甲 - 乙"}),
        ("a: {b: 1, c: 2\nd: 3\n", [(1, "Y042")], {"a": {"b": 1, "c": 2}, "d": 3}),
        ("a: [甲, 乙\nd: 3\n", [(1, "Y042")], {"a": ["甲", "乙"], "d": 3}),
        ("a:\n  - {b: 甲, c: 乙\n  - {b: 丙}\n", [(2, "Y042")], {"a": [{"b": "甲", "c": "乙"}, {"b": "丙"}]}),
        ("a: {b：1，c：2}\n", [(1, "Y020"), (1, "Y028"), (1, "Y020")], {"a": {"b": 1, "c": 2}}),
        ("a: {b: 指标不细，原因：人手不足}\n", [], {"a": {"b": "指标不细，原因：人手不足"}}),
        ("a:\n  b: 1\nc: 2\n  d: 3\n  e: 4\nf: 5\n", [(3, "Y013")], {"a": {"b": 1, "c": 2, "d": 3, "e": 4}, "f": 5}),
        ("a:\n  b: -5\n  c: 甲 - 乙\n  d:\n    -5\n", [], {"a": {"b": -5, "c": "甲 - 乙", "d": -5}}),
        ("a: |\n  * 甲\n  -乙\n  1. 丙\n    - 丁\nb: 1\n", [], {"a": "* 甲\n-乙\n1. 丙\n  - 丁\n", "b": 1}),
    ],
)
def test_what_clerks_write_for_lists_and_keys_is_read_as_they_mean_it(source: str, found: list[tuple[int, str]], value: object) -> None:
    tree = read(source.encode(), "a.yaml")
    assert codes(tree) == found
    assert tree.value == value


def test_a_list_below_a_key_with_a_remark_needs_no_second_look() -> None:
    assert not suspicious("职责: # 一条一项\n  - 甲\n  - 乙\n")
    assert suspicious("职责: 甲 # 一条\n  - 乙\n")
