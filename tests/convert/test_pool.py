"""Documents to PDF by a stand-in for LibreOffice that obeys, hangs and crashes as told, and by the real one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from reportgen.convert import Conversion, Converted, convert_all, find_office
from tests.documents import docx

STAND_IN = f"""\
#!{sys.executable}
import pathlib, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
with (pathlib.Path(__file__).parent / "starts").open("a") as log:
    print(sum(name.endswith(".docx") for name in sys.argv), [name for name in sys.argv if name.startswith("-env")][0], file=log)
for source in map(pathlib.Path, sys.argv[sys.argv.index("--outdir") + 2:]):
    words = source.read_text()
    if words == "hang":
        time.sleep(60)
    if words == "crash":
        sys.exit(81)
    (folder / (source.stem + ".pdf")).write_text("%PDF " + words + ("" if words == "torn" else "%%EOF"))
"""


@pytest.fixture
def office(tmp_path: Path) -> str:
    path = tmp_path / "bin" / "soffice"
    path.parent.mkdir()
    path.write_text(STAND_IN)
    path.chmod(0o755)
    return str(path)


def conversions(tmp_path: Path, *words: str) -> list[Conversion]:
    made = []
    for number, text in enumerate(words):
        path = tmp_path / f"{number}.docx"
        path.write_text(text)
        made.append(Conversion(path, tmp_path / f"{number}.pdf"))
    return made


def place(target: Path, made: Path) -> None:
    shutil.move(made, target)


def run(jobs: list[Conversion], office: str, workers: int = 1, start: float = 10.0) -> list[Converted]:
    return list(convert_all(jobs, office, workers=workers, place=place, seconds=(start, 0.0)))


def starts(office: str) -> list[int]:
    return [int(line.split()[0]) for line in (Path(office).parent / "starts").read_text().splitlines()]


def test_several_documents_go_into_one_start(tmp_path: Path, office: str) -> None:
    done = run(conversions(tmp_path, *map(str, range(25))), office)
    assert [one.finding for one in done] == [None] * 25
    assert starts(office) == [20, 5]
    assert (tmp_path / "24.pdf").read_text() == "%PDF 24%%EOF"


def test_workers_share_the_documents_each_with_its_own_profile(tmp_path: Path, office: str) -> None:
    run(conversions(tmp_path, *map(str, range(10))), office, workers=2)
    lines = (Path(office).parent / "starts").read_text().split()
    assert lines[::2] == ["5", "5"]
    assert lines[1] != lines[3]


@pytest.mark.slow
@pytest.mark.parametrize(("word", "reason"), [("crash", "程序中途退出"), ("torn", "程序中途退出"), ("hang", "超过时限")])
def test_a_document_that_fails_is_tried_alone_and_said_and_the_rest_finish(tmp_path: Path, office: str, word: str, reason: str) -> None:
    done = run(conversions(tmp_path, "a", word, "b"), office, start=4.0)
    assert [one.finding is None for one in done] == [True, False, True]
    finding = done[1].finding
    assert finding is not None
    assert finding.message("zh") == f"LibreOffice 没有把“{tmp_path / '1.docx'}”转成 PDF：{reason}"
    assert not (tmp_path / "1.pdf").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, office: str) -> None:
    def refuse(target: Path, made: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target), None, str(made))

    (done,) = convert_all(conversions(tmp_path, "a"), office, place=refuse)
    assert done.finding is not None
    assert done.finding.message("en").endswith("Permission denied")


def test_the_environment_names_the_program(monkeypatch: pytest.MonkeyPatch, office: str) -> None:
    monkeypatch.setenv("REPORTGEN_SOFFICE", office)
    assert find_office() == office
    monkeypatch.setenv("REPORTGEN_SOFFICE", "/nowhere/soffice")
    assert find_office() is None


@pytest.mark.slow
def test_libreoffice_makes_pdf_of_what_is_sound_and_says_what_is_not(tmp_path: Path) -> None:
    office = find_office()
    if office is None:
        pytest.fail("this test needs LibreOffice")
    sound, broken = tmp_path / "好.docx", tmp_path / "坏.docx"
    sound.write_bytes(docx("一、基本情况"))
    broken.write_bytes(docx("x")[:700])
    jobs = [Conversion(path, path.with_suffix(".pdf")) for path in (sound, broken)]
    good, bad = convert_all(jobs, office, place=place)
    assert good.finding is None
    assert (tmp_path / "好.pdf").read_bytes().startswith(b"%PDF")
    assert bad.finding is not None
