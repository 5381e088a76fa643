"""JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import jsonschema_rs
import pytest

from reportgen.packs import Pack, json_schema, load

SCHEMA = """
required: [finance]
properties:
  finance:
    title: 收支
    required: [budget]
    properties:
      budget: {title: 预算数, type: number, x-unit: 万元, description: 全年预算数}
      type: {title: 性质, enum: [ge, le], x-enum-aliases: {不小于: ge}}
      list: {title: 列表, type: array, items: {properties: {name: {title: 名称, type: string}}}}
  data: {title: 数据, additionalProperties: {type: number}}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "pack.yaml").write_text("kinds: {report: {title: 报告}}\n", "utf-8")
    (tmp_path / "p" / "report.schema.yaml").write_text(SCHEMA, "utf-8")
    return load("p", [tmp_path])


def test_keys_are_english_or_chinese_throughout(pack: Pack):
    english, chinese = json_schema(pack, "report"), json_schema(pack, "report", keys="zh")
    assert english["required"] == ["finance"]
    assert chinese["required"] == ["收支"]
    assert list(chinese["properties"]["收支"]["properties"]) == ["预算数", "性质", "列表"]
    assert chinese["properties"]["收支"]["required"] == ["预算数"]
    assert chinese["properties"]["收支"]["properties"]["性质"]["enum"] == ["不小于", "le"]
    assert chinese["properties"]["收支"]["properties"]["列表"]["items"]["additionalProperties"] is False


def test_an_editor_s_schema_takes_what_we_take(pack: Pack):
    english = jsonschema_rs.validator_for(json_schema(pack, "report"))
    chinese = jsonschema_rs.validator_for(json_schema(pack, "report", keys="zh"))
    assert english.is_valid({"finance": {"budget": 1, "list": [{"name": "x"}]}, "data": {"a": 1}})
    assert chinese.is_valid({"收支": {"预算数": 1, "列表": [{"名称": "x"}]}, "数据": {"a": 1}})
    assert not chinese.is_valid({"收支": {"预算数": 1, "x": 2}})
    assert not english.is_valid({"finance": {"budget": 1}, "data": {"a": "x"}})


def test_units_stand_where_an_author_sees_them(pack: Pack):
    budget = json_schema(pack, "report")["properties"]["finance"]["properties"]["budget"]
    assert budget == {"title": "预算数", "type": "number", "description": "全年预算数（单位：万元）"}
