"""The fields of a schema one after another."""

from __future__ import annotations

from reportgen.packs import walk
from reportgen.packs.layers import Layer, Nowhere, stack
from reportgen.packs.schema import build

SCHEMA = {
    "type": "object",
    "required": ["finance"],
    "properties": {
        "finance": {"title": "收支", "type": "object", "properties": {"budget": {"title": "预算数", "type": "number"}}},
        "tasks": {
            "title": "任务",
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "object", "required": ["name"], "properties": {"name": {"title": "名称（全）"}}},
                    {"type": "object", "properties": {"name": {"title": "名称"}, "text": {"description": "做了什么"}}},
                ]
            },
        },
    },
}


def test_each_field_comes_once_under_both_its_names() -> None:
    entries = list(walk(build(stack([Layer(SCHEMA, Nowhere())])).root))
    assert [(entry.name, entry.chinese, entry.depth, entry.required) for entry in entries] == [
        ("finance", "收支", 0, True),
        ("finance.budget", "收支.预算数", 1, False),
        ("tasks", "任务", 0, False),
        ("tasks[].name", "任务[].name", 1, True),
        ("tasks[].text", "任务[].text", 1, False),
    ]
    assert [entries[-1].title, entries[-1].description] == ["text", "做了什么"]
