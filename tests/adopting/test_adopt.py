"""A district's own Word file as a pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import inputs
from reportgen.adopting import Account, adopt
from reportgen.errors import NotADocx
from reportgen.inspection import inspect
from reportgen.packs import Pack
from reportgen.pipeline import reports
from reportgen.previewing import preview
from reportgen.search import Search
from reportgen.starting import write_pack
from reportgen.workshop import Workshop
from tests.documents import docx, outline_of, p, parts_of, picture, png, r, table, text_of
from tests.folders import pack

SHARED = Workshop(Search.of().folders())
BASE = SHARED.pack("base")
CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
BIG = '<w:sz w:val="44"/>'
FORM = (
    p(r("××区××局2023年度部门整体支出绩效自评报告", properties=BIG), properties=CENTRED),
    "　　现将2023年度自评情况报告如下：",
    "一、自评结论",
    "（一）自评得分",
    "我单位自评得分为____分，等级为“____”。",
    "（二）目标完成情况",
    "（请简述完成情况）",
    "二、××项目绩效情况",
    "（一）资金情况",
    "预算数____万元，执行数____万元，执行率____%。",
    "（二）完成情况",
    "1.产出",
    "（1）数量",
    "①场次",
    "（填写）",
    "三、廉政建设",
    "（填写）",
    "四、存在的主要问题",
    "无。",
    "五、其他事项",
    "无",
    p("××局", properties=RIGHT),
    p("    年  月  日", properties=RIGHT),
)


def adopted(folder: Path, *blocks: str, kind: str = "department-report", **options: str) -> tuple[Workshop, Pack, Account]:
    """The pack of a Word file of these blocks."""
    made = adopt(docx(*blocks, **options), "本区.docx", "own", BASE, BASE.kinds[kind], SHARED.environment(), "某区")  # type: ignore[arg-type]
    write_pack("own", folder, made.files)
    workshop = Workshop(Search.of([folder]).folders())
    return workshop, workshop.pack("own"), made.account


def printed(pack: Pack, workshop: Workshop, kind: str = "department-report") -> bytes:
    """Its document with made-up data."""
    report = preview(pack, pack.kinds[kind], workshop)[0]
    assert report.docx is not None, [str(finding) for finding in report.findings]
    return report.docx


def codes(account: Account) -> list[str]:
    return [finding.code for finding in account.findings]


def test_an_outline_that_no_pack_has_builds_at_once(tmp_path: Path) -> None:
    workshop, own, account = adopted(tmp_path, *FORM)
    assert inspect(own, workshop.environment()) == []
    outline = [(level, text) for level, text in outline_of(printed(own, workshop)) if level]
    assert outline == [
        (1, "一、自评结论"),
        (2, "（一）自评得分"),
        (2, "（二）目标完成情况"),
        (3, "1.示例标题一"),
        (3, "2.示例标题二"),
        (3, "3.示例全名一项目"),
        (3, "4.示例全名二项目"),
        (1, "二、示例名称一项目绩效情况"),
        (2, "（一）资金情况"),
        (2, "（二）完成情况"),
        (3, "1.产出"),
        (4, "（1）数量"),
        (5, "①场次"),
        (1, "三、示例名称二项目绩效情况"),
        (2, "（一）资金情况"),
        (2, "（二）完成情况"),
        (3, "1.产出"),
        (4, "（1）数量"),
        (5, "①场次"),
        (1, "四、廉政建设"),
        (1, "五、存在的主要问题"),
        (1, "六、其他事项"),
    ]
    assert codes(account) == ["K313", "K313", "K313", "K314"]


def test_its_sentences_stay_and_its_blanks_are_filled(tmp_path: Path) -> None:
    workshop, own, _ = adopted(tmp_path, *FORM)
    lines = text_of(printed(own, workshop))
    for line in (
        "示例市示例区示例局2024年度部门整体支出绩效自评报告",
        "现将2024年度自评情况报告如下：",
        "我单位自评得分为98分，等级为“优”。",
        "预算数200万元，执行数195万元，执行率97.5%。",
        "2024年3月5日",
    ):
        assert any(line.replace(".", "") in one.replace(".", "").replace("00万", "万").replace("0%", "%") for one in lines), line


def test_a_part_says_none_where_nothing_is_given_for_it(tmp_path: Path) -> None:
    _, own, _ = adopted(tmp_path, *FORM)
    text = text_of(own.read("own/department-report.docx")[0] or b"")
    at = text.index("其他事项")
    assert text[at + 1 : at + 6] == ["{%p if 另设章节.其他事项 %}", "{{p 另设章节.其他事项 }}", "{%p else %}", "无。", "{%p endif %}"]


@pytest.mark.parametrize("words", ["（没有的写“无”）", "（简述存在的问题，没有的填无）", "如没有，请填写“无”。"])
def test_a_form_may_ask_for_none(words: str, tmp_path: Path) -> None:
    workshop, _, _ = adopted(tmp_path, "一、自评结论", "自评得分为____分。", "二、存在的主要问题", words)
    text = "pack: own\nkind: department-report\nyear: 2024\ndepartment: {name: 甲局}\n"
    text += "finance: {budget: 1, executed: 1}\nevaluation: {score: 95}\n"
    report = reports(inputs.read(text.encode(), "data.yaml"), workshop)[0]
    assert report.docx is not None, [str(finding) for finding in report.findings]
    assert text_of(report.docx)[-2:] == ["二、存在的主要问题", "无。"]


def test_a_file_in_chapters_keeps_them(tmp_path: Path) -> None:
    workshop, own, _ = adopted(
        tmp_path,
        "第一章　单位概况",
        "第一节　主要职能",
        "（填写）",
        "第二章　绩效情况",
        "第一节　自评结论",
        "自评得分为____分。",
        "一、说明",
        "（填写）",
    )
    assert own.numbering == ("第一章", "第一节", "一、", "（一）", "1.")
    headings = [(level, text) for level, text in outline_of(printed(own, workshop)) if text.startswith("第") or "说明" in text]
    assert headings == [
        (1, "第一章　单位概况"),
        (2, "第一节　主要职能"),
        (1, "第二章　绩效情况"),
        (2, "第一节　自评结论"),
        (3, "一、说明"),
    ]


def test_projects_that_have_a_part_each_are_usually_given(tmp_path: Path) -> None:
    _, own, _ = adopted(tmp_path, "一、××项目绩效情况", "预算数____万元。")
    assert own.schema("department-report").root.fields["projects"].usual is True


def test_how_to_write_the_part_of_each_project_is_no_part_of_its_own(tmp_path: Path) -> None:
    _, own, account = adopted(tmp_path, "一、项目绩效情况", "（每个项目一节，按以下格式填写）", "（一）××项目", "预算数____万元。")
    assert codes(account) == ["K314"]
    assert "{#p 原文：（每个项目一节，按以下格式填写） #}" in text_of(own.read("own/department-report.docx")[0] or b"")


def test_a_label_that_is_no_field_is_named_where_it_stands(tmp_path: Path) -> None:
    _, _, account = adopted(tmp_path, "一、单位", table([["单位名称", ""], ["联系电话", ""]]))
    (finding,) = [one for one in account.findings if one.code == "K311"]
    assert finding.span.place is not None
    assert (finding.span.place.row, finding.span.place.cell) == (2, 1)


def test_a_name_to_be_stamped_is_the_departments(tmp_path: Path) -> None:
    _, own, _ = adopted(tmp_path, "一、自评结论", "自评得分为____分。", p("单位名称（盖章）", properties=RIGHT))
    assert "{{ 部门.全称 }}（盖章）" in text_of(own.read("own/department-report.docx")[0] or b"")


def test_rules_do_not_miss_the_parts_that_the_file_has_not(tmp_path: Path) -> None:
    workshop, _, _ = adopted(tmp_path, "一、自评结论", "自评得分为____分。", "二、存在的主要问题", "（填写）")
    text = "pack: own\nkind: department-report\nyear: 2024\ndepartment: {name: 甲局}\n"
    text += "finance: {budget: 1, executed: 1}\nevaluation: {}\n"
    report = reports(inputs.read(text.encode(), "data.yaml"), workshop)[0]
    assert {finding.code for finding in report.findings if finding.code.startswith("R")} == {"R145", "R147"}


def test_a_part_of_its_own_must_be_given(tmp_path: Path) -> None:
    _, own, _ = adopted(tmp_path, *FORM)
    root = own.schema("department-report").root
    assert "extra" in root.value["required"]
    assert root.child("extra").value["required"] == ["part1"]
    assert root.child("extra").child("part1").title == "廉政建设"
    assert root.child("projects").child(0).child("part1").title == "场次"


def test_every_paragraph_is_accounted_for(tmp_path: Path) -> None:
    _, _, account = adopted(tmp_path, *FORM)
    assert [(taken.words, taken.role_zh, taken.tag) for taken in account.taken][:4] == [
        ("××区××局2023年度部门整体支出绩效自评报告", "标题", "××区××局→{{ 部门.全称 }}"),
        ("现将2023年度自评情况报告如下：", "正文", ""),
        ("一、自评结论", "一级标题", ""),
        ("（一）自评得分", "二级标题", ""),
    ]


def test_last_years_story_becomes_the_parents_part(tmp_path: Path) -> None:
    lines = (
        "一、主要成效",
        "（一）抓学习",
        "2023年办了3场讲座，花了51万元。",
        "（二）抓落实",
        "跑遍了16个镇街。",
        "二、存在的主要问题",
        "人手不足。",
    )
    workshop, own, account = adopted(tmp_path, *lines)
    text = text_of(own.read("own/department-report.docx")[0] or b"")
    assert [line for line in text if line.startswith("{%p block")] == [
        "{%p block body %}",
        "{%p block achievements_text %}",
        "{%p block problems %}",
    ]
    assert "{#p 原文：跑遍了16个镇街。 #}" in text
    assert inspect(own, workshop.environment()) == []
    assert codes(account) == ["K314"]


def test_last_years_tasks_below_an_unknown_heading_are_one_part(tmp_path: Path) -> None:
    story = "全年举办各类活动，参加人数比上年增加，效果良好，受到群众欢迎，得到上级肯定。"
    _, own, account = adopted(
        tmp_path, "一、特色亮点", "（一）抓学习", story, "（二）抓落实", story, "二、空提纲", "（一）甲事项", "（二）乙事项"
    )
    titles = [finding.values["title"] for finding in account.findings if finding.code == "K313"]
    assert titles == ["特色亮点", "甲事项", "乙事项"]
    assert inspect(own, SHARED.environment()) == []


def test_a_heading_that_runs_on_is_followed_by_its_field(tmp_path: Path) -> None:
    bold = "<w:b/>"
    lines = [p(r("1.主要职责。", properties=bold), r("宣传政策，服务群众。")), p(r("2.机构情况。", properties=bold), r("设两个股。"))]
    workshop, own, _ = adopted(tmp_path, "一、基本情况", "（一）概况", *lines)
    assert inspect(own, workshop.environment()) == []
    text = text_of(own.read("own/department-report.docx")[0] or b"")
    assert "主要职责。{{ 部门.主要职责|列举('一是', '连写') }}" in text
    assert "机构情况。{{ 部门.机构情况 }}" in text


def test_marks_and_looks_become_settings(tmp_path: Path) -> None:
    look = '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/>'
    body = [
        p(r(text, properties=look)) for text in ("一、基本情况", "1.职责", "填写职责。", "2.机构", "（1）人员", "填写人员。", "二、结论")
    ]
    _, own, _ = adopted(
        tmp_path, *body, section='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:bottom="1984" w:left="1587" w:right="1474"/>'
    )
    assert own.numbering[:4] == ("一、", "1.", "（1）", "①")
    words = own.layers.value["profile"]
    assert words["body"]["font"] == "宋体"
    assert words["body"]["size"] == "四号"
    assert words["margins"]["top"] == "30mm"


def test_a_line_for_the_seal_is_a_setting(tmp_path: Path) -> None:
    _, own, _ = adopted(
        tmp_path, p(r("自评报告", properties=BIG), properties=CENTRED), "部门名称（公章）：________", "一、基本情况", "（填写）"
    )
    assert own.settings["seal_line"] is True


def test_tables_repeat_a_row_for_each_item_and_fill_what_stands_beside_labels(tmp_path: Path) -> None:
    grid = table([["序号", "一级指标", "三级指标", "分值", "自评得分", "天气"], ["1", "", "", "", "", ""], ["合计", "", "", "", "", ""]])
    form = table([["单位名称", "", "全年预算数（万元）", "____"]])
    workshop, own, account = adopted(tmp_path, "一、评分", grid, "二、单位", form)
    assert inspect(own, workshop.environment()) == []
    text = "".join(text_of(printed(own, workshop)))
    assert "1预算管理示例编制完整性20202" in text
    assert "合计10098" in text
    assert "单位名称示例市示例区示例局全年预算数（万元）1000.00" in text
    assert codes(account)[:1] == ["K311"]


def test_a_form_is_filled_from_the_item_that_it_is_about(tmp_path: Path) -> None:
    form = table([["项目名称", "", "项目单位", ""], ["预算数（万元）", "", "执行数（万元）", ""]])
    workshop, own, _ = adopted(tmp_path, p(r("项目表", properties=BIG), properties=CENTRED), form, kind="project-form")
    assert inspect(own, workshop.environment()) == []
    assert "项目名称示例名称一项目单位示例实施单位一预算数（万元）200.00执行数（万元）195.00" in "".join(
        text_of(printed(own, workshop, "project-form"))
    )


def test_a_sentence_about_the_items_of_a_list_stands_once_for_each(tmp_path: Path) -> None:
    workshop, own, account = adopted(tmp_path, "一、人员", "核定编制____人，实有在编____人，退休____人。", "二、其他", "天气____。")
    assert inspect(own, workshop.environment()) == []
    lines = text_of(printed(own, workshop))
    assert lines[lines.index("一、人员") + 1 :][:2] == [
        "示例名称一核定编制20人，实有在编20人，退休20人。",
        "示例名称二核定编制20人，实有在编20人，退休20人。",
    ]
    assert codes(account)[:1] == ["K311"]


def test_a_prompt_below_filled_sentences_is_given_what_its_heading_is_about(tmp_path: Path) -> None:
    _, own, _ = adopted(tmp_path, "一、存在问题和建议", "得分____分。", "（填写）")
    assert "{%p block problems_text %}" in text_of(own.read("own/department-report.docx")[0] or b"")


def test_pages_that_lie_across_stay_so(tmp_path: Path) -> None:
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    lying = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    _, own, _ = adopted(tmp_path, "一、结论", p("（填写）", properties=upright), "二、附表", table([["天", "地"]]), section=lying)
    text = text_of(own.read("own/department-report.docx")[0] or b"")
    assert "{{p 分节('横向') }}" in text


def test_headers_and_notes_are_left_and_told_of() -> None:
    made = adopt(
        docx("一、结论", header=["某区"], comments=["改"]), "a.docx", "own", BASE, BASE.kinds["department-report"], SHARED.environment()
    )
    assert [finding.message("zh") for finding in made.account.findings if finding.code == "K315"] == [
        "页眉、页脚没有放进模板",
        "批注、脚注没有放进模板",
    ]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(NotADocx):
        adopt(b"text", "a.docx", "own", BASE, BASE.kinds["department-report"], SHARED.environment())


PIECES = [
    "一、基本情况",
    "（一）主要职责",
    "1.××项目",
    "（填写）",
    "____",
    "无",
    "预算____万元",
    "{{ 年度",
    "{% if %}",
    "#}",
    "",
    "××",
    "①",
    "2023年",
    "附件1",
]


FILES = st.lists(st.sampled_from(PIECES) | st.just(table([["一级指标", "三级指标"], ["", "××"]])), max_size=8)
SMALL = docx("{%p block title %}", "{%p endblock %}", "{%p block body %}", "{{ 部门.全称 }}", "{%p endblock %}")


@settings(max_examples=15)
@given(FILES)
def test_whatever_the_file_holds_its_pack_is_sound(tmp_path_factory: pytest.TempPathFactory, blocks: list[str]) -> None:
    folder = tmp_path_factory.mktemp("own")
    above = pack(folder, {"report.docx": SMALL}, "up")
    made = adopt(docx(*blocks), "a.docx", "own", above, above.kinds["report"], SHARED.environment())
    write_pack("own", folder, made.files)
    workshop = Workshop([folder])
    assert [str(finding) for finding in inspect(workshop.pack("own"), workshop.environment())] == []


@pytest.mark.slow
@settings(max_examples=20)
@given(FILES)
def test_and_so_it_is_beside_the_base_pack(tmp_path_factory: pytest.TempPathFactory, blocks: list[str]) -> None:
    workshop, own, _ = adopted(tmp_path_factory.mktemp("own"), *blocks)
    assert [str(finding) for finding in inspect(own, workshop.environment())] == []


def test_the_same_file_gives_the_same_pack() -> None:
    first, second = (adopt(docx(*FORM), "a.docx", "own", BASE, BASE.kinds["department-report"], SHARED.environment()) for _ in range(2))
    assert first.files == second.files


def test_lines_that_close_a_report_before_its_annex_stand_once(tmp_path: Path) -> None:
    lines = (
        "一、自评结论",
        "自评得分为____分。",
        p("××局", properties=RIGHT),
        p("    年  月  日", properties=RIGHT),
        "附件1",
        table([["甲"]]),
    )
    workshop, own, _ = adopted(tmp_path, *lines)
    assert inspect(own, workshop.environment()) == []
    text = text_of(own.read("own/department-report.docx")[0] or b"")
    assert text[text.index("{%p block signature %}") + 1] == "{%p endblock signature %}"
    assert text.count("{{ 公文要素.成文日期|日期 }}") == 1


def test_looks_that_nobody_chose_are_no_settings(tmp_path: Path) -> None:
    themed = '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"/><w:sz w:val="28"/><w:b/>'
    _, own, _ = adopted(tmp_path, p(r("一、基本情况", properties=themed)), "（一）主要职责", "（填写）")
    assert own.layers.value["profile"] == BASE.layers.value["profile"]


def test_pictures_stay_and_a_table_of_contents_goes(tmp_path: Path) -> None:
    entry = p("一、概况\t1", style="TOC1")
    shown = p(picture("rId50"))
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    made = docx(entry, "一、结构图", "机构共____个。", shown, p("见图：", picture("rId50")), images={"rId50": png()}, styles=styles)
    adopted = adopt(made, "a.docx", "own", BASE, BASE.kinds["department-report"], SHARED.environment())
    write_pack("own", tmp_path, adopted.files)
    workshop = Workshop(Search.of([tmp_path]).folders())
    own = workshop.pack("own")
    assert inspect(own, workshop.environment()) == []
    assert png() in parts_of(printed(own, workshop)).values()
    assert "一、概况\t1" not in "".join(taken.words for taken in adopted.account.taken)
    assert [finding.message("zh") for finding in adopted.account.findings if finding.code == "K315"] == ["与文字同段的图片没有放进模板"]


def test_a_field_of_each_project_stands_where_the_parent_has_projects(tmp_path: Path) -> None:
    above = pack(tmp_path, {"report.docx": SMALL}, "up")
    made = adopt(docx("一、××项目", "（一）亮点", "（填写）"), "a.docx", "own", above, above.kinds["report"], SHARED.environment())
    write_pack("own", tmp_path, made.files)
    workshop = Workshop([tmp_path])
    own = workshop.pack("own")
    assert inspect(own, workshop.environment()) == []
    assert own.schema("report").root.child("projects").child(0).child("part1").title == "亮点"
