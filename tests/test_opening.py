"""No file is read further than it takes to see that it is too large."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reportgen.batch.planning import plan
from reportgen.batch.reviewing import review
from reportgen.errors import NotADocx
from reportgen.inputs import MOST_BYTES
from reportgen.opening import read_start
from reportgen.options import Options
from reportgen.render import Template
from reportgen.workshop import Workshop

TERABYTE = 2**40


def vast(path: Path) -> Path:
    """A file of a terabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(TERABYTE)
    return path


def test_a_file_is_read_to_one_byte_beyond_what_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert [read_start(path, most) for most in (3, 4, 5, 6)] == [b"1234", b"12345", b"12345", b"12345"]


def test_a_vast_input_is_a_finding(tmp_path: Path) -> None:
    vast(tmp_path / "a.yaml")
    (job,) = plan([str(tmp_path)]).jobs
    assert len(job.content()) == MOST_BYTES + 1
    (one,) = review([str(tmp_path / "a.yaml")], lambda _: Workshop([tmp_path]), Options()).files
    assert "Y002" in {finding.code for finding in one.findings}


def test_endless_standard_input_is_read_to_the_limit() -> None:
    class Endless(io.RawIOBase):
        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            return len(buffer)

        def readable(self) -> bool:
            return True

    (job,) = plan(["-"]).jobs
    assert len(job.content(io.BufferedReader(Endless()))) == MOST_BYTES + 1  # type: ignore[type-var]


def test_a_vast_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotADocx, match="P0"):
        Template.open(vast(tmp_path / "a.docx"))


def test_a_vast_word_file_is_a_finding(tmp_path: Path) -> None:
    path = vast(tmp_path / "a.docx")
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "pack.yaml").write_text("title: 底\nkinds: {}\n", "utf-8")
    (one,) = review([str(path)], lambda _: Workshop([tmp_path]), Options()).files
    assert [finding.code[0] for finding in one.findings] == ["P"]
