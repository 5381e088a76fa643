"""`reportgen packs new`: a pack of one's own that builds at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.check import tell
from reportgen.cli.packs.choosing import chosen
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import NotADocx
from reportgen.search import Search

_HOME = "templates"
_EXAMPLES = say(
    """\b
例:
  reportgen packs new 南沙 --extends guangzhou --title 南沙区""",
    """\b
Examples:
  reportgen packs new nansha --extends guangzhou --title 南沙区""",
)


@click.command(
    "new",
    help=say(
        "新建一个模板包，马上就能用：照上级模板包。",
        "Make a new pack that builds at once, from a parent pack.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("name", metavar=say("名字", "NAME"))
@click.option("--extends", "parent", default="base", show_default=True, help=say("上级模板包", "the pack to build on"))
@click.option("--title", default="", help=say("模板包的名称，如 南沙区", "what people call it, such as 南沙区"))
@click.option("--force", is_flag=True, help=say("换掉已有的同名模板包（旧的留着）", "replace a pack of this name (the old one is kept)"))
@templates_option
def command(name: str, parent: str, title: str, force: bool, templates: tuple[str, ...]) -> None:
    """Make a pack and tell what to do next."""
    from reportgen.starting import child_files, refusal

    folder = home(templates)
    if refused := refusal(name, folder, force=force):
        show([refused])
        sys.exit(2)
    workshop = Workshops(templates).beside()
    above, _ = chosen(workshop, parent)
    try:
        files = child_files(name, above, workshop.environment(), title)
    except NotADocx as error:
        show([error.finding])
        sys.exit(2)
    sys.exit(_made(name, folder, files))


def home(templates: Sequence[str]) -> Path:
    """The folder for new packs: the first that is named, on the command line or by the environment, else the usual one here."""
    return next(iter(Search.of(templates).named), Path(_HOME))


def _made(name: str, folder: Path, files: dict[str, bytes]) -> int:
    """Write the pack, look it through, and tell; the exit code."""
    from reportgen.inspection import inspect
    from reportgen.starting import write_pack

    try:
        path = write_pack(name, folder, files)
    except OSError as error:
        click.echo(f"{folder / name}: {error.strerror}", err=True)
        return 2
    click.echo(say(f"已建 {path}：{'、'.join(files)}", f"made {path}: {', '.join(files)}"))
    workshop = Workshops([str(folder)]).beside()
    pack = workshop.pack(name)
    findings = inspect(pack, workshop.environment())
    tell(findings, pack)
    zh = f"接着：用 Word 打开 {path} 里的文件改，改完 reportgen packs check {name}；看样子 reportgen packs preview {name}"
    en = f"next: edit the files of {path} in Word, then reportgen packs check {name}; to see it, reportgen packs preview {name}"
    click.echo(say(zh, en))
    return int(any(finding.blocks for finding in findings))
