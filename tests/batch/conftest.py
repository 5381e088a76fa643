"""A working folder with packs, inputs and a way to build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.batch import Built, Wishes, build_all, plan
from reportgen.options import Options
from reportgen.search import Search
from tests.batch.packs import put_packs

Build = Callable[..., Built]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; its templates are found beside the inputs."""
    put_packs(tmp_path)
    (tmp_path / "inputs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def build(office: Path) -> Build:  # noqa: ARG001 (the working folder)
    def run(*paths: str, options: Options | None = None, **wishes: object) -> Built:
        jobs = plan(paths or ["inputs"]).jobs
        return build_all(jobs, Path("outputs"), Search(), options=options or Options(), wishes=Wishes(**wishes))  # type: ignore[arg-type]

    return run
