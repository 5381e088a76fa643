"""Rare characters in runs of their own, in faces that have them."""

from __future__ import annotations

import re

from reportgen.chinese import RARE
from reportgen.compiler.names import RARE_STYLES
from reportgen.ooxml.styles import Styles
from reportgen.regexes import regex
from reportgen.render.text import TEXT_OPENING, in_one_line

_RUN_OR_RARE = regex("<w:r(?: [^>]*(?<!/))?>(?P<look><w:rPr>.*?</w:rPr>)?|[\u3400-\u4dbf]+|[\U00020000-\U0003ffff]+", re.S)
_PLANES = "\U00010000"
_FACE = regex(r"<w:(?:rStyle|rFonts)\b[^>]*/>")
_OPENING, _CLOSING = "<w:rPr>", "</w:rPr>"


def run_of(text: str, styles: Styles) -> str:
    """A run without a look of its own that holds a text."""
    run = f"<w:r>{TEXT_OPENING}{in_one_line(text)}</w:t></w:r>"
    return with_faces(run, "", styles) if RARE.search(text) else run


def with_faces(xml: str, look: str, styles: Styles) -> str:
    """XML of text, runs or paragraphs whose rare characters stand in runs of the styles that are there for them.

    `look` is the XML of the properties of the run that it begins in.
    """
    known = [styles.named(name, "character") for name in RARE_STYLES]
    ids = [style.id for style in known if style is not None]
    if len(ids) < len(known):
        return xml

    def apart(match: re.Match[str]) -> str:
        nonlocal look
        if match[0].startswith("<"):
            look = match["look"] or ""
            return match[0]
        rest = _FACE.sub("", look).removeprefix(_OPENING).removesuffix(_CLOSING).replace("<w:rPr/>", "")
        face = f'{_OPENING}<w:rStyle w:val="{ids[match[0] >= _PLANES]}"/>{rest}{_CLOSING}'
        return f"</w:t></w:r><w:r>{face}{TEXT_OPENING}{match[0]}</w:t></w:r><w:r>{look}{TEXT_OPENING}"

    return _RUN_OR_RARE.sub(apart, xml)
