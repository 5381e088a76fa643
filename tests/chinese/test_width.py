"""Full-width marks inside tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese.width import halfwidth_marks


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("收支.预算数｜万元", "收支.预算数|万元"),
        ("金额｜保留（2，“是”）", '金额|保留(2,"是")'),
        ("x｜default（‘无’）", "x|default('无')"),
        ("｛｛　x％2　｝｝", "{{ x%2 }}"),
        ('x｜前缀("｜，")', 'x|前缀("｜，")'),
        ("x｜前缀(“｜，”)", 'x|前缀("｜，")'),
        ("Ａ级０", "Ａ级０"),
        ("'it\\'s ｜'｜长", "'it\\'s ｜'|长"),
    ],
)
def test_marks_outside_quotes_become_half_width(typed: str, meant: str) -> None:
    assert halfwidth_marks(typed) == meant


@given(st.text("｛｜％“”‘’\"'\\，（x1　", max_size=30))
def test_no_character_is_added_or_lost(text: str) -> None:
    assert len(halfwidth_marks(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_half_width_text_is_left_alone(text: str) -> None:
    assert halfwidth_marks(text) == text
