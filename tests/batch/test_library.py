"""Many documents from a program, by whatever executor it has."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from reportgen import FindingsError, Job, build_many
from reportgen.batch import plan
from tests.batch.packs import put_input


def left(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def test_files_folders_and_jobs_are_built(office: Path) -> None:
    for name in ("a.yaml", "b.yaml", "more/c.yaml"):
        put_input(office / "inputs", name)
    (job,) = plan(["inputs/a.yaml"]).jobs
    assert isinstance(job, Job)
    built = build_many([job, Path("inputs/b.yaml"), "inputs/more"])
    assert [outcome.output.as_posix() for outcome in built.outcomes] == ["outputs/a.docx", "outputs/b.docx", "outputs/c.docx"]


def test_a_path_without_input_raises_its_finding(office: Path) -> None:  # noqa: ARG001 (the working folder)
    with pytest.raises(FindingsError, match="W001"):
        build_many(["none"])


def test_an_executor_gets_the_inputs_and_gives_the_documents(office: Path) -> None:
    put_input(office / "inputs", "a.yaml")
    sent: list[Any] = []

    class Sending(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
            sent.append(arguments[1])
            return super().submit(*arguments, **named)

    with Sending(1) as executor:
        build_many(["inputs"], "far", executor=executor)
    (task,) = sent[0]
    assert task.content == Path("inputs/a.yaml").read_bytes()
    assert task.staging is None
    build_many(["inputs"], "near")
    assert left("far") == left("near")
