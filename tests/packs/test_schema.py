"""Schema files of packs: merged, laid out flat, and checked themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import inputs
from reportgen.findings import Finding
from reportgen.packs import Schema
from reportgen.packs.layers import Layer, Nowhere, stack
from reportgen.packs.schema import KEYWORDS, build


def of(*texts: str) -> Schema:
    trees = [inputs.read(text.encode(), f"{n}.yaml") for n, text in enumerate(texts, 1)]
    return build(stack([Layer(tree.value, tree) for tree in trees]))


def only(text: str) -> Finding:
    (finding,) = of(text).findings
    return finding


def test_an_object_with_fields_is_closed_unless_it_says_otherwise():
    schema = of("properties: {a: {type: object, properties: {b: {}}}, c: {properties: {}, additionalProperties: true}}")
    assert schema.value["additionalProperties"] is False
    assert schema.value["properties"]["a"]["additionalProperties"] is False
    assert schema.value["properties"]["c"]["additionalProperties"] is True


def test_a_child_adds_changes_and_removes_fields():
    schema = of("properties: {a: {title: 甲, type: string}, b: {type: string}}", "properties: {a: {title: 乙}, b: null, c: {type: number}}")
    assert list(schema.root.fields) == ["a", "c"]
    assert schema.root.fields["a"].value == {"title": "乙", "type": "string"}
    assert schema.root.names == {"a": "a", "c": "c", "乙": "a"}


def test_a_reference_takes_the_words_beside_it():
    schema = of('$defs: {amount: {type: number, title: 金额}}\nproperties: {a: {$ref: "#/$defs/amount", title: 预算数}}')
    assert schema.value["properties"]["a"] == {"type": "number", "title": "预算数"}
    assert "$defs" not in schema.value


def test_the_title_is_an_alias_where_it_is_one_word():
    fields = of("properties: {a: {title: 预算数}, b: {title: 固定资产（原值）}, c: {title: 收入, x-aliases: [总收入, 收入合计]}}").root
    assert fields.names == {"a": "a", "b": "b", "c": "c", "预算数": "a", "总收入": "c", "收入合计": "c"}


@pytest.mark.parametrize(
    ("text", "code", "zh", "hint"),
    [
        (
            "properties: {a: {type: strng}}",
            "K201",
            "字段定义有误：type 写成 strng",
            "string / number / integer / boolean / array / object / null",
        ),
        ("properties: {a: {minimum: x}}", "K201", "字段定义有误：minimum 写成 x", ""),
        ("properties: {a: {pattern: '('}}", "K201", "字段定义有误：pattern 写成 (", ""),
        ("properties: {a: 3}", "K201", "字段定义有误：a 写成 3", ""),
        (
            "properties: {a: {x-format: narative}}",
            "K201",
            "字段定义有误：x-format 写成 narative",
            "x-format: narrative / heading / picture / chart",
        ),
        ("propertis: {}", "K202", "字段定义里不能用“propertis”", "是不是“properties”？"),
        ("properties: {a: {x-unt: 元}}", "K202", "字段定义里不能用“x-unt”", "是不是“x-unit”？"),
        ("allOf: []", "K202", "字段定义里不能用“allOf”", None),
        (
            '$defs: {amount: {}}\nproperties: {a: {$ref: "#/$defs/amont"}}',
            "K203",
            "$ref 写成“#/$defs/amont”，没有这个定义",
            "#/$defs/amount",
        ),
        ("properties: {a: {$ref: 'http://x/y'}}", "K203", "$ref 写成“http://x/y”，没有这个定义", ""),
        (
            'properties: {b: {$ref: "#/$defs/a"}}\n$defs: {a: {items: {$ref: "#/$defs/a"}}}',
            "K204",
            "$ref“#/$defs/a”绕回了自己",
            "拆开这个圈",
        ),
        ("properties: {a: {title: 甲}, b: {title: 甲}}", "K205", "“甲”同时是“a”和“b”的名字", "改其中一个的 title，或用 x-aliases 另起名字"),
    ],
)
def test_each_fault_of_a_schema_is_found_at_its_place(text: str, code: str, zh: str, hint: str | None):
    finding = only(text)
    assert (finding.code, finding.message("zh")) == (code, zh)
    assert hint is None or finding.hint("zh") == hint
    assert finding.message("en")
    assert finding.span.file == "1.yaml"
    assert finding.span.line == len(text.splitlines())


def test_a_fault_is_found_in_the_file_that_brought_it():
    (finding,) = of("properties:\n  a: {type: string}", "properties:\n\n  a: {type: txt}").findings
    assert (finding.span.file, finding.span.line) == ("2.yaml", 3)


def test_a_schema_that_grows_without_bounds_is_refused():
    doubling = "\n".join(f'  d{n}: {{properties: {{a: {{$ref: "#/$defs/d{n + 1}"}}, b: {{$ref: "#/$defs/d{n + 1}"}}}}}}' for n in range(30))
    finding = only(f'$defs:\n{doubling}\n  d30: {{}}\nproperties: {{x: {{$ref: "#/$defs/d0"}}}}')
    assert (finding.code, finding.message("zh")) == ("K206", "字段定义展开后超过 20000 项")


_NODES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["string", "#/$defs/a", "narrative", "("]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*sorted(KEYWORDS), "a"]), inner, max_size=5),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(sorted(KEYWORDS)), _NODES, max_size=5))
def test_any_schema_gives_findings_or_a_validator(value: dict[str, object]):
    schema = build(stack([Layer(value, Nowhere())]))
    assert schema.findings or schema.validator.is_valid is not None


@pytest.mark.parametrize("step", ["{{type: object, properties: {{a: {}}}}}", "{{type: array, items: {}}}", "{{anyOf: [{}]}}", "{}"])
def test_fields_and_references_nested_too_deeply_are_one_finding(step: str):
    link = "{{$ref: '#/$defs/d{}'}}"
    chain = "".join(f"  d{n}: {step.format(link.format(n + 1))}\n" for n in range(3000))
    finding = only(f"$defs:\n{chain}  d3000: {{type: string}}\nproperties: {{x: {link.format(0)}}}\n")
    assert finding.code == "K208"
    assert finding.message("zh") == "字段定义层层相套，超过 100 层"
