"""Examples of tags: each prints what the reference says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from reportgen import inputs
from reportgen.cli.reference.filters import DATA
from reportgen.cli.reference.tags import NARRATIVE, TAGS, Tag
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import docx, p, table

HEAD = "pack: 本区\nkind: report\n"
SCHEMA = "additionalProperties: true\nproperties: {说明: {type: string, x-format: narrative}}\n"


def word(text: str) -> bytes:
    """A Word file of lines, those between bars rows of tables."""
    blocks = []
    for rows, lines in groupby(text.split("\n"), lambda line: line.startswith("|")):
        if rows:
            blocks.append(table([[cell.strip() for cell in f" {line} "[2:-2].split(" | ")] for line in lines]))
            blocks.append(p(""))
        else:
            blocks += [p(line) for line in lines]
    return docx(*blocks)


def lines_of(data: bytes) -> Iterator[str]:
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from (f"| {' | '.join(cell.text for cell in row.cells)} |" for row in block.rows)
        elif block.text:
            yield block.text


@pytest.mark.parametrize("tag", TAGS, ids=[tag.en[:40] for tag in TAGS])
def test_an_example_prints_what_is_said(tag: Tag, tmp_path: Path) -> None:
    for name in ("上级", "本区"):
        (tmp_path / name).mkdir()
    (tmp_path / "上级" / "pack.yaml").write_text("kinds: {report: {}}\n", "utf-8")
    (tmp_path / "上级" / "report.schema.yaml").write_text(SCHEMA, "utf-8")
    (tmp_path / "本区" / "pack.yaml").write_text("extends: 上级\n", "utf-8")
    for name, text in {**tag.files, "本区/report.docx": tag.template}.items():
        (tmp_path / name).write_bytes(word(text) if name.endswith(".docx") else text.encode())
    report = reports(inputs.read((HEAD + DATA + NARRATIVE).encode(), "data.yaml"), Workshop([tmp_path]))[0]
    assert report.docx is not None, [str(finding) for finding in report.findings]
    assert "\n".join(lines_of(report.docx)) == tag.result
