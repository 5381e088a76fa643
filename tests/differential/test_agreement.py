"""The same template and values through docxtpl and through reportgen: a reader of the two documents sees no difference."""

from __future__ import annotations

import docxtpl
import pytest

from reportgen import docxtpl as dropin
from tests.audit import audit
from tests.differential.cases import Case
from tests.differential.comparing import lines_of
from tests.differential.part_cases import PART_CASES
from tests.differential.table_cases import TABLE_CASES
from tests.differential.text_cases import TEXT_CASES
from tests.differential.value_cases import VALUE_CASES
from tests.invariants import check_document

CASES = [*TEXT_CASES, *TABLE_CASES, *VALUE_CASES, *PART_CASES]

_SHOWS_MARKS = {"escaped delimiters", "data that looks like a tag", "data that holds the escapes"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_and_format_are_those_of_docxtpl(case: Case) -> None:
    assert lines_of(case.rendered(dropin)) == lines_of(case.rendered(docxtpl))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_document_is_as_sound_as_its_template(case: Case) -> None:
    assert audit(case.template) == []
    ours = case.rendered(dropin)
    check_document(ours, leftovers=case.name in _SHOWS_MARKS)
    assert audit(ours) == []
