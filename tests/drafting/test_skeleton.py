"""A kind's fields as an input to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.drafting import skeleton
from reportgen.packs import Keys, Pack, dotted_names, load
from reportgen.pipeline import Report, reports
from reportgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop([ROOT / "templates"])
PACKS = ["base", "panyu", "zengcheng", "liwan", "baoan"]
TO_BE_FILLED = {"D102", "D105", "R131", "R140", "R141", "R142", "R143", "R144", "R145", "R146", "R147"}
FORM_TO_BE_FILLED = TO_BE_FILLED | {"R207", "R209", "R214", "R216", "R231"}
SCHEMA = """
required: [year, finance]
properties:
  year: {title: 年度, type: integer, description: 四位数。}
  unit: {title: 金额单位, enum: [元, 万元], default: 万元}
  finance:
    title: 收支
    type: object
    required: [budget]
    properties:
      budget: {title: 预算数, type: number, x-unit: unit, description: 全年预算数。, examples: [672.37]}
      rate: {title: 执行率, type: number, x-unit: "%", x-usual: false}
  text: {title: 说明, type: string, minLength: 1, x-format: narrative, x-usual: true}
  tasks:
    title: 任务
    type: array
    items:
      type: object
      properties: {title: {title: 标题, type: string, x-format: heading}, rank: {title: 级别, enum: [a, b], x-enum-aliases: {甲: a}}}
  done: {title: 完成, type: boolean, x-usual: true}
"""


def made(text: str) -> Report:
    return reports(inputs.read(text.encode(), "input.yaml"), WORKSHOP)[0]


def filled(text: str) -> str:
    """The skeleton with every blank filled in, as an author would."""
    number = r"年初预算|预算数|执行数|收入|得分|分值|年度|budget|executed|income|score|weight|year"
    lines = []
    for line in text.splitlines():
        if re.match(r"\s*#", line):
            lines.append(line)
        elif match := re.match(r"(\s*(?:- )?)\S+: \| #", line):
            lines += [line, f"{' ' * len(match[1])}  一段话。"]
        elif re.match(rf"\s*(- )?({number}): #", line):
            lines.append(
                line.replace(": #", ": 95 #", 1) if "年度" not in line and "year" not in line else line.replace(": #", ": 2024 #", 1)
            )
        elif re.match(r"\s*- #", line):
            lines.append(line.replace("- #", "- 一条 #", 1))
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.fixture
def small(tmp_path: Path) -> Pack:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "pack.yaml").write_text("title: 某区\nkinds: {report: {title: 报告}}\n", "utf-8")
    (tmp_path / "p" / "report.schema.yaml").write_text(SCHEMA, "utf-8")
    return load("p", [tmp_path])


def test_fields_come_in_order_with_what_they_mean(small: Pack) -> None:
    lines = skeleton(small, ["report"], keys="zh").splitlines()
    assert lines[lines.index("") + 1 :] == [
        "年度: # （必填）四位数。",
        "# 金额单位: # 可填元、万元。",
        "收支: # （必填）",
        "  预算数: # （万元，必填）全年预算数。例：672.37。",
        "  # 执行率: # （%）",
        "说明: |",
        "# 任务:",
        "#   - 标题:",
        "#     级别: # 可填甲、b。",
        "完成: # 填是或否。",
    ]


def test_what_the_documents_do_not_print_is_not_left_blank(small: Pack) -> None:
    lines = skeleton(small, ["report"], keys="zh", printed={"finance.rate", "tasks[].rank"}).splitlines()
    assert lines[lines.index("") + 1 :] == [
        "年度: # （必填）四位数。",
        "# 金额单位: # 可填元、万元。",
        "收支: # （必填）",
        "  预算数: # （万元，必填）全年预算数。例：672.37。",
        "  # 执行率: # （%）",
        "# 说明: |",
        "# 任务:",
        "#   - 级别: # 可填甲、b。",
        "#     # 标题:",
        "# 完成: # 填是或否。",
    ]


def test_what_is_printed_by_a_key_that_the_data_tells_may_be_any_member() -> None:
    lines = skeleton(WORKSHOP.pack("panyu"), ["project-form"], printed={"projects[].funds[].budget"}).splitlines()
    (start,) = [number for number, line in enumerate(lines) if line.startswith("    funds: ")]
    assert [line.strip().partition(":")[0] for line in lines[start : start + 60] if not line.lstrip().startswith("#")][:3] == [
        "funds",
        "fiscal",
        "budget",
    ]


def test_what_documents_cannot_do_without_is_left_blank(small: Pack) -> None:
    lines = skeleton(small, ["report"], printed=set(), needed={"unit", "tasks[].title"}, feeding={"finance.rate"}).splitlines()
    assert [line.partition(":")[0] for line in lines[lines.index("") + 1 :]] == [
        "year",
        "unit",
        "finance",
        "  budget",
        "  rate",
        "# text",
        "# tasks",
        "#   - title",
        "#     # rank",
        "# done",
    ]


def test_english_keys_come_with_their_titles(small: Pack) -> None:
    assert "  budget: # 预算数（万元，必填）：全年预算数。例：672.37。" in skeleton(small, ["report"]).splitlines()


@pytest.mark.parametrize("keys", ["en", "zh"])
@pytest.mark.parametrize("pack", PACKS)
def test_a_skeleton_lacks_only_what_is_to_be_filled_in(pack: str, keys: Keys) -> None:
    report = made(skeleton(WORKSHOP.pack(pack), ["department-report"], keys=keys))
    assert {finding.code for finding in report.findings} <= TO_BE_FILLED
    assert len({finding.span.line for finding in report.findings if finding.code in ("D102", "D105")}) >= 9


@pytest.mark.parametrize("pack", ["base", "panyu"])
def test_a_skeleton_of_a_form_lacks_only_what_is_to_be_filled_in(pack: str) -> None:
    report = made(skeleton(WORKSHOP.pack(pack), ["project-form"], keys="zh"))
    assert {finding.code for finding in report.findings} <= FORM_TO_BE_FILLED


@pytest.mark.parametrize("keys", ["en", "zh"])
@pytest.mark.parametrize("pack", PACKS)
def test_a_skeleton_filled_in_builds(pack: str, keys: Keys) -> None:
    text = filled(skeleton(WORKSHOP.pack(pack), ["department-report"], keys=keys, year=2024))
    text = re.sub(r"(\S*(?:name|全称|简称|自称|self|标题|title|level3|三级指标)): #", r"\1: 某局 #", text)
    report = made(text)
    assert report.docx is not None, [str(finding) for finding in report.findings]


def test_what_is_in_comments_is_read_when_uncommented() -> None:
    pack = WORKSHOP.pack("baoan")
    text = skeleton(pack, ["department-report", "project-form"])
    body = text.partition("\n\n")[2]
    for _ in range(5):
        body = re.sub(r"^(\s*(?:- )?)# (?=\S*: |  |- )", r"\1", body, flags=re.M)
    tree = inputs.read(body.encode(), "whole.yaml")
    assert [str(finding) for finding in tree.findings] == []
    written = {name for name in dotted_names(pack.schema("department-report", "project-form").root) if not name.endswith("*")}
    assert written - set(_names(tree.value)) == set()


def _names(value: object, holder: str = "") -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _names(item, f"{holder}[]")]
    if not isinstance(value, dict):
        return []
    found = []
    for key, item in value.items():
        name = f"{holder}.{key}" if holder else key
        found += [name, *_names(item, name)]
    return found
