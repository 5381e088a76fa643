"""`reportgen fix`: slips that can be mended without a change of meaning, mended in the inputs themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reportgen.batch import faults
from reportgen.batch.mending import Mended, differences, mended
from reportgen.batch.planning import STANDARD_INPUT, Job, plan
from reportgen.batch.writing import write_whole
from reportgen.cli.check import codes_of
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import OutputError
from reportgen.findings import Span
from reportgen.options import Options

_EXAMPLES = say(
    """\b
例:
  reportgen fix inputs                               直接改输入文件
  reportgen fix inputs --diff                        只看会改什么
  reportgen fix inputs --select C101,C102            只改半角标点和括号
  cat 部门.yaml | reportgen fix - > 改好.yaml           从标准输入到标准输出""",
    """\b
Examples:
  reportgen fix inputs                               mends the inputs
  reportgen fix inputs --diff                        shows what would change
  reportgen fix inputs --select C101,C102            half-width marks and brackets only
  cat office.yaml | reportgen fix - > mended.yaml    standard input to standard output""",
)


@click.command(
    "fix",
    help=say(
        "在输入文件里改正不影响意思的差错：标点和括号的全半角、数字里的空格、截止→截至等。注释和排列不动。",
        "Mend in the inputs what cannot change the meaning: widths of marks, blanks in numbers, 截止→截至. Comments and layout stay.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--diff",
    is_flag=True,
    help=say("不改文件，只显示会怎样改；有要改的返回 1", "change nothing, show what would change; exits 1 if anything would"),
)
@click.option("--select", metavar="CODES", default="", help=say("只改这些代码", "only these codes or their beginnings"))
@click.option("--ignore", metavar="CODES", default="", help=say("不改这些代码", "none of these codes"))
@click.option("--pack", help=say("不用输入里写的模板包，改用这个", "use this pack instead of the one that the input names"))
@templates_option
def command(paths: tuple[str, ...], diff: bool, select: str, ignore: str, pack: str | None, templates: tuple[str, ...]) -> None:
    """Mend every input, or show how."""
    planned = plan(paths)
    workshops, options = Workshops(templates), Options(pack, render=False)
    findings = list(planned.findings)
    done: list[Mended] = []
    for job in planned.jobs:
        try:
            workshop = workshops.beside(job.beside)
            done.append(mended(job, _content(job), workshop, options, codes_of(select), codes_of(ignore)))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or say(
                "不是 UTF-8 文件，请先另存为 UTF-8", "the file is not UTF-8; save it as UTF-8 first"
            )
            findings.append(faults.UNREADABLE.at(Span(file=job.input), path=job.input, reason=reason))
    show(findings)
    changed = [one for one in done if one.after != one.before]
    failed = _told(changed, done) if diff else not all(_written(one) for one in done if one in changed or one.job.input == STANDARD_INPUT)
    sys.exit(2 if findings and not done else 1 if findings or failed else 0)


def _content(job: Job) -> bytes:
    return sys.stdin.buffer.read() if job.input == STANDARD_INPUT else Path(job.input).read_bytes()


def _told(changed: list[Mended], done: list[Mended]) -> bool:
    """Show the differences; whether there are any."""
    for one in changed:
        click.echo("".join(_ended(differences(one))), nl=False)
    click.echo(_summary(changed, done), err=True)
    return bool(changed)


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _summary(changed: list[Mended], done: list[Mended]) -> str:
    number = sum(len(one.findings) for one in changed)
    files, places = "file" if len(done) == 1 else "files", "place" if number == 1 else "places"
    return say(
        f"{len(changed)}/{len(done)} 个文件，{number} 处可以改正", f"{len(changed)} of {len(done)} {files}, {number} {places} to mend"
    )


def _written(one: Mended) -> bool:
    """Write a mended file; False where that failed."""
    if one.job.input == STANDARD_INPUT:
        sys.stdout.buffer.write(one.content)
        return True
    try:
        write_whole(Path(one.job.input), one.content)
    except OutputError as error:
        click.echo(f"{one.job.input}: {error}", err=True)
        return False
    number = len(one.findings)
    click.echo(say(f"{one.job.input}：改正 {number} 处", f"{one.job.input}: {number} mended"))
    return True
