"""`reportgen packs check`: what is wrong with a pack, without data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen import packs
from reportgen.cli.annotation import comment
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.choosing import chosen
from reportgen.cli.showing import counted, shown
from reportgen.cli.showing import show as show_findings
from reportgen.cli.wording import current_locale, say
from reportgen.errors import NotADocx
from reportgen.findings import Finding, Place

_ARROW = " → "


@click.command(
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
def command(pack: str, kind: str | None, annotate: str | None, templates: tuple[str, ...]) -> None:
    """Look a pack through and tell."""
    from reportgen.inspection import inspect, unfilled

    workshop = Workshops(templates).beside()
    found, only = chosen(workshop, pack, kind)
    findings = [*inspect(found, workshop.environment(), only), *unfilled(found, workshop.environment(), only)]
    tell(findings, found)
    if annotate:
        _annotate(found, findings, Path(annotate))
    sys.exit(1 if any(finding.blocks for finding in findings) else 0)


def tell(findings: Sequence[Finding], pack: packs.Pack) -> None:
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

    own = [f"{pack.name}/{name}" for name in pack.chain[-1].files(".docx")]
    faulty = [name for name in own if any(finding.span.file == name for finding in findings)] or own[:1]
    for number, name in enumerate(faulty):
        content = pack.read(name)[0]
        if content is None:
            continue
        notes = [(f.span.place or Place(), "\n".join(comment(f))) for f in findings if f.span.file == name]
        path = out if not number else out.with_stem(f"{out.stem}-{Path(name).stem}")
        try:
            path.write_bytes(write_archive(annotated(open_package(content, name), notes)))
        except NotADocx as error:
            show_findings([error.finding])
        except OSError as error:
            click.echo(f"{path}: {error.strerror}", err=True)
            sys.exit(2)
        else:
            click.echo(say(f"已写 {path}（批注 {len(notes)} 条）", f"wrote {path} ({len(notes)} comments)"))
