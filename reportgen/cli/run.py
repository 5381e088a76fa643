"""One run of `reportgen build`, from what was asked for to the exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.batch import Built, Plan, Wishes, build_all, plan
from reportgen.batch.faults import ONE_TO_STDOUT, TABLE_NEEDS_KIND
from reportgen.batch.planning import STANDARD_INPUT
from reportgen.batch.processors import processors
from reportgen.batch.tasks import Task
from reportgen.cli.executors import executor_at
from reportgen.cli.progress import followed
from reportgen.cli.showing import counted, show
from reportgen.cli.summing import NAMED, sum_up
from reportgen.cli.wording import current_locale, say
from reportgen.errors import FindingsError, PackNotFound, ReportgenError
from reportgen.findings import Finding, Span, in_order
from reportgen.options import Options
from reportgen.search import Search
from reportgen.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Request:
    """What stood on the command line."""

    paths: tuple[str, ...]
    output: str
    templates: tuple[str, ...]
    draft: bool
    pack: str | None
    kind: str | None
    jobs: int | None
    force: bool
    prune: bool
    summary: tuple[str, ...]
    data: str | None
    pdf: bool
    pages: bool
    watch: bool
    executor: str | None
    strict: bool
    contents: bool
    reproducible: bool
    no_checks: bool

    @property
    def options(self) -> Options:
        """What the documents depend on."""
        return Options(
            self.pack,
            self.kind,
            self.draft,
            checks=not self.no_checks,
            strict=self.strict,
            contents=self.contents,
            reproducible=self.reproducible,
        )

    @property
    def search(self) -> Search:
        """Where packs are looked for."""
        return Search.of(self.templates)


def run(request: Request) -> int:
    """Do it and tell; the exit code: 0 fine, 1 findings that block, 2 could not run."""
    try:
        planned = _planned(request)
        if request.output == STANDARD_INPUT:
            return _to_stdout(planned, request)
        if request.watch:
            from reportgen.cli.watching import watch

            return watch(planned, request.search, Path(request.output), lambda: _build(_planned(request), request))
        return _build(planned, request)
    except FindingsError as error:
        show(error.findings)
    except PackNotFound as error:
        show([error.finding])
    except ReportgenError as error:
        click.echo(str(error), err=True)
    return 2


def _planned(request: Request) -> Plan:
    """Jobs of files and of a table. Raises: FindingsError when a table comes without pack and kind."""
    planned = plan(request.paths)
    if request.data is None:
        return planned
    if request.pack is None or request.kind is None:
        raise FindingsError([TABLE_NEEDS_KIND.at(Span(request.data))])
    from reportgen.batch.rows import plan_rows
    from reportgen.packs import load

    path = Path(request.data)
    pack = load(request.pack, request.search.folders(path.parent))
    kind = pack.kind(request.kind)
    if kind is None:
        raise FindingsError([pack.unknown_kind(request.kind, Span())])
    table = plan_rows(path, pack, kind.name)
    return Plan((*planned.jobs, *table.jobs), (*planned.findings, *table.findings))


def _build(planned: Plan, request: Request) -> int:
    started = time.monotonic()
    with executor_at(request.executor) as (executor, threads), followed() as follower:
        workers = request.jobs or threads or processors()
        wishes = Wishes(request.force, request.prune, workers, request.pdf, request.pages, executor)
        built = build_all(
            planned.jobs,
            Path(request.output),
            request.search,
            options=request.options,
            wishes=wishes,
            begin=follower.begin,
            progress=follower.done,
        )
    findings = [*planned.findings, *built.findings]
    _show(built, findings)
    if request.summary:
        _summarise(built, findings, request)
    if built.outcomes or not findings:
        sum_up(built.outcomes, time.monotonic() - started)
    return _code(built, findings)


def _show(built: Built, findings: Sequence[Finding]) -> None:
    """All findings of a few documents; of many, those that block, and how many others there are."""
    everything = [*findings, *(finding for outcome in built.outcomes for finding in outcome.findings)]
    if len(built.outcomes) <= NAMED:
        show(everything)
        return
    show([finding for finding in everything if finding.blocks])
    others = [finding for finding in in_order(everything) if not finding.blocks and not finding.allowed]
    if others:
        counts = counted(others, current_locale())
        zh = f"另有 {counts}，见 manifest.json，或用 --summary 汇总.xlsx 列出"
        click.echo(say(zh, f"{counts} besides: see manifest.json, or list them by --summary summary.xlsx"), err=True)


def _summarise(built: Built, findings: Sequence[Finding], request: Request) -> None:
    from reportgen.batch.summary import summarise, write_summary

    summary = summarise(built.outcomes, request.search, current_locale(), findings)
    for path in request.summary:
        write_summary(summary, Path(path))


def _code(built: Built, findings: Sequence[Finding]) -> int:
    blocked = any(finding.blocks for finding in findings)
    if blocked and not built.outcomes:
        return 2
    return int(blocked or any(outcome.blocked for outcome in built.outcomes))


def _to_stdout(planned: Plan, request: Request) -> int:
    """One document to standard output, everything else to standard error."""
    from reportgen.batch.working import drafts

    tasks = [Task(job, request.search.folders(job.beside), "", request.options) for job in planned.jobs]
    made = [report for task in tasks for report in drafts(task)[1]]
    found = [*planned.findings, *(finding for report in made for finding in report.findings)]
    if len(made) > 1:
        found.append(ONE_TO_STDOUT.at(Span(), count=len(made)))
    show(found)
    if any(finding.blocks for finding in found) or not made or made[0].docx is None:
        return 1
    sys.stdout.buffer.write(made[0].docx)
    return 0
