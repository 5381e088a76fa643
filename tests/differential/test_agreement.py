"""The same template and values through docxtpl and through reportgen: a reader of the two documents sees no difference."""

from __future__ import annotations

import docxtpl
import pytest

from reportgen import docxtpl as dropin
from tests.differential.cases import Case
from tests.differential.comparing import lines_of
from tests.differential.part_cases import PART_CASES
from tests.differential.table_cases import TABLE_CASES
from tests.differential.text_cases import TEXT_CASES
from tests.differential.value_cases import VALUE_CASES

CASES = [*TEXT_CASES, *TABLE_CASES, *VALUE_CASES, *PART_CASES]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_and_format_are_those_of_docxtpl(case: Case) -> None:
    assert lines_of(case.rendered(dropin)) == lines_of(case.rendered(docxtpl))
