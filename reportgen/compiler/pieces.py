"""A marked tree to pieces: stretches of XML text, and between them the numbers of tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import Environment
from lxml import etree

from reportgen.compiler.escapes import unescaped
from reportgen.compiler.names import TEMPLATE
from reportgen.compiler.tags import FIRST, LAST, MARK_BEGIN, MARK_END, MARK_FIRST, MARK_LAST, Marked, Tag
from reportgen.ooxml.namespaces import R, W

Piece = str | int
"""XML text, or a tag's number."""

_TEXT = re.compile(r"(<w:t(?: [^>]*(?<!/))?>)(.*?)</w:t>", re.S)
_BREAK = '</w:t><w:{}/><w:t xml:space="preserve">'
_TAG = re.compile(rf'<rg:tag(?: xmlns:rg="{TEMPLATE}")? n="(\d+)"/>|{FIRST}(\d+){LAST}')
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def pieces_of(marked: Marked, environment: Environment) -> list[Piece]:
    """The part's XML from its declaration to its end, cut at its tags.

    Whitespace that tags trim is gone, and `{_{` and its like are the marks that they stand for.
    """
    xml = (
        _TEXT.sub(_broken, _declared(etree.tostring(marked.root, encoding="unicode")))
        .replace(MARK_FIRST, MARK_BEGIN)
        .replace(MARK_LAST, MARK_END)
    )
    cut = _TAG.split(_DECLARATION + xml)
    pieces: list[Piece] = []
    for index in range(0, len(cut), 3):
        pieces.append(cut[index])
        if index + 1 < len(cut):
            pieces.append(int(cut[index + 1] or cut[index + 2]))
    _trim(pieces, marked.tags, environment)
    return [unescaped(piece) if isinstance(piece, str) else piece for piece in pieces]


def _broken(text: re.Match[str]) -> str:
    """A text element whose own line feeds and tabs are Word's."""
    if "\n" not in text[0] and "\t" not in text[0]:
        return text[0]
    inner = text[2].replace("\n", _BREAK.format("br")).replace("\t", _BREAK.format("tab"))
    return f"{text[1]}{inner}</w:t>"


def _declared(xml: str) -> str:
    """The part with the prefixes declared that values are written with."""
    end = xml.index(">")
    missing = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in (("w", W), ("r", R)) if f"xmlns:{prefix}=" not in xml[:end])
    if not missing:
        return xml
    place = end - 1 if xml[end - 1] == "/" else end
    return xml[:place] + missing + xml[place:]


def _trim(pieces: list[Piece], tags: Sequence[Tag], environment: Environment) -> None:
    """Whitespace control: `-` at either side of a tag, and the environment's settings."""
    for index in range(1, len(pieces) - 1, 2):
        number, before, after = pieces[index], str(pieces[index - 1]), str(pieces[index + 1])
        assert isinstance(number, int)
        tag = tags[number]
        if tag.left == "-":
            before = before.rstrip()
        elif environment.lstrip_blocks and tag.kind != "variable" and tag.left != "+":
            line = before.rfind("\n") + 1
            before = before[:line] if line and not before[line:].strip() else before
        if tag.right == "-":
            after = after.lstrip()
        elif environment.trim_blocks and tag.kind != "variable" and tag.right != "+":
            after = after.removeprefix("\n")
        pieces[index - 1], pieces[index + 1] = before, after
