"""Build N distinct reports from YAML on disk to .docx on disk, and say of each figure whether it is as good as asked for.

    python benchmarks/batch.py [--count N] [--rounds N] [--pdf]

Inputs are made from inputs/panyu-2023.yaml, the report that has a flat docxtpl template of the same text beside it. Rounds of all
ways alternate, so that a noisy machine disturbs all of them; the best of each is taken. What one process does is compared by its
processor time, what several do at once by the clock.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import shutil
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
from flattening import FLAT, plain_environment, plain_values
from stages import floor

from reportgen.workshop import Workshop

SOURCE = ROOT / "inputs" / "panyu-2023.yaml"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
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
    def time(self) -> float:
        return min(self.seconds)

    @property
    def work(self) -> float:
        return min(self.processor)


def _spent() -> float:
    """Processor seconds of all processes that were started and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _ours(inputs: Path, out: Path, *arguments: str, anew: bool = True) -> Callable[[], None]:
    def run() -> None:
        if anew:
            shutil.rmtree(out, ignore_errors=True)
        command = [*_COMMAND, str(inputs), "-o", str(out), "--templates", str(ROOT / "templates"), *arguments]
        subprocess.run(command, check=True, capture_output=True, env=_ENVIRONMENT)

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
        workshop = Workshop([ROOT / "templates"])
        environment = plain_environment(workshop.environment(), workshop.pack("panyu").numbering)
        for path in sorted(inputs.glob("*.yaml")):
            template = DocxTemplate(str(FLAT))
            template.render(_values(yaml.load(path.read_bytes(), yaml.CSafeLoader)), environment, autoescape=True)
            template.save(str(out / f"{path.stem}.docx"))

    return run


def _values(data: dict[str, Any]) -> dict[str, Any]:
    """What the flat template needs beyond the input: the rate and the grade, and prose as docxtpl takes it."""
    finance, evaluation = data["finance"], data["evaluation"]
    grade = next(word for least, word in ((90, "优"), (80, "良"), (60, "中"), (0, "差")) if evaluation["score"] >= least)
    rate = round(finance["executed"] / finance["budget"] * 100, 2)
    derived = {"finance": {**finance, "execution_rate": rate}, "evaluation": {"grade": grade, **evaluation}}
    values: dict[str, Any] = plain_values({**data, **derived})
    return values


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


@dataclass(frozen=True)
class Line:
    """A figure beside what was asked for."""

    name: str
    figure: float
    asked: float
    least: bool = False
    """Whether the figure may not be smaller than what was asked for; else it may not be larger."""

    def __str__(self) -> str:
        fine = self.figure >= self.asked if self.least else self.figure <= self.asked
        return f"{'pass' if fine else 'FAIL'}  {self.name:58} {self.figure:6.2f}   asked: {'≥' if self.least else '≤'} {self.asked:g}"


def _lines(ways: dict[str, Way], count: int, stages: dict[str, float], memory: list[float], changed: int) -> list[Line]:
    one, bare, theirs, again = (ways[name] for name in ("1 worker", "1 worker, no checks", "docxtpl loop", "again, nothing changed"))
    return [
        Line("one worker, over the sum of its stages measured alone", one.work / (count * sum(stages.values())), 2.5),
        Line("documents a second over a docxtpl loop, with checks", theirs.work / one.work, 5, least=True),
        Line("documents a second over a docxtpl loop, without checks", theirs.work / bare.work, 8, least=True),
        Line("two workers over one, by the clock", one.time / ways["2 workers"].time, 1.5, least=True),
        Line("memory of a worker, last document over a tenth of the way", memory[-1] / memory[0], 1.05),
        Line("a second run over the first", again.work / one.work, 0.1),
        Line("documents built again after one input was changed", changed, 1),
    ]


def _changed(inputs: Path, work: Path) -> int:
    """How many documents are built after one input was changed."""
    path = min(inputs.glob("*.yaml"))
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    _ours(inputs, work / "out", "--jobs", "1", anew=False)()
    jobs = json.loads((work / "out" / "manifest.json").read_text("utf-8"))["jobs"]
    return sum(job["status"] == "built" for job in jobs)


def _pdf(work: Path, count: int = 20) -> Line:
    """PDF of twenty reports through the pool, over twenty starts of LibreOffice."""
    inputs, single = work / "few", work / "single"
    write(inputs, count, [SOURCE])
    _ours(inputs, work / "paper", "--jobs", "2", "--no-checks")()
    pooled = Way("pool", _ours(inputs, work / "paper", "--jobs", "2", "--no-checks", "--pdf", anew=False))
    pooled.measure()
    office = shutil.which("soffice") or "soffice"
    start = time.perf_counter()
    for document in sorted((work / "paper").glob("*.docx")):
        profile = f"-env:UserInstallation=file://{work}/profile"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(single), str(document)]
        subprocess.run(command, check=True, capture_output=True)
    return Line(f"PDF of {count} reports over as many starts of LibreOffice", pooled.time / (time.perf_counter() - start), 0.4)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pdf", action="store_true", help="measure LibreOffice, too")
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
        lines = _lines(ways, arguments.count, stages, memory, _changed(inputs, work))
        lines += [_pdf(work)] if arguments.pdf else []
    for way in ways.values():
        each, rate = 1000 * way.work / arguments.count, arguments.count / way.time
        print(f"{way.name:24} {way.time:7.2f} s  {rate:6.0f}/s   processor {way.work:7.2f} s  {each:6.2f} ms each")
    print("stages alone, ms:       ", "  ".join(f"{name} {1000 * seconds:.2f}" for name, seconds in stages.items()))
    print("memory of a worker, MiB:", " ".join(f"{size:.0f}" for size in memory))
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
