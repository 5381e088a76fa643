"""However Word tears a template's runs apart, the document says the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import docxtpl as dropin
from tests.differential.cases import Case
from tests.differential.combining import cases
from tests.differential.part_cases import PART_CASES
from tests.differential.table_cases import TABLE_CASES
from tests.differential.text_cases import TEXT_CASES
from tests.differential.value_cases import VALUE_CASES
from tests.fuzz.shattering import paragraphs_of, shattered

_CASES = [case for case in [*TEXT_CASES, *TABLE_CASES, *VALUE_CASES, *PART_CASES] if case.name != "filter block and raw"]
"""A filter block that reaches over runs filters their XML: there the runs do matter, as in docxtpl."""


def _torn(case: Case, seed: int) -> Case:
    return Case(case.name, shattered(case.template, seed), case.values, case.environment, case.autoescape, case.prepare)


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_a_template_with_torn_runs_renders_the_same_text(case: Case) -> None:
    expected = paragraphs_of(case.rendered(dropin))
    for seed in range(3):
        assert paragraphs_of(_torn(case, seed).rendered(dropin)) == expected


@given(cases(), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_a_random_template_with_torn_runs_renders_the_same_text(case: Case, seed: int) -> None:
    assert paragraphs_of(_torn(case, seed).rendered(dropin)) == paragraphs_of(case.rendered(dropin))
