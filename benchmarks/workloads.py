"""Templates and data to measure with, made anew in each run from a fixed seed; both engines get the same bytes and values."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
import jinja2
from flattening import FLAT, plain_environment, plain_values

from reportgen import Template, inputs, pipeline
from reportgen.workshop import Workshop

_ROOT = Path(__file__).parents[1]

_WORDS = "妇女儿童工作开展项目资金预算执行情况良好完成年度绩效目标服务群众活动宣传培训基层组织家庭教育维权关爱帮扶社区"


@dataclass(frozen=True)
class Workload:
    """One thing to render: a template in docxtpl's dialect and its data."""

    name: str
    template: bytes
    context: dict[str, Any]
    ours: Template | None = field(default=None, repr=False)
    """Our own template, where it uses what docxtpl lacks; `template` is then a flat one of the same text."""
    our_context: Mapping[str, Any] = field(default_factory=dict, repr=False)
    environment: jinja2.Environment | None = field(default=None, repr=False)
    """Jinja's environment for docxtpl, where the template needs filters."""


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _text(source: random.Random, length: int) -> str:
    return "".join(source.choice(_WORDS) for _ in range(length))


def form(fields: int = 80) -> Workload:
    """A one-page form: a table of `fields` labelled cells, each a flat tag."""
    source = random.Random(1)
    document = docx.Document()
    document.add_heading("项目支出绩效自评表", 1)
    table = document.add_table(rows=fields // 4, cols=8, style="Table Grid")
    context = {}
    for index in range(fields // 4 * 4):
        row, place = divmod(index, 4)
        cells = table.rows[row].cells
        cells[2 * place].text = f"第{index + 1}项"
        cells[2 * place + 1].text = f"{{{{ field_{index} }}}}"
        context[f"field_{index}"] = _text(source, 8) if index % 3 else f"{source.randint(1, 99999)}.{source.randint(10, 99)}"
    return Workload("form", _saved(document), context)


def rows(count: int = 2000, columns: int = 8) -> Workload:
    """A table of `count` rows × `columns` columns from one row loop."""
    source = random.Random(2)
    document = docx.Document()
    table = document.add_table(rows=4, cols=columns, style="Table Grid")
    for index, cell in enumerate(table.rows[0].cells):
        cell.text = f"列{index + 1}"
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for index, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row.c{index} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    data = [
        {f"c{index}": _text(source, 6) if index % 2 else str(source.randint(1, 10**6)) for index in range(columns)} for _ in range(count)
    ]
    return Workload("rows", _saved(document), {"rows": data})


def prose(paragraphs: int = 74, characters: int = 138) -> Workload:
    """A report's shape: looped paragraphs of text under headings, a 20-row table, about 10,000 characters."""
    source = random.Random(3)
    document = docx.Document()
    document.add_heading("{{ title }}", 0)
    for tag, style, text in (
        ("{%p for section in sections %}", "Heading 1", "{{ section.title }}"),
        ("{%p for text in section.texts %}", "Normal", "{{ text }}"),
    ):
        document.add_paragraph(tag)
        document.add_paragraph(text, style=style)
    for _ in range(2):
        document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=4, cols=4, style="Table Grid")
    for index, text in enumerate(("一级指标", "二级指标", "分值", "得分")):
        table.rows[0].cells[index].text = text
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for index, key in enumerate(("level1", "level2", "weight", "score")):
        table.rows[2].cells[index].text = f"{{{{ row.{key} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    sections = [{"title": _text(source, 12), "texts": [_text(source, characters) for _ in range(paragraphs // 8)]} for _ in range(8)]
    scores = [{"level1": "产出", "level2": _text(source, 6), "weight": 5, "score": 5} for _ in range(20)]
    return Workload("prose", _saved(document), {"title": "绩效自评报告", "sections": sections, "rows": scores})


def panyu() -> Workload:
    """The report of inputs/panyu-2023.yaml: the pack's template, inheritance, prose and heading numbers with us, flat with docxtpl."""
    workshop, report = _panyu()
    assert report.pack is not None
    kind = report.pack.kinds[report.kind]
    environment = plain_environment(workshop.environment(), report.pack.numbering)
    ours = workshop.prepared(report.pack, kind).template
    return Workload("panyu", FLAT.read_bytes(), plain_values(report.context), ours, report.context, environment)


def least() -> Workload:
    """The same report; docxtpl gets the shortest template that prints it, and no other office's."""
    workshop, report = _panyu()
    assert report.pack is not None
    ours = workshop.prepared(report.pack, report.pack.kinds[report.kind]).template
    return Workload("least", (_ROOT / "benchmarks" / "panyu-least.docx").read_bytes(), _least(report.context), ours, report.context)


def _panyu() -> tuple[Workshop, pipeline.Report]:
    workshop = Workshop([_ROOT / "templates"])
    source = inputs.read((_ROOT / "inputs" / "panyu-2023.yaml").read_bytes(), "panyu-2023.yaml")
    report = pipeline.reports(source, workshop)[0]
    assert report.pack is not None, report.findings
    return workshop, report


def _least(context: Mapping[str, Any]) -> dict[str, Any]:
    """The same values without our own types: paragraphs of prose as lists, the rate as it is printed."""
    finance, evaluation = context["finance"], context["evaluation"]
    return {
        "year": context["year"],
        "department": {key: context["department"][key] for key in ("name", "short_name", "self", "basis", "duties")},
        "plan": {"tasks": [{"title": str(task["title"]), "text": str(task["text"])} for task in context["plan"]["tasks"]]},
        "finance": {**{key: finance[key] for key in ("executed", "income", "budget")}, "rate": f"{finance['execution_rate']:.0f}%"},
        "management": {"performance": str(context["management"]["performance"]).split("\n")},
        "evaluation": {
            "grade": evaluation["grade"],
            "score": evaluation["score"],
            "summary": str(evaluation["summary"]),
            "tasks": [{"title": str(task["title"]), "text": str(task["text"]).split("\n")} for task in evaluation["tasks"]],
            "achievements": str(evaluation["achievements"]).split("\n"),
        },
        "issues": [{"problem": str(issue["problem"]), "measure": str(issue["measure"])} for issue in context["issues"]],
    }


WORKLOADS: dict[str, Callable[[], Workload]] = {"panyu": panyu, "least": least, "prose": prose, "form": form, "rows": rows}
