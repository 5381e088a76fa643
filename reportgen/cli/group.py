"""All verbs of the command line, a module per verb, imported only when it runs."""

from __future__ import annotations

import click

from reportgen._version import __version__
from reportgen.cli.lazy import LazyGroup
from reportgen.cli.wording import say

_VERBS = {
    "build": ("由 YAML 输入生成 Word 文件", "Make Word documents from YAML inputs."),
    "check": ("检查数据、文字和数字，Word 文件还查版式", "Check data, prose and figures, and the format of Word files."),
    "explain": ("讲解代码的意思，或一个数的来历", "Tell what a code means, or where a figure comes from."),
    "fix": ("改正输入里不影响意思的差错", "Mend slips in inputs that cannot change the meaning."),
    "format": ("把手工做的 Word 文件排成公文格式", "Set hand-made Word files in official format."),
    "new": ("新建待填的输入，或由去年的输入滚出今年的", "Begin an input, from a kind's fields or from last year's."),
    "packs": ("列出、查看、检查、新建模板包", "List, look into, check and make packs."),
    "render": ("不用模板包，由一个 Word 模板和数据生成文件", "Make a document from a Word template and data, without a pack."),
    "schema": ("输出供编辑器用的 JSON Schema", "Write the fields of a kind as JSON Schema, for editors."),
}
"""The verbs, and what they do in a few words: a list of them must not import them all."""


class _Verbs(LazyGroup):
    package = "reportgen.cli"
    verbs = _VERBS

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl([(name, say(*words)) for name, words in _VERBS.items()])


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "把一个部门一年的 YAML 数据，经各区自己的 Word 模板，生成可以上报的绩效自评报告。",
        "Turns YAML about a department's year into performance reports, through each district's own Word templates.",
    ),
)
@click.version_option(__version__, prog_name="reportgen")
def verbs() -> None:
    """Group of all verbs."""
