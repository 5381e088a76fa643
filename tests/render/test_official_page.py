"""The pages about official parts say what works: their tags can be read and their examples build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.pipeline import reports
from reportgen.render import Template
from reportgen.workshop import Workshop
from tests.documents import docx, png

ROOT = Path(__file__).parents[2]
PAGES = [(ROOT / "docs" / name).read_text("utf-8") for name in ("official-parts.md", "official-parts.zh-CN.md")]
ROWS = [[tag for row in page.splitlines() if row.startswith("|") for tag in re.findall(r"`(\{\{.*?\}\})`", row)] for page in PAGES]
TAGS = [tag.replace("\\|", "|") for rows in ROWS for tag in rows]
REST = """
pack: base
kind: department-report
year: 2023
department: {name: 示例市示例区示例局, duties: [巡查河道。]}
finance: {budget: 2, executed: 2}
evaluation: {score: 95}
"""


@pytest.mark.parametrize("tag", TAGS)
def test_each_tag_can_be_rendered(tag: str) -> None:
    named = re.findall(r"'(\w+)'\|(?:reference|引用)", tag)
    captions = [f"{{{{p '题'|caption('表', '{name}') }}}}" for name in named]
    projects = [{"name": "甲", "funds": {"total": {"budget": 2}}}]
    assert Template.open(docx("一", tag, *captions)).render({"projects": projects})


def test_both_pages_show_the_same_tags() -> None:
    assert len(ROWS[0]) == len(ROWS[1]) == 8


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_the_example_builds(page: str, tmp_path: Path) -> None:
    example = re.findall(r"```yaml\n(.*?)```", page, re.S)[0]
    for name in re.findall(r"[^ ]+\.jpg", example):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(png())
    (report,) = reports(inputs.read((REST + example).encode(), str(tmp_path / "x.yaml")), Workshop([ROOT / "templates"]))
    assert report.docx is not None, [str(finding) for finding in report.findings]
