"""Findings as a person reads them on a terminal: place, line, what is wrong, what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence

import click

from reportgen.cli.columns import head, tail, width, wrapped
from reportgen.cli.wording import current_locale
from reportgen.findings import Finding, Locale, Place, Severity, Span, in_order

_SEVERITY = {
    Severity.ERROR: ("错误", "error", "red"),
    Severity.WARNING: ("警告", "warning", "yellow"),
    Severity.NOTICE: ("提示", "notice", "cyan"),
}
_PARTS = {"document": ("正文", "body"), "header": ("页眉", "header"), "footer": ("页脚", "footer"), "footnotes": ("脚注", "footnotes")}
_INDENT = 4
_LEAST_ROOM = 30
"""Columns that a quoted source line takes, however narrow the terminal."""
WIDEST = 120
"""Columns used where there is no terminal, and at most on one."""


def show(findings: Sequence[Finding]) -> None:
    """Print findings in order to standard error, in the reader's language, and how many there are; none that an author allows."""
    locale = current_locale()
    findings = [finding for finding in in_order(findings) if not finding.allowed]
    columns = terminal_columns()
    for finding in findings:
        click.echo(shown(finding, locale, columns), err=True)
    if summary := counted(findings, locale):
        click.echo(summary, err=True)


def terminal_columns() -> int:
    """How wide text may be: as the terminal is (or `COLUMNS` says), but not beyond what reads well."""
    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)


def shown(finding: Finding, locale: Locale, columns: int = WIDEST) -> str:
    """The finding in several lines, coloured; click drops the colours where there is no terminal."""
    zh = locale == "zh"
    colour = _SEVERITY[finding.severity][2]
    weight = f"{severity_word(finding.severity, locale)} {finding.code}"
    at = where(finding.span, locale)
    at += ": " if at else ""
    taken = width(at) + width(weight) + 1
    if width(at) > columns // 2 and taken + width(finding.message(locale)) > columns:
        # A place in Word may take a line of its own.
        at, taken = f"{wrapped(at.rstrip(), columns, 0, _INDENT)}\n{' ' * _INDENT}", _INDENT + width(weight) + 1
    message = wrapped(finding.message(locale), columns, taken, _INDENT)
    lines = [f"{at}{click.style(weight, fg=colour, bold=True)} {message}", *_quoted(finding.span, columns)]
    if finding.suggestion:
        lines += _labelled("应为" if zh else "should be", finding.suggestion, columns)
    if hint := finding.hint(locale):
        lines += _labelled("怎么办" if zh else "what to do", hint, columns)
    for span in finding.related:
        lines += _labelled("另见" if zh else "see also", where(span, locale), columns)
    if finding.allowed:
        lines += _labelled("已说明" if zh else "allowed", finding.allowed, columns)
    return "\n".join(lines)


def counted(findings: Iterable[Finding], locale: Locale) -> str:
    """How many of each weight, such as `2 errors, 1 warning`, in the reader's language; nothing when there are none."""
    severities = [finding.severity for finding in findings]
    parts = []
    for severity, (word_zh, word_en, _) in _SEVERITY.items():
        if number := severities.count(severity):
            parts.append(f"{number} 个{word_zh}" if locale == "zh" else f"{number} {word_en}{'s' if number > 1 else ''}")
    return ("，" if locale == "zh" else ", ").join(parts)


def _labelled(label: str, text: str, columns: int) -> list[str]:
    first, *rest = text.splitlines() or [""]
    lines = [wrapped(first, columns, _INDENT + width(label) + 2, _INDENT + 2), *(f"{' ' * (_INDENT + 2)}{line}" for line in rest)]
    lines[0] = f"{' ' * _INDENT}{click.style(label, dim=True)}: {lines[0]}"
    return lines


def severity_word(severity: Severity, locale: Locale) -> str:
    """The severity in the reader's language."""
    return _SEVERITY[severity][0 if locale == "zh" else 1]


def where(span: Span, locale: Locale) -> str:
    """A place in one line: file, line and column, or where it is in Word."""
    if span.line:
        return f"{span.file}:{span.line}:{span.column}"
    return f"{span.file} {place_words(span.place, locale)}".strip() if span.place else span.file


def place_words(place: Place, locale: Locale) -> str:
    """A place in a Word file as its reader finds it, e.g. 正文，“基本情况”之下，表1第3行第2格."""
    zh = locale == "zh"
    name = place.part.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")
    steps = [_PARTS.get(name, (place.part, place.part))[0 if zh else 1]]
    if place.page:
        steps.append(f"第{place.page}页" if zh else f"page {place.page}")
    heading, words = " ".join(place.heading.splitlines()), " ".join(place.words.splitlines())
    if heading:
        steps.append(f"“{heading}”之下" if zh else f'under "{heading}"')
    if place.table:
        steps.append(
            f"表{place.table}第{place.row}行第{place.cell}格" if zh else f"table {place.table}, row {place.row}, cell {place.cell}"
        )
    if place.paragraph:
        steps.append(f"第{place.paragraph}段" if zh else f"paragraph {place.paragraph}")
    if words:
        steps.append(f"“{words}”" if zh else f'"{words}"')
    return ("，" if zh else ", ").join(step for step in steps if step)


def _quoted(span: Span, columns: int) -> list[str]:
    """The source line with a mark under the fault, cut around it to what fits."""
    if not span.line or not span.source.strip():
        return []
    gutter = f"{span.line:>6} │ "
    room = max(columns - len(gutter), _LEAST_ROOM)
    start = max(span.column - 1, 0)
    end = max(span.end_column - 1, start + 1)
    before = tail(span.source[:start], room // 2)
    text = before + head(span.source[start:], room - width(before) - 1)
    mark = "^" * max(1, min(width(span.source[start:end]), room - width(before)))
    return [
        f"{click.style(gutter, dim=True)}{text.rstrip()}",
        f"{' ' * (len(gutter) - 2)}{click.style('│', dim=True)} {' ' * width(before)}{mark}",
    ]
