"""What changed between two packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.differing import differences
from reportgen.expressions import Environment
from reportgen.facets import facets
from reportgen.packs import Pack, available, load
from reportgen.search import Search
from tests.documents import docx, p, table
from tests.folders import FIGURES, SCHEMA, pack

TEMPLATE = docx(
    "{%p block body %}", p("{{ 部门.全称 }}", style="Heading1"), "{%p endblock %}", table([["{% block cell %}甲{% endblock %}"]])
)
RULES = FIGURES + "rules:\n  some: {code: R101, check: budget > 0, message: {zh: 没有预算, en: no budget}}\n"


def version(
    folder: Path, number: int, *, settings: str = "", schema: str = SCHEMA, figures: str = RULES, template: bytes = TEMPLATE
) -> Pack:
    """A version of a pack."""
    own = folder / str(number)
    pack(own, {"report.docx": template, "report.figures.yaml": figures.encode()}, schema=schema)
    (own / "p" / "report.figures.yaml").write_text(figures, "utf-8")
    (own / "p" / "pack.yaml").write_text(f"title: p\nkinds:\n  report: {{title: 报告}}\n{settings}", "utf-8")
    return load("p", [own])


def told(old: Pack, new: Pack) -> list[tuple[str, str, str, str]]:
    """Each change: how, of what, the old words, the new."""
    found = differences(*(facets(one, Environment()) for one in (old, new)))
    return [(c.how, c.facet.name, c.old.words if c.old else "", c.new.words if c.new else "") for c in found]


def test_a_pack_is_not_different_from_itself(tmp_path: Path) -> None:
    assert told(version(tmp_path, 1), version(tmp_path, 2)) == []


@pytest.mark.parametrize("name", available(Search.of().folders()))
def test_every_pack_there_is_can_be_told_of(name: str) -> None:
    found = facets(load(name, Search.of().folders()), Environment())
    assert {facet.group for facet in found} == {"settings", "profile", "kinds", "fields", "figures", "rules", "blocks"}
    assert all(facet.span.file and facet.name for facet in found)
    assert all(facet.span.line for facet in found if facet.group != "blocks")


def test_settings_and_the_page_format_are_told_in_clerks_words(tmp_path: Path) -> None:
    old = "profile: {body: {size: 三号}, page_number: {position: outer}}\nsettings: {full_score: 100}\n"
    new = "profile: {body: {size: 四号}, page_number: {position: center}}\nsettings: {full_score: 120, 自定: 5}\nversion: '2'\n"
    assert told(version(tmp_path, 1, settings=old), version(tmp_path, 2, settings=new)) == [
        ("changed", "满分", "100", "120"),
        ("added", "自定", "", "5"),
        ("added", "版本", "", '"2"'),
        ("changed", "正文 字号", "三号", "四号"),
        ("changed", "页码 位置", "外侧", "居中"),
    ]


def test_a_kind_of_its_own_is_told_by_its_name(tmp_path: Path) -> None:
    changed = version(tmp_path, 2, settings="summary: []\n").origin(("kinds", "report", "title"))
    assert changed.line == 3
    old, new = version(tmp_path, 1), version(tmp_path, 3)
    path = tmp_path / "3" / "p" / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("报告", "自评报告"), "utf-8")
    new = load("p", [tmp_path / "3"])
    assert told(old, new) == [("changed", "report 名称", "报告", "自评报告")]


def test_fields_come_go_change_and_are_renamed(tmp_path: Path) -> None:
    schema = (
        SCHEMA.replace("budget: {title: 预算数, type: number}", "plan: {title: 计划数, type: number, renamed_from: [预算数]}")
        .replace("{title: 金额, type: number}", "{title: 金额, type: number, x-unit: 万元}")
        .replace(
            "      name: {title: 全称, type: string}", "      name: {title: 全称, type: string}\n      self: {title: 自称, type: string}"
        )
    )
    figures = RULES.replace("budget", "plan")
    assert told(version(tmp_path, 1), version(tmp_path, 2, schema=schema, figures=figures))[:3] == [
        ("added", "部门.自称", "", "自称，文字"),
        ("renamed", "计划数", "预算数，数字", "计划数，数字"),
        ("changed", "项目[].金额", "金额，数字", "金额，数字，万元"),
    ]


def test_a_group_that_comes_or_goes_is_told_once(tmp_path: Path) -> None:
    schema = SCHEMA + "  plan:\n    title: 计划\n    type: object\n    properties: {a: {title: 甲}, b: {title: 乙}}\n"
    old, new = version(tmp_path, 1), version(tmp_path, 2, schema=schema)
    assert [change[:2] for change in told(old, new)] == [("added", "计划")]
    assert [change[:2] for change in told(new, old)] == [("removed", "计划")]


def test_figures_rules_and_blocks_are_told(tmp_path: Path) -> None:
    figures = RULES.replace("budget / 2", "budget / 3").replace("budget > 0", "budget > 1")
    template = docx("{%p block body %}", p("{{ 部门.全称 }}的报告", style="Heading1"), "{%p endblock %}", table([["甲"]]))
    found = differences(
        *(facets(one, Environment()) for one in (version(tmp_path, 1), version(tmp_path, 2, figures=figures, template=template)))
    )
    assert [(c.how, c.facet.group, c.facet.name) for c in found] == [
        ("changed", "figures", "share"),
        ("changed", "rules", "R101 some"),
        ("changed", "blocks", "body"),
        ("removed", "blocks", "cell"),
    ]
    assert found[2].lines() == [
        " [Normal] {%p block body %}",
        "-[heading 1] {{ 部门.全称 }}",
        "+[heading 1] {{ 部门.全称 }}的报告",
        " [Normal] {%p endblock %}",
    ]
    assert found[3].lines() == ["-[Normal] {% block cell %}甲{% endblock %}"]
