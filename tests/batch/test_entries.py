"""What stands in a manifest or a journal is believed only where it can do no harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportgen.fingerprints import digest
from tests.batch.conftest import Build
from tests.batch.packs import put_input


def entry(**more: Any) -> dict[str, Any]:
    """A sound entry of an input that is gone, but for `more`."""
    known = {"input": "inputs/gone.yaml", "kind": "note", "output": "gone.docx", "status": "built"}
    return {**known, "input_sha256": "", "output_sha256": digest(b"mine"), "findings": [], **more}


def put_manifest(*entries: object) -> None:
    Path("outputs").mkdir(exist_ok=True)
    Path("outputs/manifest.json").write_text(json.dumps({"format": 2, "from": "..", "jobs": entries}), "utf-8")


@pytest.mark.parametrize("name", ["../victim.txt", "{office}/victim.txt", "sub/../../victim.txt", "link/victim.txt"])
@pytest.mark.parametrize("key", ["output", "beside"])
def test_pruning_never_leaves_the_output_folder(office: Path, build: Build, name: str, key: str) -> None:
    victim = office / "victim.txt"
    victim.write_bytes(b"mine")
    put_input(office / "inputs", "a.yaml")
    put_manifest(entry(**{key: name.format(office=office)}))
    Path("outputs/link").symlink_to(office)
    assert build(prune=True).findings == ()
    assert victim.read_bytes() == b"mine"
    assert "victim" not in Path("outputs/manifest.json").read_text("utf-8")


def test_a_document_in_a_folder_below_is_still_pruned(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_manifest(entry(output="sub/gone.docx"))
    Path("outputs/sub").mkdir()
    Path("outputs/sub/gone.docx").write_bytes(b"mine")
    assert [finding.code for finding in build(prune=True).findings] == ["W012"]
    assert not Path("outputs/sub").exists()
