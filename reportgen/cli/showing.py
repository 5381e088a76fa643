"""Findings as a person reads them on a terminal: place, line, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import click

from reportgen.cli.wording import current_locale
from reportgen.findings import Finding, Locale, Place, Severity, Span, in_order

_SEVERITY = {
    Severity.ERROR: ("错误", "error", "red"),
    Severity.WARNING: ("警告", "warning", "yellow"),
    Severity.NOTICE: ("提示", "notice", "cyan"),
}
_PARTS = {"document": ("正文", "body"), "header": ("页眉", "header"), "footer": ("页脚", "footer"), "footnotes": ("脚注", "footnotes")}
_LONGEST_LINE = 110
"""Columns of a quoted source line; a longer one is cut around the fault."""


def show(findings: Sequence[Finding]) -> None:
    """Print findings in order to standard error, in the reader's language, and how many there are; none that an author allows."""
    locale = current_locale()
    findings = [finding for finding in in_order(findings) if not finding.allowed]
    for finding in findings:
        click.echo(shown(finding, locale), err=True)
    if summary := counted(findings, locale):
        click.echo(summary, err=True)


def shown(finding: Finding, locale: Locale) -> str:
    """The finding in several lines, coloured; click drops the colours where there is no terminal."""
    zh = locale == "zh"
    word_zh, word_en, colour = _SEVERITY[finding.severity]
    head = click.style(f"{word_zh if zh else word_en} {finding.code}", fg=colour, bold=True)
    where = _where(finding.span, locale)
    lines = [f"{where}{': ' if where else ''}{head} {finding.message(locale)}", *_quoted(finding.span)]
    if finding.suggestion:
        lines += _labelled("应为" if zh else "should be", finding.suggestion)
    if hint := finding.hint(locale):
        lines += _labelled("怎么办" if zh else "what to do", hint)
    for span in finding.related:
        lines += _labelled("另见" if zh else "see also", _where(span, locale))
    return "\n".join(lines)


def counted(findings: Iterable[Finding], locale: Locale) -> str:
    """How many of each weight, such as `2 errors, 1 warning`, in the reader's language; nothing when there are none."""
    severities = [finding.severity for finding in findings]
    parts = []
    for severity, (word_zh, word_en, _) in _SEVERITY.items():
        if number := severities.count(severity):
            parts.append(f"{number} 个{word_zh}" if locale == "zh" else f"{number} {word_en}{'s' if number > 1 else ''}")
    return ("，" if locale == "zh" else ", ").join(parts)


def _labelled(label: str, text: str) -> list[str]:
    first, *rest = text.splitlines() or [""]
    return [f"    {click.style(label, dim=True)}: {first}", *(f"      {line}" for line in rest)]


def _where(span: Span, locale: Locale) -> str:
    if span.line:
        return f"{span.file}:{span.line}:{span.column}"
    return f"{span.file} {_place(span.place, locale)}".strip() if span.place else span.file


def _place(place: Place, locale: Locale) -> str:
    """A place in a Word file as its reader finds it, e.g. 正文，“基本情况”之下，表1第3行第2格."""
    zh = locale == "zh"
    name = place.part.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")
    steps = [_PARTS.get(name, (place.part, place.part))[0 if zh else 1]]
    if place.heading:
        steps.append(f"“{place.heading}”之下" if zh else f'under "{place.heading}"')
    if place.table:
        steps.append(
            f"表{place.table}第{place.row}行第{place.cell}格" if zh else f"table {place.table}, row {place.row}, cell {place.cell}"
        )
    if place.paragraph:
        steps.append(f"第{place.paragraph}段" if zh else f"paragraph {place.paragraph}")
    if place.words:
        steps.append(f"“{place.words}”" if zh else f'"{place.words}"')
    return ("，" if zh else ", ").join(step for step in steps if step)


def _quoted(span: Span) -> list[str]:
    """The source line with a mark under the fault; CJK characters take two columns on a terminal."""
    if not span.line or not span.source.strip():
        return []
    start = max(span.column - 1, 0)
    end = max(span.end_column - 1, start + 1)
    cut = max(0, start - 30)
    text = ("…" if cut else "") + _columns(span.source[cut:], _LONGEST_LINE)
    before = ("…" if cut else "") + span.source[cut:start]
    marked = span.source[start:end]
    mark = "^" * max(1, min(_width(marked), _LONGEST_LINE - _width(before)))
    gutter = f"{span.line:>6} │ "
    return [
        f"{click.style(gutter, dim=True)}{text.rstrip()}",
        f"{' ' * (len(gutter) - 2)}{click.style('│', dim=True)} {' ' * _width(before)}{mark}",
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _columns(text: str, columns: int) -> str:
    """As much of the text as fits, with … where it was cut."""
    width = 0
    for index, character in enumerate(text):
        width += _width(character)
        if width > columns:
            return text[:index] + "…"
    return text
