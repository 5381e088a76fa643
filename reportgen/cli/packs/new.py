"""`reportgen packs new`: a pack of one's own that builds at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.columns import head, width
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.check import tell
from reportgen.cli.packs.choosing import chosen
from reportgen.cli.showing import show, terminal_columns
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx
from reportgen.opening import read_start
from reportgen.search import Search

if TYPE_CHECKING:
    from reportgen.adopting import Account
    from reportgen.packs import Kind, Pack
    from reportgen.workshop import Workshop

_HOME = "templates"
_EXAMPLES = say(
    """\b
例:
  reportgen packs new 南沙 --extends guangzhou --title 南沙区
  reportgen packs new 南沙 --from 我区的报告.docx --extends guangzhou""",
    """\b
Examples:
  reportgen packs new nansha --extends guangzhou --title 南沙区
  reportgen packs new nansha --from our-report.docx --extends guangzhou""",
)


@click.command(
    "new",
    help=say(
        "新建一个模板包，马上就能用：照上级模板包，或者由本区自己的 Word 文件建成（--from）。",
        "Make a new pack that builds at once: as its parent is, or of a district's own Word file (--from).",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("name", metavar=say("名字", "NAME"))
@click.option("--extends", "parent", default="base", show_default=True, help=say("上级模板包", "the pack to build on"))
@click.option("--title", default="", help=say("模板包的名称，如 南沙区", "what people call it, such as 南沙区"))
@click.option(
    "--from",
    "source",
    metavar="FILE.docx",
    help=say("本区自己的 Word 文件：空白格式或去年的报告都行", "the district's own Word file: a blank form, or last year's report"),
)
@click.option("--kind", help=say("这个 Word 文件是哪个文种（默认是上级的第一个）", "the kind that the Word file is (the parent's first)"))
@click.option("--force", is_flag=True, help=say("换掉已有的同名模板包（旧的留着）", "replace a pack of this name (the old one is kept)"))
@templates_option
def command(name: str, parent: str, title: str, source: str | None, kind: str | None, force: bool, templates: tuple[str, ...]) -> None:
    """Make a pack and tell what to do next."""
    from reportgen.starting import child_files, refusal
    from reportgen.starting.faults import NO_KINDS

    folder = home(templates)
    workshop = Workshops(templates).beside()
    above, only = chosen(workshop, parent, kind)
    only = only or next(iter(above.kinds.values()), None)
    if refused := refusal(name, folder, [one.name for one in above.chain], force=force):
        show([refused])
        sys.exit(2)
    if source is not None and only is None:
        show([NO_KINDS.at(parent=above.name)])
        sys.exit(2)
    try:
        if source is None or only is None:
            files = child_files(name, above, workshop.environment(), title)
        else:
            files = _adopted(source, name, above, only, workshop, title)
    except NotADocx as error:
        show([error.finding])
        sys.exit(2)
    except OSError as error:
        click.echo(f"{source}: {error.strerror}", err=True)
        sys.exit(2)
    sys.exit(_made(name, folder, files))


def _adopted(source: str, name: str, parent: Pack, kind: Kind, workshop: Workshop, title: str) -> dict[str, bytes]:
    """The files of a pack made of a Word file; tells what was made of it. Raises: NotADocx, OSError."""
    from reportgen.adopting import adopt
    from reportgen.ooxml import MOST_BYTES

    adopted = adopt(read_start(Path(source), MOST_BYTES), source, name, parent, kind, workshop.environment(), title)
    for line in _told(adopted.account):
        click.echo(line)
    show(adopted.account.findings)
    return adopted.files


def _told(account: Account) -> Iterator[str]:
    """What each paragraph was taken for, in three columns."""
    zh = current_locale() == "zh"
    columns = terminal_columns()
    words = columns // 3
    yield say("原文件的每一段，和模板里用了什么：", "each paragraph of the file, and what the template has for it:")
    for taken in account.in_order():
        place = f"{'表' if taken.place.table else ''}{taken.place.table or taken.place.paragraph}"
        text = head(taken.words, words)
        role = taken.role_zh if zh else taken.role_en
        line = f"{place:>4}  {text}{' ' * (words - width(text))}  {role}"
        yield head(f"{line}  {taken.tag}".rstrip(), columns)


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
