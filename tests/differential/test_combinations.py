"""Random combinations of the dialect's features: docxtpl and reportgen make the same document of them."""

from __future__ import annotations

import docxtpl
from hypothesis import HealthCheck, given, settings

from reportgen import docxtpl as dropin
from tests.audit import audit
from tests.differential.cases import Case
from tests.differential.combining import cases
from tests.differential.comparing import lines_of
from tests.invariants import check_document


@given(cases())
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_a_combination_of_features_renders_as_docxtpl_renders_it(case: Case) -> None:
    ours = case.rendered(dropin)
    assert lines_of(ours) == lines_of(case.rendered(docxtpl))
    check_document(ours, leftovers=True)
    assert audit(ours) == []
