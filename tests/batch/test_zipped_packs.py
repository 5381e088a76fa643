"""Runs with a pack that is a .zip file."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportgen.library import build_many
from tests.documents import docx, text_of
from tests.folders import pack


def zipped(folder: Path, words: str) -> None:
    """The pack `p` as one file in the templates of a folder."""
    pack(folder / "made", {"report.docx": docx(f"{words}{{{{ 预算数 }}}}")})
    (folder / "templates").mkdir(exist_ok=True)
    shutil.make_archive(str(folder / "templates" / "p"), "zip", folder / "made" / "p")


def test_a_document_is_made_anew_when_the_zip_has_changed(tmp_path: Path) -> None:
    zipped(tmp_path, "甲")
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "a.yaml").write_text("模板: p\n文种: report\n预算数: 5\n", "utf-8")

    def run() -> tuple[list[bool], list[str]]:
        built = build_many([tmp_path / "inputs"], tmp_path / "outputs", templates=[tmp_path / "templates"])
        return [outcome.written for outcome in built.outcomes], text_of((tmp_path / "outputs" / "a.docx").read_bytes())

    assert run() == ([True], ["甲5"])
    assert run() == ([False], ["甲5"])
    zipped(tmp_path, "乙")
    assert run() == ([True], ["乙5"])
