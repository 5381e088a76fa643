"""Damaged and hostile .docx files: a finding or a named error, in bounded time and memory, and never another exception."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings

from reportgen.errors import ReportgenError
from reportgen.render import Template
from tests.fuzz.damaging import HOSTILE, damaged_bytes, damaged_parts, whole

_CONTEXT = {"name": "妇联", "yes": True, "items": ["甲"], "rows": ["子", "丑"], "a": "值"}
_fuzz = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def _tried(data: bytes) -> str:
    """What becomes of a file: its document, findings, or the named error."""
    try:
        template = Template.open(data)
        if any(finding.blocks for finding in template.findings):
            return "findings"
        return "document" if template.render(_CONTEXT) else "nothing"
    except ReportgenError as error:
        return "error" if str(error) else "silence"


def test_the_file_that_is_damaged_here_renders_when_whole() -> None:
    assert _tried(whole()) == "document"


@given(damaged_bytes())
@_fuzz
def test_damaged_bytes_give_an_answer(data: bytes) -> None:
    assert _tried(data) in ("document", "findings", "error")


@given(damaged_parts())
@_fuzz
def test_damaged_parts_give_an_answer(data: bytes) -> None:
    assert _tried(data) in ("document", "findings", "error")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_little(name: str) -> None:
    data = HOSTILE[name]()
    tracemalloc.start()
    began = time.process_time()
    try:
        outcome = _tried(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert outcome in ("document", "findings", "error")
    assert peak < 300_000_000, f"{peak:,} bytes"
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "name", ["entities", "a file as entity", "entities in UTF-16", "a zip bomb", "macros", "a part outside", "an unpaired bracket storm"]
)
def test_a_hostile_file_is_refused(name: str) -> None:
    assert _tried(HOSTILE[name]()) in ("findings", "error")
