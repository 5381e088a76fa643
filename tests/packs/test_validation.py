"""Data against a schema: what is taken, what is found, and where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import inputs
from reportgen.findings import Finding, Severity
from reportgen.packs import Data, Schema, validate
from reportgen.packs.layers import Layer, Nowhere, stack
from reportgen.packs.schema import build

SCHEMA = """
type: object
required: [year, finance]
properties:
  year: {title: 年度, type: integer, minimum: 1990, x-unit: 年}
  unit: {title: 金额单位, enum: [元, 万元], default: 万元}
  finance:
    title: 收支
    type: object
    required: [budget]
    properties:
      budget: {title: 预算数, type: number, x-unit: unit}
      rate: {title: 执行率, type: number, x-unit: "%"}
      income:
        title: 收入
        anyOf:
          - {type: number, x-unit: unit}
          - type: object
            required: [total]
            properties: {total: {title: 合计, type: number, x-unit: unit}, basic: {title: 基本支出, type: number}}
  phone: {title: 电话, type: string, maxLength: 12}
  summary: {title: 综述, type: string, x-format: narrative}
  signed: {title: 已盖章, type: boolean}
  type: {title: 性质, enum: [ge, le], x-enum-aliases: {不小于: ge, 不大于: le}}
  duties: {title: 主要职责, type: array, minItems: 1, maxItems: 2, uniqueItems: true, items: {type: string, x-format: narrative}}
  effects:
    title: 成效
    anyOf: [{type: string}, {type: array, items: {type: object, required: [title], properties: {title: {title: 标题, type: string}}}}]
  code: {title: 代码, type: string, pattern: "^[A-Z]{2}$", examples: [AB]}
  data: {title: 数据, type: object, additionalProperties: {type: [number, string]}, minProperties: 1}
