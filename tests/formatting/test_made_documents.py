"""The documents that reportgen itself makes, held against the page format that they were made in."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from reportgen import inputs
from reportgen.formatting.reviewing import review_word
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import p
from tests.formatting.right import LONG, PACK, right

ROOT = Path(__file__).parents[2]
WORKSHOP = Workshop((ROOT / "templates",))
SECOND = 1.0


@pytest.mark.parametrize("path", sorted((ROOT / "inputs").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_document_of_the_inputs_is_in_its_format(path: Path) -> None:
    for report in reports(inputs.read(path.read_bytes(), path.name), WORKSHOP):
        assert report.docx is not None
        assert report.pack is not None
        found = review_word(report.docx, f"{report.name}.docx", report.pack, report.kind).findings
        assert [finding.message("zh") for finding in found if finding.code.startswith("G")] == []


def test_thirty_pages_are_checked_in_a_second() -> None:
    lines = 22 * 30 // 3
    body = "".join(p(LONG + LONG[:20], style="BodyText") for _ in range(lines))
    content = right(body3=body)
    begin = process_time()
    review_word(content, "long.docx", PACK)
    assert process_time() - begin < SECOND
