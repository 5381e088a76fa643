"""Values written as YAML."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.inputs import read
from reportgen.inputs.flow import flow

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]), max_size=12)
values = st.recursive(
    texts
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts.filter(bool), inner, max_size=3),
    max_leaves=6,
)


@given(values)
def test_what_is_written_reads_back(value: Any) -> None:
    tree = read(f"k: {flow(value)}\n".encode(), "a.yaml")
    assert tree.value == {"k": value}
    assert not tree.findings


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"font": "仿宋", "line": "28.95磅"}, "{font: 仿宋, line: 28.95磅}"),
        (["一、", "（一）", "1.", "①"], '[一、, （一）, "1.", ①]'),
        (Decimal("2.50"), "2.50"),
        ("2.50", '"2.50"'),
        ("是", "是"),
        ("true", '"true"'),
        (None, "null"),
        ("a: b", '"a: b"'),
        ("— 1 —", '"— 1 —"'),
    ],
)
def test_only_what_would_be_read_otherwise_is_quoted(value: Any, line: str) -> None:
    assert flow(value) == line
