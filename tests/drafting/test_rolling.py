"""Last year's input as next year's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.drafting import rolled
from reportgen.options import Options
from reportgen.packs import Schema, load
from reportgen.pipeline import Report, chosen_kinds, reports
from reportgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop([ROOT / "templates"])
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
FILL_IN = {"D102", "D105", "R131", "R207", "R208", "R209", "R211", "R214", "R216", "R231", *(f"R{n}" for n in range(140, 148))}
SCHEMA = """
properties:
  year: {title: 年度, type: integer}
  name: {title: 名称, type: string}
  post: {title: 编制, type: integer, x-rolls: keep}
  rank: {title: 等级, type: string, x-rolls: empty}
  amount: {title: 金额, type: number}
  rates: {title: 各率, type: array, items: {type: number}}
  text: {title: 正文, type: string, x-format: narrative}
  duties: {title: 职责, type: array, x-rolls: keep, items: {type: string, x-format: narrative}}
  public:
    title: 三公
    type: object
    properties:
      spent: {title: 执行数, type: number, x-rolls: {to: last}}
      last: {title: 上年数, type: number}
"""


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "pack.yaml").write_text("kinds: {report: {}}\n", "utf-8")
    (tmp_path / "p" / "report.schema.yaml").write_text(SCHEMA, "utf-8")
    return load("p", [tmp_path]).schema("report")


def next_year(text: str, schema: Schema, year: int | None = None) -> list[str]:
    return rolled(inputs.read(text.encode(), "in/a.yaml"), schema, year).splitlines()


def test_names_stay_and_facts_of_the_year_become_comments(schema: Schema) -> None:
    assert next_year("year: 2023 # 年\nname: 甲局\npost: 7\nrank: 优\namount: 2.50 # 万元\n", schema) == [
        "# 2023：由 a.yaml 转来。“# 2023：”后面是原来写的，供参考，写好后删去。",
        "year: 2024 # 年",
        "name: 甲局",
        "post: 7",
        "rank: # 2023：优",
        "amount: # 2023：2.50 # 万元",
    ]


def test_a_text_of_several_lines_becomes_a_comment_line_by_line(schema: Schema) -> None:
    text = "正文: |\n    一段。\n\n    - 项\n\n# 注\n名称: 甲\n"
    assert next_year(text, schema, 2030)[1:] == ["正文: # |", "    # 一段。", "#", "    # - 项", "", "# 注", "名称: 甲"]


def test_duties_stay_but_for_those_that_print_figures(schema: Schema) -> None:
    text = "year: 2023\nduties:\n  - 负责此事。\n  - 有{{ amount }}。\n"
    assert next_year(text, schema)[2:] == ["duties:", "  - 负责此事。", "  - # 2023：有{{ amount }}。"]


def test_in_braces_values_are_emptied_and_told_at_the_end_of_the_line(schema: Schema) -> None:
    assert next_year("{year: 2023, amount: 2.50,\n rates: [1, 2]}\n", schema)[1:] == [
        "{year: 2024, amount: , # 2023：amount 2.50",
        " rates: } # 2023：rates [1, 2]",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("public:\n  spent: 4.16\n", ["public:", "  spent: # 2023：4.16", "  last: 4.16"]),
        ("public:\n  last: 5\n  spent: 4.16\n", ["public:", "  last: 4.16", "  spent: # 2023：4.16"]),
        ("public: {spent: 4.16}\n", ["public: {spent: , last: 4.16} # 2023：spent 4.16"]),
        ("三公: {执行数: 4.16}\n", ["三公: {执行数: , 上年数: 4.16} # 2023：执行数 4.16"]),
        ("public:\n  last: 5\n", ["public:", "  last: # 2023：5"]),
    ],
)
def test_this_years_figure_is_next_years_figure_of_last_year(before: str, after: list[str], schema: Schema) -> None:
    assert next_year(f"year: 2023\n{before}", schema)[2:] == after


def test_what_stands_at_an_anchor_is_emptied_once_and_the_anchor_stays(schema: Schema) -> None:
    text = "year: 2023\namount: &a 5\nrates: [*a, 2]\ntext: &t |\n  一段。\npublic:\n  spent: *a\n  last: *a\n"
    assert next_year(text, schema)[2:] == [
        "amount: &a # 2023：5",
        "rates: # 2023：[*a, 2]",
        "text: &t # 2023：|",
        "  # 一段。",
        "public:",
        "  spent: *a",
        "  last: *a",
    ]


def test_allowances_end_with_their_year(schema: Schema) -> None:
    assert next_year("year: 2023\n# reportgen: allow R110 理由\nname: 甲\n", schema)[2] == "# 2023：reportgen: allow R110 理由"


def made(text: str, name: str) -> Report:
    return reports(inputs.read(text.encode(), name), WORKSHOP)[0]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_every_input_rolls_forward_and_lacks_only_what_is_to_be_filled_in(path: Path) -> None:
    tree = inputs.read(path.read_bytes(), path.name)
    pack, kinds, _ = chosen_kinds(tree, WORKSHOP, Options())
    assert pack is not None
    text = rolled(tree, pack.schema(*(kind.name for kind in kinds)))
    report = made(text, path.name)
    assert {finding.code for finding in report.findings} <= FILL_IN
    kept = inputs.read(text.encode(), path.name).value
    department = "department" if "department" in kept else "部门"
    assert kept[department] is not None
    assert tree.value["year" if department == "department" else "年度"] + 1 == kept["year" if department == "department" else "年度"]
    before = [line for line in tree.lines if line.strip().startswith("#") and "allow" not in line]
    assert [line for line in before if line not in text.splitlines()] == []


def test_baoans_figures_of_last_year_move() -> None:
    path = ROOT / "inputs" / "baoan-2023.yaml"
    tree = inputs.read(path.read_bytes(), path.name)
    text = rolled(tree, WORKSHOP.pack("baoan").schema("department-report"))
    assert "carry_over: {start: 27.19, end: }" in text
    assert "last_year: 4.16}" in text


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_an_input_rolled_forward_builds_as_a_draft(path: Path) -> None:
    tree = inputs.read(path.read_bytes(), path.name)
    pack, kinds, _ = chosen_kinds(tree, WORKSHOP, Options())
    assert pack is not None
    text = rolled(tree, pack.schema(*(kind.name for kind in kinds)))
    drafts = reports(inputs.read(text.encode(), path.name), WORKSHOP, options=Options(draft=True))
    assert [[str(finding) for finding in draft.findings if finding.blocks] for draft in drafts if draft.docx is None] == []
