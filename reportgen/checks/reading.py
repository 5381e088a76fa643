"""The texts of an author's data as a document: narrative, titles and names in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from reportgen import narrative
from reportgen.checks.document import LONGEST, Document, Fact, Paragraph, Stretch
from reportgen.expressions import chinese_path
from reportgen.expressions.charts import Chart
from reportgen.expressions.official import Picture
from reportgen.narrative import Prose, Runs, Table
from reportgen.packs import Data
from reportgen.packs.layers import Path

_UNPRINTED = frozenset({"pack", "kind", "unit", "as_of", "id", "date", "number", "absent", "adjustment_scope", "type", "grade"})
"""Fields that hold no words of the report, or words that only explain the data."""
_TITLE = "title"
_EXPLANATION = "_reason"
_PRINTED_REASONS = frozenset({"adjustment_reason", "shortfall_reason"})


def document_of(record: Mapping[str, Any], data: Data, constants: Mapping[str, Any], file: str = "") -> Document:
    """The document that the texts of `record` make, its narratives read to `Prose` and its figures in their places."""
    year, department = record.get("year"), record.get("department")
    bands = constants.get("bands", {}).get("grade", ())
    paragraphs: list[Paragraph] = []
    _gather(record, data, (), paragraphs)
    return Document(
        tuple(paragraphs),
        file,
        year if isinstance(year, int) else None,
        str(department.get("name", "")) if isinstance(department, Mapping) else "",
        constants.get("settings", {}),
        tuple(str(band.get("word", "")) for band in bands),
        tuple(_facts(record, data)),
    )


def _gather(value: Any, data: Data, path: Path, into: list[Paragraph]) -> None:
    """Put the paragraphs of a value into a list, in the order of the file."""
    if isinstance(value, Prose):
        into += _of_prose(value, data, path)
    elif isinstance(value, str):
        if value:
            into.append(Paragraph(value[:LONGEST], partial(data.locate, path), "title", path))
    elif isinstance(value, dict):
        for key, item in value.items():
            if not _unprinted(key):
                _gather(item, data, (*path, key), into)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _gather(item, data, (*path, index), into)
    elif isinstance(value, Picture | Chart):
        into.append(Paragraph(value.caption[:LONGEST], partial(data.locate, (*path, "caption")), "title", path))


def _unprinted(key: str) -> bool:
    return key in _UNPRINTED or (key.endswith(_EXPLANATION) and key not in _PRINTED_REASONS)


def _of_prose(prose: Prose, data: Data, path: Path) -> Iterator[Paragraph]:
    locate = partial(data.locate, path)
    for block in prose.blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row if cell):
                yield Paragraph(_text(cell), locate, "cell", path, _stretches(cell))
        else:
            heading = path[-1] == _TITLE or (isinstance(block, narrative.Paragraph) and block.heading and not block.run_in)
            yield Paragraph(_text(block.runs), locate, "title" if heading else "text", path, _stretches(block.runs))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)[:LONGEST]


def _stretches(runs: Runs) -> tuple[Stretch, ...]:
    stretches, start = [], 0
    for run in runs:
        stretches.append(Stretch(start, run.source, run.given))
        start += len(run.text)
    return tuple(stretches)


def _facts(record: Mapping[str, Any], data: Data) -> Iterator[Fact]:
    """The numbers of the department's own money and score, and the figures worked out from them."""
    unit = str(record.get("unit", "万元"))
    for top in ("finance", "assets", "evaluation"):
        yield from _numbers(record.get(top), data, (top,), unit)


def _numbers(value: Any, data: Data, path: Path, unit: str) -> Iterator[Fact]:
    if isinstance(value, Mapping):
        titles = getattr(getattr(value, "names", None), "titles", {})
        for key, item in value.items():
            if isinstance(item, int | Decimal) and not isinstance(item, bool):
                name, rate = ".".join(map(str, (*path, key))), key.endswith("_rate")
                share = "%" if rate else "分" if key == "score" else unit
                title, at = str(titles.get(key, key)), (*path, key)
                yield Fact(name, title, Decimal(item), share, partial(data.span, at), partial(chinese_path, data.record, at))
            else:
                yield from _numbers(item, data, (*path, key), unit)
