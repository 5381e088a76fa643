"""Everything that reportgen can find, by code: what it is, why it matters, what to do, with examples where there are any."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import reportgen
from reportgen.checks import Rule, all_rules
from reportgen.findings import Fault, Locale, Severity
from reportgen.packs import Pack
from reportgen.values import dataclass

_DECLARING = "faults"
"""How the modules are called that declare faults."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of finding."""

    code: str
    name: str
    severity: Severity
    parts: Mapping[Locale, tuple[tuple[str, str], ...]]
    """Labelled texts in each language, in the order of reading."""


def entries(pack: Pack | None = None) -> dict[str, Entry]:
    """Every fault, every rule over prose and, with a pack, its rules over data, by code.

    Codes that a pack's rules share with a fault of the engine (F201) stay the fault's.
    """
    reasons = _reasons()
    found = {fault.code: _of_fault(fault, reasons.get(fault.code, "")) for fault in faults()}
    found |= {rule.code: _of_prose(rule) for rule in all_rules().values()}
    for kind in pack.kinds if pack else ():
        for entry in _of_pack(pack, kind) if pack else ():
            found.setdefault(entry.code, entry)
    return dict(sorted(found.items()))


def faults() -> Iterator[Fault]:
    """Every fault that the engine can find, as it was declared."""
    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        if module.name.rpartition(".")[2].endswith(_DECLARING):
            declared = vars(importlib.import_module(module.name)).values()
            yield from (fault for fault in declared if isinstance(fault, Fault))


def _reasons() -> dict[str, str]:
    """Why each fault matters, in Chinese, by code: told by `explain` alone, and so kept out of what other verbs load."""
    text = files("reportgen.cli.reference").joinpath("reasons.zh.txt").read_text("utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines())


def _of_fault(fault: Fault, reason: str) -> Entry:
    zh = (("问题", _shown(fault.zh)), ("怎么办", _shown(fault.hint_zh)), ("原因", reason))
    en = (("Message", _shown(fault.en)), ("What to do", _shown(fault.hint_en)), ("Why", fault.why))
    return _entry(fault, zh, en)


def _of_prose(rule: Rule) -> Entry:
    bad, good = "\n".join(rule.examples("Bad")), "\n".join(rule.examples("Good"))
    source = "\n".join(rule.examples("Source"))
    fault = rule.fault
    rule_zh, why_zh = ("\n".join(rule.examples(name)) for name in ("规则", "原因"))
    zh = (("规则", rule_zh), ("原因", why_zh), ("怎么办", _shown(fault.hint_zh)), ("不妥", bad), ("妥当", good), ("依据", source))
    summary = rule.doc.partition("\n")[0]
    en = (("Finds", summary), ("Why", fault.why), ("What to do", _shown(fault.hint_en)), ("Bad", bad), ("Good", good), ("Source", source))
    return _entry(fault, zh, en)


def _of_pack(pack: Pack, kind: str) -> Iterator[Entry]:
    layers, _ = pack.figures(kind)
    rules = layers.value.get("rules")
    for name, given in rules.items() if isinstance(rules, Mapping) else ():
        if isinstance(given, Mapping) and "code" in given:
            why, check = str(given.get("why", "")), str(given.get("check", ""))
            zh = (("问题", _worded(given, "message", "zh")), ("怎么办", _worded(given, "hint", "zh")), ("原因", why), ("算式", check))
            en = (("Message", _worded(given, "message", "en")), ("What to do", _worded(given, "hint", "en")), ("Check", check))
            severity = Severity(given.get("severity", Severity.WARNING))
            yield _entry(Fault(str(given["code"]), str(name), severity, "", ""), zh, en)


def _worded(given: Mapping[str, Any], key: str, locale: Locale) -> str:
    words = given.get(key, "")
    return str(words.get(locale, "")) if isinstance(words, Mapping) else str(words)


def _shown(wording: str) -> str:
    """A wording as people read it: {name} for a value, doubled braces for single ones."""
    return re.sub(r"(\{\{|\}\})", lambda match: match[0][0], wording)


def _entry(fault: Fault, zh: tuple[tuple[str, str], ...], en: tuple[tuple[str, str], ...]) -> Entry:
    parts: Mapping[Locale, tuple[tuple[str, str], ...]] = {
        "zh": tuple(part for part in zh if part[1]),
        "en": tuple(part for part in en if part[1]),
    }
    return Entry(fault.code, fault.name, fault.severity, parts)
