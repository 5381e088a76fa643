"""The narrative texts of a record read to prose, each in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from reportgen.expressions import Budget, Environment, Record, variables
from reportgen.findings import Finding
from reportgen.narrative.blocks import Prose
from reportgen.narrative.reader import evaluator
from reportgen.narrative.reading import read
from reportgen.packs import Data
from reportgen.packs.layers import Path


def read_all(record: Record, data: Data, environment: Environment, constants: Mapping[str, Any]) -> tuple[Record, list[Finding]]:
    """The record with its narrative texts read to prose. Findings: N…, and E… of expressions in them."""
    evaluate = evaluator(environment, {**constants, **variables(record)}, Budget())
    findings: list[Finding] = []
    prose: dict[Path, Prose] = {}
    for path, text in _texts(record, data.narratives):
        prose[path], found = read(text, partial(data.locate, path), evaluate)
        findings += found
    return _replaced(record, prose, ()), findings


def _texts(record: Record, paths: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        value: Any = record
        for step in path:
            value = value[step]
        if isinstance(value, str):
            yield path, value


def _replaced(value: Any, prose: Mapping[Path, Prose], path: Path) -> Any:
    """A copy of `value` with prose in the place of its texts."""
    if isinstance(value, Record):
        return Record({key: _replaced(item, prose, (*path, key)) for key, item in value.items()}, value.names, value.path)
    if isinstance(value, list):
        return [_replaced(item, prose, (*path, index)) for index, item in enumerate(value)]
    return prose.get(path, value)
