"""Which reportgen it is: told by its source, whatever was kept of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import reportgen
from reportgen import __version__


def told(folder: Path, cache: str) -> str:
    environment = {**os.environ, "REPORTGEN_CACHE": cache, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", "from reportgen.engine import engine; print(engine())"]
    return subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True, text=True).stdout.strip()


def test_a_changed_source_is_another_engine_and_what_was_kept_never_hides_it(tmp_path: Path) -> None:
    shutil.copytree(Path(reportgen.__file__).parent, tmp_path / "reportgen", ignore=shutil.ignore_patterns("__pycache__"))
    cache = str(tmp_path / "cache")
    first = told(tmp_path, cache)
    assert first.startswith(f"{__version__}+")
    assert told(tmp_path, cache) == told(tmp_path, "off") == first

    changed = tmp_path / "reportgen" / "chinese" / "numerals.py"
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")
    second = told(tmp_path, cache)
    assert second not in ("", first)
    assert told(tmp_path, "off") == second

    (tmp_path / "reportgen" / "chinese" / "further.py").write_text("", "utf-8")
    assert told(tmp_path, cache) not in (first, second)
