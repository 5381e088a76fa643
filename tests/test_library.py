"""What a program calls."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

import reportgen
from tests.documents import docx, text_of

ROOT = Path(__file__).parents[1]
TEMPLATES = [ROOT / "templates"]
NAMES = [
    "Built",
    "Caption",
    "Chart",
    "Finding",
    "FindingsError",
    "Footnote",
    "Image",
    "Job",
    "NotADocx",
    "Options",
    "Outcome",
    "OutputError",
    "Pack",
    "PackNotFound",
    "Place",
    "Reference",
    "Report",
    "ReportgenError",
    "Severity",
    "Span",
    "Subdocument",
    "Template",
    "__version__",
    "build",
    "build_many",
    "load_pack",
    "make",
]
DATA = {
    "pack": "panyu",
    "kind": "department-report",
    "year": 2023,
    "department": {"name": "广州市番禺区某某局", "short_name": "番禺区某某局"},
    "finance": {"budget": 100, "executed": 98.76, "income": Decimal("100.00")},
    "evaluation": {"score": 92},
}


def test_the_public_names_are_these() -> None:
    assert reportgen.__all__ == NAMES
    assert all(getattr(reportgen, name) is not None for name in reportgen.__all__)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = reportgen.nothing


def test_data_in_memory_become_a_document_with_its_figures() -> None:
    report = reportgen.make(DATA, templates=TEMPLATES)
    assert report.docx is not None, report.findings
    assert "年度预算数为100万元，预算完成率为98.76%" in "".join(text_of(report.docx))
    assert report.figures["finance.execution_rate"].value == Decimal("98.76")


def test_what_yaml_load_gives_is_taken_with_its_dates() -> None:
    data = yaml.safe_load((ROOT / "inputs" / "panyu-2023.yaml").read_text("utf-8"))
    assert isinstance(data["as_of"], datetime.date)
    assert reportgen.make(data, templates=TEMPLATES).docx is not None


@pytest.mark.parametrize("data", [None, [], {"year": object()}, {"year": b"2023"}])
def test_what_no_input_could_hold_is_the_callers_mistake(data: object) -> None:
    with pytest.raises(TypeError):
        reportgen.make(data, templates=TEMPLATES)  # type: ignore[arg-type]


def test_faults_in_data_are_findings_at_their_path() -> None:
    report = reportgen.make({**DATA, "year": "二〇二三"}, templates=TEMPLATES)
    assert report.docx is None
    assert [(finding.code, finding.span.file) for finding in report.findings if finding.blocks] == [("D201", "year")]


def test_files_become_documents(tmp_path: Path) -> None:
    outcomes = reportgen.build(ROOT / "inputs" / "panyu-2023.yaml", tmp_path, templates=TEMPLATES)
    assert [outcome.written for outcome in outcomes] == [True]
    assert (tmp_path / "panyu-2023.docx").is_file()


def test_a_path_without_inputs_is_said(tmp_path: Path) -> None:
    with pytest.raises(reportgen.FindingsError, match="W001"):
        reportgen.build(tmp_path / "none.yaml", tmp_path)


def test_a_pack_is_loaded_by_name() -> None:
    assert reportgen.load_pack("panyu", templates=TEMPLATES).title == "番禺区"
    with pytest.raises(reportgen.PackNotFound):
        reportgen.load_pack("nowhere", templates=TEMPLATES)


def test_a_template_is_compiled_once_and_rendered_many_times() -> None:
    template = reportgen.Template.open(docx("{{ name }}好"))
    assert [text_of(template.render({"name": name})) for name in ("甲", "乙")] == [["甲好"], ["乙好"]]
