"""`reportgen new`: an input to begin with, from a kind's fields or from last year's input."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen import packs
from reportgen.cli.options import Workshops, templates_option
from reportgen.cli.showing import show
from reportgen.cli.wording import current_locale, say
from reportgen.errors import PackNotFound
from reportgen.findings import Finding, Span

if TYPE_CHECKING:
    from reportgen.inputs import Tree
    from reportgen.reliance import Reliance
    from reportgen.workshop import Workshop

_EXAMPLES = say(
    """\b
例:
  reportgen new 部门整体支出绩效自评报告 --pack panyu --year 2024 -o inputs/我局-2024.yaml
  reportgen new department-report project-form --pack liwan -o inputs/我局.yaml     两种文件共用一份数据
  reportgen new --from inputs/panyu-2023.yaml --year 2024 -o inputs/panyu-2024.yaml""",
    """\b
Examples:
  reportgen new department-report --pack panyu --year 2024 -o inputs/office-2024.yaml
  reportgen new department-report project-form --pack liwan -o inputs/office.yaml   two documents of one input
  reportgen new --from inputs/panyu-2023.yaml --year 2024 -o inputs/panyu-2024.yaml""",
)


@click.command(
    "new",
    short_help=say(
        "写一份待填的输入：按文种的字段，或者由上一年的输入转来。", "An input to fill in: of a kind's fields, or of last year's input."
    ),
    help=say(
        "写一份待填的输入：按文种的字段（每项有说明，不一定要填的放在注释里），或者由上一年的输入转来（单位、职责、结构照旧，当年的数和文字清空）。已有的文件不覆盖。",
        "Write an input to fill in: of a kind's fields, each explained, or of last year's input, the facts of the year emptied. "
        "No file is overwritten.",
    )
    + "\n\n"
    + _EXAMPLES,
)
@click.argument("kinds", nargs=-1, metavar=say("[文种]...", "[KIND]..."))
@click.option("--pack", help=say("模板包（不写就是 base）", "the pack; base by default"))
@click.option(
    "--keys",
    type=click.Choice(["en", "zh"]),
    default=current_locale,
    help=say("字段名用哪种文字（不写就随系统语言）", "names of fields; as the system's language by default"),
)
@click.option("--year", type=click.IntRange(1990, 2100), help=say("年度", "the year"))
@click.option("--from", "source", metavar="FILE", help=say("上一年的输入", "last year's input"))
@click.option("-o", "--output", metavar="FILE", help=say("写到哪个文件；不写就输出到屏幕", "file to write; standard output by default"))
@templates_option
def command(
    kinds: tuple[str, ...],
    pack: str | None,
    keys: packs.Keys,
    year: int | None,
    source: str | None,
    output: str | None,
    templates: tuple[str, ...],
) -> None:
    """Make it, and write it where nothing is yet."""
    if bool(kinds) == bool(source):
        raise click.UsageError(say("写明文种，或者用 --from 指明上一年的输入", "name a kind, or last year's input by --from"))
    workshops = Workshops(templates)
    made = _rolled(source, year, pack, workshops) if source else _skeleton(kinds, pack or "base", keys, year, workshops)
    if output is None:
        click.echo(made, nl=False)
        return
    path = Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(made)
    except FileExistsError:
        _stop(say(f"{output} 已经有了，没有动它；换一个文件名", f"{output} is there already and was left alone; choose another name"))
    except OSError as error:
        _stop(f"{output}: {error.strerror}")
    click.echo(
        say(f"已写入 {output}；填好后运行 reportgen check {output}", f"wrote {output}; when filled in: reportgen check {output}"), err=True
    )


def _skeleton(names: tuple[str, ...], pack: str, keys: packs.Keys, year: int | None, workshops: Workshops) -> str:
    from reportgen.drafting import skeleton

    workshop = workshops.beside()
    try:
        chosen = workshop.pack(pack)
    except PackNotFound as error:
        show([error.finding])
        sys.exit(2)
    found = [(name, chosen.kind(name)) for name in names]
    _refuse([chosen.unknown_kind(name, Span()) for name, kind in found if kind is None])
    kinds = list(dict.fromkeys(kind.name for _, kind in found if kind is not None))
    _refuse([*chosen.findings, *chosen.schema(*kinds).findings])
    asked = _reliance(chosen, kinds, workshop)
    if asked is None:
        return skeleton(chosen, kinds, keys=keys, year=year)
    printed = {name for one in asked for name in one.printed}
    needed = {name for one in asked for name in one.needed}
    feeding = {name for one in asked for name in one.feeding}
    return skeleton(chosen, kinds, keys=keys, year=year, printed=printed, needed=needed, feeding=feeding)


def _reliance(pack: packs.Pack, kinds: list[str], workshop: Workshop) -> list[Reliance] | None:
    """What the documents ask of the data; None where a template cannot be read."""
    from reportgen.reliance import reliance

    asked = [reliance(pack, pack.kinds[name], workshop.environment()) for name in kinds if pack.template(name)]
    found = [one for one in asked if one is not None]
    return found if len(found) == len(kinds) else None


def _rolled(source: str, year: int | None, pack: str | None, workshops: Workshops) -> str:
    from reportgen.drafting import rolled
    from reportgen.options import Options
    from reportgen.pipeline import chosen_kinds

    tree = _tree(source)
    chosen, kinds, findings = chosen_kinds(tree, workshops.beside(Path(source).parent), Options(pack=pack))
    _refuse([*tree.findings, *findings])
    if tree.mended or chosen is None:
        _stop(
            say(
                f"{source} 的写法有小毛病，先按 reportgen check 的提示改好",
                f"{source} is not written cleanly: mend what reportgen check tells",
            )
        )
    schema = chosen.schema(*(kind.name for kind in kinds))
    _refuse(schema.findings)
    return rolled(tree, schema, year)


def _tree(source: str) -> Tree:
    from reportgen import inputs
    from reportgen.opening import read_start

    try:
        return inputs.read(read_start(Path(source), inputs.MOST_BYTES), source)
    except OSError as error:
        _stop(f"{source}: {error.strerror}")


def _refuse(findings: Iterable[Finding]) -> None:
    """Tell the findings and end, where any of them blocks."""
    found = list(findings)
    if any(finding.blocks for finding in found):
        show(found)
        sys.exit(2)


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
