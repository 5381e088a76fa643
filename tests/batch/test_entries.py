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
    return {**known, "input_sha256": "", "output_digest": digest(b"mine"), "findings": [], **more}


def put_manifest(*entries: object) -> None:
    Path("outputs").mkdir(exist_ok=True)
    Path("outputs/manifest.json").write_text(json.dumps({"format": 3, "from": "..", "jobs": entries}), "utf-8")


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


FINDING = {"code": "C1", "name": "n", "severity": "notice", "file": "a", "message": {"zh": "", "en": ""}}
UNSOUND: list[dict[str, Any]] = [
    {"packs": 5},
    {"packs": {"east": 5}},
    {"values": {"a": []}},
    {"options": {"a": []}},
    {"older_digest": []},
    {"pdf_of": {}},
    {"why": [1]},
    {"status": []},
    {"beside": [5]},
    {"more": 1},
    {"findings": [5]},
    {"findings": [{}]},
    {"findings": [{**FINDING, "severity": "bad"}]},
    {"findings": [{**FINDING, "severity": []}]},
    {"findings": [{**FINDING, "message": {"zh": 1, "en": ""}}]},
    {"findings": [{**FINDING, "hint": {"zh": ""}}]},
    {"findings": [{**FINDING, "line": "1"}]},
    {"findings": [{**FINDING, "line": -1}]},
    {"findings": [{**FINDING, "place": {"room": 1}}]},
    {"findings": [{**FINDING, "related": [{}]}]},
    {"output": ""},
    {"output": "."},
    {"output": "a\0.docx"},
    {"output": "x" * 500},
    {"output": "\ud800"},
    {"input": "\ud800"},
]


@pytest.mark.parametrize("more", UNSOUND)
def test_an_entry_that_a_person_spoilt_is_as_good_as_none(office: Path, build: Build, more: dict[str, Any]) -> None:
    put_input(office / "inputs", "a.yaml")
    for name in ("inputs/a.yaml", "inputs/gone.yaml"):
        put_manifest(entry(**{"input": name, "packs": {"east": ""}, **more}))
        (outcome,) = build(prune=True).outcomes
        assert outcome.entry["why"] == ["new"]
        Path("outputs/manifest.json").unlink()
        Path("outputs/.reportgen").mkdir()
        Path("outputs/.reportgen/journal.jsonl").write_text(json.dumps([entry(**{"input": name, **more})]) + "\n", "utf-8")
        (outcome,) = build(prune=True).outcomes
        assert outcome.entry["why"] == ["new"]


@pytest.mark.parametrize(
    "more", [{"input": "x" * 500}, {"input": "x\0"}, {"input": "x/" * 5000}, {"input": "-"}, {"output": "x/" * 5000 + "y"}]
)
def test_names_that_no_file_can_have_do_no_harm(office: Path, build: Build, more: dict[str, Any]) -> None:
    put_input(office / "inputs", "a.yaml")
    for origin in ("..", "elsewhere", "\0"):
        put_manifest(entry(**more))
        manifest = Path("outputs/manifest.json")
        manifest.write_text(manifest.read_text("utf-8").replace('"from": ".."', f'"from": {json.dumps(origin)}'), "utf-8")
        assert [outcome.entry["why"] for outcome in build(prune=True).outcomes] == [["new"]]
        Path("outputs/a.docx").unlink()


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"a":' * 200_000, '{"format": 3, "from": 5, "jobs": []}', '{"format": 2, "from": "..", "jobs": 5}', "7"]
)
def test_json_that_is_too_deep_or_none_of_ours_is_as_good_as_none(office: Path, build: Build, text: str) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs/.reportgen").mkdir(parents=True)
    Path("outputs/manifest.json").write_text(text, "utf-8")
    Path("outputs/.reportgen/journal.jsonl").write_text(text, "utf-8")
    assert [outcome.entry["why"] for outcome in build().outcomes] == [["new"]]
