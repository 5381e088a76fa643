"""The stages of a report, each measured alone over the same inputs: together they are the least that a report can take."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml
from distinct import ROOT

from reportgen import inputs, narrative, packs
from reportgen.batch.writing import write_whole
from reportgen.checks import check, document_of
from reportgen.figures import derive, run_rules
from reportgen.pipeline import reports
from reportgen.workshop import Workshop

Item = TypeVar("Item")
_ROUNDS = 3


def floor(paths: Sequence[Path]) -> dict[str, float]:
    """Processor seconds a document of each stage. Deflating is part of rendering, which packs a part while its tags run."""
    workshop = Workshop([ROOT / "templates"])
    texts = [path.read_bytes() for path in paths]
    trees = [inputs.read(text, path.name) for text, path in zip(texts, paths, strict=True)]
    made = [reports(tree, workshop)[0] for tree in trees]
    pack = made[0].pack
    assert pack is not None, made[0].findings
    kind = pack.kinds[made[0].kind]
    schema, prepared, environment = pack.schema(kind.name), workshop.prepared(pack, kind), workshop.environment()
    constants = prepared.definitions.constants
    data = [packs.validate(tree, schema)[0] for tree in trees]

    figured = [derive(prepared.definitions, one.record, one.span)[0] for one in data]
    told = [narrative.read_all(record, one, environment, constants)[0] for record, one in zip(figured, data, strict=True)]

    def rules(number: int) -> None:
        one, record = data[number], told[number]
        derive(prepared.definitions, one.record, one.span)
        run_rules(prepared.definitions, record, one.span)
        check(document_of(record, one, constants, ""))

    assert prepared.template is not None, prepared.findings
    with tempfile.TemporaryDirectory() as folder:
        return {
            "YAML": _each(texts, lambda text: yaml.load(text, yaml.CSafeLoader)),
            "validation": _each(trees, lambda tree: packs.validate(tree, schema)),
            "narrative": _each(range(len(data)), lambda number: narrative.read_all(figured[number], data[number], environment, constants)),
            "rules": _each(range(len(data)), rules),
            "render and deflate": _each([report.context for report in made], prepared.template.render),
            "write": _each([report.docx or b"" for report in made], partial(write_whole, Path(folder) / "x.docx")),
        }


def _each(items: Sequence[Item], run: Callable[[Item], object]) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        for item in items:
            run(item)
        best = min(best, (time.process_time() - start) / len(items))
    return best
