"""The reports in `inputs/`, from YAML to a finished Word file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.findings import Severity
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop
from tests.audit import audit
from tests.documents import text_of
from tests.invariants import check_document
from tests.reports.golden import held, skeleton

ROOT = Path(__file__).parents[2]
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
TWINS = sorted((ROOT / "tests" / "data" / "as-published").glob("*.yaml"))
WORKSHOP = Workshop([ROOT / "templates"])


def made(source: bytes, name: str = "input.yaml") -> Report:
    return reports(inputs.read(source, name), WORKSHOP)[0]


def document(path: Path) -> bytes:
    report = made(path.read_bytes(), path.name)
    assert report.docx is not None, [str(finding) for finding in report.findings]
    return report.docx


def text(data: bytes) -> str:
    return "\n".join(text_of(data))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_every_input_builds_without_an_error_or_an_unexplained_warning(path: Path) -> None:
    report = made(path.read_bytes(), path.name)
    left = [str(finding) for finding in report.findings if finding.severity is not Severity.NOTICE and not finding.allowed]
    assert report.docx is not None
    assert left == []


@pytest.mark.parametrize("path", [*INPUTS, *TWINS], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_document_is_sound(path: Path) -> None:
    data = document(path)
    check_document(data)
    assert audit(data) == []


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_golden_outline_and_tables(path: Path) -> None:
    shape = skeleton(document(path))
    assert shape == held(path.stem, shape)


def test_a_changed_budget_changes_amount_and_rate() -> None:
    source = (ROOT / "inputs" / "panyu-2023.yaml").read_text("utf-8")
    changed = source.replace("budget: 672.37", "budget: 680.00")
    assert changed != source
    assert "年度预算数为672.37万元，预算完成率为100%" in text(document(ROOT / "inputs" / "panyu-2023.yaml"))
    report = made(changed.encode())
    assert report.docx is not None
    assert "年度预算数为680.00万元，预算完成率为98.88%" in text(report.docx)


def test_a_figure_stands_in_the_input_once() -> None:
    source = (ROOT / "inputs" / "panyu-2023.yaml").read_text("utf-8")
    prose = [line for line in source.splitlines() if not re.match(r"\s*(budget|income|executed|score): ", line) and "#" not in line]
    assert not re.search(r"672\.37|(?<!\d)95分", "\n".join(prose))


def test_another_department_of_the_district_holds_no_word_of_the_first() -> None:
    data = document(ROOT / "tests" / "data" / "invented-department.yaml")
    check_document(data)
    assert audit(data) == []
    words = text(data)
    for word in ("妇", "672.37", "巾帼", "家庭教育", "儿童友好", "68号"):
        assert word not in words


def test_templates_hold_no_figure_and_no_office() -> None:
    for path in sorted((ROOT / "templates").rglob("*.docx")):
        words = re.sub(r"\{[{%].*?[}%]\}", "", text(path.read_bytes()))
        assert not re.search(r"\d+\.\d+|\d{4}年|妇联|妇女", words), path
