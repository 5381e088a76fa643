"""Filters under their English and Chinese names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.expressions import Environment, FilterError, compile_expression

ENVIRONMENT = Environment()
BANDS = {"grade": [{"from": 90, "word": "优"}, {"from": 80, "word": "良"}, {"from": 60, "word": "中"}, {"from": 0, "word": "差"}]}


def value(source, **context):
    return compile_expression(source, ENVIRONMENT).evaluate({"bands": BANDS, **context})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("672.37|万元", "672.37万元"),
        ("672.37|wan(1)", "672.4万元"),
        ("672.37|元", "6723700元"),
        ("672.373|yuan", "6723730元"),
        ("12345.6|万元(2, grouping=true)", "12,345.60万元"),
        ("123456.7|亿元", "12.34567亿元"),
        ("672.37|换算('元') + 1", Decimal(6723701)),
        ("98.776|百分比", "98.78%"),
        ("98.776|percent(1)", "98.8%"),
        ("672.37|大写", "陆佰柒拾贰万叁仟柒佰元整"),
        ("12|汉字", "十二"),
        ("1234567.50|千分位", "1,234,567.50"),
        ("2|保留", "2.00"),
        ("2|序号('（一）')", "（二）"),
        ("'2023-12-31'|日期", "2023年12月31日"),
        ("'2023-12-31'|汉字日期", "二〇二三年十二月三十一日"),
        ("'2023-12-31'|月日", "12月31日"),
        ("['抓学习', '促发展']|列举", "一是抓学习；二是促发展。"),
        ("['抓学习', '促发展']|列举('1.', '分段')", ["1.抓学习", "2.促发展"]),
        ("['甲', '乙']|顿号", "甲、乙"),
        ("[{'n': '甲'}, {'n': '乙'}]|顿号('n')", "甲、乙"),
        ("[{'n': 1.5}, {'n': 2}]|合计('n')", Decimal("3.5")),
        ("'完成。；'|去标点", "完成"),
        ("'完成'|成句", "完成。"),
        ("'完成，'|sentence", "完成。"),
        ("'（一）完成；'|成句", "（一）完成；"),
        ("'他说“好。”'|成句", "他说“好。”"),
        ("''|成句", ""),
        ("nothing|默认('无')", "无"),
        ("''|d('无', true)", "无"),
        ("89.99|分档('grade')", "良"),
        ("90|分档('grade')", "优"),
        ("['a', 'b']|map('upper')|join('-')", "A-B"),
        ("[3, 1.5, 2]|sort|first", Decimal("1.5")),
        ("'%.2f|%5s|%-4s|%05d|%%'|format(1.005, 'a', 'b', 42)", "1.01|    a|b   |00042|%"),
        ("'%(x)s'|format(x=1.50)", "1.50"),
        ("'一二三四五六'|截取(4, true, '…', 0)", "一二三…"),
        ("'a-b'|replace('-', '+')", "a+b"),
        ("'a,b'.split(',')|length", 2),
    ],
)
def test_a_filter_gives_its_text(source, expected):
    assert value(source) == expected


def test_money_is_read_in_the_unit_of_the_input():
    assert value("6723700|万元", unit="元") == "672.37万元"
    assert value("6723700.00|元", unit="元") == "6723700.00元"


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("'好'|万元", "过滤器“万元”不能用于 “好”：它需要数字", "filter '万元' cannot take “好”: it needs a number"),
        ("[1]|百分比", "过滤器“百分比”不能用于 [… × 1]：它需要数字", "filter '百分比' cannot take [… × 1]: it needs a number"),
    ],
)
def test_a_filter_on_the_wrong_kind_of_value_says_what_it_takes(source, zh, en):
    with pytest.raises(FilterError) as caught:
        value(source)
    assert (caught.value.wording("zh"), caught.value.wording("en")) == (zh, en)


@pytest.mark.parametrize(
    "source",
    [
        "'xx'|日期", "5|列举", "['a']|列举('第')", "['a']|列举('1.', '竖排')", "1|换算('美元')", "1|保留(99)", "1.5|汉字", "1|分档('无')",
        "-1|分档('grade')", "'%d'|format", "'%d'|format(1, 2)", "'%q'|format(1)", "[1, 'a']|sort", "1|first", "1|round(1, 'up')",
    ],
)  # fmt: skip
def test_an_argument_that_does_not_fit_is_an_error_of_the_filter(source):
    with pytest.raises(FilterError):
        value(source)


def test_english_and_chinese_names_are_the_same_filters():
    pairs = {"wan": "万元", "yuan": "元", "percent": "百分比", "capital": "大写", "grouped": "千分位", "fixed": "保留", "round": "四舍五入"}
    for english, chinese in pairs.items():
        assert value(f"1234.5|{english}") == value(f"1234.5|{chinese}")


ROWS = [
    {"level1": "决策", "level2": "预算", "level3": "合理", "weight": 5, "score": 5},
    {"level3": "规范", "weight": 5, "score": Decimal("4.5")},
    {"level2": "目标", "level3": "完整", "weight": 3, "score": 3},
    {"level1": "管理", "level2": "目标", "level3": "监管", "weight": 2, "score": Decimal("1.99")},
]


def test_subtotals_gather_rows_that_name_their_levels_once():
    groups = value("rows|小计", rows=ROWS)
    assert [(one["名称"], one["分值"], one["得分"], one["扣分"], one["得分率"]) for one in groups] == [
        ("决策", 13, Decimal("12.5"), Decimal("0.5"), Decimal("96.15")),
        ("管理", 2, Decimal("1.99"), Decimal("0.01"), Decimal("99.50")),
    ]
    assert [[(one.get("name"), one["weight"]) for one in group["下级"]] for group in groups] == [[("预算", 10), ("目标", 3)], [("目标", 2)]]
    assert groups[0]["groups"][0]["rows"] == ROWS[:2]


def test_subtotals_of_rows_without_scores_have_weights_only():
    group = value("rows|subtotals('level1')", rows=[{"level1": "决策", "weight": 5}, {"weight": 5, "score": 5}])[0]
    assert group["weight"] == 10
    assert not {"score", "lost", "rate"} & set(group)
    assert group["groups"] == []
    assert "rate" not in value("rows|subtotals", rows=[{"level1": "甲", "weight": 0, "score": 0}])[0]


def test_amounts_are_grouped_where_the_pack_says_so():
    assert value("2377.56|万元", settings={"digit_grouping": True}) == "2,377.56万元"
    assert value("2377.56|万元(grouping=false)", settings={"digit_grouping": True}) == "2377.56万元"
    assert value("2377.56|万元", settings={}) == "2377.56万元"
