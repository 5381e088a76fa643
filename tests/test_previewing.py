"""Packs seen with made-up data."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import packs
from reportgen.previewing import preview
from reportgen.search import INSTALLED
from reportgen.workshop import Workshop
from tests.documents import docx, text_of
from tests.folders import pack

TEMPLATES = INSTALLED if INSTALLED.is_dir() else INSTALLED.parent.parent / "templates"


@pytest.mark.parametrize("name", packs.available([TEMPLATES]))
def test_every_pack_shows_every_kind_and_its_own_rules_have_nothing_against_what_was_made_up(name: str) -> None:
    workshop = Workshop([TEMPLATES])
    chosen = workshop.pack(name)
    for kind in chosen.kinds.values():
        made = preview(chosen, kind, workshop)
        assert all(report.docx for report in made)
        assert [str(finding) for report in made for finding in report.findings] == []


def test_made_up_data_is_the_same_each_time(tmp_path: Path) -> None:
    chosen = pack(
        tmp_path, {"report.docx": docx("{{ 部门.全称 }}有{{ 人均|元 }}", "{%p for 项 in 项目 %}", "{{ 项.名称 }}", "{%p endfor %}")}
    )
    first, second = (preview(chosen, chosen.kinds["report"], Workshop([tmp_path])) for _ in range(2))
    assert first[0].docx == second[0].docx
    assert first[0].docx is not None
    assert text_of(first[0].docx) == ["示例全称有500000元", "示例名称一", "示例名称二"]
