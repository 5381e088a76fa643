"""What a run came to: a line of counts, and a short table of the files that need work."""

from __future__ import annotations

from collections.abc import Sequence

import click

from reportgen.batch import Outcome
from reportgen.cli.columns import width
from reportgen.cli.wording import say
from reportgen.findings import Severity

NAMED = 20
"""Documents that are named one by one, and rows of the table."""


def sum_up(outcomes: Sequence[Outcome], seconds: float) -> None:
    """Print the documents written, how many there were of each sort, and the files with errors."""
    written = [outcome for outcome in outcomes if outcome.written]
    if len(written) <= NAMED:
        for outcome in written:
            click.echo(say("已生成 ", "wrote ") + str(outcome.output))
    if len(outcomes) > 1 or not written:
        click.echo(_counts(outcomes, seconds))
    if len(outcomes) > 1:
        _table([outcome for outcome in outcomes if outcome.blocked])


def _counts(outcomes: Sequence[Outcome], seconds: float) -> str:
    written = sum(outcome.written for outcome in outcomes)
    missed = sum(outcome.blocked for outcome in outcomes)
    kept = len(outcomes) - written - missed
    zh, en = [f"共生成 {written} 份"], [f"{written} written"]
    if kept:
        zh, en = [*zh, f"{kept} 份没有变化"], [*en, f"{kept} unchanged"]
    if missed:
        zh, en = [*zh, f"{missed} 份未生成"], [*en, f"{missed} not written"]
    if written > NAMED:
        rate = written / max(seconds, 0.001)
        zh, en = [*zh, f"用时 {seconds:.1f} 秒，每秒 {rate:.0f} 份"], [*en, f"{seconds:.1f} s, {rate:.0f} a second"]
    return say("，".join(zh), ", ".join(en))


def _table(outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    rows = [(say("要改的文件", "to be mended"), say("错误", "errors"), say("警告", "warnings"))]
    for one in outcomes[:NAMED]:
        rows.append((one.job.input, str(_number(one, Severity.ERROR)), str(_number(one, Severity.WARNING))))
    widest = max(width(row[0]) for row in rows)
    for name, errors, warnings in rows:
        click.echo(f"  {name}{' ' * (widest - width(name))}  {_right(errors, 8)}{_right(warnings, 10)}".rstrip())
    if len(outcomes) > NAMED:
        click.echo(say(f"  ……还有 {len(outcomes) - NAMED} 个", f"  … and {len(outcomes) - NAMED} more"))


def _right(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


def _number(outcome: Outcome, severity: Severity) -> int:
    return sum(finding.severity is severity and not finding.allowed for finding in outcome.findings)
