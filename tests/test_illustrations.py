"""Pictures that an input names: read from beside it alone, bounded, printed with their captions, watched for change."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch import Built
from reportgen.inputs import read
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.audit import audit
from tests.documents import docx, parts_of, png, text_of
from tests.invariants import check_document

SCHEMA = """\
type: object
required: [pack, kind]
properties:
  pack: {title: 模板, type: string}
  kind: {title: 文种, type: string}
  text: {title: 正文, type: string, x-format: narrative}
  pictures:
    title: 图片
    type: object
    additionalProperties:
      type: object
      x-format: picture
      required: [file]
      properties:
        file: {title: 文件, type: string}
        caption: {title: 题注, type: string}
        width: {title: 宽, type: string}
      additionalProperties: false
  charts:
    title: 统计图
    type: object
    additionalProperties:
      type: object
      x-format: chart
      properties:
        kind: {title: 种类, type: string}
        categories: {title: 分类, type: array}
        series: {title: 系列, type: object}
        caption: {title: 题注, type: string}
        width: {title: 宽, type: string}
additionalProperties: false
"""
TEXT = "text: |\n  见{{ '合照'|引用 }}。\n  {{ 图片.合照 }}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack = tmp_path / "templates" / "own"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("title: 本\nkinds: {note: {title: 便条}}\n", "utf-8")
    (pack / "note.schema.yaml").write_text(SCHEMA, "utf-8")
    (pack / "note.docx").write_bytes(docx("{{p text }}"))
    (tmp_path / "图片").mkdir()
    (tmp_path / "图片" / "合照.png").write_bytes(png())
    return tmp_path


def made(folder: Path, file: str = "图片/合照.png", more: str = "题注: 合照一张") -> tuple[bytes | None, list[str]]:
    source = f"pack: own\nkind: note\n{TEXT}pictures:\n  合照: {{文件: {file!r}, {more}}}\n"
    (report,) = reports(read(source.encode(), str(folder / "x.yaml")), Workshop([folder / "templates"]))
    return report.docx, [finding.code for finding in report.findings]


def test_narrative_shows_a_picture_with_its_caption_and_refers_to_it(folder: Path) -> None:
    data, codes = made(folder)
    assert codes == []
    assert data is not None
    assert text_of(data) == ["见图1。", "", "图1　合照一张"]
    assert parts_of(data)["word/media/image1.png"] == png()
    check_document(data)
    assert audit(data) == []


def test_a_picture_is_as_wide_as_it_is_said_to_be(folder: Path) -> None:
    data, _ = made(folder, more="题注: 图, 宽: 8厘米")
    assert data is not None
    assert 'cx="2879725"' in parts_of(data)["word/document.xml"].decode()


@pytest.mark.parametrize("file", ["../秘密.png", "/etc/秘密.png", "C:/秘密.png", "图片/../../秘密.png", "..\\秘密.png", "链接.png"])
def test_what_stands_outside_the_folder_is_not_read(folder: Path, tmp_path_factory: pytest.TempPathFactory, file: str) -> None:
    outside = tmp_path_factory.mktemp("outside") / "秘密.png"
    outside.write_bytes(png())
    (folder / "链接.png").symlink_to(outside)
    assert made(folder, file) == (None, ["D302"])


@pytest.mark.parametrize(("name", "content", "code"), [("无.png", None, "D301"), ("坏.png", b"GIF89a", "D304"), ("夹", None, "D304")])
def test_what_is_no_picture_is_a_finding(folder: Path, name: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    if name == "夹":
        (folder / name).mkdir()
    assert made(folder, name) == (None, [code])


def test_a_picture_of_many_megabytes_is_a_finding(folder: Path) -> None:
    (folder / "大.png").write_bytes(png() + bytes(11 << 20))
    assert made(folder, "大.png") == (None, ["D303"])


def test_a_width_that_is_no_length_is_a_finding(folder: Path) -> None:
    assert made(folder, more="题注: 图, 宽: 很宽") == (None, ["T072"])


def test_a_changed_picture_builds_its_document_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportgen.batch import build_all, plan
    from reportgen.search import Search

    monkeypatch.chdir(folder)
    Path("x.yaml").write_text(f"pack: own\nkind: note\n{TEXT}pictures:\n  合照: {{文件: 图片/合照.png, 题注: 照}}\n", "utf-8")

    def built() -> Built:
        return build_all(plan(["x.yaml"]).jobs, Path("outputs"), Search.of(["templates"]))

    assert [outcome.entry["why"] for outcome in built().outcomes] == [["new"]]
    assert [outcome.entry["status"] for outcome in built().outcomes] == ["kept"]
    Path("图片/合照.png").write_bytes(png(7))
    assert [outcome.entry["why"] for outcome in built().outcomes] == [["picture 图片/合照.png changed"]]


def charted(folder: Path, words: str) -> tuple[bytes | None, list[str]]:
    source = f"pack: own\nkind: note\ntext: |\n  见{{{{ '历年'|引用 }}}}。\n  {{{{ 统计图.历年 }}}}\n统计图:\n  历年: {{{words}}}\n"
    (report,) = reports(read(source.encode(), str(folder / "x.yaml")), Workshop([folder / "templates"]))
    return report.docx, [finding.message("zh") for finding in report.findings]


def test_narrative_shows_a_chart_that_the_data_describe(folder: Path) -> None:
    data, said = charted(folder, "种类: 折线图, 分类: [2021, 2022], 系列: {预算数: [1, 2.50]}, 题注: 历年预算, 宽: 120mm")
    assert said == []
    assert data is not None
    assert text_of(data) == ["见图1。", "", "图1　历年预算"]
    assert "<c:v>2021</c:v>" in (chart := parts_of(data)["word/charts/chart1.xml"].decode())
    assert "<c:v>2.50</c:v>" in chart
    assert audit(data) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("种类: 折线图, 分类: [甲, 乙], 系列: {预算数: [1]}", "统计图画不出来：系列“预算数”有 1 个数，分类有 2 个"),
        ("种类: 雷达图, 分类: [甲], 系列: {预算数: [1]}", "统计图画不出来：没有“雷达图”，有：柱形图、条形图、折线图、饼图"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_a_finding_at_its_place(folder: Path, words: str, message: str) -> None:
    assert charted(folder, words) == (None, [message])


@pytest.mark.parametrize(
    "words",
    [
        "分类: 3, 系列: {甲: [1]}",
        "分类: [甲], 系列: [1]",
        "分类: [甲], 系列: {甲: 1}",
        "种类: 柱形图",
        "种类: 柱形图, 分类: [{甲: 1}], 系列: {甲: [{乙: 1}]}",
    ],
)
def test_shapes_that_no_chart_has_end_in_findings(folder: Path, words: str) -> None:
    schema = folder / "templates" / "own" / "note.schema.yaml"
    schema.write_text(
        SCHEMA.replace("{title: 分类, type: array}", "{title: 分类}").replace("{title: 系列, type: object}", "{title: 系列}"), "utf-8"
    )
    document, said = charted(folder, words)
    assert not any("模板" in message for message in said)
    assert document is not None or said
