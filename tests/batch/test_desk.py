"""An output folder belongs to one run at a time, and survives any end of it."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from reportgen.batch import Built
from reportgen.batch.desk import at_desk
from reportgen.errors import FindingsError
from tests.batch.conftest import Build
from tests.batch.packs import put_input

KILLS = 4
_COMMAND = "from reportgen.cli import main; main()"


def test_a_second_run_in_the_same_folder_is_refused(office: Path) -> None:
    with at_desk(office / "outputs"):
        with pytest.raises(FindingsError) as caught, at_desk(office / "outputs", patience=0):
            pass
        assert caught.value.findings[0].message("zh") == f"另一个 reportgen 正在写“{office / 'outputs'}”"
    with at_desk(office / "outputs", patience=0):
        pass


def test_two_runs_at_once_wait_for_each_other(office: Path) -> None:
    for name in "abc":
        put_input(office / "inputs", f"{name}.yaml")
    runs = [subprocess.Popen([sys.executable, "-c", _COMMAND, "build", f"inputs/{name}.yaml"], cwd=office) for name in "abc"]
    assert [run.wait() for run in runs] == [0, 0, 0]
    names = sorted(path.name for path in (office / "outputs").iterdir())
    assert names == ["a.docx", "b.docx", "c.docx", "manifest.json"]
    assert (office / "outputs" / "manifest.json").read_text("utf-8").count('"status": "built"') == 3


def sound(folder: Path) -> bool:
    return all(zipfile.ZipFile(io.BytesIO(path.read_bytes())).testzip() is None for path in folder.rglob("*.docx"))


@pytest.mark.slow
def test_a_run_killed_at_any_moment_leaves_whole_documents_and_the_next_one_goes_on(office: Path, build: Build) -> None:
    for number in range(120):
        put_input(office / "inputs", f"{number:03}.yaml", title=f"第{number}号")
    moments = random.Random(7)
    for kill in range(KILLS):
        for number in range(0, 120, 2):  # so that there is something of ours to replace
            put_input(office / "inputs", f"{number:03}.yaml", title=f"第{number}号，第{kill}次")
        run = subprocess.Popen([sys.executable, "-c", _COMMAND, "build", "inputs", "--jobs", "2"], cwd=office, stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.2, 1.0))
        run.kill()
        run.wait()
        assert sound(office / "outputs")
    built: Built = build()
    assert [finding for outcome in built.outcomes for finding in outcome.findings] == []
    assert sorted(path.name for path in (office / "outputs").iterdir()) == [*(f"{n:03}.docx" for n in range(120)), "manifest.json"]
    assert sound(office / "outputs")


@pytest.mark.parametrize(("most", "code"), [(1500, "W005"), (100, "W009")])
def test_a_full_disk_is_a_finding_and_leaves_no_half_document(office: Path, most: int, code: str) -> None:
    import resource

    put_input(office / "inputs", "a.yaml")
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {resource.RLIM_INFINITY})); {_COMMAND}"
    run = subprocess.run([sys.executable, "-c", limit, "build", "inputs"], cwd=office, capture_output=True, text=True, check=False)
    assert run.returncode in (1, 2)
    assert code in run.stderr
    assert "Traceback" not in run.stderr
    assert not list((office / "outputs").rglob("*.docx"))


def test_a_torn_journal_is_read_as_far_as_it_goes(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    (office / "outputs" / ".reportgen").mkdir()
    (office / "outputs" / ".reportgen" / "journal.jsonl").write_text('[{"input": "inputs/a.yaml", "kind"', "utf-8")
    Path("outputs/a.docx").write_bytes(b"half")
    assert [outcome.entry["why"] for outcome in build().outcomes] == [["document edited by hand"]]
    Path("outputs/a.docx").unlink()
    build()
    assert [outcome.entry["why"] for outcome in build().outcomes] == [["unchanged"]]


@pytest.mark.parametrize("name", [".reportgen", ".reportgen/staging", ".reportgen/journal.jsonl", ".reportgen.lock"])
def test_a_link_planted_in_the_output_folder_is_not_followed(office: Path, build: Build, name: str) -> None:
    put_input(office / "inputs", "a.yaml")
    home = office / "home"
    (home / "staging").mkdir(parents=True)
    (home / "staging" / "dear").write_text("mine", "utf-8")
    (home / "bashrc").write_text("mine", "utf-8")
    link = office / "outputs" / name
    link.parent.mkdir(parents=True)
    target = {"journal.jsonl": "bashrc", ".reportgen.lock": "new"}.get(link.name, "")
    link.symlink_to(home / target)
    with pytest.raises(FindingsError) as caught:
        build()
    assert [finding.code for finding in caught.value.findings] == ["W024"]
    assert {path.relative_to(home).as_posix() for path in home.rglob("*")} == {"staging", "staging/dear", "bashrc"}
    assert (home / "bashrc").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["journal.jsonl", "staging"])
def test_a_pipe_in_the_place_of_our_own_files_is_refused_at_once(office: Path, build: Build, name: str) -> None:
    put_input(office / "inputs", "a.yaml")
    (office / "outputs" / ".reportgen").mkdir(parents=True)
    os.mkfifo(office / "outputs" / ".reportgen" / name)
    with pytest.raises(FindingsError) as caught:
        build()
    assert [finding.code for finding in caught.value.findings] == ["W024"]


def test_a_working_folder_whose_name_is_not_utf8_is_a_finding_where_it_would_be_written_down(
    office: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = Path(os.fsdecode(os.fsencode(office) + b"/\xff"))
    put_input(odd, "a.yaml")
    (odd / "outputs").symlink_to(office, target_is_directory=True)
    monkeypatch.chdir(odd)
    with pytest.raises(FindingsError) as caught:
        build("a.yaml")
    assert [finding.code for finding in caught.value.findings] == ["W023"]
