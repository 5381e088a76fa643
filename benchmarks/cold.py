"""Whole commands from process start to document: `reportgen build` of one file against a bare docxtpl script with the same render.

    python benchmarks/cold.py [--rounds N]

Twice: docxtpl with the pack's own template, flat (bare.py, the render of render.py's `panyu`), and with the shortest template that
prints the same text (`least`), which is no template for any other report.

The compiled template is kept from an earlier run, as it is for anyone's second document, and so is all bytecode, as it is for
whatever was installed; each round gets a new output folder. On a busy machine, seconds of the processor tell more than the wall clock.
Then: where our command's time goes that is spent on imports, by library (with the cost of measuring it).
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from flattening import plain_values
from workloads import WORKLOADS

_ROOT = Path(__file__).parents[1]
_LEAST = """
import pickle, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(pickle.load(open(sys.argv[2], "rb")), autoescape=True)
template.save(sys.argv[3])
"""
_SCRIPTS = {"panyu": [str(_ROOT / "benchmarks" / "bare.py")], "least": ["-c", _LEAST]}
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\w+)")
_NAMED = ("reportgen", "jinja2", "yaml", "click", "jsonschema_rs", "isal", "markupsafe")

Seconds = tuple[float, float]
"""Of the wall clock, and of the processor."""


def _seconds(command: list[str], environment: dict[str, str]) -> Seconds:
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def _imports(command: list[str], environment: dict[str, str]) -> Counter[str]:
    """Microseconds by library; "Python" is its own."""
    done = subprocess.run(command, check=True, cwd=_ROOT, env=environment, capture_output=True, text=True)
    spent: Counter[str] = Counter()
    for microseconds, name in _IMPORT.findall(done.stderr):
        spent[name if name in _NAMED else "Python"] += int(microseconds)
    return spent


def _row(words: str, theirs: list[float], own: list[float]) -> str:
    least, middle = (f"{1000 * pick(theirs):.0f} ms and {1000 * pick(own):.0f} ms" for pick in (min, statistics.median))
    ratios = f"{min(own) / min(theirs):.2f} and {statistics.median(mine / other for mine, other in zip(own, theirs, strict=True)):.2f}"
    return f"{words}: bare docxtpl and reportgen build, least {least}, median {middle}; {ratios} of it"


def main() -> None:
    """Measure in alternating rounds; print times, ratios, and what imports took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"REPORTGEN_CACHE": str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        ours = ["-c", "from reportgen.cli import main; main()", "build", "inputs/panyu-2023.yaml", "-o"]
        for name, script in _SCRIPTS.items():
            _compare(name, [sys.executable, *script, *_prepared(name, folder)], [sys.executable, *ours], folder, environment, rounds)
        spent = _imports([sys.executable, "-X", "importtime", *ours, str(folder / "last")], environment)
    print("imports: " + ", ".join(f"{name} {microseconds / 1000:.0f} ms" for name, microseconds in spent.most_common()))


def _prepared(name: str, folder: Path) -> list[str]:
    """Template, data and output of docxtpl's script; the data hold nothing of ours, so that it imports nothing of ours."""
    work = WORKLOADS[name]()
    template, data, out = (folder / f"{name}.{ending}" for ending in ("docx", "data", "out.docx"))
    template.write_bytes(work.template)
    pickled = pickle.dumps(plain_values(work.context, "\n"))
    assert b"reportgen" not in pickled
    data.write_bytes(pickled)
    return [str(template), str(data), str(out)]


def _compare(name: str, bare: list[str], ours: list[str], folder: Path, environment: dict[str, str], rounds: int) -> None:
    for number in range(2):
        _seconds(bare, environment)
        _seconds([*ours, str(folder / f"{name}-first{number}")], environment)
    pairs = [(_seconds(bare, environment), _seconds([*ours, str(folder / f"{name}{number}")], environment)) for number in range(rounds)]
    for index, words in enumerate(("wall clock", "processor")):
        print(_row(f"{name}, {words}", *([run[index] for run in column] for column in zip(*pairs, strict=True))))


if __name__ == "__main__":
    main()
