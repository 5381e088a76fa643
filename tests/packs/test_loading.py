"""Packs found by name, and laid over the packs that they extend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import PackNotFound
from reportgen.findings import Span
from reportgen.packs import Band, Pack, available, load
from reportgen.packs.definition import pack_schema

_NAMES = [
    "report",
    "grade",
    "from",
    "word",
    "title",
    "per",
    "output",
    "body",
    "size",
    "family",
    "paper",
    "margins",
    "top",
    "page_number",
    "form",
]
BASE = {
    "pack.yaml": (
        "title: 国标\nversion: 1.0\nnumbering: [一、, （一）]\nsettings: {tolerance: 0.01, odd: 1}\n"
        "bands: {grade: [{from: 90, word: 优}, {from: 0, word: 差}]}\n"
        "kinds:\n  report: {title: 自评报告}\n  form: {title: 自评表, per: projects}\n"
    ),
    "common.schema.yaml": "$defs: {amount: {type: number}}\nrequired: [year]\nproperties: {year: {title: 年度, type: integer}}\n",
    "report.schema.yaml": 'required: [year, total]\nproperties: {total: {title: 合计, $ref: "#/$defs/amount"}}\n',
    "form.schema.yaml": "required: [year, projects]\nproperties: {projects: {title: 项目, type: array}}\n",
    "report.figures.yaml": "rate: a / b\n",
    "report.docx": "base",
}
CHILD = {
    "pack.yaml": "继承: base\n名称: 番禺\n设置: {odd: null, even: 2}\n文种: {report: {文件名: '{{ 年度 }}'}}\n",
    "report.schema.yaml": "properties: {note: {title: 备注, type: string}, total: {title: 总计}}\n",
    "report.figures.yaml": "rate: null\nshare: a / c\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "base", BASE)
    write(tmp_path, "panyu", CHILD)
    return tmp_path


def write(folder: Path, name: str, files: Mapping[str, str]) -> None:
    (folder / name).mkdir(exist_ok=True)
    for file, text in files.items():
        (folder / name / file).write_text(text, "utf-8")


def refused(name: str, *folders: Path) -> PackNotFound:
    with pytest.raises(PackNotFound) as caught:
        load(name, folders)
    return caught.value


def settings(folder: Path, text: str) -> Pack:
    write(folder, "child", {"pack.yaml": f"extends: base\n{text}"})
    return load("child", [folder])


def test_a_child_says_only_what_differs(folder: Path):
    pack = load("panyu", [folder])
    assert not pack.findings
    assert (pack.title, pack.version) == ("番禺", "1.0")
    assert pack.numbering == ("一、", "（一）")
    assert pack.settings == {"tolerance": Decimal("0.01"), "even": 2}
    assert pack.bands["grade"] == (Band(90, "优"), Band(0, "差"))
    assert (pack.kinds["report"].title, pack.kinds["report"].output) == ("自评报告", "{{ 年度 }}")
    assert [one.name for one in pack.chain] == ["base", "panyu"]


def test_a_setting_knows_the_file_it_comes_from(folder: Path):
    pack = load("panyu", [folder])
    assert (Path(pack.origin(("settings", "tolerance")).file).parent.name, pack.origin(("settings", "tolerance")).line) == ("base", 4)
    assert (Path(pack.origin(("settings", "even")).file).parent.name, pack.origin(("settings", "even")).line) == ("panyu", 3)


def test_schemas_and_figures_are_merged_along_the_chain(folder: Path):
    pack = load("panyu", [folder])
    fields = pack.schema("report").root
    assert not pack.schema("report").findings
    assert list(fields.fields) == ["year", "total", "note"]
    assert fields.fields["total"].value == {"title": "总计", "type": "number"}
    figures, findings = pack.figures("report")
    assert figures.value == {"share": "a / c"}
    assert not findings


def test_an_input_for_several_kinds_needs_what_each_of_them_needs(folder: Path):
    schema = load("base", [folder]).schema("report", "form")
    assert schema.value["required"] == ["year", "total", "projects"]
    assert set(schema.root.fields) == {"year", "total", "projects"}


def test_the_nearest_template_is_taken_and_files_are_read_by_name(folder: Path):
    pack = load("panyu", [folder])
    assert pack.template("report") == "base/report.docx"
    write(folder, "panyu", {"report.docx": "child"})
    assert pack.template("report") == "panyu/report.docx"
    assert pack.read("base/report.docx") == (b"base", [])
    assert pack.read("report.docx") == (b"child", [])
    assert pack.read("nowhere/report.docx") == (None, [])
    assert pack.template("form") == ""
    assert pack.no_template("form").message("zh") == "文种“form”没有 Word 模板（form.docx）"


def test_an_unknown_pack_is_named_with_the_packs_there_are(folder: Path):
    error = refused("panyo", folder)
    assert error.finding.code == "K101"
    assert error.finding.message("zh") == "没有模板包“panyo”"
    assert error.finding.hint("zh") == "是不是“panyu”？已有的模板包：base、panyu"
    assert error.finding.hint("en") == "Did you mean “panyu”? There are: base, panyu"
    assert error.finding.suggestion == "panyu"
    assert "没有找到任何模板包" in refused("x", folder / "none").finding.hint("zh")


def test_an_unknown_parent_is_found_where_it_is_named(folder: Path):
    write(folder, "child", {"pack.yaml": "title: x\nextends: bas\n"})
    finding = refused("child", folder).finding
    assert (Path(finding.span.file).parent.name, finding.span.line) == ("child", 2)


@pytest.mark.parametrize("name", ["../base", "base/../base", ".", "..", "", "/etc", "a\\b", "base\n", "x" * 65])
def test_a_name_that_leads_elsewhere_is_no_pack(folder: Path, name: str):
    assert refused(name, folder / "panyu", folder).finding.code == "K101"


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "evil", {"pack.yaml": "title: x\n", "secret.schema.yaml": "title: x\n"})
    (folder / "evil").symlink_to(outside / "evil")
    (folder / "panyu" / "common.schema.yaml").symlink_to(outside / "evil" / "secret.schema.yaml")
    assert refused("evil", folder).finding.code == "K101"
    assert available([folder]) == ["base", "panyu"]
    assert [finding.code for finding in load("panyu", [folder]).schema("report").findings] == ["K104"]
    assert load("base", [folder]).read("../../etc/passwd")[0] is None


@pytest.mark.parametrize(("name", "code"), [(".hidden.docx", "K111"), ("*", "K111"), ("..", "K111")])
def test_a_file_that_is_not_read_for_its_name_is_told_so(folder: Path, name: str, code: str):
    content, (finding,) = load("base", [folder]).read(name)
    assert (content, finding.code) == (None, code)


def test_files_beyond_all_measure_are_not_read(folder: Path):
    write(folder, "panyu", {"report.schema.yaml": "#" * (1024 * 1024 + 1)})
    (finding,) = load("panyu", [folder]).schema("report").findings
    assert (finding.code, finding.message("zh")) == ("K105", "“report.schema.yaml”有 1048577 字节，超过 1048576 字节，不予读取")


def test_packs_that_extend_one_another_are_a_fault_not_a_hang(folder: Path):
    write(folder, "a", {"pack.yaml": "extends: b\n"})
    write(folder, "b", {"pack.yaml": "extends: a\n"})
    (finding,) = load("a", [folder]).findings
    assert (finding.code, finding.message("zh")) == ("K102", "模板包互相继承，绕成了圈：a → b → a")


@pytest.mark.parametrize(
    ("text", "code", "zh"),
    [
        ("tilte: x", "K109", "文件没有“tilte”这一项"),
        ("numbering: [甲、]", "K110", "“编号第1项”不能填文字“甲、”"),
        ("years: [二〇二三]", "K110", "“年度第1项”应填数字，现为文字“二〇二三”"),
        ("kinds: {report: {per: [1]}}", "K110", "“逐项”应填文字，现为列表（1 项）"),
        ("profile: {正文: {字号: 三好}}", "K108", "版式的“字号”写成“三好”，看不懂"),
        ("bands: {grade: [{from: 60, word: 中}, {from: 90, word: 优}]}", "K107", "分档“grade”的下限没有从高到低排列：90 在 60 之后"),
    ],
)
def test_faults_of_a_pack_file_have_their_place(folder: Path, text: str, code: str, zh: str):
    (finding,) = settings(folder, text).findings
    assert (finding.code, finding.message("zh")) == (code, zh)
    assert (Path(finding.span.file).parent.name, finding.span.line) == ("child", 2)
    assert finding.message("en")


@pytest.mark.parametrize(
    "wrong",
    [
        "severities: 5",
        "severities: {R110: bad}",
        "repealed_laws: 5",
        "repealed_laws: [{name: 婚姻法, since: 去年}]",
        "misused_words: [1]",
        "amount_tolerance: -1",
        "execution_floor: 九十",
        "digit_grouping: 是的",
        "fund_rows: [{label: 其他}]",
        "reverse_target: half",
        "delay_words: 延迟",
        "repealed_laws: [" + "{name: 某法, since: 2021}," * 300 + "]",
        "misused_words: {" + "".join(f"词{n}: 字," for n in range(1100)) + "}",
    ],
    ids=lambda wrong: wrong[:30],
)
def test_a_wrong_setting_is_told_and_the_others_stay(folder: Path, wrong: str):
    pack = settings(folder, f"settings:\n  full_score: 90\n  own: {{any: thing}}\n  {wrong}\n")
    assert [(finding.code, finding.span.line) for finding in pack.findings] == [("K110", 5)]
    assert pack.settings["full_score"] == 90
    assert wrong.split(":")[0] not in pack.settings


def test_an_unknown_kind_is_named_with_the_kinds_there_are(folder: Path):
    pack = load("panyu", [folder])
    assert pack.kind("report") is pack.kind("自评报告")
    assert pack.kind("reprt") is None
    finding = pack.unknown_kind("reprt", Span("x.yaml", 2, 7))
    assert (finding.code, finding.message("zh")) == ("K103", "模板包“panyu”没有文种“reprt”")
    assert finding.hint("zh") == "可用的文种：report（自评报告）、form（自评表）"
    assert finding.hint("en") == "There are: report, form"
    assert finding.suggestion == "report"


def test_a_kind_for_each_item_of_a_list_needs_the_list(folder: Path):
    pack = settings(folder, "kinds: {report: {per: total}}")
    (finding,) = pack.schema("report").findings
    assert (finding.code, finding.message("zh")) == ("K207", "文种“report”写了 per: total，字段里却没有这个列表")
    assert not pack.schema("form").findings


_SETTINGS = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.text(max_size=4) | st.sampled_from(["center", "A4", "一、", "三号", "word"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(pack_schema().root.fields)), _SETTINGS, max_size=5))
def test_any_pack_file_gives_findings_and_never_an_exception(settings: dict[str, object]):
    settings.pop("extends", None)
    with TemporaryDirectory() as name:
        write(Path(name), "p", {"pack.yaml": json.dumps(settings, ensure_ascii=False)})
        pack = load("p", [Path(name)])
        assert all(finding.message("zh") and finding.message("en") for finding in pack.findings)
        assert pack.profile.page.width > 0
        assert (pack.kinds, pack.bands, pack.years, pack.numbering, pack.settings, pack.title) is not None
        assert isinstance(pack.unknown_kind("x", Span()).hint("zh"), str)
        assert pack.schema("report").value is not None


def test_a_kind_may_have_a_page_format_of_its_own(folder: Path):
    pack = settings(folder, "版式: {字体: Windows, 正文: {字号: 四号}}\n文种: {form: {版式: {方向: 横向, 表格: {字号: 小五}}}}")
    form, report = pack.profile_of("form"), pack.profile_of("report")
    assert not pack.findings
    assert (form.page.landscape, report.page.landscape) == (True, False)
    assert (form.table.letters.size, report.table.letters.size) == (18, 21)
    assert form.body.letters.size == report.body.letters.size == 28
    assert report == pack.profile


def test_a_wrong_word_in_a_kinds_page_format_is_found_once_and_the_kind_stays(folder: Path):
    pack = settings(folder, "profile: {orientation: slanted}\nkinds: {form: {title: 表, profile: {table: {size: 三好}, paper: A9}}}")
    found = [(finding.code, finding.message("zh"), finding.span.line) for finding in pack.findings]
    assert ("K108", "版式的“字号”写成“三好”，看不懂", 3) in found
    assert len(found) == 3
    assert pack.kinds["form"].title == "表"
    assert pack.profile_of("form").page.width == 11906


def test_no_pack_is_loaded_for_nothing(tmp_path: Path):
    assert available([tmp_path, tmp_path / "none"]) == []
