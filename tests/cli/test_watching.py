"""Saving an input or a file of its pack builds again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.batch import plan
from reportgen.cli.watching import watch
from reportgen.library import build
from reportgen.search import Search
from tests.batch.packs import put_input, put_packs
from tests.documents import docx, text_of


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], bool]]:
    """A watch over inputs/a.yaml; answers whether the document comes to begin with a text."""
    put_packs(tmp_path)
    monkeypatch.chdir(tmp_path)
    put_input(tmp_path / "inputs", "a.yaml")
    stop = threading.Event()

    def once() -> int:
        build("inputs/a.yaml")
        return 0

    thread = threading.Thread(target=lambda: watch(plan(["inputs/a.yaml"]), Search(), Path("outputs"), once, stop))
    thread.start()

    def shows(text: str) -> bool:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if Path("outputs/a.docx").exists() and text_of(Path("outputs/a.docx").read_bytes())[0] == text:
                return True
            time.sleep(0.02)
        return False

    yield shows
    stop.set()
    thread.join()


def test_saving_the_input_or_its_pack_builds_again(watched: Callable[[str], bool]) -> None:
    assert watched("题")
    time.sleep(0.3)  # until it watches
    put_input(Path("inputs"), "a.yaml", title="新题")
    assert watched("新题")
    Path("templates/top/note.docx").write_bytes(docx("模板改了：{{ title }}"))
    assert watched("模板改了：新题")
