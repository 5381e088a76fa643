"""Packs are districts, not documents: each takes the data of any department, and keeps no word of another."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from reportgen import inputs
from reportgen.findings import Severity
from reportgen.options import Options
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.audit import audit
from tests.documents import text_of
from tests.invariants import check_document

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop([ROOT / "templates"])
DISTRICTS = {"panyu": "番禺", "zengcheng": "增城", "liwan": "荔湾", "baoan": "宝安", "shenzhen": "深圳"}
INVENTED = ROOT / "tests" / "data" / "invented-department.yaml"
LIBRARY = ROOT / "tests" / "data" / "invented-library.yaml"
"""A department of no district that has a pack: three projects, no adjustment, two problems, fields left blank."""
PAIRS = [
    ("zengcheng-2022", "panyu"),
    ("zengcheng-2022", "liwan"),
    ("zengcheng-2022", "baoan"),
    ("liwan-2023", "zengcheng"),
    ("liwan-2023", "panyu"),
    ("liwan-2023", "baoan"),
    ("panyu-2023", "zengcheng"),
    ("panyu-2023", "liwan"),
    ("panyu-2023", "baoan"),
]


def through(path: Path, pack: str, workshop: Workshop = WORKSHOP) -> bytes:
    report = reports(inputs.read(path.read_bytes(), path.name), workshop, options=Options(pack=pack))[0]
    blocking = [str(finding) for finding in report.findings if finding.severity is Severity.ERROR]
    assert report.docx is not None, blocking
    return report.docx


def words(data: bytes) -> str:
    return "\n".join(text_of(data))


@pytest.mark.parametrize(("name", "pack"), PAIRS, ids="-through-".join)
def test_a_department_goes_through_the_pack_of_another_district(name: str, pack: str) -> None:
    data = through(ROOT / "inputs" / f"{name}.yaml", pack)
    check_document(data)
    made = words(data)
    own = name.partition("-")[0]
    assert DISTRICTS[own] in made
    assert [one for key, one in DISTRICTS.items() if key != own and one in made] == []


@pytest.mark.parametrize("pack", ["panyu", "zengcheng", "liwan", "baoan"])
def test_an_invented_department_goes_through_every_pack(pack: str) -> None:
    data = through(INVENTED, pack)
    check_document(data)
    assert audit(data) == []
    made = words(data)
    assert not re.search(r"妇|儿童|增城|荔湾|宝安|深圳", made)
    for fact in ("建成水位自动监测网", "排水口改造完成五处", "易涝点明显减少", "排水口改造有一处未按期完成", "逐条写明数量和时限"):
        assert fact in made


@pytest.mark.parametrize("pack", ["base", "guangzhou", "panyu", "zengcheng", "liwan", "shenzhen", "baoan"])
def test_a_department_of_no_district_goes_through_every_pack(pack: str) -> None:
    data = through(LIBRARY, pack)
    check_document(data)
    assert audit(data) == []
    made = words(data)
    assert not re.search(r"妇|儿童友好|广州|番禺|增城|荔湾|宝安|深圳|调整|None|未填|待填", made)
    for fact in ("总分馆建设", "图书购置", "阅读推广", "分馆设备更新", "场次没有完成。主要原因：活动集中安排在汛期。", "延长两个小时"):
        assert fact in made
    assert made.rstrip().endswith("东江市南屏区公共图书馆\n2025年3月5日")
    assert [line for line in made.splitlines() if re.search(r"^.{20,}[\w）]$", line)] == []


@pytest.mark.parametrize("pack", ["base", "panyu", "liwan"])
def test_the_projects_of_a_department_of_no_district_have_their_forms(pack: str) -> None:
    source = inputs.read(LIBRARY.read_bytes(), LIBRARY.name)
    made = reports(source, WORKSHOP, options=Options(pack=pack, kind="project-form"))
    assert [name for report in made for name in ("图书购置", "阅读推广", "分馆设备更新") if report.docx and name in words(report.docx)] == [
        "图书购置",
        "阅读推广",
        "分馆设备更新",
    ]


def test_sources_of_nothing_are_left_out_but_where_a_district_prints_them() -> None:
    assert "按资金来源分，一般公共预算财政拨款支出1842.35万元。年末没有结转和结余。" in words(through(LIBRARY, "base")).replace("\n", "")
    assert "政府性基金预算财政拨款支出0万元，国有资本经营预算财政拨款支出0万元，" in words(through(LIBRARY, "liwan"))


def test_a_sealed_reports_signature_stands_four_characters_in() -> None:
    text = LIBRARY.read_text("utf-8")
    for seal, right in ((False, None), (True, "400")):
        source = inputs.read(f"{text}  seal: {str(seal).lower()}\n".encode(), "input.yaml")
        data = reports(source, WORKSHOP)[0].docx
        assert data is not None
        lines = [paragraph for paragraph in Document(io.BytesIO(data)).paragraphs if paragraph.text][-2:]
        found = [line._p.find(f"{qn('w:pPr')}/{qn('w:ind')}") for line in lines]
        assert [None if ind is None else ind.get(qn("w:rightChars")) for ind in found] == [right, right]


@pytest.mark.parametrize("gone", ["panyu", "zengcheng", "liwan", "baoan"])
def test_the_packs_stand_without_one_of_them(gone: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns(gone))
    workshop = Workshop([tmp_path / "templates"])
    for pack in {"panyu", "zengcheng", "liwan", "baoan"} - {gone}:
        through(INVENTED, pack, workshop)


def test_what_a_report_repeats_stands_in_the_input_once() -> None:
    source = (ROOT / "inputs" / "liwan-2023.yaml").read_text("utf-8")
    made = words(through(ROOT / "inputs" / "liwan-2023.yaml", "liwan"))
    for fact in ("39个", "297宗", "1181户", "63名", "最美家庭、书香家庭", "14个单位"):
        assert source.count(fact) == 1
        assert made.count(fact) >= 2


def test_a_child_holds_only_what_differs() -> None:
    sizes = {folder.name: len(words((folder / "department-report.docx").read_bytes())) for folder in (ROOT / "templates").iterdir()}
    for child, parent in {"guangzhou": "base", "panyu": "base", "zengcheng": "base", "liwan": "base", "baoan": "shenzhen"}.items():
        assert sizes[child] * 3 < sizes[parent]
