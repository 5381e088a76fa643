"""Rules that miss a part of the report are about documents that print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import docx

ROOT = Path(__file__).parents[2]
DATA = "pack: own\nkind: department-report\nyear: 2024\ndepartment: {name: 甲局}\nfinance: {budget: 1, executed: 1}\nevaluation: {}\n"
MISSING = {f"R14{n}" for n in range(8)}


def missed(folder: Path, *blocks: str) -> set[str]:
    """The codes of the parts that are missed where a district's template is made of `blocks`."""
    (folder / "own").mkdir()
    (folder / "own" / "pack.yaml").write_text("extends: base\n", "utf-8")
    (folder / "own" / "department-report.docx").write_bytes(docx(*blocks))
    report = reports(inputs.read(DATA.encode(), "data.yaml"), Workshop([folder, ROOT / "templates"]))[0]
    return {finding.code for finding in report.findings} & MISSING


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        ("{{ 年度 }}", set()),
        ("{%p for 职责 in 部门.主要职责 %}\n{{ 职责 }}\n{%p endfor %}", {"R140"}),
        ("{{ 部门.机构情况|默认 }}", {"R140"}),
        ("{{ 年度工作.总体工作|默认 }}", {"R141"}),
        ("{{ 管理情况.人员管理|默认 }}", {"R142"}),
        ("{{ 自评.任务完成|取(attribute='标题')|顿号 }}", {"R143"}),
        ("{{ 自评.主要成效|默认 }}", {"R144"}),
        ("{%p for 题 in 问题与措施 %}\n{{ 题.问题 }}\n{%p endfor %}", {"R145"}),
        ("{%p for 题 in 问题与措施 %}\n{{ 题.措施|默认 }}\n{%p endfor %}", {"R146"}),
        ("{{ 自评.得分|默认 }}", {"R147"}),
    ],
)
def test_a_part_is_missed_where_the_template_prints_it(tag: str, codes: set[str], tmp_path: Path) -> None:
    assert missed(tmp_path, *tag.split("\n")) == codes


def test_a_template_that_cannot_be_read_misses_nothing_out(tmp_path: Path) -> None:
    assert missed(tmp_path, "{{ 年度 ") == MISSING
