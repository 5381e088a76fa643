"""`reportgen build`: inputs to Word documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.batch import Job, Outcome, Wishes, build_all, plan
from reportgen.batch.faults import ONE_TO_STDOUT
from reportgen.batch.planning import STANDARD_INPUT
from reportgen.batch.processors import processors
from reportgen.batch.tasks import Task
from reportgen.cli.options import templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import FindingsError, ReportgenError
from reportgen.findings import Finding, Span
from reportgen.options import Options
from reportgen.search import Search

_EXAMPLES = say(
    """\b
例:
  reportgen build inputs/panyu-2023.yaml            生成 outputs/panyu-2023.docx
  reportgen build inputs -o 上报                     整个文件夹，一次生成
  reportgen build 'inputs/*-2023.yaml' --draft       没填的地方印成【待填：…】
  cat 部门.yaml | reportgen build - -o - > 部门.docx  从标准输入到标准输出""",
    """\b
Examples:
  reportgen build inputs/panyu-2023.yaml             makes outputs/panyu-2023.docx
  reportgen build inputs -o sent                     a whole folder in one run
  reportgen build 'inputs/*-2023.yaml' --draft       prints what is missing as 【待填：…】
  cat office.yaml | reportgen build - -o - > x.docx  standard input to standard output""",
)


@click.command(
    "build",
    help=say(
        "由 YAML 输入生成 Word 文件。PATHS 可以是文件、文件夹或通配符，“-”是标准输入。",
        "Make Word documents from YAML inputs: files, folders or patterns; - reads standard input.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    default="outputs",
    show_default=True,
    help=say("输出文件夹；“-”写到标准输出", "output folder; - writes to standard output"),
)
@click.option(
    "--draft",
    is_flag=True,
    help=say("缺的内容高亮印成【待填：标题】，照样生成", "print what is missing, highlighted, as 【待填：title】 and build all the same"),
)
@click.option("--pack", help=say("不用输入里写的模板包，改用这个", "use this pack instead of the one that the input names"))
@click.option("--kind", help=say("只生成这一种文件", "make only this kind of document"))
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help=say("最多用几个进程，默认全部处理器", "processes, at most; all processors by default")
)
@click.option("--force", is_flag=True, help=say("没有变化的也重新生成", "build what is unchanged too"))
@click.option(
    "--prune",
    is_flag=True,
    help=say("删去输入已经不在的文件（人改过的不删）", "remove documents whose input is gone, but none edited by hand"),
)
@templates_option
def command(
    paths: tuple[str, ...],
    output: str,
    draft: bool,
    pack: str | None,
    kind: str | None,
    jobs: int | None,
    force: bool,
    prune: bool,
    templates: tuple[str, ...],
) -> None:
    """Plan, build, and tell."""
    planned = plan(paths)
    search = Search.of(templates)
    options = Options(pack, kind, draft)
    try:
        if output == STANDARD_INPUT:
            sys.exit(_to_stdout(planned.jobs, planned.findings, search, options))
        wishes = Wishes(force, prune, jobs or processors())
        built = build_all(planned.jobs, Path(output), search, options=options, wishes=wishes)
    except FindingsError as error:
        show(error.findings)
        sys.exit(2)
    except ReportgenError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    findings = [*planned.findings, *built.findings]
    _tell(built.outcomes, findings)
    blocked = any(finding.blocks for finding in findings)
    sys.exit(2 if blocked and not built.outcomes else 1 if blocked or any(o.blocked for o in built.outcomes) else 0)


def _to_stdout(jobs: Sequence[Job], findings: Sequence[Finding], search: Search, options: Options) -> int:
    """One document to standard output, everything else to standard error."""
    from reportgen.batch.working import drafts

    tasks = [Task(job, search.folders(job.beside), "", options) for job in jobs]
    made = [report for task in tasks for report in drafts(task)[1]]
    found = [*findings, *(finding for report in made for finding in report.findings)]
    if len(made) > 1:
        found.append(ONE_TO_STDOUT.at(Span(), count=len(made)))
    show(found)
    if any(finding.blocks for finding in found) or not made or made[0].docx is None:
        return 1
    sys.stdout.buffer.write(made[0].docx)
    return 0


def _tell(outcomes: Sequence[Outcome], findings: Sequence[Finding]) -> None:
    show([*findings, *(finding for outcome in outcomes for finding in outcome.findings)])
    for outcome in outcomes:
        if outcome.written:
            click.echo(say("已生成 ", "wrote ") + str(outcome.output))
    written = sum(outcome.written for outcome in outcomes)
    missed = len(outcomes) - written
    if missed or len(outcomes) > 1:
        click.echo(
            say(
                f"共生成 {written} 份" + (f"，{missed} 份未生成" if missed else ""),
                f"{written} written" + (f", {missed} not written" if missed else ""),
            )
        )
