"""Made-up data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.packs import Schema, sample
from reportgen.packs.layers import Layer, Nowhere, stack
from reportgen.packs.schema import build


def schema(**properties: Any) -> Schema:
    return build(stack([Layer({"type": "object", "properties": properties}, Nowhere())]))


def made(field: dict[str, Any], **options: Any) -> Any:
    return sample(schema(field={"title": "职责", **field}).root, year=2024, **options).get("field")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ({"type": "string"}, "示例职责"),
        ({"type": "string", "x-format": "narrative"}, "（职责：此处为示例文字，编写时换成本单位的内容。）"),
        ({"type": "string", "maxLength": 3}, "示例职"),
        ({"type": "string", "minLength": 6}, "示例职责例例"),
        ({"type": "number", "x-unit": "万元"}, Decimal("100.00")),
        ({"type": "number", "maximum": 1}, 1),
        ({"type": "integer", "x-unit": "人"}, 20),
        ({"type": "boolean"}, True),
        ({"enum": ["甲", "乙"]}, "甲"),
        ({"type": "array", "items": {"type": "string", "title": "事"}}, ["示例事一", "示例事二"]),
        ({"type": "array", "maxItems": 1, "items": {"type": "string", "title": "事"}}, ["示例事一"]),
        ({"type": "object", "properties": {"a": {"title": "甲", "type": "string"}}}, {"a": "示例甲"}),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}]}, 100),
        ({"type": "string", "default": "万元"}, None),
        ({"type": "string", "pattern": "^x$"}, None),
        ({"type": "object", "additionalProperties": {"type": "string"}}, None),
    ],
)
def test_a_field_is_filled_after_its_kind(field: dict[str, Any], value: Any) -> None:
    assert made(field) == value


def test_the_first_example_goes_before_anything_made_up() -> None:
    assert made({"type": "string", "examples": ["甲", "乙"]}) == "甲"
    assert made({"type": "string", "examples": []}) is None


def test_dates_of_examples_are_of_the_year_of_the_sample() -> None:
    assert made({"type": "string", "examples": ["2023-12-31"]}) == "2024-12-31"
    assert made({"type": "array", "examples": [[{"on": "2023-03-05"}]]}) == [{"on": "2024-03-05"}]


def test_figures_are_left_out_wherever_they_stand() -> None:
    items = {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}}}
    assert made(items, without=["field[].b"]) == [{"a": 100}, {"a": 100}]
    assert made({"type": "integer"}, without=["field"]) is None


def test_what_is_given_stands() -> None:
    assert sample(schema(year={"type": "integer"}).root, year=2024, given={"pack": "甲"}) == {"year": 2024, "pack": "甲"}
