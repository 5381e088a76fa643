"""Whole commands from process start to document: `reportgen build` of one file against a bare docxtpl script with the same render.

    python benchmarks/cold.py [--rounds N]

The compiled template is kept from an earlier run, as it is for anyone's second document; each round gets a new output folder.
"""

from __future__ import annotations

import argparse
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workloads import panyu

_ROOT = Path(__file__).parents[1]
_BARE = """
import pickle, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(pickle.load(open(sys.argv[2], "rb")), autoescape=True)
template.save(sys.argv[3])
"""


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=_ROOT, env=environment, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure in alternating rounds and print medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").write_bytes(pickle.dumps(panyu().context))
        environment = {**os.environ, "REPORTGEN_CACHE": str(folder / "cache")}
        bare = [sys.executable, "-c", _BARE, "benchmarks/panyu-flat.docx", str(folder / "data"), str(folder / "bare.docx")]
        ours = [sys.executable, "-c", "from reportgen.cli import main; main()", "build", "inputs/panyu-2023.yaml", "-o"]
        _seconds([*ours, str(folder / "first")], environment)
        pairs = [(_seconds(bare, environment), _seconds([*ours, str(folder / str(number))], environment)) for number in range(rounds)]
    theirs, own = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(own_time / bare_time for bare_time, own_time in pairs)
    print(f"bare docxtpl {theirs:.0f} ms   reportgen build {own:.0f} ms   {ratio:.2f} of it")


if __name__ == "__main__":
    main()
