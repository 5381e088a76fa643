"""Examples of filters, tests and functions: each prints what the reference says."""

from __future__ import annotations

import pytest

from reportgen import inputs
from reportgen.cli.reference.filters import DATA, FILTERS, FUNCTIONS, TESTS, Use
from reportgen.expressions import Environment
from reportgen.expressions.catalogue import FILTER_NAMES, FUNCTION_NAMES

USES = {f"{kind}-{name}": use for kind, group in {**FILTERS, "test": TESTS, "function": FUNCTIONS}.items() for name, use in group.items()}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_an_example_prints_what_is_said(use: Use) -> None:
    data = inputs.read(DATA.encode(), "data.yaml").value
    made = Environment(autoescape=False).from_string(f"{{{{ {use.example} }}}}").render(data)
    assert made == use.result


def test_every_filter_and_function_is_told() -> None:
    assert [name for group in FILTERS.values() for name in group if name not in FILTER_NAMES] == []
    assert set(FILTER_NAMES) == {name for group in FILTERS.values() for name in group}
    assert set(FUNCTION_NAMES) == set(FUNCTIONS)
    assert set(TESTS) <= set(Environment().tests)
