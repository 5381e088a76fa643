"""`reportgen render`: one Word template and one file of data to a document, without a pack."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import FindingsError, NotADocx, OutputError
from reportgen.inputs import Tree
from reportgen.opening import read_start

_STANDARD = "-"
_EXAMPLES = say(
    """\b
例:
  reportgen render 模板.docx 数据.yaml                生成 outputs/数据.docx
  reportgen render 模板.docx 数据.json -o 报告.docx
  reportgen render 模板.docx 数据.yaml --draft        没有的数据印成【待填：…】
  cat 数据.yaml | reportgen render 模板.docx - -o - > 报告.docx""",
    """\b
Examples:
  reportgen render template.docx data.yaml                  makes outputs/data.docx
  reportgen render template.docx data.json -o report.docx
  reportgen render template.docx data.yaml --draft          prints what is missing as 【待填：…】
  cat data.yaml | reportgen render template.docx - -o - > report.docx""",
)


@click.command(
    "render",
    help=say(
        "用一个 Word 模板和一份数据生成文件，不需要模板包。DATA 是 YAML 或 JSON 文件，“-”是标准输入。",
        "Make a document from a Word template and data, without a pack. DATA is a YAML or JSON file; - is standard input.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("template", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("data", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("-o", "--output", help=say("输出文件；“-”写到标准输出", "output file; - writes to standard output"))
@click.option("--draft", is_flag=True, help=say("没有的数据高亮印成【待填：…】", "print what is missing, highlighted, as 【待填：…】"))
def command(template: Path, data: Path, output: str | None, draft: bool) -> None:
    """Read, render, write, and tell."""
    target = Path(output or Path("outputs", f"{'document' if str(data) == _STANDARD else data.stem}.docx"))
    if str(target) != _STANDARD and os.path.realpath(target) == os.path.realpath(template):
        raise click.UsageError(
            say("输出文件就是模板本身，请用 -o 另起名字", "the output is the template itself; name another file with -o")
        )
    tree = _read(data)
    show(tree.findings)
    if any(finding.blocks for finding in tree.findings):
        sys.exit(1)
    document = _rendered(template, tree, draft)
    if str(target) == _STANDARD:
        sys.stdout.buffer.write(document)
        return
    _write(target, document)
    click.echo(say("已生成 ", "wrote ") + str(target))


def _read(data: Path) -> Tree:
    """The data; JSON is read as the YAML that it is."""
    from reportgen.inputs import MOST_BYTES, read

    if str(data) == _STANDARD:
        return read(sys.stdin.buffer.read(MOST_BYTES + 1), say("标准输入", "standard input"))
    return read(read_start(data, MOST_BYTES), str(data))


def _rendered(template: Path, tree: Tree, draft: bool) -> bytes:
    """The document; ends the program where the template or its values are at fault."""
    from reportgen.expressions import Environment, Record
    from reportgen.render import Template

    try:
        return Template.open(template, Environment(draft=draft)).render(Record(tree.value))
    except NotADocx as error:
        show([error.finding])
        sys.exit(2)
    except FindingsError as error:
        show(error.findings)
        sys.exit(1)


def _write(target: Path, document: bytes) -> None:
    from reportgen.batch.writing import write_whole

    try:
        write_whole(target, document)
    except OutputError as error:
        click.echo(f"{target}: {error}", err=True)
        sys.exit(2)
