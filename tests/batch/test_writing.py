"""Bytes reach a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.writing import write_whole
from reportgen.errors import OutputError


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "x.docx", b"new")
    assert (tmp_path / "a" / "b" / "x.docx").read_bytes() == b"new"


def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"old")
    write_whole(tmp_path / "x.docx", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"new")]


def test_what_cannot_be_written_is_said_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(OutputError, match="directory"):
        write_whole(tmp_path / "x.docx", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["x.docx"]


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_bytes(b"")
    with pytest.raises(OutputError):
        write_whole(tmp_path / "outputs" / "x.docx", b"new")
