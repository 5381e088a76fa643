"""What a rule over prose is: a function from a document to hits, its wordings, and what its docstring tells."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, TypeAlias

from reportgen.checks.document import Document, Paragraph
from reportgen.findings import Fault, Finding, Severity, Span
from reportgen.regexes import regex
from reportgen.values import dataclass

_SECTION = regex(r"^(规则|原因|Why|Bad|Good|Source): ?(.*)$")
BREAK = " ¶ "
"""Parts the paragraphs of an example."""


@dataclass(frozen=True)
class Hit:
    """A stretch of a paragraph that a rule objects to; the engine makes a finding of it."""

    paragraph: Paragraph
    start: int
    end: int
    fix: str | None = None
    """What may stand there instead without a change of meaning; None where a person has to decide."""
    related: tuple[Span, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the rule's wordings name, beside `found` and `fix`."""


def hit(
    paragraph: Paragraph, at: re.Match[str] | tuple[int, int], fix: str | None = None, related: tuple[Span, ...] = (), **values: Any
) -> Hit:
    """A hit at a match, or from one offset to another."""
    start, end = at if isinstance(at, tuple) else at.span()
    return Hit(paragraph, start, end, fix, related, values)


Find: TypeAlias = Callable[[Document], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """A rule of the registry."""

    fault: Fault
    find: Find
    sign: str = ""
    """What every text with such a fault holds, in the syntax of RE2, which looks neither behind nor ahead; "" where nothing tells."""

    @property
    def code(self) -> str:
        return self.fault.code

    @property
    def doc(self) -> str:
        """What its function tells of itself."""
        return inspect.getdoc(self.find) or ""

    @cached_property
    def _sections(self) -> list[tuple[str, str]]:
        lines = [_SECTION.match(line) for line in self.doc.splitlines()]
        return [(match[1], match[2].replace(BREAK, "\n")) for match in lines if match]

    def examples(self, name: str) -> list[str]:
        """The docstring's lines under `Bad`, `Good`, `Why`, `原因`, `规则` or `Source`."""
        return [text for section, text in self._sections if section == name]

    def finding(self, one: Hit) -> Finding:
        """The finding that a hit of this rule is."""
        found = one.paragraph.text[one.start : one.end]
        values = {"found": found.strip(), "fix": one.fix, **one.values}
        return self.fault.at(one.paragraph.span(one.start, one.end), suggestion=one.fix or "", related=one.related, **values)


RULES: dict[str, Rule] = {}
"""Every rule over prose by its code; complete once `reportgen.checks.rules` is imported."""


def rule(
    code: str, name: str, severity: Severity, *, zh: str, en: str, hint_zh: str = "", hint_en: str = "", sign: str = ""
) -> Callable[[Find], Find]:
    """Put a function into the registry; documents without the `sign` are not shown to it. Raises: ValueError for a code that is taken."""

    def register(find: Find) -> Find:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        why = next((line.partition(": ")[2] for line in (find.__doc__ or "").splitlines() if line.lstrip().startswith("Why: ")), "")
        RULES[code] = Rule(Fault(code, name, severity, zh, en, hint_zh, hint_en, why), find, sign)
        return find

    return register


def matches(document: Document, pattern: re.Pattern[str], *, quoted: bool = True) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Every match in every paragraph; with `quoted=False` none that stands in quotation marks or a book title.

    The pattern is sought in the whole text first, and so must not match less where lines follow and go before: `$` is `(?m:$)`.
    """
    for paragraph in document.holding(pattern):
        for match in pattern.finditer(paragraph.text if quoted else paragraph.unquoted):
            yield paragraph, match
