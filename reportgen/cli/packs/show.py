"""`reportgen packs show`: where each part of a pack comes from, or a Word template as text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.choosing import chosen_kind, pack_at
from reportgen.cli.packs.naming import HEADS
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import NotADocx, PackNotFound
from reportgen.expressions import Environment
from reportgen.ooxml import MOST_BYTES
from reportgen.opening import read_start

if TYPE_CHECKING:
    from reportgen.facets import Facet
    from reportgen.packs import Pack
    from reportgen.workshop import Workshop

_EXAMPLES = say(
    """\b
例:
  reportgen packs show panyu                          每一项设置、字段、规则、段落从哪里来，改了上级的什么
  reportgen packs show panyu --own                    只看它自己写的
  reportgen packs show templates/panyu/department-report.docx""",
    """\b
Examples:
  reportgen packs show panyu                          where each setting, field, rule and block comes from
  reportgen packs show panyu --own                    only what it has of its own
  reportgen packs show templates/panyu/department-report.docx""",
)


@click.command(
    "show",
    help=say(
        "模板包：列出每项设置、版式、字段、计算项、规则和模板段落的值，在哪个文件哪一行，替换了上级的什么。"
        "Word 文件：显示成文字（样式、标签、表格，以及它的 block 和字段），可作 git 的 textconv。",
        "A pack: each setting, line of the page format, field, figure, rule and block, with its file and line and what it replaces of its "
        "parent. A Word file: as text (styles, tags, tables, its blocks and fields), fit to be git's textconv.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("target", metavar=say("模板包或文件.docx", "PACK|FILE.docx"))
@click.option("--kind", help=say("只看这一个文种", "this kind only"))
@click.option("--own", is_flag=True, help=say("只列模板包自己写的", "only what stands in the pack's own files"))
@templates_option
def command(target: str, kind: str | None, own: bool, templates: tuple[str, ...]) -> None:
    """Print a Word file, or what a pack is made of."""
    try:
        if target.lower().endswith((".docx", ".docm")) or (Path(target).is_file() and not target.endswith(".zip")):
            lines = _transcribed(target, read_start(Path(target), MOST_BYTES))
        else:
            lines = _made_of(target, kind, Workshops(templates).beside(), own=own)
        click.echo("\n".join(lines))
    except (NotADocx, PackNotFound) as error:
        show([error.finding])
        sys.exit(2)
    except OSError as error:
        click.echo(f"{target}: {error.strerror}", err=True)
        sys.exit(2)


def _made_of(name: str, kind: str | None, workshop: Workshop, *, own: bool) -> Iterator[str]:
    """What a pack is made of, group by group."""
    from reportgen.facets import facets

    pack = pack_at(name, workshop)
    only = chosen_kind(pack, kind)
    above = _parent(pack, workshop)
    found = facets(pack, workshop.environment(), only)
    inherited = {(facet.group, facet.kind, facet.key): facet for facet in facets(above, workshop.environment())} if above else {}
    mine = [facet for facet in found if not own or _home(facet, pack) == pack.name]
    yield f"{pack.name}  {pack.title}" + "".join(f" ← {folder.name}" for folder in reversed(pack.chain[:-1]))
    for group, listed in groupby(mine, key=lambda facet: facet.group):
        yield ""
        yield say(*HEADS[group])
        for facet in listed:
            before = inherited.get((facet.group, facet.kind, facet.key))
            yield _line(facet, before if _home(facet, pack) == pack.name else None, pack)


def _parent(pack: Pack, workshop: Workshop) -> Pack | None:
    from reportgen.packs.loading import load_at

    return load_at(pack.chain[-2].path, workshop.folders) if len(pack.chain) > 1 else None


def _home(facet: Facet, pack: Pack) -> str:
    """The pack of the chain in whose files a fact stands."""
    file = facet.span.file
    return next((one.name for one in pack.chain if file.startswith((f"{one.path.as_posix()}/", f"{one.name}/"))), "")


def _line(facet: Facet, before: Facet | None, pack: Pack) -> str:
    """A fact with its place and what it stands instead of."""
    place = facet.span.file + (f":{facet.span.line}" if facet.span.line else "")
    name = f"{facet.kind} · {facet.name}" if facet.group == "blocks" else facet.name
    instead = ""
    if before is not None and facet.group == "blocks":
        instead = say("（替换上级的）", " (in its parent's place)")
    elif before is not None and before.words != facet.words:
        instead = say(f"（上级：{before.words}）", f" (its parent: {before.words})")
    return f"  {name}: {facet.words}{instead}  [{_home(facet, pack) or '—'} {place}]"


def _transcribed(name: str, content: bytes) -> Iterator[str]:
    from reportgen.compiler.listing import list_template
    from reportgen.compiler.transcript import transcript
    from reportgen.ooxml import open_package

    package = open_package(content, name)
    yield from transcript(package)
    listing = list_template(package, Environment())
    yield "# block"
    yield from (f"{'  ' * depth}{block}" for depth, block in listing.blocks)
    yield ""
    yield f"# {say('字段', 'fields')}"
    yield from listing.fields
