"""`reportgen packs list`: the packs there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from reportgen import packs
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx, PackNotFound
from reportgen.expressions import Environment


@click.command(
    "list",
    help=say(
        "列出现有的模板包、它们的上级和文种，以及各自的 Word 模板有多大。",
        "List the packs, what they extend, their kinds, and the size of their Word templates.",
    ),
)
@templates_option
def command(templates: tuple[str, ...]) -> None:
    """Print each pack."""
    workshop = Workshops(templates).beside()
    failed = False
    for name in workshop.pack_names():
        try:
            for line in _described(workshop.pack(name)):
                click.echo(line)
        except PackNotFound as error:
            failed = True
            show([error.finding])
    sys.exit(1 if failed else 0)


def _described(pack: packs.Pack) -> Iterator[str]:
    above = "".join(f" ← {folder.name}" for folder in reversed(pack.chain[:-1]))
    notes = [
        pack.version and say(f"第 {pack.version} 版", f"version {pack.version}"),
        pack.years and say(f"{pack.years.in_chinese}年度", f"years {pack.years.in_english}"),
    ]
    yield f"{click.style(pack.name, bold=True)}  {pack.title}{above}" + "".join(f"  {note}" for note in notes if note)
    for kind in pack.kinds.values():
        yield f"  {kind.name}  {kind.title}" + (f" ({say('每个', 'one for each of')} {kind.per})" if kind.per else "")
        for note in _sizes(pack, kind.name):
            yield f"    {note}"


def _sizes(pack: packs.Pack, kind: str) -> Iterator[str]:
    """The Word files of a kind, the nearest first, each with what it holds beside the next one's."""
    from reportgen.compiler.listing import list_template
    from reportgen.ooxml import open_package

    environment = Environment()
    found = []
    for folder in reversed(pack.chain):
        content, _ = pack.read(f"{folder.name}/{kind}.docx")
        if content is not None:
            name = f"{folder.name}/{kind}.docx"
            try:
                found.append((name, len(content), len(list_template(open_package(content, name), environment).blocks)))
            except NotADocx as error:
                yield str(error.finding.message(current_locale()))
    for number, (name, size, blocks) in enumerate(found):
        line = say(f"{name}  {size / 1024:.1f} KB，{blocks} 个 block", f"{name}  {size / 1024:.1f} KB, {blocks} block{'s' * (blocks != 1)}")
        if number + 1 < len(found):
            _, above, more = found[number + 1]
            line += say(
                f"（上级的 {100 * size / above:.0f}%，{more} 个 block）", f" ({100 * size / above:.0f}% of its parent's, which has {more})"
            )
        yield line
