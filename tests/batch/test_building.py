"""A run builds what changed, keeps what did not, and never touches what a person wrote."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reportgen.batch import Built
from reportgen.errors import FindingsError
from reportgen.options import Options
from tests.batch.conftest import Build
from tests.batch.packs import put_input
from tests.documents import docx, text_of


def why(built: Built) -> dict[str, list[str]]:
    return {outcome.output.name: outcome.entry["why"] for outcome in built.outcomes}


def jobs(folder: Path = Path("outputs")) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text("utf-8"))["jobs"]
    return entries


def codes(built: Built) -> list[str]:
    return [finding.code for finding in [*(f for o in built.outcomes for f in o.findings), *built.findings]]


def test_nothing_is_built_twice_and_the_manifest_says_why(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    assert why(build()) == {"a.docx": ["new"], "b.docx": ["new"]}
    assert [(job["status"], job["why"]) for job in jobs()] == [("built", ["new"])] * 2
    assert why(build()) == {"a.docx": ["unchanged"], "b.docx": ["unchanged"]}
    assert [(job["status"], job["why"]) for job in jobs()] == [("kept", ["unchanged"])] * 2


def test_one_changed_input_builds_one(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    build()
    put_input(office / "inputs", "b.yaml", title="新题")
    assert why(build()) == {"a.docx": ["unchanged"], "b.docx": ["input changed"]}
    assert text_of(Path("outputs/b.docx").read_bytes())[0] == "新题"


def test_an_input_saved_again_without_change_is_kept(office: Path, build: Build) -> None:
    path = put_input(office / "inputs", "a.yaml")
    build()
    path.write_bytes(path.read_bytes())
    assert why(build()) == {"a.docx": ["unchanged"]}


def test_a_changed_parent_pack_builds_its_childrens_documents_only(office: Path, build: Build) -> None:
    put_input(office / "inputs", "e.yaml", pack="east")
    put_input(office / "inputs", "w.yaml", pack="west")
    build()
    (office / "templates" / "west" / "note.docx").write_bytes(docx("西区：{{ title }}"))
    assert why(build()) == {"e.docx": ["unchanged"], "w.docx": ["pack west changed"]}
    assert text_of(Path("outputs/w.docx").read_bytes())[0] == "西区：题"
    (office / "templates" / "top" / "more.jinja").write_text("x", "utf-8")
    assert why(build()) == {"e.docx": ["pack top changed"], "w.docx": ["pack top changed"]}


def test_other_options_build_anew(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    assert why(build(options=Options(draft=True))) == {"a.docx": ["options changed"]}


def test_force_builds_what_is_unchanged(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    assert why(build(force=True)) == {"a.docx": ["forced"]}


def test_a_removed_document_is_built_again(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    Path("outputs/a.docx").unlink()
    assert why(build()) == {"a.docx": ["document missing"]}
    assert Path("outputs/a.docx").exists()


def test_findings_of_what_is_kept_are_told_again(office: Path, build: Build) -> None:
    put_input(office / "inputs", "bad.yaml", amount="很多")
    first, second = build(), build()
    assert codes(first) == codes(second) != []
    assert why(second) == {"bad.docx": ["unchanged"]}
    told, again = first.outcomes[0].findings[0], second.outcomes[0].findings[0]
    assert (told.message("zh"), told.hint("en"), told.span) == (again.message("zh"), again.hint("en"), again.span)
    assert second.outcomes[0].blocked


def test_a_document_edited_by_hand_is_kept_and_the_new_one_stands_beside_it(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    edited = docx("人改过的")
    Path("outputs/a.docx").write_bytes(edited)
    put_input(office / "inputs", "a.yaml", title="新题")
    for force in (False, True):
        built = build(force=force)
        assert codes(built) == ["W010"]
        assert Path("outputs/a.docx").read_bytes() == edited
        assert text_of(Path("outputs/a.new.docx").read_bytes())[0] == "新题"
    message = built.outcomes[0].findings[0].message("zh")
    assert message == "“outputs/a.docx”在生成以后被人改过，没有覆盖；新生成的是“outputs/a.new.docx”"
    assert codes(build()) == ["W010"]
    Path("outputs/a.docx").unlink()
    assert why(build()) == {"a.docx": ["document edited by hand is gone"]}
    assert text_of(Path("outputs/a.docx").read_bytes())[0] == "新题"


def test_a_document_of_another_hand_is_never_overwritten(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs").mkdir()
    Path("outputs/a.docx").write_bytes(b"last year's")
    assert codes(build()) == ["W010"]
    assert Path("outputs/a.docx").read_bytes() == b"last year's"


def test_an_older_document_of_a_blocked_input_is_still_ours_when_the_input_is_mended(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    put_input(office / "inputs", "a.yaml", amount="很多")
    assert "W004" in codes(build())
    put_input(office / "inputs", "a.yaml", title="新题")
    assert codes(build()) == []
    assert text_of(Path("outputs/a.docx").read_bytes())[0] == "新题"


def test_documents_without_input_are_listed_and_removed_only_on_demand(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    put_input(office / "inputs", "east/c.yaml")
    build()
    Path("inputs/b.yaml").unlink()
    Path("inputs/east/c.yaml").unlink()
    for _ in range(2):
        built = build()
        assert codes(built) == ["W011", "W011"]
    assert built.findings[0].message("en") == "outputs/b.docx is no longer made: its input inputs/b.yaml is gone, or makes it no more"
    assert Path("outputs/b.docx").exists()
    assert [job["status"] for job in jobs()] == ["kept", "lost", "lost"]
    assert codes(build(prune=True)) == ["W012", "W012"]
    assert not Path("outputs/b.docx").exists()
    assert not Path("outputs/east").exists()
    assert [job["output"] for job in jobs()] == ["a.docx"]
    assert codes(build()) == []


def test_pruning_keeps_what_was_edited_by_hand(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    build()
    Path("inputs/b.yaml").unlink()
    Path("outputs/b.docx").write_bytes(b"mine")
    assert codes(build(prune=True)) == ["W013"]
    assert Path("outputs/b.docx").read_bytes() == b"mine"


def test_a_kind_that_an_input_makes_no_more_is_listed(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml", kind="[note, card]")
    assert why(build()) == {"a.docx": ["new"], "a-card.docx": ["new"]}
    put_input(office / "inputs", "a.yaml")
    built = build()
    assert codes(built) == ["W011"]
    assert codes(build(prune=True)) == ["W012"]
    assert not Path("outputs/a-card.docx").exists()


def test_inputs_of_other_runs_stay_in_the_manifest(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    build("inputs/a.yaml")
    build("inputs/b.yaml")
    assert [job["input"] for job in jobs()] == ["inputs/a.yaml", "inputs/b.yaml"]


def test_a_run_from_another_folder_knows_the_same_inputs(office: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    monkeypatch.chdir(office / "inputs")
    (office / "inputs" / "outputs").symlink_to(office / "outputs")
    assert why(build("a.yaml")) == {"a.docx": ["unchanged"]}


def test_a_renamed_input_takes_its_document_over(office: Path, build: Build) -> None:
    put_input(office / "inputs", "x/a.yaml")
    build("inputs/x/a.yaml")
    (office / "inputs" / "x").rename(office / "inputs" / "y")
    assert codes(build("inputs/y/a.yaml", prune=True)) == []
    assert [job["input"] for job in jobs()] == ["inputs/y/a.yaml"]


def test_a_damaged_manifest_is_as_good_as_none(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    for text in (
        "",
        "{",
        "[]",
        '{"format": 3, "from": "..", "jobs": [1, {"input": "inputs/a.yaml"}]}',
        '{"format": 3, "jobs": 7, "from": ""}',
    ):
        Path("outputs/manifest.json").write_text(text, "utf-8")
        built = build()
        assert (why(built), codes(built)) == ({"a.docx": ["new"]}, []), text


def test_nothing_but_documents_and_the_manifest_is_left(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    build()
    assert sorted(path.name for path in (office / "outputs").iterdir()) == ["a.docx", "manifest.json"]


def test_a_folder_that_cannot_be_written_is_a_finding(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs").write_text("a file", "utf-8")
    with pytest.raises(FindingsError) as caught:
        build()
    assert caught.value.findings[0].code == "W009"


def test_a_document_that_cannot_be_put_in_its_place_is_a_finding_and_tried_again(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    put_input(office / "inputs", "b.yaml")
    Path("outputs/a.docx").mkdir(parents=True)
    assert codes(build()) == ["W005", "W004"]
    assert Path("outputs/b.docx").exists()
    Path("outputs/a.docx").rmdir()
    assert why(build()) == {"a.docx": ["not built before"], "b.docx": ["unchanged"]}


def test_a_name_of_120_chinese_characters_is_written(office: Path, build: Build) -> None:
    name = "".join(map(chr, range(0x4E00, 0x4E00 + 120)))
    (office / "templates" / "east" / "pack.yaml").write_text("extends: top\ntitle: 东\nkinds: {note: {output: '{{ title }}'}}\n", "utf-8")
    put_input(office / "inputs", "a.yaml", title=name)
    (outcome,) = build().outcomes
    assert (outcome.findings, outcome.written) == ((), True)
    Path(outcome.output).write_bytes(b"by hand")
    (again,) = build().outcomes
    assert (again.output.name, again.written) == (name[:66] + ".new.docx", True)


def test_a_long_name_of_an_input_leaves_room_for_the_kinds(office: Path, build: Build) -> None:
    put_input(office / "inputs", "局" * 80 + ".yaml", kind="[note, card]")
    assert [(outcome.written, outcome.findings) for outcome in build().outcomes] == [(True, ())] * 2


@pytest.mark.parametrize("name", ["manifest.json", "a.docx"])
def test_a_pipe_in_the_output_folder_keeps_nobody_waiting(office: Path, build: Build, name: str) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs").mkdir()
    os.mkfifo(Path("outputs", name))
    (outcome,) = build().outcomes
    assert (outcome.written, outcome.findings) == (True, ())
    assert why(build()) == {"a.docx": ["unchanged"]}


def test_a_link_to_itself_is_replaced_like_a_link_to_nothing(office: Path, build: Build) -> None:
    put_input(office / "inputs", "a.yaml")
    Path("outputs").mkdir()
    Path("outputs/a.docx").symlink_to("a.docx")
    (outcome,) = build().outcomes
    assert (outcome.written, outcome.findings) == (True, ())
    assert not Path("outputs/a.docx").is_symlink()
