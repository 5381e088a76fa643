"""From a district's own Word file to the report of one of its offices, by commands and by filling in alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.documents import docx, outline_of, p, table, text_of
from tests.drafting.test_skeleton import filled

FORM = docx(
    p("××县____年度部门整体支出绩效自评报告", properties='<w:jc w:val="center"/>'),
    "一、自评结论",
    "（一）自评得分",
    "我单位自评得分为____分，等级为____。",
    "（二）目标完成情况",
    "（填写各项任务的完成情况，没有的写“无”）",
    "二、项目绩效情况",
    "（一）××项目",
    "1.资金情况",
    "（1）预算安排",
    "①年初预算",
    "年初预算____万元，全年预算____万元。",
    "②预算执行",
    "全年执行____万元，执行率____%。",
    "2.指标完成情况",
    table([["三级指标", "指标值", "实际完成值"], ["", "", ""]]),
    "三、存在的主要问题",
    "（没有的写“无”）",
    p("单位名称（盖章）", properties='<w:jc w:val="right"/>'),
    p("____年__月__日", properties='<w:jc w:val="right"/>'),
)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(verbs, list(arguments))
    assert result.exit_code == 0, result.output
    return result


def test_a_districts_own_file_becomes_its_pack_and_an_office_its_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "form.docx").write_bytes(FORM)
    run("packs", "new", "county", "--from", "form.docx")
    run("packs", "check", "county")
    run("new", "department-report", "--pack", "county", "--keys", "zh", "--year", "2024", "-o", "office.yaml")
    blank = (tmp_path / "office.yaml").read_text("utf-8")
    for field in ("项目", "年初预算", "得分", "任务完成", "问题与措施"):
        assert re.search(rf"^ *{field}:", blank, re.M), field
    for field in ("主要职责", "绩效管理", "主要成效"):
        assert not re.search(rf"^ *{field}:", blank, re.M), field
    text = filled(blank).replace("名称: #", "名称: 甲 #").replace("全称: #", "全称: 县水利局 #").replace("标题: #", "标题: 某事 #")
    text = (
        text.replace("三级指标: #", "三级指标: 长度 #")
        .replace("公文要素: #", "公文要素:\n  成文日期: 2025-03-01 #")
        .replace("# 公文要素", "公文要素")
    )
    (tmp_path / "office.yaml").write_text(re.sub(r"问题与措施:.*?(?=^\S)", "", text, flags=re.S | re.M), "utf-8")
    run("build", "office.yaml", "-o", "out")
    data = (tmp_path / "out" / "office.docx").read_bytes()
    assert [heading for heading in outline_of(data) if "某事" not in heading[1]] == [
        (1, "一、自评结论"),
        (2, "（一）自评得分"),
        (2, "（二）目标完成情况"),
        (1, "二、项目绩效情况"),
        (2, "（一）甲项目"),
        (3, "1.资金情况"),
        (4, "（1）预算安排"),
        (5, "①年初预算"),
        (5, "②预算执行"),
        (3, "2.指标完成情况"),
        (1, "三、存在的主要问题"),
    ]
    lines = text_of(data)
    assert lines[lines.index("三、存在的主要问题") + 1] == "无。"
    assert lines[-2:] == ["县水利局（盖章）", "2025年3月1日"]
