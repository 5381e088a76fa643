"""What is kept between runs is good, or it is not used."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reportgen import inputs
from reportgen.keeping import Shelf, cache_folder
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import docx, text_of

SCHEMA = "type: object\nproperties: {pack: {type: string}, kind: {type: string}, title: {type: string}}\n"


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "templates" / "p"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("title: 甲\nkinds: {note: {title: 说明}, card: {title: 卡片}}\n", "utf-8")
    (folder / "common.schema.yaml").write_text(SCHEMA, "utf-8")
    (folder / "note.docx").write_bytes(docx("旧：{{ title }}"))
    (folder / "card.docx").write_bytes(docx("卡：{{ title }}"))
    return folder


def made(packs: Path, kind: str = "note", workshop: Workshop | None = None) -> list[str]:
    source = inputs.read(f"pack: p\nkind: {kind}\ntitle: 题\n".encode(), "x.yaml")
    (report,) = reports(source, workshop or Workshop([packs.parent]))
    assert report.docx is not None, report.findings
    return text_of(report.docx)


def test_a_second_run_takes_what_the_first_made_ready(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(packs)
    monkeypatch.setattr("reportgen.assembly.assemble", None)
    assert made(packs) == first == ["旧：题"]


def test_a_changed_template_is_compiled_anew(packs: Path) -> None:
    made(packs)
    (packs / "note.docx").write_bytes(docx("新：{{ title }}"))
    assert made(packs) == ["新：题"]


def test_a_pack_that_is_edited_during_a_run_is_not_kept(packs: Path) -> None:
    workshop = Workshop([packs.parent])
    made(packs, "note", workshop)
    (packs / "note.docx").write_bytes(docx("新：{{ title }}"))
    made(packs, "card", workshop)
    assert made(packs) == ["新：题"]


def test_what_was_kept_in_one_folder_does_not_lead_astray_in_another(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = inputs.read("pack: p\nkind: note\ntitle: 题\n".encode(), "x.yaml")
    for folder, templates in ((packs.parent.parent, Path("templates")), (packs.parent, Path("../templates")), (packs.parent, Path("."))):
        monkeypatch.chdir(folder)
        workshop = Workshop([templates])
        pack = workshop.pack("p")
        assert reports(source, workshop)[0].docx is not None
        assert reports(inputs.read(b"pack: p\nkind: card\ntitle: x\n", "y.yaml"), workshop)[0].docx is not None
        assert pack.chain[-1].path.is_dir()


def test_damaged_bytes_are_not_read(packs: Path, tmp_path: Path) -> None:
    made(packs)
    (kept,) = (tmp_path / "cache").iterdir()
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    assert made(packs) == ["旧：题"]


@pytest.mark.parametrize("wrong", [b"", b"short", b"x" * 100])
def test_half_a_file_is_no_file(tmp_path: Path, wrong: bytes) -> None:
    shelf = Shelf({}, tmp_path / "c")
    shelf.keep("k", {}, [1])
    assert shelf.take("k", str) == [1]
    (kept,) = (tmp_path / "c").iterdir()
    kept.write_bytes(wrong)
    assert shelf.take("k", str) is None


def test_a_folder_that_others_may_write_into_is_not_used(tmp_path: Path) -> None:
    if sys.platform == "win32":
        return
    shelf = Shelf({}, tmp_path / "c")
    shelf.keep("k", {}, [1])
    os.chmod(tmp_path / "c", 0o777)
    assert shelf.take("k", str) is None


def test_the_folder_is_the_systems_own_unless_another_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", "off")
    assert cache_folder() is None
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("REPORTGEN_CACHE")
    assert cache_folder() is not None


def test_a_relative_folder_of_the_system_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTGEN_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    found = cache_folder()
    assert found is not None
    assert found.is_absolute()


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("reportgen.keeping.os.replace", refused)
    shelf = Shelf({}, tmp_path / "c")
    shelf.keep("k", {}, [1])
    assert list((tmp_path / "c").iterdir()) == []
