"""Reports of a run compared by their traces."""

from __future__ import annotations

from reportgen.checks import Document, across, trace


def test_all_that_a_report_has_of_another_is_one_finding() -> None:
    lines = [
        f"{word}坚持围绕中心、服务大局，持续深化改革，聚焦各项工作部署，强化思想引领，各项工作取得了一定的成效，群众满意度不断提高，获得好评。"
        for word in "甲乙丙"
    ]
    one, two, three = (
        Document.of_text("\n".join(text), file=f"{name}.yaml", unit=f"{name}区图书馆")
        for name, text in (("东", lines), ("西", lines), ("南", lines[:1]))
    )
    copied = across([trace(one), trace(two), trace(three)])
    assert [finding.message("zh") for finding in copied] == [
        "这一段与 东区图书馆 的报告相同（数字除外），另有 2 段也相同",
        "这一段与 东区图书馆 的报告相同（数字除外）",
    ]
    assert copied[0].message("en") == "this paragraph is that of 东区图书馆, numbers apart; so are 2 more"
    assert [len(finding.related) for finding in copied] == [3, 1]


def test_only_another_unit_of_the_same_kind_is_a_stranger() -> None:
    texts = {"东": "东区图书馆向西区图书馆学习，与省图书馆、西区博物馆合作。", "西": "西区图书馆的工作。"}
    found = across([trace(Document.of_text(text, file=f"{name}.yaml", unit=f"{name}区图书馆")) for name, text in texts.items()])
    assert [(finding.code, finding.message("zh"), finding.span.column, finding.span.end_column) for finding in found] == [
        ("C302", "东区图书馆的报告里写着“西区图书馆”", 7, 12)
    ]
