"""Fonts that a document names and this computer lacks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from reportgen.convert import faults
from reportgen.errors import NotADocx
from reportgen.findings import Finding
from reportgen.ooxml import open_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SCRIPTS = (f"{_W}ascii", f"{_W}hAnsi", f"{_W}eastAsia")
_STYLED = (f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")
_STYLES = "word/styles.xml"
_SECONDS = 20


def fonts_of(docx: bytes) -> set[str]:
    """The fonts that a document's text, and the styles that it uses, name."""
    try:
        package = open_package(docx, "")
        text = package.root(package.main)
        styles = package.root(_STYLES) if _STYLES in package else None
    except NotADocx:
        return set()
    fonts = set(_named(text))
    if styles is not None:
        used = {element.get(f"{_W}val") for element in text.iter(*_STYLED)}
        for part in styles:
            if part.tag != f"{_W}style" or part.get(f"{_W}default") == "1" or part.get(f"{_W}styleId") in used:
                fonts.update(_named(part))
    return fonts


def _named(root: _Element) -> Iterator[str]:
    for element in root.iter(f"{_W}rFonts"):
        yield from (font for script in _SCRIPTS if (font := element.get(script)))


def substitutes(fonts: Iterable[str]) -> list[Finding]:
    """What stands in for fonts that are not installed; nothing is known where there is no fontconfig. Findings: L103."""
    matcher, lister = shutil.which("fc-match"), shutil.which("fc-list")
    if matcher is None or lister is None:
        return []
    installed = {name.strip() for line in _said([lister, ":", "family"]).splitlines() for name in line.split(",")}
    missing = sorted(set(fonts) - installed)
    return [faults.SUBSTITUTED.at(font=font, other=_said([matcher, "--format=%{family[0]}", font])) for font in missing]


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""
