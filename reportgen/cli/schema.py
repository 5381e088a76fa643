"""`reportgen schema`: the fields of a kind, for editors that complete and check keys."""

from __future__ import annotations

import json
import sys

import click

from reportgen import packs
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import PackNotFound
from reportgen.findings import Span

_EXAMPLES = say(
    """\b
例:
  reportgen schema --pack panyu > 番禺.schema.json
  reportgen schema --pack panyu --keys zh           字段名用中文""",
    """\b
Examples:
  reportgen schema --pack panyu > panyu.schema.json
  reportgen schema --pack panyu --keys zh           fields under their Chinese names""",
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
@templates_option
def command(pack: str, kind: str, keys: packs.Keys, templates: tuple[str, ...]) -> None:
    """Print the schema."""
    try:
        chosen = Workshops(templates).beside().pack(pack)
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
