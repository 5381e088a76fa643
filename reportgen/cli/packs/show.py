"""`reportgen packs show`: a Word template as text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import NotADocx, PackNotFound
from reportgen.expressions import Environment
from reportgen.ooxml import MOST_BYTES
from reportgen.opening import read_start


@click.command(
    "show",
    help=say(
        "把 Word 模板显示成文字：样式、标签、表格，以及它的 block 和字段。可作 git 的 textconv。",
        "Show a Word template as text: styles, tags, tables, its blocks and fields. Fit to be git's textconv.",
    ),
)
@click.argument("target", metavar=say("模板包或文件.docx", "PACK|FILE.docx"))
@templates_option
def command(target: str, templates: tuple[str, ...]) -> None:
    """Print one Word file, or those of a pack's own folder."""
    try:
        files = _files(target, templates)
        for number, (name, content) in enumerate(files):
            click.echo("\n" * bool(number) + "\n".join(_transcribed(name, content, heading=len(files) > 1)))
    except (NotADocx, PackNotFound) as error:
        show([error.finding])
        sys.exit(2)
    except OSError as error:
        click.echo(f"{target}: {error.strerror}", err=True)
        sys.exit(2)


def _files(target: str, templates: Sequence[str]) -> list[tuple[str, bytes]]:
    """Name and content of the Word files that are meant. Raises: PackNotFound, OSError."""
    if target.lower().endswith((".docx", ".docm")) or Path(target).is_file():
        return [(target, read_start(Path(target), MOST_BYTES))]
    pack = Workshops(templates).beside().pack(target)
    names = [f"{pack.name}/{name}" for name in pack.chain[-1].files(".docx")]
    return [(name, content) for name in names if (content := pack.read(name)[0]) is not None]


def _transcribed(name: str, content: bytes, *, heading: bool) -> Iterator[str]:
    from reportgen.compiler.listing import list_template
    from reportgen.compiler.transcript import transcript
    from reportgen.ooxml import open_package

    package = open_package(content, name)
    if heading:
        yield f"## {name}"
    yield from transcript(package)
    listing = list_template(package, Environment())
    yield "# block"
    yield from (f"{'  ' * depth}{block}" for depth, block in listing.blocks)
    yield ""
    yield f"# {say('字段', 'fields')}"
    yield from listing.fields
