"""Marks written in every form, recognised at a text's start, and told from numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese.ordinals import FORMS, enumerate_items, leading_ordinal, ordinal


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_named_by_its_first_member(form: str) -> None:
    assert ordinal(1, form).rstrip("　") == form


def test_marks_carry_their_number() -> None:
    assert [ordinal(12, form) for form in FORMS] == [
        *(
            "十二、",
            "（十二）",
            "12.",
            "12．",
            "12、",
            "（12）",
            "12）",
            "⑫",
            "第十二部分　",
            "第十二章　",
            "第十二节　",
            "第十二，",
            "第十二、",
            "十二是",
            "十二",
            "12",
        ),
    ]


def test_an_unknown_form_is_refused_with_the_list_of_forms() -> None:
    with pytest.raises(ValueError, match=r"一、 （一） 1\. "):
        ordinal(1, "a)")
    with pytest.raises(ValueError, match="count from 1"):
        ordinal(0, "1.")


@given(st.integers(1, 50), st.sampled_from([form for form in FORMS if form not in ("一", "1")]))
def test_a_mark_that_was_written_is_recognised(n: int, form: str) -> None:
    assert leading_ordinal(ordinal(n, form) + "工作机制") == (form, n, "工作机制")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("(1)职能", ("（1）", 1, "职能")),
        ("1) 职能", ("1）", 1, "职能")),
        ("(一)职能", ("（一）", 1, "职能")),
        ("（二) 职能", ("（一）", 2, "职能")),
        ("第一,职能", ("第一，", 1, "职能")),
        ("  　一、基本情况", ("一、", 1, "基本情况")),
        ("２．职能", ("1．", 2, "职能")),
        ("一、一般公共预算", ("一、", 1, "一般公共预算")),
        ("二、三公经费", ("一、", 2, "三公经费")),
        ("1.2023年工作", ("1.", 1, "2023年工作")),
        ("一是一般公共预算", ("一是", 1, "一般公共预算")),
        ("三　主要问题", ("一", 3, "主要问题")),
        ("3\t主要问题", ("1", 3, "主要问题")),
        ("3", ("1", 3, "")),
        ("㉑职能", ("①", 21, "职能")),
        ("第二部分 绩效情况", ("第一部分", 2, "绩效情况")),
        ("第三章　总体评价", ("第一章", 3, "总体评价")),
        ("第一节", ("第一节", 1, "")),
    ],
)
def test_marks_are_recognised_as_clerks_type_them(text: str, mark: tuple[str, int, str]) -> None:
    assert leading_ordinal(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        *("1.5倍", "2023年", "2023、2024年", "2023. 年", "1、2月份", "0.5", "01.职能", "（2023）号", "3 个"),
        *("第一节课", "第二部分资金", "第三章程"),
        *(
            "一是一，二是二",
            "三是三",
            "三八妇女节",
            "一般",
            "一、二季度",
            "一、二、三级",
            "第一、第二季度",
            "第一书记",
            "百、",
            "十十、",
            "",
            "　",
            "唯一是",
        ),
    ],
)
def test_numbers_and_words_are_no_marks(text: str) -> None:
    assert leading_ordinal(text) is None


@given(st.text("一二三十百1230.．、）)（(第是，①　\t年甲", max_size=8))
def test_any_text_has_a_mark_with_its_rest_or_none(text: str) -> None:
    if found := leading_ordinal(text):
        form, n, rest = found
        assert form in FORMS
        assert n >= 1
        assert text.endswith(rest)


def test_items_get_marks_in_a_row() -> None:
    assert enumerate_items(["甲", " ", "乙。"], "（一）") == ["（一）甲", "（二）乙。"]


def test_items_that_carry_a_mark_are_not_marked_twice() -> None:
    assert enumerate_items(["一是甲", "乙"], "一是") == ["一是甲", "二是乙"]


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["甲", "乙"], "一是甲；二是乙。"),
        (["甲。", "乙；", "丙；"], "一是甲。二是乙；三是丙。"),
        (["甲，", "“乙。”", "丙、"], "一是甲；二是“乙。”三是丙。"),
        (["甲（见附件）"], "一是甲（见附件）。"),
        ([], ""),
    ],
)
def test_joined_items_are_whole_sentences(items: list[str], text: str) -> None:
    assert enumerate_items(items, "一是", joined=True) == text
