"""Tasks to their documents, in order, by several processes, or by any executor; a worker that dies stops nobody."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import islice

from reportgen.batch.tasks import Made, Task
from reportgen.batch.working import failed, make_all

_LARGEST_CHUNK = 16
_CHUNKS_EACH = 4
"""Chunks a worker, at least, so that all end at about the same time."""
_AHEAD = 3
"""Chunks a worker, at most, that wait or run: what was made is put in its place soon after."""

_Running = deque[tuple[list[Task], Future[list[list[Made]]]]]


class Crew:
    """Workers: a pool of processes, or an executor of the caller's."""

    def __init__(self, workers: int, executor: Executor | None = None) -> None:
        self.workers = workers
        self._pool = _Pool(workers, executor)
        self._solitary = _Pool(1, executor)

    def make(self, tasks: Sequence[Task]) -> Iterator[list[Made]]:
        """Set to work at once; the documents of each task come in the order of tasks. Findings: by way of `Made.findings`, W014 too."""
        size = max(1, min(_LARGEST_CHUNK, len(tasks) // (self.workers * _CHUNKS_EACH)))
        rest = iter(tasks)
        running: _Running = deque()
        self._fill(running, rest, size)
        return self._results(running, rest, size)

    def _fill(self, running: _Running, rest: Iterator[Task], size: int) -> None:
        while len(running) < self.workers * _AHEAD and (chunk := list(islice(rest, size))):
            running.append((chunk, self._pool.submit(chunk)))

    def _results(self, running: _Running, rest: Iterator[Task], size: int) -> Iterator[list[Made]]:
        while running:
            chunk, future = running.popleft()
            failure = future.exception()
            self._fill(running, rest, size)
            yield from future.result() if failure is None else map(self._alone, chunk)

    def _alone(self, task: Task) -> list[Made]:
        """A task of a chunk that failed, by itself and away from the others, so that only the one at fault fails again."""
        future = self._solitary.submit([task])
        error = future.exception()
        return future.result()[0] if error is None else failed(task, error)

    def close(self) -> None:
        """Send our own workers home; an executor of the caller's goes on."""
        self._pool.close()
        self._solitary.close()


class _Pool:
    """An executor that is started when needed, and again when its processes died."""

    def __init__(self, workers: int, given: Executor | None) -> None:
        self._workers = workers
        self._given = given
        self._own: Executor | None = None

    def submit(self, chunk: list[Task]) -> Future[list[list[Made]]]:
        try:
            return self._executor().submit(make_all, chunk)
        except BrokenExecutor:
            self.close()
            return self._executor().submit(make_all, chunk)

    def _executor(self) -> Executor:
        if self._given is not None:
            return self._given
        if self._own is None:
            self._own = _processes(self._workers)
        return self._own

    def close(self) -> None:
        if self._own is not None:
            self._own.shutdown(cancel_futures=True)
            self._own = None


def _processes(count: int) -> ProcessPoolExecutor:
    """A pool whose workers start at once where the system can copy a process safely, and with a clean slate elsewhere."""
    copied = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if copied else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
