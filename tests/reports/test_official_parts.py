"""A report with every official part there is, through each pack: cover, contents, charts, a picture, notes, attachments."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pdfplumber
import pytest
from lxml import etree

from reportgen import inputs
from reportgen.convert import Conversion, convert_all, find_office, with_pages
from reportgen.findings import Severity
from reportgen.formatting.reviewing import review_word
from reportgen.options import Options
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.audit import audit
from tests.documents import W, parts_of, png, text_of
from tests.invariants import check_document

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop([ROOT / "templates"])
PACKS = ("base", "guangzhou", "panyu", "zengcheng", "liwan", "shenzhen", "baoan")
INPUT = """
模板: base
文种: department-report
年度: 2023
部门: {全称: 示例市示例区河道巡护中心, 主要职责: [巡查河道。]}
收支: {年初预算: 1500, 预算数: 1528.40, 执行数: 1499.36, 收入: 1530, 调整原因: 汛期前追加水位监测设备经费。}
自评:
  得分: 88.5
  主要成效: |
    积水点由九处减为三处{{ '数据来自汛期巡查台账。'|脚注 }}，见{{ '巡河'|引用 }}。
    {{ 图片.巡河 }}
项目:
  - {名称: 水位监测, 资金: {total: {预算数: 400.25, 执行数: 390.34}}}
  - {名称: 排水口改造, 资金: {total: {预算数: 208, 执行数: 191}}}
指标:
  - {一级指标: 管理效率, 三级指标: 预算执行率, 分值: 40, 得分: 38.5, 扣分原因: 进度慢。}
  - {一级指标: 履职效能, 三级指标: 巡查完成率, 分值: 60, 得分: 50, 扣分原因: 差一处。}
图片:
  巡河: {文件: 巡河.png, 题注: 巡河员排查排水口, 宽: 60mm}
附件:
  - 标题: 排水口改造台账
    内容: |
      | 序号 | 排水口 |
      |---|---|
      | 1 | 东口 |
    横排: true
  - 标题: 培训名单
    内容: |
      # 参加人员
      名单从略。
公文要素: {封面: true, 目录: 2, 图表: true, 落款: 示例市示例区河道巡护中心, 成文日期: 2024-03-05}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("official")
    (folder / "巡河.png").write_bytes(png())
    documents = {}
    for pack in PACKS:
        (report,) = reports(inputs.read(INPUT.encode(), str(folder / "input.yaml")), WORKSHOP, options=Options(pack=pack))
        assert report.docx is not None, [str(finding) for finding in report.findings if finding.severity is Severity.ERROR]
        documents[pack] = report.docx
    return documents


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_prints_every_part_in_a_sound_file(made: dict[str, bytes], pack: str) -> None:
    data = made[pack]
    check_document(data)
    assert audit(data) == []
    text = text_of(data)
    assert "目　录" in text
    assert [line for line in text if line.startswith(("附件", "2.培训"))] == ["附件：1.排水口改造台账", "2.培训名单", "附件1", "附件2"]
    figures = [line for line in text if line.startswith("图")]
    assert [line[:2] for line in figures] == [f"图{number}" for number in range(1, len(figures) + 1)]
    assert "图　" not in "".join(text)
    assert text[-2:] == ["一、参加人员", "名单从略。"]


@pytest.mark.parametrize("pack", PACKS)
def test_none_of_them_is_against_the_page_format(made: dict[str, bytes], pack: str) -> None:
    found = review_word(made[pack], "made.docx", WORKSHOP.pack(pack), "department-report").findings
    assert [str(finding) for finding in found if finding.code.startswith("G")] == []


def test_charts_hold_the_figures_of_the_data(made: dict[str, bytes]) -> None:
    parts = parts_of(made["base"])
    books = [openpyxl.load_workbook(io.BytesIO(parts[f"word/embeddings/workbook{number}.xlsx"])).worksheets[0] for number in (1, 2)]
    assert [list(row) for row in books[0].iter_rows(values_only=True)][1:] == [["水位监测", 400.25, 390.34], ["排水口改造", 208, 191]]
    assert [list(row) for row in books[1].iter_rows(values_only=True)][1:] == [["管理效率", 40, 38.5], ["履职效能", 60, 50]]


def test_the_cover_has_no_number_the_contents_roman_ones_and_the_text_begins_with_1(made: dict[str, bytes]) -> None:
    root = etree.fromstring(parts_of(made["base"])["word/document.xml"])
    sections = list(root.iter(f"{{{W}}}sectPr"))
    assert [section.find(f"{{{W}}}titlePg") is not None for section in sections] == [True, False, False, False, False]
    counts = [section.find(f"{{{W}}}pgNumType") for section in sections]
    shown = [None if one is None else (one.get(f"{{{W}}}fmt"), one.get(f"{{{W}}}start")) for one in counts]
    assert shown == [None, ("upperRoman", "1"), (None, "1"), None, None]
    across = [section.find(f"{{{W}}}pgSz").get(f"{{{W}}}orient") for section in sections]
    assert across == [None, None, None, "landscape", None]


def test_without_them_nothing_of_them_is_printed() -> None:
    plain = INPUT[: INPUT.index("图片:")].replace("见{{ '巡河'|引用 }}", "").replace("    {{ 图片.巡河 }}\n", "")
    (report,) = reports(inputs.read(plain.encode(), "input.yaml"), WORKSHOP)
    assert report.docx is not None
    assert not [line for line in text_of(report.docx) if line.startswith(("附件", "图", "目"))]


@pytest.mark.slow
def test_as_printed_charts_are_drawn_and_contents_name_the_pages_of_their_headings(made: dict[str, bytes], tmp_path: Path) -> None:
    office = find_office()
    if office is None:
        pytest.fail("this test needs LibreOffice")
    document, _ = with_pages(made["base"])
    job = Conversion(tmp_path / "made.docx", tmp_path / "made.pdf")
    job.docx.write_bytes(document)
    (done,) = convert_all([job], office, place=lambda target, pdf: pdf.replace(target))
    assert done.finding is None
    with pdfplumber.open(job.pdf) as pdf:
        pages = ["".join(page.extract_text().split()) for page in pdf.pages]
    cover, contents, *rest = pages
    assert "—" not in cover
    assert contents.endswith("—I—")
    entries = re.findall(r"([一二三四]、[^.]+?|（[一二三四]）[^.]+?)\.+(\d+)", contents)
    assert len(entries) > 3
    for words, page in entries:
        assert words in rest[int(page) - 1]
        assert rest[int(page) - 1].endswith(f"—{page}—")
    assert [name for name in ("390.34", "191", "38.5", "50") if name not in "".join(rest)] == []
