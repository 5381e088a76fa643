"""The pages that people look fields, tags and filters up in are those that the programs write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import verbs
from reportgen.packs import Pack, load

DOCS = Path("docs")


@pytest.mark.parametrize(("page", "arguments"), [("fields.md", ["schema", "--markdown"]), ("tags.md", ["explain", "--tags"])])
def test_a_page_is_what_the_command_prints_golden(page: str, arguments: list[str]) -> None:
    made = CliRunner().invoke(verbs, arguments).output
    if os.environ.get("GOLDEN") == "rewrite":
        (DOCS / page).write_text(made, "utf-8")
    assert (DOCS / page).read_text("utf-8") == made


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Pack, Pack]:
    for name, head, schema in (
        (
            "city",
            "title: 某市\nkinds: {report: {title: 报告}}\n",
            "properties: {a: {title: 甲, type: number, x-unit: 万元, description: 数。}}\n",
        ),
        (
            "town",
            "extends: city\ntitle: 某区\n",
            "required: [b]\nproperties: {b: {title: 乙, properties: {c: {title: 丙, type: string}}}}\n",
        ),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text(head, "utf-8")
        (tmp_path / name / "report.schema.yaml").write_text(schema, "utf-8")
    return load("city", [tmp_path]), load("town", [tmp_path])


def test_what_a_pack_adds_stands_by_itself(packs: tuple[Pack, Pack]) -> None:
    from reportgen.cli.reference.field_page import field_page

    city, town = packs
    lines = field_page(city, [(town, city)]).splitlines()
    assert "| 甲<br>`a` | 数字 number，万元 | 数。 |" in lines
    added = lines[lines.index("## 某区 `town`：增加的字段 · fields added") + 4 :]
    assert added == ["| 乙<br>`b` | 分项 fields |  |", "| 乙.丙<br>`b.c` | 文字 text |  |"]
