"""`reportgen packs preview`: a pack's documents with made-up data."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import NoReturn

import click

from reportgen.batch.writing import bring, write_whole
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.packs.choosing import chosen
from reportgen.cli.showing import show
from reportgen.cli.wording import say
from reportgen.errors import OutputError
from reportgen.findings import Finding

_EXAMPLES = say(
    """\b
例:
  reportgen packs preview panyu                       每个文种一份，写到 preview/
  reportgen packs preview panyu --kind 项目支出绩效自评表 -o 表.docx
  reportgen packs preview panyu --pages               另出每页的图片（需要 LibreOffice）""",
    """\b
Examples:
  reportgen packs preview panyu                       one of each kind, into preview/
  reportgen packs preview panyu --kind project-form -o form.docx
  reportgen packs preview panyu --pages               pictures of the pages too (needs LibreOffice)""",
)


@click.command(
    "preview",
    help=say(
        "用编出来的数据生成一个模板包的文件，看看样子；文件夹里原有的预览会被换掉。",
        "Make a pack's documents with made-up data, to see what they look like; older previews in the folder are replaced.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("pack", metavar=say("模板包", "PACK"))
@click.option("--kind", help=say("只要这一个文种", "this kind only"))
@click.option("-o", "--output", default="preview", show_default=True, help=say("文件夹，或一个 .docx", "a folder, or one .docx file"))
@click.option("--force", is_flag=True, help=say("-o 写的 .docx 已经有了也换掉", "replace the .docx that -o names"))
@click.option("--pdf", is_flag=True, help=say("另出 PDF", "make PDF too"))
@click.option("--pages", is_flag=True, help=say("另出每页的图片", "make pictures of the pages too"))
@templates_option
def command(pack: str, kind: str | None, output: str, force: bool, pdf: bool, pages: bool, templates: tuple[str, ...]) -> None:
    """Write the documents."""
    from reportgen.previewing import preview

    target = Path(output)
    if target.suffix == ".docx" and target.exists() and not force:
        _stop(say(f"{output} 已经有了，没有动它；换一个文件名，或加 --force", f"{output} is there already: another name, or --force"))
    workshop = Workshops(templates).beside()
    found, only = chosen(workshop, pack, kind)
    made = [report for one in ([only] if only else found.kinds.values()) for report in preview(found, one, workshop)]
    show([finding for report in made for finding in report.findings])
    documents = _targets([(report.name, report.docx) for report in made if report.docx is not None], target)
    try:
        for path, content in documents.items():
            write_whole(path, content)
            click.echo(say(f"已写 {path}", f"wrote {path}"))
    except OutputError as error:
        _stop(f"{output}: {error}")
    failed = [finding for path in documents if pdf or pages for finding in _printed(path, pages=pages)]
    show(failed)
    sys.exit(0 if len(documents) == len(made) and not failed else 1)


def _targets(documents: Sequence[tuple[str, bytes]], target: Path) -> dict[Path, bytes]:
    """Where each document is written: into a folder, or the first under the name of a file and others beside it."""
    found: dict[Path, bytes] = {}
    for name, content in documents:
        first = target if target.suffix == ".docx" else target / f"{name}.docx"
        numbered = (first.with_stem(f"{first.stem}-{number}") for number in count(2))
        found[next(path for path in chain([first], numbered) if path not in found)] = content
    return found


def _printed(path: Path, *, pages: bool) -> Iterator[Finding]:
    """Print a document beside itself. Findings: L1…."""
    from reportgen.convert import Conversion, convert_all, draw_pages, find_office
    from reportgen.convert.faults import NO_OFFICE

    office = find_office()
    if office is None:
        yield NO_OFFICE.at()
        return
    pdf = path.with_suffix(".pdf")
    done = convert_all([Conversion(path, pdf)], office, workers=1, place=bring)
    yield from (one.finding for one in done if one.finding is not None)
    if pages and pdf.is_file():
        yield from filter(None, [draw_pages(pdf, path.with_suffix(".pages"), bring)])


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
