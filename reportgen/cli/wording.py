"""Chinese or English: the one place that decides which language a person reads."""

from __future__ import annotations

import os
import sys

from reportgen.findings import Locale


def current_locale() -> Locale:
    """`zh` under a Chinese locale, else `en`.

    `REPORTGEN_LANG` decides where it is set; then the variables that gettext reads, in its order; then the system's own setting,
    which is where Windows keeps it.
    """
    for name in ("REPORTGEN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LC_CTYPE"):
        if value := os.environ.get(name):
            return _language(value)
    if sys.platform != "win32":
        return "en"
    import locale

    return _language(locale.getlocale()[0] or "")


def _language(value: str) -> Locale:
    return "zh" if value.lower().startswith(("zh", "chinese")) else "en"


def say(zh: str, en: str) -> str:
    """The wording in the reader's language."""
    return zh if current_locale() == "zh" else en
