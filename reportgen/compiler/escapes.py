"""Marks that are written so as not to be tags: `{_{` prints `{{`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.compiler.names import SPACE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_ESCAPE = re.compile("|".join(map(re.escape, _MARKS)))


def has_escapes(text: str) -> bool:
    """Whether such marks stand in a text."""
    return _ESCAPE.search(text) is not None


def unescaped(xml: str) -> str:
    """The text with the marks that are meant."""
    return _ESCAPE.sub(lambda match: _MARKS[match[0]], xml)


def mend_escapes(items: Sequence[tuple[_Element, int, int]], text: str) -> bool:
    """Bring each such mark together in the text element where it begins; whether one was torn.

    `items` are a paragraph's text elements (and breaks) with the stretch of `text` that each holds.
    """
    torn = False
    for match in reversed(list(_ESCAPE.finditer(text))):
        held = [(element, begin) for element, begin, end in items if begin < match.end() and end > match.start()]
        if len(held) < 2 or any(element.tag != TEXT for element, _ in held):
            continue
        torn = True
        for element, begin in held:
            own = element.text or ""
            before, after = own[: max(match.start() - begin, 0)], own[max(match.end() - begin, 0) :]
            element.text = before + match[0] if element is held[0][0] else after
            element.set(SPACE, "preserve")
    return torn
