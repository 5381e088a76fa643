"""Render the same template and data through docxtpl and through reportgen, in one process, and print the ratio.

    python benchmarks/render.py [--rounds N] [prose form rows]

Processor time is measured, in short rounds of the two engines in turn, so that a noisy machine disturbs both; the ratio is taken
within a round and its median printed.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable

import docx
from docxtpl import DocxTemplate
from workloads import WORKLOADS, Workload

from reportgen import Template


def _text(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    tables = ["\t".join(cell.text for cell in row.cells) for table in document.tables[:1] for row in table.rows[:30]]
    return [paragraph.text for paragraph in document.paragraphs] + tables


def _docxtpl(workload: Workload) -> Callable[[], bytes]:
    """The usual way with docxtpl: a template object a document, since a rendering changes it."""

    def render() -> bytes:
        template = DocxTemplate(io.BytesIO(workload.template))
        template.render(workload.context, workload.environment, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return render


def _reportgen(workload: Workload) -> Callable[[], bytes]:
    if workload.ours is not None:
        return lambda ours=workload.ours: ours.render(workload.our_context)
    template = Template.open(workload.template)
    return lambda: template.render(workload.context)


def _seconds(render: Callable[[], bytes], at_least: float) -> float:
    """Seconds of the processor a document, over as many documents as fill `at_least` seconds."""
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < at_least or not count:
        render()
        count += 1
    return spent / count


def main() -> None:
    """Measure and print one line a workload."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("workloads", nargs="*", metavar="|".join(WORKLOADS))
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    for name in arguments.workloads or WORKLOADS:
        workload = WORKLOADS[name]()
        theirs, ours = _docxtpl(workload), _reportgen(workload)
        assert _text(theirs()) == _text(ours()), f"{name}: the texts differ"
        pairs = [(_seconds(theirs, 0.1), _seconds(ours, 0.1)) for _ in range(arguments.rounds)]
        ratio = statistics.median(slow / fast for slow, fast in pairs)
        slow, fast = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"{name:8} docxtpl {1000 * slow:9.2f} ms   reportgen {1000 * fast:8.3f} ms   {ratio:6.1f}×   {len(ours()) / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
