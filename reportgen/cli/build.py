"""`reportgen build`: inputs to Word documents."""

from __future__ import annotations

import sys
from typing import Any

import click

from reportgen.cli.options import templates_option
from reportgen.cli.run import Request, run
from reportgen.cli.wording import say

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
@click.argument("paths", nargs=-1)
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
@click.option("--strict", is_flag=True, help=say("有警告也不生成", "let warnings block as errors do"))
@click.option("--no-checks", is_flag=True, help=say("不运行检查规则", "skip the rules over data and prose"))
@click.option(
    "--summary",
    multiple=True,
    type=click.Path(dir_okay=False),
    help=say("汇总表，.xlsx 或 .csv", "a summary of all documents, .xlsx or .csv"),
)
@click.option(
    "--data",
    type=click.Path(dir_okay=False),
    help=say("表格（.xlsx、.csv），一行生成一份", "a table (.xlsx, .csv): a document a row, with --pack and --kind"),
)
@click.option(
    "--reproducible",
    is_flag=True,
    help=say("在任何处理器上都生成同样的字节（慢一些）", "make the same bytes on every processor, somewhat more slowly"),
)
@click.option(
    "--contents", is_flag=True, help=say("用 LibreOffice 算出目录的页码", "let LibreOffice work out the pages of tables of contents")
)
@click.option("--pdf", is_flag=True, help=say("同时用 LibreOffice 生成 PDF", "make PDF, too, by LibreOffice"))
@click.option("--pages", is_flag=True, help=say("同时生成每一页的图片（含 PDF）", "draw every page as a picture (and make PDF)"))
@click.option("--watch", is_flag=True, help=say("保存输入或模板后自动重新生成", "build again whenever an input or a pack is saved"))
@click.option(
    "--executor",
    metavar="dask://HOST:PORT",
    help=say("由 Dask 集群来生成", "let a Dask cluster do the work (extra: dask)"),
)
@templates_option
def command(**given: Any) -> None:
    """Build what was asked for."""
    if not given["paths"] and not given["data"]:
        raise click.UsageError(say("请写明输入文件或文件夹", "name the inputs, files or folders"))
    sys.exit(run(Request(**given)))
