"""`reportgen packs diff`: what changed between two packs or two versions of one, as a note to send out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.choosing import chosen_kind, pack_at
from reportgen.cli.packs.naming import HEADS
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import NotADocx

if TYPE_CHECKING:
    from reportgen.differing import Change
    from reportgen.packs import Pack

_EXAMPLES = say(
    """\b
例:
  reportgen packs diff 旧版/panyu templates/panyu > 改动说明.txt
  reportgen packs diff panyu-2023.zip panyu --kind 部门整体支出绩效自评报告
  reportgen packs diff guangzhou panyu                两个模板包有什么不同""",
    """\b
Examples:
  reportgen packs diff old/panyu templates/panyu > changes.txt
  reportgen packs diff panyu-2023.zip panyu --kind department-report
  reportgen packs diff guangzhou panyu                how two packs differ""",
)
_WORDS = {
    "added": ("新增", "added"),
    "removed": ("删去", "removed"),
    "renamed": ("改名", "renamed"),
    "changed": ("改", "changed"),
}


@click.command(
    "diff",
    help=say(
        "比较两个模板包，或同一个的两个版本（文件夹或 .zip）：设置、版式、字段、规则和模板文字，写成改动说明。没有不同返回 0，有返回 1。",
        "Compare two packs, or two versions of one (folders or .zip files): settings, page format, fields, rules and texts, as a change "
        "note. Exits 0 where nothing differs, 1 where something does.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("old", metavar=say("旧的", "OLD"))
@click.argument("new", metavar=say("新的", "NEW"))
@click.option("--kind", help=say("只比较这一个文种", "this kind only"))
@templates_option
def command(old: str, new: str, kind: str | None, templates: tuple[str, ...]) -> None:
    """Print the differences."""
    from reportgen.differing import differences
    from reportgen.facets import facets

    workshop = Workshops(templates).beside()
    pair = [pack_at(name, workshop) for name in (old, new)]
    try:
        before, after = (facets(pack, workshop.environment(), chosen_kind(pack, kind)) for pack in pair)
    except NotADocx as error:
        show([error.finding])
        sys.exit(2)
    changes = differences(before, after)
    for line in _note(pair, changes):
        click.echo(line)
    sys.exit(1 if changes else 0)


def _note(pair: Sequence[Pack], changes: Sequence[Change]) -> Iterator[str]:
    old, new = (f"{pack.title}（{pack.name}）{_version(pack)}" for pack in pair)
    yield say(f"模板包改动说明：{old} → {new}", f"changes from {old} to {new}")
    if not changes:
        yield say("没有不同", "no differences")
    for group, found in groupby(changes, key=lambda change: change.facet.group):
        yield ""
        yield say(*HEADS[group])
        for change in found:
            yield from _line(change)


def _version(pack: Pack) -> str:
    return say(f"第 {pack.version} 版", f" version {pack.version}") if pack.version else ""


def _line(change: Change) -> Iterator[str]:
    """One difference; of a block its paragraphs too."""
    facet, word = change.facet, say(*_WORDS[change.how])
    if facet.group == "blocks":
        yield f"  {word} {facet.kind} · {facet.name}"
        yield from (f"      {line}" for line in change.lines())
    elif change.old is not None and change.new is not None:
        was = f"{change.old.name}：" if change.how == "renamed" else ""
        now = f"{change.new.name}：" if change.how == "renamed" else ""
        yield f"  {word} {'' if now else f'{facet.name}：'}{was}{change.old.words} → {now}{change.new.words}"
    else:
        yield f"  {word} {facet.name}：{facet.words}"
