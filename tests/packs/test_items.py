"""Data as one item of a list sees it: the names that it has, and the way back to its place in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportgen.inputs import read
from reportgen.packs import Data, Kind, Schema, load, validate, views, with_item

FORM = Kind("form", "自评表", per="projects", item="project")
SCHEMA = """
$defs: {text: {type: string, x-format: narrative}}
type: object
properties:
  note: {title: 备注, $ref: "#/$defs/text"}
  projects:
    title: 项目
    type: array
    items:
      title: 项目
      type: object
      properties: {name: {title: 名称, type: string}, result: {title: 完成情况, $ref: "#/$defs/text"}}
"""
INPUT = """
备注: 都好
项目:
  - 名称: 甲
    完成情况: 完成
  - 名称: 乙
    完成情况: 未完成
"""


def given(folder: Path, text: str) -> tuple[Data, Schema]:
    (folder / "p").mkdir()
    (folder / "p" / "pack.yaml").write_text("kinds: {form: {per: projects}}\n", "utf-8")
    (folder / "p" / "form.schema.yaml").write_text(SCHEMA, "utf-8")
    schema = load("p", [folder]).schema("form")
    assert not schema.findings
    return validate(read(text.encode(), "x.yaml"), schema)[0], schema


def seen(folder: Path) -> list[Data]:
    data, schema = given(folder, INPUT)
    return views(data, FORM, schema.root)


def test_each_item_stands_under_its_own_name_beside_all_else(tmp_path: Path) -> None:
    first, second = seen(tmp_path)
    assert [view.record["project"]["name"] for view in (first, second)] == ["甲", "乙"]
    assert second.record["本项目"]["名称"] == "乙"
    assert second.record["备注"] == "都好"
    assert len(second.record["项目"]) == 2


def test_a_place_in_the_item_is_its_place_in_the_list(tmp_path: Path) -> None:
    second = seen(tmp_path)[1]
    assert (second.span(("project", "name")).line, second.span(("note",)).line) == (6, 2)
    assert second.locate(("project", "result"), 1).column == second.span(("project", "result")).column + 1


def test_the_narrative_texts_of_other_items_are_left_alone(tmp_path: Path) -> None:
    assert seen(tmp_path)[1].narratives == (("note",), ("project", "result"))


def test_without_a_list_there_are_no_views(tmp_path: Path) -> None:
    data, schema = given(tmp_path, "备注: 都好\n")
    assert views(data, FORM, schema.root) == []


def test_formulas_and_tags_may_name_the_item(tmp_path: Path) -> None:
    root = given(tmp_path, INPUT)[1].root
    fields: Any = with_item(root, FORM)
    assert list(fields.fields["project"].fields) == ["name", "result"]
    assert fields.names["本项目"] == "project"
    assert with_item(root, Kind("report", "报告")) is root
