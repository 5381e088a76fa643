"""Packs are districts: each stands on its parents alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen import packs
from reportgen.errors import PackNotFound
from reportgen.inspection import inspect
from reportgen.search import INSTALLED
from reportgen.workshop import Workshop

TEMPLATES = INSTALLED if INSTALLED.is_dir() else INSTALLED.parent.parent / "templates"
NAMES = packs.available([TEMPLATES])


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_draws_on_nothing_but_those_that_it_extends(name: str) -> None:
    workshop = Workshop([TEMPLATES])
    pack = workshop.pack(name)
    chain = {folder.name for folder in pack.chain}
    for kind in pack.kinds.values():
        prepared = workshop.prepared(pack, kind)
        assert prepared.template is not None
        assert set(prepared.pack_names) <= chain


@pytest.mark.parametrize("gone", NAMES)
def test_without_any_one_pack_all_but_its_children_are_there(tmp_path: Path, gone: str) -> None:
    for name in NAMES:
        if name != gone:
            shutil.copytree(TEMPLATES / name, tmp_path / name)
    for name in NAMES:
        if gone in [folder.name for folder in packs.load(name, [TEMPLATES]).chain]:
            with pytest.raises(PackNotFound):
                packs.load(name, [tmp_path])
        else:
            assert packs.load(name, [tmp_path]).findings == []


def test_without_its_siblings_a_pack_is_sound(tmp_path: Path) -> None:
    for name in ("base", "guangzhou", "panyu"):
        shutil.copytree(TEMPLATES / name, tmp_path / name)
    workshop = Workshop([tmp_path])
    assert inspect(workshop.pack("panyu"), workshop.environment()) == []
