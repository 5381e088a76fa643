"""How the faults of YAML files are declared: `error("Y001 not-text", …)`, code and name in one label."""

from __future__ import annotations

from functools import partial

from reportgen.findings import Fault, Severity


def _fault(severity: Severity, label: str, zh: str, en: str, hint_zh: str = "", hint_en: str = "", why: str = "") -> Fault:
    code, _, name = label.partition(" ")
    return Fault(code, name, severity, zh, en, hint_zh, hint_en, why)


error = partial(_fault, Severity.ERROR)
warning = partial(_fault, Severity.WARNING)
notice = partial(_fault, Severity.NOTICE)
