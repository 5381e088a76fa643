"""`reportgen format`: Word files that people made, set in official format; the originals stay as they are."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.columns import wrapped
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import counted, show, terminal_columns
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx, OutputError, PackNotFound

if TYPE_CHECKING:
    from reportgen.findings import Finding
    from reportgen.typesetting import Reformatted

_BASE = "base"
_EXAMPLES = say(
    """\b
例:
  reportgen format 报告.docx                         写成 报告.排版.docx，列出改了什么、还剩什么
  reportgen format 报告.docx -o 上报稿.docx
  reportgen format 收文/*.docx -o 排好/               一批文件
  reportgen format 报告.docx --pack panyu             按番禺区的版式""",
    """\b
Examples:
  reportgen format report.docx                       writes report.formatted.docx, lists what changed and what is left
  reportgen format report.docx -o final.docx
  reportgen format inbox/*.docx -o done/             many files
  reportgen format report.docx --pack panyu          in the format of a district""",
)


@click.command(
    "format",
    help=say(
        "把手工做的 Word 文件排成公文格式（GB/T 9704）：纸张、页边距、页码、标题和正文的字体、字号、行距、缩进；文字、表格、图片都不动，"
        "原文件不动。没有“必须”一级的问题剩下时返回 0。",
        "Set hand-made Word files in official format (GB/T 9704): paper, margins, page numbers, faces, sizes, line pitch, indents. "
        "Words, tables and pictures stay; so does the original. Exits 0 when no error is left.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", help=say("输出文件；几个文件时是文件夹", "output file; a folder for several files"))
@click.option("--pack", default=_BASE, show_default=True, help=say("按这个模板包的版式", "the pack whose format is wanted"))
@click.option("--kind", default="", help=say("按这一种文件的版式；不写就看标题", "the kind of document; by its title where not given"))
@click.option("--keep-words", is_flag=True, help=say("一个字都不改，只改格式", "change the format only, not even punctuation"))
@click.option("--force", is_flag=True, help=say("输出文件已有时覆盖", "overwrite an output that is there"))
@templates_option
def command(
    files: tuple[Path, ...], output: str | None, pack: str, kind: str, keep_words: bool, force: bool, templates: tuple[str, ...]
) -> None:
    """Set each file, write it beside the original or where it is wanted, and tell."""
    targets = _targets(files, output)
    workshops = Workshops(templates)
    fine = [_done(file, target, workshops, pack, kind, keep_words, force) for file, target in zip(files, targets, strict=True)]
    sys.exit(2 if None in fine else 0 if all(fine) else 1)


def _targets(files: Sequence[Path], output: str | None) -> list[Path]:
    """Where each file goes; ends the program where two would meet, or one would take an original's place."""
    suffix = say(".排版.docx", ".formatted.docx")
    if output is None:
        targets = [file.with_name(file.stem + suffix) for file in files]
    elif len(files) == 1 and not output.endswith(("/", os.sep)) and not Path(output).is_dir():
        targets = [Path(output)]
    else:
        targets = [Path(output, file.name) for file in files]
    reals = [os.path.realpath(target) for target in targets]
    if set(reals) & {os.path.realpath(file) for file in files}:
        raise click.UsageError(say("输出文件就是原文件，请用 -o 另起名字", "the output is the original itself; name another with -o"))
    if len(set(reals)) < len(reals):
        raise click.UsageError(say("有文件同名，请分开排版", "some files have the same name; set them one by one"))
    return targets


def _done(file: Path, target: Path, workshops: Workshops, pack: str, kind: str, keep_words: bool, force: bool) -> bool | None:
    """Set one file; False where errors are left, None where it could not be set."""
    try:
        if target.exists() and not force:
            raise OutputError(say("文件已经有了，要覆盖请加 --force", "the file is there already; --force overwrites it"))
        made = _reformatted(file, workshops, pack, kind, words=not keep_words)
    except (NotADocx, PackNotFound) as error:
        show([error.finding])
        return None
    except (OSError, OutputError) as error:
        _failed(file if isinstance(error, OSError) else target, error)
        return None
    return _written(file, target, made)


def _reformatted(file: Path, workshops: Workshops, pack: str, kind: str, *, words: bool) -> Reformatted:
    from reportgen.ooxml import MOST_BYTES
    from reportgen.opening import read_start
    from reportgen.typesetting import reformat

    return reformat(read_start(file, MOST_BYTES), str(file), workshops.beside(file.parent).pack(pack), kind, words=words)


def _written(file: Path, target: Path, made: Reformatted) -> bool | None:
    from reportgen.batch.writing import write_whole

    try:
        write_whole(target, made.content)
    except OutputError as error:
        _failed(target, error)
        return None
    click.echo(f"{file} → {target}")
    _tell(say("已改好", "mended"), made.mended)
    _tell_left(file, made.left)
    return not any(finding.blocks for finding in made.left)


def _tell_left(file: Path, left: Sequence[Finding]) -> None:
    """What a person has to decide: of the format in full, of the words how much."""
    of_format = [finding for finding in left if finding.code.startswith("G") or finding.blocks]
    if of_format:
        click.echo(say("还要人来看：", "left to decide: ") + counted(of_format, current_locale()))
        show(of_format)
    if words := len(left) - len(of_format):
        wanted = f"reportgen check {shlex.quote(str(file))}"
        click.echo(say(f"文字和数字还有 {words} 处可疑，用 {wanted} 查看", f"{words} more in words and figures: see {wanted}"))


def _tell(head: str, findings: Sequence[Finding]) -> None:
    """What was mended, a line each, those of one wording once."""
    locale, columns = current_locale(), terminal_columns()
    lines = dict.fromkeys(f"  {finding.code} {finding.message(locale)}" for finding in findings)
    click.echo(say(f"{head} {len(findings)} 项", f"{head}: {len(findings)}"))
    for line in lines:
        click.echo(wrapped(line, columns, 0, 7))


def _failed(path: Path, error: OSError | OutputError) -> None:
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    click.echo(f"{path}: {reason}", err=True)
