"""A plan to documents on disk: what changed is built, written whole, and told about."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportgen.batch.comparing import compared
from reportgen.batch.deciding import LOST, Now, reasons, unusual
from reportgen.batch.desk import Desk, at_desk
from reportgen.batch.lost import settle
from reportgen.batch.planning import STANDARD_INPUT, Job
from reportgen.batch.processors import workers_for
from reportgen.batch.publishing import Outcome, Publisher
from reportgen.batch.tasks import Made, Task
from reportgen.batch.telling import Entry
from reportgen.engine import engine
from reportgen.findings import Finding
from reportgen.fingerprints import PackDigests, digest, file_digest
from reportgen.options import Options
from reportgen.search import Search
from reportgen.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a run goes about its work, whatever the documents hold."""

    force: bool = False
    """Build what is unchanged too."""
    prune: bool = False
    """Remove documents whose input is gone."""
    workers: int = 1
    """Processes, at most."""
    pdf: bool = False
    """Put a PDF beside each document."""
    pages: bool = False
    """Draw the pages of the PDF, too."""
    executor: Executor | None = None
    """Who does the work instead; it must see the packs under the same paths."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a run did."""

    outcomes: tuple[Outcome, ...]
    """In the order of inputs."""
    findings: tuple[Finding, ...] = ()
    """Those that belong to no input of the run (W011, W012, W013, L101 to L106 of PDF), or to several (C301, C302)."""


@dataclass(frozen=True, slots=True)
class _Decision:
    job: Job
    folders: tuple[Path, ...]
    now: Now
    why: tuple[str, ...]
    content: bytes | None = None


_USUAL = Options()
_QUICKLY = Wishes()


def build_all(
    jobs: Iterable[Job],
    out_dir: Path,
    search: Search,
    *,
    options: Options = _USUAL,
    wishes: Wishes = _QUICKLY,
    stdin: BinaryIO | None = None,
    progress: Callable[[Outcome], None] | None = None,
    begin: Callable[[int, int], None] | None = None,
) -> Built:
    """Build every job whose documents must be made anew into `out_dir`, one bad input stopping no other, and write the manifest.

    `begin` is told how many inputs are to be built and how many are kept, `progress` each document as soon as it is done.
    Findings: those of each report, and W002 to W006, W010, W014.
    Raises: FindingsError when another run is in the folder (W008), it cannot be written (W009), or a link leads out of it (W024).
    """
    with at_desk(out_dir) as desk:
        earlier = desk.ledger.entries()
        decisions = _Decider(desk, search, options, wishes, stdin).decide(sorted(jobs, key=lambda job: job.input))
        outcomes = _carry_out(decisions, desk, options, wishes, progress or _silently, begin or _silently)
        findings = settle(desk, earlier, {decision.job.input for decision in decisions}, prune=wishes.prune)
        findings += compared(outcomes) if options.checks else []
        findings += _printed(outcomes, desk, earlier, wishes)
        desk.finish()
    return Built(tuple(outcomes), tuple(findings))


def _printed(outcomes: Sequence[Outcome], desk: Desk, earlier: Sequence[Entry], wishes: Wishes) -> list[Finding]:
    if not (wishes.pdf or wishes.pages):
        return []
    from reportgen.batch.printing import print_all

    return print_all(outcomes, desk, earlier, workers=wishes.workers, pages=wishes.pages)


def _silently(*_: object) -> None:
    pass


class _Decider:
    """Looks at each input once and says why it must be built."""

    def __init__(self, desk: Desk, search: Search, options: Options, wishes: Wishes, stdin: BinaryIO | None) -> None:
        self._desk, self._search, self._wishes, self._stdin = desk, search, wishes, stdin
        self._options = unusual(options)
        self._packs = PackDigests()
        self._folders: dict[Path | None, tuple[Path, ...]] = {}

    def decide(self, jobs: Sequence[Job]) -> list[_Decision]:
        return [self._decision(job) for job in jobs]

    def _decision(self, job: Job) -> _Decision:
        beside = job.beside
        if beside not in self._folders:
            self._folders[beside] = self._search.folders(beside)
        folders = self._folders[beside]
        content = self._content(job)
        known = self._desk.ledger.jobs.get(job.input, [])
        sha256 = digest(content) if content is not None else file_digest(Path(job.input)) if known else ""
        now = Now(sha256, engine(), self._options, self._packs.of(folders))
        why = ["forced"] if self._wishes.force else reasons(known, now, self._desk.folder, self._desk.ledger)
        return _Decision(job, folders, now, tuple(why), content)

    def _content(self, job: Job) -> bytes | None:
        """What stands in an input that workers cannot read themselves; what cannot be read at all is theirs to say."""
        if job.given is None and job.input != STANDARD_INPUT and self._wishes.executor is None:
            return None
        with contextlib.suppress(OSError):
            return job.content(self._stdin)
        return None


def _carry_out(
    decisions: Sequence[_Decision],
    desk: Desk,
    options: Options,
    wishes: Wishes,
    progress: Callable[[Outcome], None],
    begin: Callable[[int, int], None],
) -> list[Outcome]:
    """Build or keep, in order."""
    tasks = [_task(decision, desk, options, wishes) for decision in decisions if decision.why]
    publisher = Publisher(desk)
    outcomes: list[Outcome] = []
    with _working(tasks, wishes) as made:
        begin(len(tasks), len(decisions) - len(tasks))
        for decision in decisions:
            if decision.why:
                done = publisher.publish(decision.job, next(made), decision.why, decision.now)
            else:
                done = publisher.keep(decision.job, [e for e in desk.ledger.jobs[decision.job.input] if e["status"] != LOST])
            for outcome in done:
                progress(outcome)
            outcomes += done
    return outcomes


def _task(decision: _Decision, desk: Desk, options: Options, wishes: Wishes) -> Task:
    staging = desk.staging if wishes.executor is None else None
    packs = decision.now.packs
    state = digest("".join(f"{name}={packs[name]}\n" for name in sorted(packs)).encode())
    return Task(decision.job, decision.folders, state, options, decision.content, staging)


@contextlib.contextmanager
def _working(tasks: Sequence[Task], wishes: Wishes) -> Iterator[Iterator[list[Made]]]:
    """Workers at their tasks, or this process alone; nothing is loaded or started that there is no need for."""
    if not tasks:
        yield iter(())
        return
    workers = wishes.workers if wishes.executor else workers_for(len(tasks), wishes.workers)
    if workers == 1 and not wishes.executor:
        from reportgen.batch.working import made_here

        yield made_here(tasks)
        return
    from reportgen.batch.crew import Crew

    crew = Crew(workers, wishes.executor)
    try:
        yield crew.make(tasks)
    finally:
        crew.close()
