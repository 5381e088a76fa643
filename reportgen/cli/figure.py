"""What `reportgen explain INPUT FIGURE` says: where a number comes from, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.options import Workshops
from reportgen.cli.showing import show, where
from reportgen.cli.wording import current_locale, say
from reportgen.expressions import text_of
from reportgen.findings import Span
from reportgen.opening import read_start
from reportgen.options import Options

if TYPE_CHECKING:
    from reportgen.explaining import Explanation

_LONGEST = 60


def is_input(name: str) -> bool:
    """Whether an argument names an input file rather than a code."""
    return name.lower().endswith((".yaml", ".yml")) or Path(name).is_file()


def tell(file: str, figure: str, templates: Sequence[str], pack: str | None) -> int:
    """Print what is known of a figure; the exit code."""
    from reportgen import inputs
    from reportgen.explaining import explain

    try:
        source = inputs.read(read_start(Path(file), inputs.MOST_BYTES), file)
    except OSError as error:
        click.echo(f"{file}: {error.strerror}", err=True)
        return 2
    workshop = Workshops(templates).beside(Path(file).parent)
    explained, findings = explain(source, workshop, figure, Options(pack=pack, checks=False, render=False))
    show(findings)
    click.echo("\n\n".join("\n".join(_lines(one)) for one in explained), nl=bool(explained))
    return 0 if explained else 1


def _lines(one: Explanation) -> Iterator[str]:
    yield f"{click.style(one.title, bold=True)}  {one.name} = {_shown(one.value)}{one.unit if isinstance(one.value, int | Decimal) else ''}"
    yield f"  {say('文种', 'document')}: {one.kind}"
    for span in one.given:
        yield f"  {say('填写在', 'given at')}: {_where(span)}"
    if one.formula:
        yield f"  {say('算式', 'formula')}: {one.formula}  （{_where(one.formula_span)}）"
        if one.given and one.derived is not None:
            yield f"  {say('按算式', 'by the formula')}: {_shown(one.derived)}{one.unit}"
        for reading in one.reads:
            yield f"    {reading.name} = {_shown(reading.value)}  {'  '.join(map(_where, reading.spans))}".rstrip()
    if one.read_by:
        yield f"  {say('用于计算', 'read by')}: {'、'.join(one.read_by)}"
    yield from _places(say("印在", "printed at"), one.printed)
    yield from _places(say("决定", "decides"), one.decides)
    if not one.printed:
        yield f"  {say('文件里没有直接印出它', 'the document does not print it as such')}"


def _places(label: str, spans: Sequence[Span]) -> Iterator[str]:
    if spans:
        yield f"  {label}:"
        yield from (f"    {_where(span)}" for span in spans)


def _where(span: Span) -> str:
    return where(span, current_locale())


def _shown(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, list):
        return f"[{'、'.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return say(f"（{len(value)} 项）", f"({len(value)} entries)")
    text = str(value) if isinstance(value, bool) else text_of(value)
    line = " ".join(str(text).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
