"""Heading numbers: counted in the order of the output, written before a heading's first words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from reportgen.chinese import leading_ordinal, ordinal
from reportgen.compiler import faults
from reportgen.findings import Finding, Place, Span

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(slots=True)
class Counters:
    """Where the numbers of the headings stand."""

    forms: Mapping[int, str]
    """Form of number by level, in `reportgen.chinese.ordinal`'s terms."""
    file: str = ""
    findings: list[Finding] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _saved: list[dict[int, int]] = field(default_factory=list)

    def next(self, level: int) -> str:
        """The number of the next heading of a level; deeper levels begin anew."""
        self.set(level, self._numbers.get(level, 0) + 1)
        return ordinal(self._numbers[level], self.forms[level])

    def set(self, level: int, number: int) -> None:
        """Let a heading have this number."""
        self._numbers = {one: count for one, count in self._numbers.items() if one < level} | {level: number}

    def save(self) -> None:
        """Remember where the numbers stand, for a second wording of what follows."""
        self._saved.append(dict(self._numbers))

    def restore(self) -> None:
        """Go back there."""
        if self._saved:
            self._numbers = self._saved.pop()


def numbered(paragraph: bytes, level: int, counters: Counters) -> bytes:
    """A heading's XML with its number; one without words has none, and a number that is typed stays.

    Findings: T030, put into `counters`.
    """
    xml = paragraph.decode()
    words = [match for match in _TEXT.finditer(xml) if match[1].strip()]
    if not words or level not in counters.forms:
        return paragraph
    text = unescape("".join(match[1] for match in words))
    typed = leading_ordinal(text)
    if typed is not None:
        form, number, rest = typed
        counters.set(level, number)
        span = Span(counters.file, place=Place(heading=text[:60]))
        counters.findings.append(faults.TYPED_NUMBER.at(span, heading=rest[:60], number=ordinal(number, form)))
        return paragraph
    first = words[0]
    return (xml[: first.start(1)] + counters.next(level) + xml[first.start(1) :].lstrip()).encode()
