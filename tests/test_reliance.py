"""What documents ask of the data."""

from __future__ import annotations

from pathlib import Path

from reportgen.reliance import Reliance, reliance
from reportgen.workshop import Workshop
from tests.documents import docx

ROOT = Path(__file__).parents[1]


def asked(pack: str, kind: str, *folders: Path) -> Reliance:
    workshop = Workshop([*folders, ROOT / "templates"])
    chosen = workshop.pack(pack)
    found = reliance(chosen, chosen.kinds[kind], workshop.environment())
    assert found is not None
    return found


def own(folder: Path, *blocks: str) -> Reliance:
    (folder / "own").mkdir()
    (folder / "own" / "pack.yaml").write_text("extends: base\n", "utf-8")
    (folder / "own" / "department-report.docx").write_bytes(docx(*blocks))
    return asked("own", "department-report", folder)


def test_documents_ask_for_what_they_print_and_what_figures_are_made_of() -> None:
    form = asked("panyu", "project-form")
    assert {"projects[].name", "projects[].funds.fiscal.budget", "projects[].indicators[].weight", "department.name"} <= form.printed
    assert not any(name.startswith("finance") for name in form.printed)
    assert {"finance.executed", "evaluation.score", "indicators[].score"} <= asked("panyu", "department-report").printed


def test_what_is_printed_without_a_condition_is_needed(tmp_path: Path) -> None:
    blocks = (
        "{{ 部门.简称 }}{{ 部门.自称|默认('') }}{{ 部门.职能依据 or '无' }}{% if 收支.收入 %}{{ 收支.收入|万元 }}{% endif %}",
        "{%p if 管理情况 %}",
        "{{ 管理情况.人员管理 }}",
        "{%p endif %}",
        "{%p for 项 in 项目 %}",
        "{{ 项.名称 }}预算{{ 项.资金.合计.预算数|万元 }}",
        "{%p endfor %}",
    )
    found = own(tmp_path, *blocks)
    assert found.needed == {"department.short_name", "projects[].name"}
    assert "projects[].funds.fiscal.budget" in found.feeding
    assert "management.staff" in found.printed


def test_a_template_that_cannot_be_read_asks_for_nothing_known(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text("extends: base\n", "utf-8")
    (tmp_path / "own" / "department-report.docx").write_bytes(docx("{{ 年度 "))
    workshop = Workshop([tmp_path, ROOT / "templates"])
    chosen = workshop.pack("own")
    assert reliance(chosen, chosen.kinds["department-report"], workshop.environment()) is None
