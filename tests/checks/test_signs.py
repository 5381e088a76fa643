"""Signs: a rule is passed over only where it finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks import Document, all_rules, check
from reportgen.checks.rule import Rule
from reportgen.checks.signs import concerned

KNOWN = {"year": 2023, "grades": ("优", "良"), "settings": {"repealed_laws": [{"name": "婚姻法", "since": "2021-01-01"}]}}
EXAMPLES = [text for rule in all_rules().values() for kind in ("Bad", "Good") for text in rule.examples(kind)]
PIECES = sorted({text[start : start + 6] for text in EXAMPLES for start in range(0, len(text), 3)})


def unseen(text: str) -> list[Rule]:
    """The rules that would find something in a text that is not shown to them."""
    document = Document.of_text(text, **KNOWN)
    shown = concerned(all_rules().values(), document.text)
    return [rule for rule in all_rules().values() if rule not in shown and any(rule.find(document))]


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_rule_is_shown_every_example_in_which_it_finds_something(text: str) -> None:
    assert unseen(text) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text("，。0１年千余 \u3000“”（）\n", max_size=3), max_size=12))
def test_a_rule_is_shown_every_text_in_which_it_finds_something(pieces: list[str]) -> None:
    assert unseen("".join(pieces)) == []


def test_rules_whose_signs_a_text_lacks_are_left_out_in_the_order_of_the_others() -> None:
    shown = [rule.code for rule in concerned(all_rules().values(), "全年支出１６万元（含税)。")]

    assert "C102" in shown
    assert "C103" in shown
    assert "C164" not in shown
    assert shown == sorted(shown)


def test_half_a_surrogate_pair_hides_no_fault() -> None:
    assert "C103" in {finding.code for finding in check(Document.of_text("\ud800全年举办活动１６场。"))}


def test_faults_at_the_joint_of_paragraphs_are_none() -> None:
    assert "C109" not in {finding.code for finding in check(Document.of_text("全年完成。\n，另有安排。"))}
