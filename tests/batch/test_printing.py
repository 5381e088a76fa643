"""PDF beside the documents: made when they change, never in the place of another's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen.batch import Built
from tests.batch.conftest import Build
from tests.batch.packs import put_input

STAND_IN = f"""\
#!{sys.executable}
import pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for source in map(pathlib.Path, sys.argv[sys.argv.index("--outdir") + 2:]):
    (folder / (source.stem + ".pdf")).write_bytes(b"%PDF " + source.read_bytes()[-9:] + b"%%EOF")
    with (pathlib.Path(__file__).parent / "made").open("a") as log:
        print("one", file=log)
"""


@pytest.fixture
def office_program(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = office / "soffice"
    path.write_text(STAND_IN)
    path.chmod(0o755)
    monkeypatch.setenv("REPORTGEN_SOFFICE", str(path))
    return path


def made(program: Path) -> int:
    log = program.with_name("made")
    return len(log.read_text().split()) if log.exists() else 0


def codes(built: Built) -> list[str]:
    return [finding.code for finding in built.findings if finding.code != "L103"]


def test_a_pdf_is_made_again_only_when_its_document_changes(office: Path, build: Build, office_program: Path) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    for _ in range(2):
        assert codes(build(pdf=True)) == []
        assert made(office_program) == 2
    put_input(office / "inputs", "b.yaml", title="新题")
    build()
    assert made(office_program) == 2
    build(pdf=True)
    assert made(office_program) == 3
    assert sorted(path.name for path in Path("outputs").iterdir()) == ["a.docx", "a.pdf", "b.docx", "b.pdf", "manifest.json"]


def test_a_pdf_of_another_hand_is_kept(office: Path, build: Build, office_program: Path) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs").mkdir()
    Path("outputs/a.pdf").write_text("scanned and sealed")
    assert codes(build(pdf=True)) == ["L106"]
    assert Path("outputs/a.pdf").read_text() == "scanned and sealed"
    assert made(office_program) == 0


def test_without_libreoffice_the_documents_are_there_and_what_to_install_is_said(
    office: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_input(office / "inputs", "a.yaml")
    monkeypatch.setenv("REPORTGEN_SOFFICE", "/nowhere/soffice")
    built = build(pdf=True)
    assert codes(built) == ["L101"]
    assert "apt install libreoffice-writer-nogui" in built.findings[0].hint("zh")
    assert Path("outputs/a.docx").exists()
