"""A document through the rules over prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, islice
from typing import Any

from reportgen.checks.document import Document
from reportgen.checks.rule import RULES, Rule
from reportgen.checks.signs import concerned
from reportgen.findings import Finding, Severity

_SEVERITIES = {severity.value: severity for severity in Severity}
_OFF = (False, "off")
_CHECKED = count()
"""Texts of this process."""
MOST_HITS = 300
"""Of one rule in one document; whoever has more is not helped by the next."""


def all_rules() -> Mapping[str, Rule]:
    """Every rule over prose by its code, in the order of codes."""
    import reportgen.checks.rules  # noqa: F401 (the folder is the registry; it is read when first asked for)

    return dict(sorted(RULES.items()))


def check(document: Document, rules: Mapping[str, Rule] | None = None) -> list[Finding]:
    """What the rules (all by default) find in a document, in reading order, each weighed as the rule itself does.

    Findings: C1… of writing, C2… of figures in the text.
    """
    chosen = all_rules() if rules is None else rules
    # What tells which rules concern a text takes longer to make than one text takes.
    those = chosen.values() if next(_CHECKED) == 0 else concerned(chosen.values(), document.text)
    hits = ((one, hit) for one in those for hit in islice(one.find(document), MOST_HITS))
    found = [(one, hit) for one, hit in hits if not hit.paragraph.quotes(hit.start, hit.end)]
    places = {id(paragraph): number for number, paragraph in enumerate(document.paragraphs)}
    found.sort(key=lambda pair: (places[id(pair[1].paragraph)], pair[1].start))
    return [one.finding(hit) for one, hit in found]


def weighed(findings: Iterable[Finding], settings: Mapping[str, Any]) -> Iterator[Finding]:
    """The findings with the severities that a pack's `settings.severities` gives to codes; those that are off left out."""
    severities = settings.get("severities")
    given = severities if isinstance(severities, Mapping) else {}
    for finding in findings:
        word = given.get(finding.code)
        if word in _OFF and finding.code in given:
            continue
        severity = _SEVERITIES.get(str(word))
        yield replace(finding, fault=replace(finding.fault, severity=severity)) if severity else finding
