"""`reportgen check`: what a careful reviewer would find, in inputs and in Word files."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.batch.reviewing import Review, Reviewed, review
from reportgen.cli.formats import NAMES, Section
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import current_locale, say
from reportgen.errors import OutputError
from reportgen.findings import Finding, Severity
from reportgen.options import Options

_EXAMPLES = say(
    """\b
例:
  reportgen check inputs                             检查整个文件夹
  reportgen check 报告.docx                           只凭文字检查一个 Word 文件
  reportgen check inputs --select C2,R --strict      只看数字，有警告就不通过
  reportgen check inputs --format xlsx -o 清单.xlsx    各部门的问题清单""",
    """\b
Examples:
  reportgen check inputs                             a whole folder
  reportgen check report.docx                        a Word file, by its text alone
  reportgen check inputs --select C2,R --strict      figures only, warnings fail too
  reportgen check inputs --format xlsx -o list.xlsx  a list for all departments""",
)
_USUAL_NAMES = {"xlsx": say("问题清单.xlsx", "findings.xlsx"), "docx": say("退回修改意见.docx", "corrections.docx")}


@click.command(
    "check",
    help=say(
        "检查数据、文字和数字，不生成文件。PATHS 是输入文件、文件夹、通配符或 Word 文件。没有要改的返回 0，有错误返回 1。",
        "Check data, prose and figures; nothing is built. PATHS: inputs, folders, patterns, Word files. Exits 0 when fine, 1 on errors.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--select",
    metavar="CODES",
    default="",
    help=say("只看这些代码（可以只写开头），逗号分开", "only these codes or their beginnings, comma-separated"),
)
@click.option("--ignore", metavar="CODES", default="", help=say("不看这些代码", "none of these codes"))
@click.option("--strict", is_flag=True, help=say("有警告也返回 1", "let warnings fail as errors do"))
@click.option("--all", "everything", is_flag=True, help=say("已说明理由的也显示", "show what is allowed with a reason, too"))
@click.option("--format", "form", type=click.Choice(NAMES), default="text", show_default=True, help=say("输出的格式", "form of the output"))
@click.option("-o", "--output", help=say("输出到文件；不写就输出到屏幕", "file to write; standard output by default"))
@click.option("--pack", help=say("不用输入里写的模板包，改用这个", "use this pack instead of the one that the input names"))
@click.option("--kind", help=say("只检查这一种文件", "check only this kind of document"))
@templates_option
def command(
    paths: tuple[str, ...],
    select: str,
    ignore: str,
    strict: bool,
    everything: bool,
    form: str,
    output: str | None,
    pack: str | None,
    kind: str | None,
    templates: tuple[str, ...],
) -> None:
    """Review, write, and say whether it is fine."""
    reviewed = review(paths, Workshops(templates).beside, Options(pack, kind))
    show(reviewed.findings)
    sections = [_section(one, codes_of(select), codes_of(ignore), everything) for one in reviewed.files]
    if reviewed.files:
        try:
            _write(sections, form, output or _USUAL_NAMES.get(form))
        except OutputError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
    sys.exit(_status(reviewed, sections, strict))


def codes_of(given: str) -> tuple[str, ...]:
    """The codes, or beginnings of codes, of an option."""
    return tuple(code.strip().upper() for code in given.replace("，", ",").split(",") if code.strip())


def _section(one: Reviewed, select: tuple[str, ...], ignore: tuple[str, ...], everything: bool) -> Section:
    def wanted(finding: Finding) -> bool:
        chosen = not select or finding.code.startswith(select)
        return chosen and not (ignore and finding.code.startswith(ignore)) and (everything or not finding.allowed)

    return Section(one.file, one.unit, [finding for finding in one.findings if wanted(finding)])


def _write(sections: Sequence[Section], form: str, output: str | None) -> None:
    from reportgen.batch.writing import write_whole

    made: str | bytes = importlib.import_module(f"reportgen.cli.formats.{form}").write(sections, current_locale())
    if output is None:
        click.echo(made, nl=False)
        return
    write_whole(Path(output), made if isinstance(made, bytes) else made.encode())
    click.echo(say("已写入 ", "wrote ") + output, err=True)


def _status(reviewed: Review, sections: Sequence[Section], strict: bool) -> int:
    if not reviewed.files:
        return 2
    found = [finding for section in sections for finding in section.findings if not finding.allowed]
    blocking = any(finding.blocks or (strict and finding.severity is Severity.WARNING) for finding in found)
    return 1 if blocking or any(finding.severity is Severity.ERROR for finding in reviewed.findings) else 0
