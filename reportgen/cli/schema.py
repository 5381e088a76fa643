"""`reportgen schema`: the fields of a kind, for editors that complete and check keys."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from reportgen import packs
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import PackNotFound
from reportgen.findings import Span

if TYPE_CHECKING:
    from reportgen.workshop import Workshop

_EXAMPLES = say(
    """\b
例:
  reportgen schema --pack panyu > 番禺.schema.json
  reportgen schema --pack panyu --keys zh           字段名用中文
  reportgen schema --pack panyu --markdown          一页字段说明""",
    """\b
Examples:
  reportgen schema --pack panyu > panyu.schema.json
  reportgen schema --pack panyu --keys zh           fields under their Chinese names
  reportgen schema --pack panyu --markdown          a page that explains them""",
)


@click.command(
    "schema",
    help=say(
        "把一个文种的字段写成 JSON Schema，编辑器据此提示和检查字段名。",
        "Write the fields of a kind as JSON Schema, by which editors complete and check keys.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.option("--pack", default="base", show_default=True, help=say("模板包", "the pack"))
@click.option("--kind", default="department-report", show_default=True, help=say("文种", "the kind of document"))
@click.option("--keys", type=click.Choice(["en", "zh"]), default="en", show_default=True, help=say("字段名用哪种文字", "names of fields"))
@click.option(
    "--markdown",
    is_flag=True,
    help=say("把各文种的字段写成一页中英对照的 Markdown", "the fields of all kinds as a page of Markdown, in both languages"),
)
@templates_option
def command(pack: str, kind: str, keys: packs.Keys, markdown: bool, templates: tuple[str, ...]) -> None:
    """Print the schema."""
    workshop = Workshops(templates).beside()
    try:
        chosen = workshop.pack(pack)
        if markdown:
            click.echo(_page(chosen, workshop), nl=False)
            return
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    found = chosen.kind(kind)
    if found is None:
        show([chosen.unknown_kind(kind, Span())])
        sys.exit(2)
    schema = chosen.schema(found.name)
    show(schema.findings)
    if schema.findings:
        sys.exit(1)
    click.echo(json.dumps(packs.json_schema(chosen, found.name, keys=keys), ensure_ascii=False, indent=2, default=str))


def _page(pack: packs.Pack, workshop: Workshop) -> str:
    """The fields of a pack, and what the packs below it add."""
    from reportgen.cli.reference.field_page import field_page

    others = [workshop.pack(name) for name in workshop.pack_names()]
    below = [one for one in others if pack.name in [folder.name for folder in one.chain[:-1]]]
    return field_page(pack, [(one, workshop.pack(one.chain[-2].name)) for one in below])
