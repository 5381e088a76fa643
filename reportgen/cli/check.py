"""`reportgen check`: what a careful reviewer would find, in inputs and in Word files."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.batch.reviewing import WORD, Review, Reviewed, review
from reportgen.cli.formats import NAMES, Section
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx, OutputError
from reportgen.findings import Finding, Severity
from reportgen.options import Options

_EXAMPLES = say(
    """\b
例:
  reportgen check inputs                             检查整个文件夹
  reportgen check 报告.docx                           检查一个 Word 文件的格式、文字和数字
  reportgen check 报告.docx --annotate 批注.docx       每个问题在原处写成 Word 批注
  reportgen check inputs --select C2,R --strict      只看数字，有警告就不通过
  reportgen check inputs --format xlsx -o 清单.xlsx    各部门的问题清单""",
    """\b
Examples:
  reportgen check inputs                             a whole folder
  reportgen check report.docx                        a Word file: its format, prose and figures
  reportgen check report.docx --annotate noted.docx  each finding as a Word comment at its place
  reportgen check inputs --select C2,R --strict      figures only, warnings fail too
  reportgen check inputs --format xlsx -o list.xlsx  a list for all departments""",
)
_USUAL_NAMES = {"xlsx": say("问题清单.xlsx", "findings.xlsx"), "docx": say("退回修改意见.docx", "corrections.docx")}


@click.command(
    "check",
    help=say(
        "检查数据、文字和数字，Word 文件还检查公文格式（GB/T 9704）。"
        "PATHS 是输入文件、文件夹、通配符或 Word 文件。没有要改的返回 0，有错误返回 1。",
        "Check data, prose and figures, of Word files the official format (GB/T 9704) too; nothing is built. "
        "PATHS: inputs, folders, patterns, Word files. Exits 0 when fine, 1 on errors.",
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
@click.option(
    "--annotate",
    metavar="OUT.docx",
    type=click.Path(dir_okay=False),
    help=say("另存一份 Word 文件，每个问题在原处写成批注", "write a copy of the Word file with each finding as a comment at its place"),
)
@click.option(
    "--pages", is_flag=True, help=say("Word 文件里的问题说明在第几页（需要 LibreOffice）", "tell pages in Word files (needs LibreOffice)")
)
@click.option(
    "--against",
    metavar="FILE",
    multiple=True,
    help=say("与这份文件比较，找照抄的段落，如去年的报告；可以写几次", "compare with this file, such as last year's; may be given again"),
)
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
    annotate: str | None,
    pages: bool,
    against: tuple[str, ...],
    pack: str | None,
    kind: str | None,
    templates: tuple[str, ...],
) -> None:
    """Review, write, and say whether it is fine."""
    if annotate and (len(paths) != 1 or not paths[0].lower().endswith(WORD) or _same_file(paths[0], annotate)):
        raise click.UsageError(
            say("--annotate 要一个 Word 文件，并另起一个名字", "--annotate needs one Word file, and another name to write to")
        )
    reviewed = review(paths, Workshops(templates).beside, Options(pack, kind), against)
    show(reviewed.findings)
    sections = [_section(one, codes_of(select), codes_of(ignore), everything) for one in reviewed.files]
    if pages:
        sections = [_paged(section) for section in sections]
    if reviewed.files:
        try:
            _write(sections, form, output or _USUAL_NAMES.get(form))
            if annotate:
                _annotate(Path(paths[0]), sections[0].findings, Path(annotate))
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


def _paged(section: Section) -> Section:
    """A Word file's findings with their pages; others as they are."""
    from reportgen.convert.paging import with_page_numbers

    if not section.file.lower().endswith(WORD) or not section.findings:
        return section
    with contextlib.suppress(NotADocx, OSError):
        return Section(section.file, section.unit, with_page_numbers(section.findings, Path(section.file).read_bytes(), section.file))
    return section


def _annotate(file: Path, findings: Sequence[Finding], out: Path) -> None:
    """Write the copy with comments; what is no Word file has been told already."""
    from reportgen.cli.annotation import write_annotated

    with contextlib.suppress(NotADocx, OSError):
        write_annotated(file.read_bytes(), str(file), findings, out)
        click.echo(say(f"已写入 {out}（批注 {len(findings)} 条）", f"wrote {out} ({len(findings)} comments)"), err=True)


def _same_file(one: str, other: str) -> bool:
    """Whether two paths name one file."""
    return os.path.realpath(one) == os.path.realpath(other)


def _status(reviewed: Review, sections: Sequence[Section], strict: bool) -> int:
    if not reviewed.files:
        return 2
    found = [finding for section in sections for finding in section.findings if not finding.allowed]
    blocking = any(finding.blocks or (strict and finding.severity is Severity.WARNING) for finding in found)
    return 1 if blocking or any(finding.severity is Severity.ERROR for finding in reviewed.findings) else 0
