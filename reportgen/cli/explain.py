"""`reportgen explain`: what a finding's code means and what to do; where a figure of an input comes from and where it is printed."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

import click

from reportgen.cli.catalogue import Entry, entries
from reportgen.cli.figure import is_input, tell
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import severity_word, show
from reportgen.cli.wording import current_locale, say
from reportgen.errors import PackNotFound
from reportgen.expressions import near
from reportgen.findings import Locale

_EXAMPLES = say(
    """\b
例:
  reportgen explain C131                            解释一条规则
  reportgen explain R110 --pack panyu               番禺模板包里的规则
  reportgen explain                                 列出全部代码
  reportgen explain inputs/panyu-2023.yaml 收支.预算执行率   一个数从哪里来、印在哪里""",
    """\b
Examples:
  reportgen explain C131                            one rule
  reportgen explain R110 --pack panyu               a rule of a pack
  reportgen explain                                 all codes
  reportgen explain inputs/panyu-2023.yaml finance.execution_rate   where a figure comes from, and where it is printed""",
)

_INPUT_AND_FIGURE = 2


@click.command(
    "explain",
    help=say(
        "解释检查结果里的代码：是什么、为什么、怎么办；或者一个输入里的某个数：怎么算的、从哪里来、印在哪里。",
        "Tell what the codes of findings mean and what to do; or, of an input's figure, its formula, its values and where it is printed.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("codes", nargs=-1, metavar=say("[代码]... | 输入文件 数的名称", "[CODE]... | INPUT FIGURE"))
@click.option("--pack", help=say("哪个模板包的规则（不写就是 base）", "the pack whose rules are meant; base by default"))
@click.option(
    "--markdown", is_flag=True, help=say("把检查规则写成一页中英对照的 Markdown", "the rules as a page of Markdown, in both languages")
)
@click.option("--tags", is_flag=True, help=say("把标签和过滤器写成一页 Markdown", "tags and filters of templates as a page of Markdown"))
@templates_option
def command(codes: tuple[str, ...], pack: str | None, markdown: bool, tags: bool, templates: tuple[str, ...]) -> None:
    """Print what is known about each code, or about a figure."""
    if tags:
        from reportgen.cli.reference.tag_page import tag_page

        click.echo(tag_page(), nl=False)
        return
    if len(codes) == _INPUT_AND_FIGURE and is_input(codes[0]):
        file, figure = codes
        sys.exit(tell(file, figure, templates, pack))
    try:
        known = entries(Workshops(templates).beside().pack(pack or "base"))
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    if markdown:
        click.echo(page(known), nl=False)
        return
    if not codes:
        click.echo("\n".join(_line(entry) for entry in known.values()))
        return
    missing = [code for code in codes if code.upper() not in known]
    shown = [_explained(known[code.upper()], current_locale()) for code in codes if code not in missing]
    click.echo("\n\n".join(shown), nl=bool(shown))
    for code in missing:
        close = "、".join(near(code.upper(), list(known)))
        click.echo(
            say(f"没有代码 {code}", f"there is no code {code}") + (say("，相近的：", "; close: ") + close if close else ""), err=True
        )
    sys.exit(2 if missing else 0)


def _line(entry: Entry) -> str:
    locale = current_locale()
    first = entry.parts[locale][0][1] if entry.parts[locale] else ""
    return f"{entry.code}  {severity_word(entry.severity, locale)}  {entry.name}  {first}"


def _explained(entry: Entry, locale: Locale) -> str:
    lines = [f"{entry.code}  {entry.name}  {severity_word(entry.severity, locale)}"]
    for label, text in entry.parts[locale]:
        first, *rest = text.splitlines()
        lines += [f"  {label}: {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines)


_GROUPS = {
    "R": "数据之间 · Rules over data",
    "F1": "计算项 · Figures",
    "C1": "文字 · Writing",
    "C2": "正文里的数字 · Figures in the text",
    "C3": "报告之间 · Between reports",
    "G": "公文格式 · Official format of Word files",
    "C0": "允许的注释 · Allowances",
}
"""Codes of the checks, by how they begin; the others are told by `explain` alone."""


_MARKUP = re.compile(r"[*_<>{}|#~]")


def page(known: Mapping[str, Entry]) -> str:
    """The rules in both languages as Markdown."""
    lines = ["# 检查规则 · What reportgen finds", "", "由 `reportgen explain --markdown` 生成。Made by `reportgen explain --markdown`.", ""]
    for start, title in _GROUPS.items():
        group = [entry for code, entry in known.items() if code.startswith(start)]
        if group:
            lines += [f"## {title}", "", *(line for entry in group for line in _section(entry))]
    return "\n".join(lines).rstrip() + "\n"


def _section(entry: Entry) -> list[str]:
    lines = [f"### {entry.code} {entry.name}", "", f"{severity_word(entry.severity, 'zh')} · {severity_word(entry.severity, 'en')}", ""]
    shared = {text for _, text in entry.parts["zh"]} & {text for _, text in entry.parts["en"]}
    labels = {text: label for label, text in entry.parts["en"] if text in shared}
    for label, text in entry.parts["zh"]:
        lines.append(_item(f"{label} · {labels[text]}" if text in labels else label, text))
    lines += [_item(label, text) for label, text in entry.parts["en"] if text not in shared]
    return [*lines, ""]


def _item(label: str, text: str) -> str:
    lines = [f"`{line}`" if _MARKUP.search(line) else line for line in text.splitlines()]
    return f"- **{label}**: {lines[0]}" if len(lines) == 1 else "\n".join([f"- **{label}**:", *(f"  - {line}" for line in lines)])
