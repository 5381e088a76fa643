"""Paths on a command line become jobs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.batch import plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.yaml", "a.yml", "notes.txt", "east/c.yaml", ".hidden/d.yaml", "east/.e.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("year: 2023\n", "utf-8")
    return tmp_path


def test_a_folder_gives_its_yaml_files_in_order_and_keeps_its_structure(folder: Path) -> None:
    jobs = plan([str(folder)]).jobs
    assert [(job.folder.as_posix(), job.stem) for job in jobs] == [(".", "a"), (".", "b"), ("east", "c")]


def test_a_file_goes_to_the_top_of_the_output_folder(folder: Path) -> None:
    (job,) = plan([str(folder / "east" / "c.yaml")]).jobs
    assert (job.folder.as_posix(), job.stem) == (".", "c")


def test_a_pattern_gives_only_yaml_files(folder: Path) -> None:
    assert [job.stem for job in plan([str(folder / "*")]).jobs] == ["a", "b", "c"]


def test_an_input_named_twice_is_built_once(folder: Path) -> None:
    assert len(plan([str(folder), str(folder / "b.yaml"), str(folder / "east" / ".." / "b.yaml")]).jobs) == 3


def test_a_path_without_input_is_a_finding_and_the_others_go_on(folder: Path) -> None:
    made = plan([str(folder / "none.yaml"), str(folder / "b.yaml")])
    assert [finding.code for finding in made.findings] == ["W001"]
    assert made.findings[0].message("zh") == f"没有找到输入文件“{folder / 'none.yaml'}”"
    assert made.findings[0].message("en") == f"no input found at {folder / 'none.yaml'}"
    assert [job.stem for job in made.jobs] == ["b"]


def test_a_name_that_is_not_utf8_is_a_finding_and_the_others_go_on(folder: Path) -> None:
    for name in (b"\xff.yaml", b"sub\xff/b.yaml"):
        path = os.path.join(os.fsencode(folder), b"a", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        Path(os.fsdecode(path)).write_text("", "utf-8")
    before = len(plan([str(folder)]).jobs)
    found = plan([str(folder), os.fsdecode(b"none\xff")])
    assert [finding.code for finding in found.findings] == ["W023", "W023", "W001"]
    assert all(finding.message(locale).encode() for finding in found.findings for locale in ("zh", "en"))
    assert "\\udcff.yaml" in found.findings[1].message("zh")
    assert before == len(found.jobs) > 0


def test_a_pattern_or_path_gives_no_pipe_and_no_link_to_itself(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    found = plan([str(folder / "*pe.yaml"), str(folder / "pipe.yaml"), str(folder / "loop.yaml")])
    assert ([finding.code for finding in found.findings], found.jobs) == (["W001"] * 3, ())