"""
WHOLE = "year: 2023\nfinance: {budget: 1}\n"


def schema(text: str = SCHEMA) -> Schema:
    tree = inputs.read(text.encode(), "s.yaml")
    built = build(stack([Layer(tree.value, tree)]))
    assert not built.findings
    return built


KEPT = schema()


def check(text: str) -> tuple[Data, list[Finding]]:
    return validate(inputs.read(text.encode(), "x.yaml"), KEPT)


def only(text: str) -> Finding:
    """The one finding of a whole input with `text` added."""
    (finding,) = check(WHOLE + text)[1]
    return finding


def budget(text: str) -> tuple[object, list[Finding]]:
    data, findings = check(f"year: 2023\nfinance: {{budget: {text}}}")
    return data.record["finance"]["budget"], findings


def test_data_may_be_written_with_chinese_names_and_is_read_under_either():
    data, findings = check("年度: 2023\n收支: {预算数: 2.50}")
    assert not findings
    assert data.record == {"year": 2023, "finance": {"budget": Decimal("2.50")}}
    assert str(data.record["收支"]["预算数"]) == "2.50"
    assert data.record["finance"].path == "finance"


def test_a_canonical_path_leads_back_to_the_place_in_the_file():
    data, _ = check("年度: 2023\n收支:\n  预算数: 2.50\n综述: 一二三\n")
    assert (data.span(("finance", "budget")).line, data.span(("finance", "budget")).column) == (3, 8)
    assert (data.span(("finance",), key=True).line, data.span(("finance",), key=True).column) == (2, 1)
    assert data.locate(("summary",), 1, 2).column == 6
    assert data.written_path(("finance", "budget")) == ("收支", "预算数")


def test_narratives_are_listed_in_the_order_of_the_file():
    data, _ = check(WHOLE + "主要职责: [甲, 乙]\nsummary: 12\n")
    assert data.narratives == (("duties", 0), ("duties", 1), ("summary",))


def test_a_missing_field_is_named_with_the_line_to_add():
    finding = check("year: 2023\n收支:\n  rate: 1\n")[1][0]
    assert finding.code == "D101"
    assert (finding.span.line, finding.span.column) == (2, 1)
    assert finding.message("zh") == "“收支”缺少“预算数”（budget）"
    assert finding.message("en") == "“finance” lacks “预算数” (budget)"
    assert finding.hint("zh") == "在“收支”下加一行“预算数: …”"
    assert finding.hint("en") == "Add a line “预算数: …” under “finance”"


def test_a_field_missing_from_the_file_or_from_an_item_says_so():
    assert check("finance: {budget: 1}")[1][0].message("zh") == "文件缺少“年度”（year）"
    finding = only("effects:\n  - {title: 甲}\n  - {}\n")
    assert finding.message("zh") == "“成效 › 第2项”缺少“标题”（title）"
    assert finding.message("en") == "“effects[2]” lacks “标题” (title)"


def test_a_field_left_blank_counts_as_absent():
    data, findings = check(WHOLE + "电话:\n")
    assert "phone" not in data.record
    assert not findings


def test_a_needed_field_left_blank_is_found_at_its_name():
    finding = check("年度:\nfinance: {budget: 1}")[1][0]
    assert finding.code == "D102"
    assert (finding.span.line, finding.span.column) == (1, 1)
    assert finding.message("zh") == "文件的“年度”（year）没有填写"
    assert finding.message("en") == "“年度” (year) of the file is left blank"
    assert finding.hint("zh") == "在冒号后填写"


@pytest.mark.parametrize(("typed", "meant"), [("summry", "summary"), ("主要职则", "主要职责")])
def test_a_misspelt_name_comes_with_the_corrected_line(typed: str, meant: str):
    finding = only(f"{typed}: 甲\n")
    assert finding.code == "D103"
    assert finding.message("zh") == f"文件没有“{typed}”这一项"
    assert finding.message("en") == f"the file has no field “{typed}”"
    assert finding.hint("en") == f"Did you mean “{meant}”?"
    assert finding.suggestion == f"{meant}: 甲"


def test_an_unknown_name_like_no_other_comes_with_the_names_there_are():
    finding = check("year: 2023\nfinance: {budget: 1, xyz: 2}")[1][0]
    assert finding.hint("zh") == "可填：预算数、执行率、收入"
    assert finding.hint("en") == "It may hold budget, rate, income"
    assert finding.suggestion == ""


def test_a_field_under_two_names_is_found_with_both_places():
    data, findings = check("year: 2023\n年度: 2024\nfinance: {budget: 1}")
    assert [finding.code for finding in findings] == ["D104"]
    assert findings[0].message("zh") == "“年度”与“year”是同一项，写了两次"
    assert (findings[0].span.line, findings[0].related[0].line) == (2, 1)
    assert data.record["year"] == 2023


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('"1,528.34"', "1528.34"),
        ("672.37万元", "672.37"),
        ("６７２", "672"),
        ('"1，528"', "1528"),
        ("-3.10 万元", "-3.10"),
        ("－１２．５", "-12.5"),
    ],
)
def test_a_number_typed_as_text_is_taken_with_a_notice(text: str, number: str):
    value, findings = budget(text)
    assert str(value) == number
    assert [(finding.code, finding.severity) for finding in findings] == [("D205", Severity.NOTICE)]
    assert findings[0].message("zh").endswith(f"按数字 {number} 读取")


def test_a_percentage_is_taken_where_percent_is_the_unit():
    data, findings = check("year: 2023年\nfinance: {budget: 1, rate: 95％}")
    assert data.record["finance"]["rate"] == 95
    assert data.record["year"] == 2023
    assert {finding.code for finding in findings} == {"D205"}


@pytest.mark.parametrize(
    ("text", "code", "zh", "hint"),
    [
        ("672.37万", "D202", "“预算数”写成“672.37万”：“万”后面没有单位，分不清是多少", "如果是 672.37 万元，写 672.37"),
        ("6723700元", "D203", "“预算数”写成“6723700元”，单位是元，这里要的是万元", "换算成万元：672.37"),
        ("95%", "D203", "“预算数”写成“95%”，单位是%，这里要的是万元", "只写数字"),
        ('"6,72.37"', "D204", "“预算数”写成“6,72.37”，千分号的位置不对", "去掉逗号，或三位一分，如 1,528.34"),
        ("六百", "D201", "“预算数”应填数字，现为文字“六百”", "写阿拉伯数字，如 672.37"),
        ("0672", "D201", "“预算数”应填数字，现为文字“0672”", "写阿拉伯数字，如 672.37"),
        ("[1]", "D201", "“预算数”应填数字，现为列表（1 项）", "写阿拉伯数字，如 672.37"),
        ("true", "D201", "“预算数”应填数字，现为“true”", "写阿拉伯数字，如 672.37"),
    ],
)
def test_text_that_is_no_certain_number_is_refused_once_with_the_reason(text: str, code: str, zh: str, hint: str):
    _, findings = budget(text)
    assert [(f.code, f.message("zh"), f.hint("zh")) for f in findings] == [(code, zh, hint)]
    assert findings[0].span.line == 2


def test_amounts_follow_the_unit_that_the_file_names():
    _, findings = check("year: 2023\n金额单位: 元\nfinance: {budget: 672元}")
    assert [finding.code for finding in findings] == ["D205"]


def test_a_number_where_text_belongs_is_taken_as_written():
    data, findings = check(WHOLE + "phone: 12338\nduties: [2.50]")
    assert (data.record["phone"], data.record["duties"]) == ("12338", ["2.50"])
    assert not findings


def test_yes_and_no_are_understood_in_chinese():
    assert check(WHOLE + "已盖章: 是")[0].record["signed"] is True
    assert check(WHOLE + "已盖章: 否")[0].record["signed"] is False
    finding = only("已盖章: 也许")
    assert finding.code == "D207"
    assert finding.message("zh") == "“已盖章”应填“是”或“否”，现为文字“也许”"


def test_a_word_of_choice_stands_for_its_value():
    data, findings = check(WHOLE + "性质: 不小于")
    assert data.record["type"] == "ge"
    assert not findings


def test_a_wrong_choice_comes_with_the_choices():
    finding = only("性质: 不小与")
    assert finding.code == "D211"
    assert finding.message("zh") == "“性质”不能填文字“不小与”"
    assert finding.hint("zh") == "可填：不小于、不大于"
    assert finding.hint("en") == "One of: ge, le"
    assert finding.suggestion == "不小于"


@pytest.mark.parametrize(
    ("text", "code", "zh", "en"),
    [
        ("phone: {a: 1}", "D206", "“电话”应填文字，现为分项（名称: 值）", "“电话” must be text, not fields of its own"),
        ("duties: 甲", "D208", "“主要职责”应为列表，现为文字“甲”", "“主要职责” must be a list, not the text “甲”"),
        ("data: 甲", "D209", "“数据”下应分项填写，现为文字“甲”", "“数据” must hold fields of its own, not the text “甲”"),
        ("effects: {a: 1}", "D210", "“成效”应填文字或列表，现为分项（名称: 值）", "“成效” must be text or a list, not fields of its own"),
        ("duties: []", "D212", "“主要职责”有 0 项，至少要 1 项", "“主要职责” has 0 items and needs at least 1"),
        ("duties: [甲, 乙, 丙]", "D213", "“主要职责”有 3 项，最多 2 项", "“主要职责” has 3 items, at most 2 are possible"),
        ("phone: 1234567890123", "D216", "“电话”有 13 字，最多 12 字", "“电话” has 13 characters, at most 12 are possible"),
        ("code: ab", "D217", "“代码”写成“ab”，不合规定的写法，如“AB”", "“代码” reads “ab”, which is not the form asked for, such as “AB”"),
        ("duties: [甲, 甲]", "D218", "“主要职责”里有重复的项", "“主要职责” holds an item twice"),
        ("data: {}", "D219", "“数据”不合模板的规定（minProperties: 1）", "“数据” breaks the pack's schema (minProperties: 1)"),
    ],
)
def test_each_breach_has_its_own_words(text: str, code: str, zh: str, en: str):
    finding = only(text)
    assert (finding.code, finding.message("zh"), finding.message("en")) == (code, zh, en)
    assert finding.span.line == 3


def test_numbers_out_of_range_and_fractions_of_whole_numbers_are_found():
    low = check("year: 1900\nfinance: {budget: 1}")[1][0]
    assert (low.code, low.message("zh"), low.message("en")) == (
        "D214",
        "“年度”为 1900，应不小于 1990",
        "“年度” is 1900, it must be at least 1990",
    )
    part = check("year: 2023.5\nfinance: {budget: 1}")[1][0]
    assert (part.code, part.message("zh")) == ("D220", "“年度”应填整数，现为“2023.5”")


def test_a_field_of_two_forms_is_judged_by_the_form_it_has():
    assert not check("year: 2023\nfinance: {budget: 1, 收入: 2}")[1]
    assert not check("year: 2023\nfinance: {budget: 1, 收入: {合计: 2}}")[1]
    findings = check("year: 2023\nfinance: {budget: 1, 收入: {合计: 二, basc: 3}}")[1]
    assert [(finding.code, finding.message("zh")) for finding in findings] == [
        ("D201", "“合计”应填数字，现为文字“二”"),
        ("D103", "“收支 › 收入”没有“basc”这一项"),
    ]
    assert check("year: 2023\nfinance: {budget: 1, 收入: 2万}")[1][0].code == "D202"


def test_a_value_of_two_forms_where_one_is_wanted_is_found():
    both = schema("properties: {a: {title: 甲, oneOf: [{type: number}, {minimum: 1, type: integer}]}}")
    findings = validate(inputs.read(b"a: 3", "x.yaml"), both)[1]
    assert [(finding.code, finding.message("en")) for finding in findings] == [("D219", "“甲” breaks the pack's schema (oneOf)")]


def test_all_faults_come_in_one_run_in_the_order_of_the_file():
    findings = check("summry: 1\nyear: 二\nfinance:\n  budget: 1万\n  rat: 2\n已盖章: 3\n")[1]
    assert [finding.span.line for finding in findings] == [1, 2, 4, 5, 6]


def test_an_open_map_keeps_what_it_is_given():
    data, findings = check(WHOLE + "数据: {户数: 300, 率: 2.50, 名: 甲}")
    assert not findings
    assert data.record["data"] == {"户数": 300, "率": Decimal("2.50"), "名": "甲"}


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEPT.root.names, "total", "标题", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


class _Plain(Nowhere):
    """A tree of values that stand in no file."""

    def __init__(self, value: dict[str, object]) -> None:
        super().__init__("x.yaml")
        object.__setattr__(self, "value", value)


@given(st.dictionaries(st.sampled_from([*KEPT.root.names, "x"]), _VALUES, max_size=5))
def test_any_data_gives_findings_and_never_an_exception(value: dict[str, object]):
    data, findings = validate(_Plain(value), KEPT)
    fine = not any(finding.blocks for finding in findings)
    assert fine == KEPT.validator.is_valid(data.record) or any(f.code == "D104" for f in findings)
    for finding in findings:
        assert finding.message("zh")
        assert finding.message("en")
        assert isinstance(finding.hint("zh") + finding.hint("en"), str)


def test_a_list_item_left_blank_is_found_at_its_dash():
    finding = only("duties:\n  - 甲\n  -\n")
    assert finding.code == "D105"
    assert finding.span.line == 5
    assert finding.message("zh") == "“主要职责第2项”没有填写"
    assert finding.message("en") == "“主要职责第2项” is left blank"
    assert finding.hint("zh") == "在“-”后填写；没有这一项就删去这一行"


def test_an_object_of_blanks_is_said_to_be_blank_field_by_field():
    fields = schema(
        "properties: {a: {title: 甲, minProperties: 1, properties: {b: {title: 乙, type: number}, c: {title: 丙, type: number}}}}"
    )
    findings = validate(inputs.read(b"a:\n  b:\n  c:\n", "x.yaml"), fields)[1]
    assert [(finding.code, finding.span.line) for finding in findings] == [("D102", 2), ("D102", 3)]


@pytest.mark.parametrize("text", ['""', "|", "|\n\n"])
def test_an_empty_text_is_no_text_where_one_is_wanted(text: str):
    fields = schema("required: [a]\nproperties: {a: {title: 甲, type: string, minLength: 1}, b: {type: string, minLength: 1}}")
    findings = validate(inputs.read(f"a: {text}\n".encode(), "x.yaml"), fields)[1]
    assert [finding.code for finding in findings] == ["D102"]
    assert validate(inputs.read(f"a: 甲\nb: {text}\n".encode(), "x.yaml"), fields)[1] == []


@pytest.mark.parametrize("words", ["x-usual: 是", "x-rolls: away", "x-rolls: {into: b}"])
def test_what_authors_usually_give_is_told_in_words_of_the_schema(words: str):
    tree = inputs.read(f"properties:\n  a:\n    {words}\n".encode(), "s.yaml")
    assert [finding.code for finding in build(stack([Layer(tree.value, tree)])).findings] == ["K201"]


def test_a_misspelt_name_stands_for_the_field_that_it_was_meant_for():
    assert [finding.code for finding in check("year: 2023\nfinanc: {budget: 1}")[1]] == ["D103"]
    assert [finding.code for finding in check("year: 2023\nquite_other: 1")[1]] == ["D101", "D103"]


def test_a_day_in_another_form_is_suggested_in_the_fields():
    days = schema(
        "type: object\nproperties:\n"
        "  as_of: {type: string, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}\n"
        "  other: {type: string, pattern: '^[a-z]$'}\n"
    )
    for text in ("2023年12月31日", "2023/12/31", "2023.12.31"):
        (finding,) = validate(inputs.read(f"as_of: {text}".encode(), "x.yaml"), days)[1]
        assert (finding.code, finding.suggestion) == ("D217", "2023-12-31")
    others = validate(inputs.read("as_of: 年底\nother: 2023/12/31".encode(), "x.yaml"), days)[1]
    assert [finding.suggestion for finding in others] == ["", ""]


def test_a_whole_number_with_a_point_is_taken_as_that_number():
    data, findings = check("year: 2023.0\nfinance: {budget: 2.0}")
    assert data.record == {"year": 2023, "finance": {"budget": Decimal("2.0")}}
    assert str(data.record["year"]) == "2023"
    assert [(finding.code, finding.message("zh")) for finding in findings] == [("D205", "“年度”的“2023.0”按数字 2023 读取")]
