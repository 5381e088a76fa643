"""The faces that a Word file's theme stands for.

Source: ECMA-376 Part 1, 20.1.4.1.16 to 20.1.4.1.25, 17.15.1.88.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
_CHINESE = "Hans"


def theme_faces(theme: _Element | None, settings: _Element | None) -> Mapping[str, str]:
    """Face by theme slot: `{"minorEastAsia": "宋体", "minorAscii": "Calibri", …}`; "" where the theme names none."""
    if theme is None:
        return {}
    script = _script(settings)
    faces: dict[str, str] = {}
    for size in ("major", "minor"):
        fonts = theme.find(f".//{qn('a:fontScheme')}/{qn(f'a:{size}Font')}")
        latin, east, complex_ = (_face(fonts, f"a:{kind}") for kind in ("latin", "ea", "cs"))
        east = east or _of_script(fonts, script)
        faces |= {f"{size}Ascii": latin, f"{size}HAnsi": latin, f"{size}EastAsia": east, f"{size}Bidi": complex_}
    return faces


def _face(fonts: _Element | None, name: str) -> str:
    child = None if fonts is None else fonts.find(qn(name))
    return "" if child is None else child.get("typeface", "")


def _of_script(fonts: _Element | None, script: str) -> str:
    listed = () if fonts is None else fonts.iterchildren(qn("a:font"))
    return next((font.get("typeface", "") for font in listed if font.get("script") == script), "")


def _script(settings: _Element | None) -> str:
    """The script for which an empty East Asian slot of the theme is filled."""
    language = None if settings is None else settings.find(qn("w:themeFontLang"))
    named = "" if language is None else language.get(qn("w:eastAsia"), "")
    return _SCRIPTS.get(named) or _SCRIPTS.get(named.partition("-")[0], _CHINESE)
