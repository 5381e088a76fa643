"""What a district's own words mean."""

from __future__ import annotations

import pytest

from reportgen.adopting.identity import Identity
from reportgen.adopting.sentences import Filler
from reportgen.adopting.vocabulary import Vocabulary, likeness
from reportgen.formatting import open_manuscript
from reportgen.inspection import fields_of
from reportgen.search import Search
from reportgen.workshop import Workshop, definitions_of
from tests.documents import docx

BASE = Workshop(Search.of().folders()).pack("base")
KIND = BASE.kinds["department-report"]
WORDS = Vocabulary(fields_of(BASE.schema(KIND.name).root, definitions_of(BASE, KIND)[0]))


def filled(*lines: str, year: int = 2023) -> list[str]:
    filler = Filler(WORDS, Identity(year))
    return [filler.fill(block).text for block in open_manuscript(docx(*lines), "a.docx").blocks]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("全年预算数为____万元", "全年预算数为{{ 收支.预算数|万元 }}"),
        ("年初预算××元", "年初预算{{ 收支.年初预算|元 }}"),
        ("预算执行率____%。", "预算执行率{{ 收支.预算执行率|百分比 }}。"),
        ("自评得分为__分，等级为“__”", "自评得分为{{ 自评.得分 }}分，等级为“{{ 自评.等级 }}”"),
        ("“三公”经费预算数__万元", "“三公”经费预算数{{ 收支.三公经费.预算数|万元 }}"),
        ("单位名称（盖章）：____", "单位名称（盖章）：{{ 部门.全称 }}"),
        ("20××年度××局", "{{ 年度 }}年度{{ 部门.全称 }}"),
        ("截至    年  月  日", "截至{{ 数据截止日|日期 }}"),
        ("填报日期：  年  月  日", "填报日期：{{ 公文要素.成文日期|日期 }}"),
        ("固定资产原值__万元", "固定资产原值{{ 固定资产.原值|万元 }}"),
        ("天气____", "天气{# 待填：____ #}"),
        ("2023年和2022年，依据《2023年办法》", "{{ 年度 }}年和2022年，依据《2023年办法》"),
        ("全年预算数为672.37万元", "全年预算数为{{ 收支.预算数|万元 }}"),
        ("捐款51万元", "捐款51万元"),
    ],
)
def test_a_blank_is_the_field_that_stands_before_it(line: str, text: str) -> None:
    assert filled(line) == [text]


def test_parts_of_a_whole_are_of_the_amount_that_the_sentence_speaks_of() -> None:
    line = "预算数__万元，其中基本支出__万元，项目支出__万元；执行数__万元，其中基本支出__万元，项目支出__万元，执行率__%"
    (text,) = filled(line)
    assert [one.split("|")[0] for one in text.split("{{ ")[1:]] == [
        "收支.预算数",
        "收支.基本支出.预算数",
        "收支.项目支出.预算数",
        "收支.执行数",
        "收支.基本支出.执行数",
        "收支.项目支出.执行数",
        "收支.预算执行率",
    ]


def test_parts_behind_a_rate_are_of_the_amount_before_it() -> None:
    (text,) = filled("实际支出__万元，预算执行率__%。其中基本支出__万元。")
    assert text.endswith("其中基本支出{{ 收支.基本支出.执行数|万元 }}。")


def test_what_a_clause_leaves_out_is_of_the_group_that_the_last_one_named() -> None:
    (text,) = filled("“三公”经费预算8万元，实际支出5.32万元，控制率66.5%。")
    assert [one.split("|")[0] for one in text.split("{{ ")[1:]] == [
        "收支.三公经费.预算数",
        "收支.三公经费.执行数",
        "收支.三公经费.三公经费控制率",
    ]


def test_a_prompt_behind_a_sentence_asks_for_what_it_says_itself() -> None:
    assert filled("预算执行率__%。（简要概括总体情况，200字以内）") == [
        "预算执行率{{ 收支.预算执行率|百分比 }}。{# 待填：（简要概括总体情况，200字以内） #}"
    ]


def test_a_group_is_not_carried_on_into_the_next_paragraph() -> None:
    assert filled("“三公”经费预算__万元。", "实际支出__万元。")[1] == "实际支出{{ 收支.执行数|万元 }}。"


def test_headings_need_not_be_the_same_words() -> None:
    assert likeness("部门主要职责情况", "主要职责") == 1.0
    assert likeness("存在的主要问题及原因", "存在的主要问题") > 0.8
    assert likeness("天气", "主要职责") == 0.0
    assert [name.path for _, name in WORDS.headings("机构设置情况")][:1] == ["部门.机构情况"]


def test_a_department_is_no_part_of_a_template() -> None:
    filler = Filler(WORDS, Identity(2023, "某市某区教育局", "区教育局"))
    (block,) = open_manuscript(docx("某市某区教育局（区教育局）2023年依据《区教育局办法》"), "a.docx").blocks
    assert filler.fill(block).text == "{{ 部门.全称 }}（{{ 部门.简称 }}）{{ 年度 }}年依据《区教育局办法》"


def test_another_figure_is_another_fact() -> None:
    filler = Filler(WORDS, Identity())
    blocks = open_manuscript(docx("自评得分95分。", "其中预算编制自评得分20分。", "自评得分95分。"), "a.docx").blocks
    texts = [filler.fill(block).text for block in blocks]
    assert texts == ["自评得分{{ 自评.得分 }}分。", "其中预算编制自评得分20分。", "自评得分{{ 自评.得分 }}分。"]
