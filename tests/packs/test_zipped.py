"""Packs in one .zip file."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from reportgen import packs
from reportgen.fingerprints import PackDigests, pack_digest
from reportgen.inspection import inspect
from reportgen.packs.loading import load_at
from reportgen.previewing import preview
from reportgen.workshop import Workshop
from tests.documents import docx, text_of
from tests.folders import pack


def zipped(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return path


def files_of(folder: Path, prefix: str = "") -> dict[str, bytes]:
    return {f"{prefix}{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """The files of a pack."""
    pack(tmp_path / "made", {"report.docx": docx("{{ 部门.全称 }}")}, "p")
    return files_of(tmp_path / "made" / "p")


@pytest.mark.parametrize("prefix", ["", "本区/"])
def test_a_zip_is_a_pack_like_a_folder(tmp_path: Path, files: dict[str, bytes], prefix: str) -> None:
    zipped(tmp_path, "p", {f"{prefix}{name}": content for name, content in files.items()})
    workshop = Workshop([tmp_path])
    own = workshop.pack("p")
    assert packs.available([tmp_path]) == ["p"]
    assert inspect(own, workshop.environment()) == []
    made = preview(own, own.kinds["report"], workshop)[0].docx
    assert made is not None
    assert text_of(made) == ["示例全称"]


def test_a_folder_may_extend_a_zip_and_a_zip_a_folder(tmp_path: Path, files: dict[str, bytes]) -> None:
    zipped(tmp_path, "p", files)
    pack(tmp_path, {}, "child", extends="p")
    zipped(tmp_path, "grandchild", {"pack.yaml": "extends: child\ntitle: 孙\n".encode()})
    own = packs.load("grandchild", [tmp_path])
    assert [folder.name for folder in own.chain] == ["p", "child", "grandchild"]
    assert own.template("report") == "p/report.docx"


def test_of_a_folder_and_a_zip_of_one_name_the_folder_counts(tmp_path: Path, files: dict[str, bytes]) -> None:
    zipped(tmp_path, "p", {**files, "pack.yaml": b"title: zip\n"})
    pack(tmp_path, {}, "p")
    assert packs.load("p", [tmp_path]).title == "p"
    assert list(PackDigests().of([tmp_path])) == ["p"]
    assert pack_digest("p", [tmp_path]) == PackDigests().of([tmp_path])["p"]


def test_a_changed_zip_is_read_anew_and_has_another_digest(tmp_path: Path, files: dict[str, bytes]) -> None:
    zipped(tmp_path, "p", files)
    before = packs.load("p", [tmp_path]).title, pack_digest("p", [tmp_path])
    zipped(tmp_path, "p", {**files, "pack.yaml": "title: 另一版\n".encode()})
    assert before[0] == "p"
    assert packs.load("p", [tmp_path]).title == "另一版"
    assert pack_digest("p", [tmp_path]) not in ("", before[1])


def test_names_that_windows_wrote_in_gbk_are_read(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = zipped(tmp_path, "p", {"ZZ/pack.yaml": files["pack.yaml"], "ZZ/YYYY.docx": b"x"})
    path.write_bytes(path.read_bytes().replace(b"ZZ/", "区/".encode("gbk")).replace(b"YYYY", "附表".encode("gbk")))
    assert packs.load("p", [tmp_path]).chain[0].files(".docx") == ["附表.docx"]


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"text", "压缩包没有结尾"),
        ({"a.yaml": b""}, "里面没有 pack.yaml"),
        ({"../pack.yaml": b""}, "../pack.yaml"),
        ({"pack.yaml": b"", "x": b"0" * 70_000_000}, "67,108,864"),
    ],
)
def test_a_zip_that_may_not_be_opened_is_told_of(tmp_path: Path, content: bytes | dict[str, bytes], detail: str) -> None:
    if isinstance(content, bytes):
        (tmp_path / "p.zip").write_bytes(content)
    else:
        zipped(tmp_path, "p", content)
    (finding,) = packs.load("p", [tmp_path]).findings
    assert (finding.code, detail in finding.message("zh")) == ("K113", True)
    assert packs.available([tmp_path]) == []


def test_what_lies_deeper_in_a_zip_is_no_part_of_the_pack(tmp_path: Path, files: dict[str, bytes]) -> None:
    zipped(tmp_path, "p", {**files, "old/report.docx": b"x", "__MACOSX/._pack.yaml": b"x"})
    assert packs.load("p", [tmp_path]).chain[0].files(".docx") == ["report.docx"]


def test_a_pack_is_found_by_its_path_whatever_it_is_called(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = zipped(tmp_path, "第1版 old", files)
    own = load_at(path, [])
    assert own is not None
    assert own.read(own.template("report"))[0] == files["report.docx"]
    assert load_at(tmp_path / "none", []) is None


def test_what_is_no_file_is_no_zipped_pack(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.zip")
    (tmp_path / "q.zip").mkdir()
    assert packs.available([tmp_path]) == []
