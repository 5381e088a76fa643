"""Render a table of more and more rows, each in a process of its own, and print milliseconds a row and the peak of memory.

    python benchmarks/growth.py [ROWS ...]

The peak is that of the whole process: Python, the libraries, the template, the data and the document in memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

_ROWS = (2_000, 5_000, 10_000, 20_000)
_COLUMNS = 8
_MOST = 100
"""MiB that the process may take at the most rows."""
_STEEPEST = 1.5
"""How much more a row may cost at the most rows than at the fewest."""


def _measured(rows: int) -> tuple[float, float, int]:
    """Milliseconds a row, MiB at the peak, and bytes of the document."""
    output = subprocess.run([sys.executable, __file__, "--one", str(rows)], check=True, capture_output=True, text=True).stdout.split()
    return float(output[0]), float(output[1]), int(output[2])


def _one(rows: int) -> None:
    """Render once, in this process, and print what it took."""
    template, data = _template(), _data(rows)
    from reportgen import Template

    compiled = Template.open(template)
    compiled.render({"rows": data[:10]})
    start = time.perf_counter()
    document = compiled.render({"rows": data})
    spent = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(1000 * spent / rows, peak, len(document))


def _template() -> bytes:
    """Made in a process of its own, so that python-docx does not count."""
    source = f"import sys; from workloads import rows; sys.stdout.buffer.write(rows(1, {_COLUMNS}).template)"
    return subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, cwd=Path(__file__).parent).stdout


def _data(rows: int) -> list[dict[str, str]]:
    return [
        {f"c{column}": f"第{row}行的第{column}列" if column % 2 else str(row * 37 % 999_983) for column in range(_COLUMNS)}
        for row in range(rows)
    ]


def main() -> int:
    """Print a line a size; 1 where growth is not linear or memory not bounded."""
    if sys.argv[1:2] == ["--one"]:
        _one(int(sys.argv[2]))
        return 0
    sizes = [int(argument) for argument in sys.argv[1:]] or list(_ROWS)
    measured = []
    for rows in sizes:
        measured.append(_measured(rows))
        milliseconds, peak, size = measured[-1]
        print(
            f"{rows:7} rows × {_COLUMNS}   {rows * milliseconds:8.1f} ms   {1000 * milliseconds:6.2f} µs a row"
            f"   {peak:6.1f} MiB   {size / 1024:.0f} KiB"
        )
    return int(measured[-1][1] > _MOST or measured[-1][0] > _STEEPEST * measured[0][0])


if __name__ == "__main__":
    sys.exit(main())
