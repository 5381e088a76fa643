"""Build N distinct reports from YAML on disk to .docx on disk, and compare with the sum of its stages and with a plain docxtpl loop.

    python benchmarks/batch.py [--count N] [--rounds N]

Inputs are made from inputs/panyu-2023.yaml, the report that has a flat docxtpl template of the same text beside it. Rounds of all
ways alternate, so that a noisy machine disturbs all of them; medians are printed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from distinct import ROOT, write
from docxtpl import DocxTemplate
from stages import floor

SOURCE = ROOT / "inputs" / "panyu-2023.yaml"
FLAT = ROOT / "benchmarks" / "panyu-flat.docx"
_COMMAND = [sys.executable, "-c", "from reportgen.cli import main; main()", "build"]


@dataclass
class Way:
    """One way to build the folder, and the seconds that it took in each round."""

    name: str
    run: Callable[[], None]
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    """Seconds of processor time, which a busy machine disturbs less."""

    def measure(self) -> None:
        start, spent = time.perf_counter(), _spent()
        self.run()
        self.seconds.append(time.perf_counter() - start)
        self.processor.append(_spent() - spent)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def work(self) -> float:
        return statistics.median(self.processor)


def _spent() -> float:
    """Processor seconds of all processes that were started and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _ours(inputs: Path, out: Path, *arguments: str, anew: bool = True) -> Callable[[], None]:
    def run() -> None:
        if anew:
            shutil.rmtree(out, ignore_errors=True)
        command = [*_COMMAND, str(inputs), "-o", str(out), "--templates", str(ROOT / "templates"), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    return run


def _docxtpl(inputs: Path, out: Path) -> Callable[[], None]:
    """The usual loop: load by the C loader, open the template, render, save; in a process of its own, as ours."""

    def run() -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        process = multiprocessing.get_context("fork").Process(target=loop)
        process.start()
        process.join()

    def loop() -> None:
        for path in sorted(inputs.glob("*.yaml")):
            template = DocxTemplate(str(FLAT))
            template.render(_flat(yaml.load(path.read_bytes(), yaml.CSafeLoader)), autoescape=True)
            template.save(str(out / f"{path.stem}.docx"))

    return run


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """What the flat template needs beyond the input: the rate, and paragraphs as lists."""
    finance, evaluation = data["finance"], data["evaluation"]
    return {
        **data,
        "finance": {**finance, "rate": f"{finance['executed'] / finance['budget'] * 100:.0f}%"},
        "management": {"performance": data["management"]["performance"].split("\n")},
        "evaluation": {
            **evaluation,
            "tasks": [{"title": task["title"], "text": task["text"].split("\n")} for task in evaluation["tasks"]],
            "achievements": str(evaluation.get("achievements", "")).split("\n"),
        },
    }


def _ways(inputs: Path, work: Path) -> dict[str, Way]:
    out = work / "out"
    ways = [
        Way("docxtpl loop", _docxtpl(inputs, work / "theirs")),
        Way("1 worker", _ours(inputs, out, "--jobs", "1")),
        Way("2 workers", _ours(inputs, work / "two", "--jobs", "2")),
        Way("1 worker, no checks", _ours(inputs, work / "bare", "--jobs", "1", "--no-checks")),
        Way("again, nothing changed", _ours(inputs, out, "--jobs", "1", anew=False)),
    ]
    return {way.name: way for way in ways}


def _memory(inputs: Path, work: Path) -> list[float]:
    """Resident MiB of the largest of two workers after each tenth of the documents."""
    program = (
        "import multiprocessing, resource, sys; from pathlib import Path\n"
        "from reportgen.batch import Wishes, build_all, plan; from reportgen.search import Search\n"
        "jobs, seen = plan([sys.argv[1]]).jobs, []\n"
        "def size(pid): return int(Path(f'/proc/{pid}/statm').read_text().split()[1]) * resource.getpagesize() / 2**20\n"
        "def done(outcome):\n"
        "    seen.append(1)\n"
        "    if len(seen) % max(1, len(jobs) // 10) == 0: print(max(size(one.pid) for one in multiprocessing.active_children()))\n"
        "build_all(jobs, Path(sys.argv[2]), Search((Path(sys.argv[3]),)), wishes=Wishes(workers=2), progress=done)\n"
    )
    command = [sys.executable, "-c", program, str(inputs), str(work / "memory"), str(ROOT / "templates")]
    return [float(line) for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportgen-batch-") as folder:
        work = Path(folder)
        inputs = work / "inputs"
        paths = write(inputs, arguments.count, [SOURCE])
        ways = _ways(inputs, work)
        for _ in range(arguments.rounds):
            for way in ways.values():
                way.measure()
        stages = floor(paths[:100])
        memory = _memory(inputs, work)
    for way in ways.values():
        each, rate = 1000 * way.work / arguments.count, arguments.count / way.median
        print(f"{way.name:24} {way.median:7.2f} s  {rate:6.0f}/s   processor {way.work:7.2f} s  {each:6.2f} ms each")
    print("stages alone, ms:       ", "  ".join(f"{name} {1000 * seconds:.2f}" for name, seconds in stages.items()))
    one, theirs = ways["1 worker"], ways["docxtpl loop"]
    print("ratios                                      time  processor")
    _ratio("one worker over the sum of its stages", one.median, one.work, arguments.count * sum(stages.values()))
    _ratio("docxtpl loop over one worker, with checks", theirs.median, theirs.work, one.median, one.work)
    bare = ways["1 worker, no checks"]
    _ratio("docxtpl loop over one worker, no checks", theirs.median, theirs.work, bare.median, bare.work)
    again = ways["again, nothing changed"]
    _ratio("first run over the second", one.median, one.work, again.median, again.work)
    _ratio("one worker over two", one.median, one.work, ways["2 workers"].median, ways["2 workers"].work)
    print("memory of a worker, MiB:", " ".join(f"{size:.0f}" for size in memory))


def _ratio(name: str, seconds: float, processor: float, over: float, over_processor: float = 0.0) -> None:
    print(f"{name:42} {seconds / over:5.2f}×    {processor / (over_processor or over):5.2f}×")


if __name__ == "__main__":
    main()
