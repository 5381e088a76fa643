"""Drawings in a line of text: the frame around a picture or a chart."""

from __future__ import annotations

from reportgen.errors import FindingsError
from reportgen.ooxml.namespaces import WP, A
from reportgen.packs.measures import read_length
from reportgen.render import faults
from reportgen.render.insertion import Insertion
from reportgen.render.text import escaped, in_attribute

_EMU_PER_TWIP = 635
_LETTER = 21
"""五号, in half-points: what 字 measures beside a drawing."""


def inline(content: str, uri: str, width: int, height: int, description: str, place: Insertion, *, word: str) -> str:
    """A `w:drawing` as large as said, in EMU; `content` is what stands in its `a:graphicData`, `description` its alternative text."""
    number = place.rendering.drawing_id()
    words = f' descr="{in_attribute(escaped(description))}"' if description else ""
    return (
        f'<w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{word} {number}"{words}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" '
        f'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}">{content}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def standing(keep_next: bool) -> str:
    """Properties of a paragraph that holds a drawing: centred, its line as high as the drawing."""
    kept = "<w:keepNext/>" if keep_next else ""
    look = '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/>'
    return f"<w:pPr>{kept}{look}</w:pPr>"


def length_of(words: str, place: Insertion) -> int:
    """A length in clerks' words (`120mm`, `8厘米`) in EMU.

    Raises: FindingsError (T072) where it is not understood, or nothing.
    """
    length = read_length(words, _LETTER)
    if length is None or length.twips <= 0:
        raise FindingsError([faults.BAD_LENGTH.at(place.tag.span, value=words)])
    return length.twips * _EMU_PER_TWIP
