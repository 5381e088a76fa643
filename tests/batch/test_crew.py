"""Workers: the same documents and manifest whatever their number, and none of them can stop a run."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from reportgen.batch import Outcome, Wishes, build_all, plan, working
from reportgen.batch.processors import workers_for
from reportgen.search import Search
from tests.batch.packs import put_input

COUNT = 60


def fill(office: Path, count: int = COUNT) -> None:
    for number in range(count):
        put_input(office / "inputs", f"{number:03}.yaml", title=f"第{number}号", pack="east" if number % 2 else "west")


def build(out: str, *, progress: Callable[[Outcome], None] | None = None, reverse: bool = False, **wishes: Any) -> dict[str, bytes]:
    """Everything that a run leaves in its folder."""
    jobs = plan(["inputs"]).jobs
    build_all(jobs[::-1] if reverse else jobs, Path(out), Search(), wishes=Wishes(**wishes), progress=progress)
    return {path.name: path.read_bytes() for path in sorted(Path(out).iterdir())}


def test_the_number_of_workers_and_the_order_of_inputs_leave_no_trace(office: Path) -> None:
    fill(office)
    alone, many, backwards = build("a"), build("b", workers=3), build("c", workers=2, reverse=True)
    assert len(alone) == COUNT + 1
    assert alone == many == backwards


def test_any_executor_will_do(office: Path) -> None:
    fill(office, 8)
    expected = build("a")
    executors: list[Executor] = [ThreadPoolExecutor(2), ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))]
    for number, executor in enumerate(executors):
        with executor:
            assert build(f"b{number}", executor=executor) == expected


def test_a_worker_that_is_killed_stops_nobody(office: Path) -> None:
    fill(office)
    seen: list[str] = []

    def kill_one(outcome: Outcome) -> None:
        if not seen:
            children = multiprocessing.active_children()
            assert children
            os.kill(children[0].pid or 0, signal.SIGKILL)
        seen.append(outcome.output.name)

    made = build("b", workers=2, progress=kill_one)
    assert seen == [f"{number:03}.docx" for number in range(COUNT)]
    assert made == build("a")


def test_an_input_on_which_the_program_itself_fails_stops_no_other(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(office, 5)
    real = working.reports

    def reports(tree: Any, *arguments: Any, **named: Any) -> Any:
        if tree.value["title"] == "第3号":
            raise ZeroDivisionError("no such thing")
        return real(tree, *arguments, **named)

    monkeypatch.setattr(working, "reports", reports)
    outcomes: list[Outcome] = []
    build("b", progress=outcomes.append)
    assert [len(outcome.findings) for outcome in outcomes] == [0, 0, 0, 1, 0]
    finding = outcomes[3].findings[0]
    assert finding.code == "W014"
    assert finding.message("zh") == "生成“inputs/003.yaml”时程序出错：ZeroDivisionError: no such thing"


def test_few_inputs_start_no_processes() -> None:
    assert [workers_for(tasks, 8) for tasks in (1, 19, 40, 1000)] == [1, 1, 2, 8]
