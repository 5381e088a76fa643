"""A pack's files put into place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.starting import refusal, write_pack


def test_a_pack_appears_whole(tmp_path: Path) -> None:
    assert write_pack("甲", tmp_path / "new", {"pack.yaml": b"title: 1\n"}) == tmp_path / "new" / "甲"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["甲"]


def test_one_that_is_replaced_is_kept_beside_it(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        write_pack("甲", tmp_path, {"pack.yaml": content})
    assert (tmp_path / "甲" / "pack.yaml").read_bytes() == b"3"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".甲.old1", ".甲.old2", "甲"]
    assert (tmp_path / ".甲.old1" / "pack.yaml").read_bytes() == b"1"


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="x/y"):
        write_pack("甲", tmp_path, {"pack.yaml": b"", "x/y": b""})
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    write_pack("甲", tmp_path, {})
    refused = refusal("甲", tmp_path, force=False)
    assert refused is not None
    assert refused.message("zh") == f"已经有模板包“甲”（{(tmp_path / '甲').as_posix()}），没有改动它"
    assert refused.hint("en") == "take another name, or add --force to replace it; the old one is kept as .甲.old1"
    assert refusal("甲", tmp_path, force=True) is None


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".x", "a b", "x" * 65])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    refused = refusal(name, tmp_path, force=True)
    assert refused is not None
    assert refused.code == "K301"
