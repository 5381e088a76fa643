"""Names in tags held against the fields of a schema."""

from __future__ import annotations

import pytest

from reportgen.compiler.resolving import canonical, unknown_step
from reportgen.packs import Field
from tests.folders import pack

SCHEMA = """\
type: object
properties:
  budget: {title: 预算数, type: number}
  name: {title: 全称, type: string}
  done: {title: 完成, type: boolean}
  projects:
    title: 项目
    type: array
    items:
      type: object
      properties:
        name: {title: 名称, type: string}
        parts: {title: 分项, type: array, items: {type: string}}
  amount:
    title: 金额
    anyOf:
      - {type: number}
      - {type: object, properties: {total: {title: 合计, type: number}, own: {title: 自有, type: number}}}
  groups:
    title: 分组
    type: object
    properties: {first: {title: 甲, type: object, properties: {total: {title: 合计, type: number}}}}
  more: {title: 其他, type: object, additionalProperties: {type: object, properties: {x: {type: string}}}}
  any: {title: 随意}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Field:
    schema = pack(tmp_path_factory.mktemp("packs"), {}, schema=SCHEMA).schema("report")
    assert schema.findings == ()
    return schema.root.with_leaf(["projects", "[]", "rate"], "完成率").with_leaf(["finance", "rate"], "执行率")


@pytest.mark.parametrize(
    "name",
    [
        "budget",
        "预算数",
        "项目",
        "项目[]",
        "项目[].名称",
        "projects[3].name",
        "项目[].分项[]",
        "金额.合计",
        "amount.own",
        "budget.total",
        "全称.upper",
        "全称[]",
        "项目.count",
        "more.items",
        "其他.甲.x",
        "more[]",
        "any.b[].c",
        "项目[].完成率",
        "projects[].rate",
        "finance.执行率",
    ],
)
def test_names_that_lead_to_a_field_a_figure_or_a_method(name: str, root: Field) -> None:
    assert unknown_step(root, name) is None


@pytest.mark.parametrize(
    ("name", "step", "holder"),
    [
        ("预算", "预算", ""),
        ("项目[].名", "名", "项目[]"),
        ("项目.名称", "名称", "项目"),
        ("budget[]", "[]", "budget"),
        ("done.x", "x", "done"),
        ("金额.其他", "其他", "金额"),
        ("其他.甲.y", "y", "其他.甲"),
        ("finance.率", "率", "finance"),
        ("全称._x", "_x", "全称"),
    ],
)
def test_names_that_lead_nowhere_are_told_by_their_first_wrong_step(name: str, step: str, holder: str, root: Field) -> None:
    unknown = unknown_step(root, name)
    assert unknown is not None
    assert (unknown.step, unknown.holder) == (step, holder)


def test_what_there_is_is_named_in_chinese_first(root: Field) -> None:
    unknown = unknown_step(root, "项目[].名")
    assert unknown is not None
    assert unknown.known == ("名称", "分项", "完成率", "name", "parts", "rate")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("预算数", "budget"),
        ("项目[3].名称", "projects[].name"),
        ("金额.自有", "amount.own"),
        ("项目[].完成率", "projects[].rate"),
        ("分组[].合计", "groups[].total"),
        ("无.此", "无.此"),
    ],
)
def test_a_name_has_one_spelling_by_keys(name: str, expected: str, root: Field) -> None:
    assert canonical(root, name) == expected
