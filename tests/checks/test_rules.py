"""Every rule over prose agrees with its own examples, and says all that `explain` prints."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen import packs
from reportgen.checks import Document, Fact, Rule, all_rules, check, weighed

SETTINGS = packs.load("base", [Path("templates")]).settings
FACTS = (
    Fact("evaluation.score", "自评得分", Decimal(95), "分"),
    Fact("finance.executed", "执行数", Decimal("672.37"), "万元"),
)
RULES = all_rules()
CASES = [(rule, kind, text) for rule in RULES.values() for kind in ("Bad", "Good") for text in rule.examples(kind)]


def document(text: str) -> Document:
    return Document.of_text(text, year=2023, settings=SETTINGS, grades=tuple("优良中差"), facts=FACTS)


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.code}-{kind}-{text[:12]}" for rule, kind, text in CASES])
def test_a_rule_agrees_with_its_own_examples(rule: Rule, kind: str, text: str) -> None:
    found = {finding.code for finding in check(document(text), {rule.code: rule})}
    assert found == ({rule.code} if kind == "Bad" else set())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_why_in_both_languages_and_where_it_comes_from(rule: Rule) -> None:
    for section in ("规则", "原因", "Why", "Bad", "Good", "Source"):
        assert rule.examples(section), section
    assert rule.fault.why == rule.examples("Why")[0]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_findings_are_worded_in_both_languages(rule: Rule) -> None:
    for text in rule.examples("Bad"):
        for finding in check(document(text), {rule.code: rule}):
            for locale in ("zh", "en"):
                assert finding.message(locale)
                assert finding.hint(locale)
                assert "{" not in finding.message(locale)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, kind, text in CASES if kind == "Bad"])
def test_what_a_rule_puts_in_place_is_good(rule: Rule, text: str) -> None:
    fixed = document(text)
    hits = sorted(rule.find(fixed), key=lambda hit: hit.start, reverse=True)
    if not hits or any(hit.fix is None for hit in hits):
        return
    lines = [paragraph.text for paragraph in fixed.paragraphs]
    for hit in hits:
        index = fixed.paragraphs.index(hit.paragraph)
        lines[index] = lines[index][: hit.start] + str(hit.fix) + lines[index][hit.end :]
    assert list(check(document("\n".join(lines)), {rule.code: rule})) == []


def test_a_pack_changes_how_much_a_rule_weighs_or_switches_it_off() -> None:
    text = "完成任务,效果良好。截止10月底。"
    heavier = weighed(check(document(text)), {"severities": {"C101": "error", "C131": "off"}})
    assert [(finding.code, finding.severity) for finding in heavier] == [("C101", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "采用“1+10+124+N”体系，在FM101.7播出，服务12338名群众，网址www.py.gov.cn，电话020-12345678。",
        "党组中心组学习13次，第一、二季度执行率分别为93.58%、80.74%，第一、第二类项目1.5倍增长。",
        "问问路、把把脉，一件一件办，一步一步走，1—10月播出52期，6月试点，4月召开现场会。",
        "一是一，二是二。一方面，一是改进作风，二是改进方法；另一方面，一是改进制度，二是改进管理。",
        "在“三八红旗手（集体）”“巾帼文明岗”的培育选树中，促成19位女企业家与14个村结对。",
        "区法院受理申请4件、签发4份，发放率达100%；接报“家庭暴力”类警情58起，发放告诫书31份，发放率达53%。",
        "累计筹集捐款达1011余万元，惠及400余户，活动场次达186期，激活率和学习率近90%。",
        "The score is 95, (see below); all is well.",
        "",
    ],
)
def test_proper_text_is_left_alone(text: str) -> None:
    assert check(document(text)) == []
