"""A Dask cluster of two worker processes does the work, and leaves what one machine leaves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import verbs
from tests.batch.packs import put_input, put_packs

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put_packs(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cluster(office: Path) -> Iterator[str]:
    """The cluster's address; its workers stand in the working folder."""
    program = office / "cluster.py"
    program.write_text(CLUSTER)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=office, env=environment, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield re.sub("^tcp://", "dask://", process.stdout.readline().strip())
        process.stdin.close()
        process.wait(30)


def build(*arguments: str) -> Result:
    return CliRunner().invoke(verbs, ["build", "inputs", *arguments], env={"REPORTGEN_LANG": "en"})


def left(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_cluster_leaves_the_same_documents_and_manifest(office: Path, cluster: str) -> None:
    for number in range(30):
        put_input(office / "inputs", f"{number:02}.yaml", title=f"第{number}号", **({"amount": "很多"} if number == 7 else {}))
    far = build("-o", "far", "--executor", cluster)
    near = build("-o", "near", "--jobs", "1")
    assert (far.exit_code, near.exit_code) == (1, 1), far.output
    assert left("far") == left("near")
    assert len(left("far")) == 30


def test_another_executor_is_refused(office: Path) -> None:
    put_input(office / "inputs", "a.yaml")
    result = build("--executor", "ray://x:1")
    assert (result.exit_code, result.stderr) == (2, "unknown executor ray://x:1; write dask://HOST:PORT\n")
