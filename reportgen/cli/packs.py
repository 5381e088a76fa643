"""`reportgen packs`: the packs there are, what a template holds, and what is wrong with a pack."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from reportgen import packs
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import counted, show, shown
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx, PackNotFound
from reportgen.expressions import Environment
from reportgen.findings import Finding, Place
from reportgen.ooxml import MOST_BYTES
from reportgen.opening import read_start

_ARROW = " → "


@click.group(
    "packs", help=say("模板包：有哪些、写了什么、有没有毛病。", "Packs: which there are, what they hold, what is wrong with them.")
)
def command() -> None:
    """Group of the verbs about packs."""


@command.command(
    "list",
    help=say(
        "列出现有的模板包、它们的上级和文种，以及各自的 Word 模板有多大。",
        "List the packs, what they extend, their kinds, and the size of their Word templates.",
    ),
)
@templates_option
def list_packs(templates: tuple[str, ...]) -> None:
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
    yield f"{click.style(pack.name, bold=True)}  {pack.title}" + "".join(f" ← {folder.name}" for folder in reversed(pack.chain[:-1]))
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
        line = f"{name}  {size / 1024:.1f} KB, {blocks} block"
        if number + 1 < len(found):
            _, above, more = found[number + 1]
            line += say(
                f"（上级的 {100 * size / above:.0f}%，{more} 个 block）", f" ({100 * size / above:.0f}% of its parent's, which has {more})"
            )
        yield line


@command.command(
    "show",
    help=say(
        "把 Word 模板显示成文字：样式、标签、表格，以及它的 block 和字段。可作 git 的 textconv。",
        "Show a Word template as text: styles, tags, tables, its blocks and fields. Fit to be git's textconv.",
    ),
)
@click.argument("target", metavar=say("模板包或文件.docx", "PACK|FILE.docx"))
@templates_option
def show_template(target: str, templates: tuple[str, ...]) -> None:
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


@command.command(
    "check",
    help=say(
        "不用数据检查一个模板包：设置、字段、算式和每个 Word 文件，一次说完所有毛病。",
        "Check a pack without data: settings, fields, formulas and every Word file, all faults in one run.",
    ),
)
@click.argument("pack", metavar=say("模板包", "PACK"))
@click.option("--kind", help=say("只检查这一个文种", "check this kind only"))
@click.option(
    "--annotate",
    metavar="OUT.docx",
    type=click.Path(dir_okay=False),
    help=say("另存一份模板，每个毛病在原处写成 Word 批注", "write a copy of the template with each fault as a Word comment at its place"),
)
@templates_option
def check_pack(pack: str, kind: str | None, annotate: str | None, templates: tuple[str, ...]) -> None:
    """Look a pack through and tell."""
    from reportgen.inspection import inspect

    workshop = Workshops(templates).beside()
    try:
        chosen = workshop.pack(pack)
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    only = chosen.kind(kind) if kind else None
    if kind and only is None:
        show([chosen.unknown_kind(kind, chosen.origin(("kinds",)))])
        sys.exit(2)
    findings = inspect(chosen, workshop.environment(), only)
    _tell(findings, chosen)
    if annotate:
        _annotate(chosen, findings, Path(annotate))
    sys.exit(1 if any(finding.blocks for finding in findings) else 0)


def _tell(findings: Sequence[Finding], pack: packs.Pack) -> None:
    """The findings in the order of their files and texts, or that there are none."""
    locale = current_locale()
    for finding in findings:
        click.echo(shown(finding, locale), err=True)
    chain = _ARROW.join(folder.name for folder in reversed(pack.chain))
    click.echo(
        counted(findings, locale) or say(f"模板包“{pack.name}”没有问题（{chain}）", f"nothing is wrong with pack {pack.name} ({chain})"),
        err=bool(findings),
    )


def _annotate(pack: packs.Pack, findings: Sequence[Finding], out: Path) -> None:
    """Write a copy of each of the pack's own Word files with faults: the first under the name given, others with their own added."""
    from reportgen.compiler.annotating import annotated
    from reportgen.ooxml import open_package, write_archive

    locale = current_locale()
    own = [f"{pack.name}/{name}" for name in pack.chain[-1].files(".docx")]
    faulty = [name for name in own if any(finding.span.file == name for finding in findings)] or own[:1]
    for number, name in enumerate(faulty):
        content = pack.read(name)[0]
        if content is None:
            continue
        notes = [(f.span.place or Place(), "\n".join(_comment(f, locale == "zh"))) for f in findings if f.span.file == name]
        path = out if not number else out.with_stem(f"{out.stem}-{Path(name).stem}")
        try:
            path.write_bytes(write_archive(annotated(open_package(content, name), notes)))
        except NotADocx as error:
            show([error.finding])
        except OSError as error:
            click.echo(f"{path}: {error.strerror}", err=True)
            sys.exit(2)
        else:
            click.echo(say(f"已写 {path}（批注 {len(notes)} 条）", f"wrote {path} ({len(notes)} comments)"))


def _comment(finding: Finding, chinese: bool) -> Iterator[str]:
    locale = current_locale()
    yield f"{finding.code} {finding.message(locale)}"
    if finding.suggestion:
        yield f"{'应为' if chinese else 'should be'}: {finding.suggestion}"
    if hint := finding.hint(locale):
        yield hint
