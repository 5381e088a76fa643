"""Characters that the faces of official documents lack: those that Unicode added to its first 20,902."""

from __future__ import annotations

from reportgen.regexes import regex

RARE = regex("[\u3400-\u4dbf\U00020000-\U0003ffff]")
"""A character of Extension A (㐂 䶮), or of planes 2 and 3 (𠮷): no face has both but the free ones."""

RARE_FACES: dict[str, tuple[str, str]] = {
    "GB2312": ("宋体", "SimSun-ExtB"),
    "Windows": ("宋体", "SimSun-ExtB"),
    "WPS": ("宋体", "SimSun-ExtB"),
    "open": ("Noto Serif CJK SC", "Noto Serif CJK SC"),
}
"""By family: the face that has Extension A, and the one that has what follows."""
