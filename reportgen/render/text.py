"""Text to XML: escaped, free of what XML forbids, line breaks, tabs and page breaks as Word's."""

from __future__ import annotations

import re

from reportgen.compiler.spots import Spot
from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.expressions.budget import current_budget
from reportgen.regexes import regex

SPECIAL = regex("[&<>\x00-\x1f\x7f-\x9f\u2028\u2029\u3400-\u4dbf\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U00020000-\U0003ffff]")
"""What keeps a text from going into running text as it is."""
_USUAL = regex("[ -%'-;=?-~\xa0-\u2027\u202a-\u33ff\u4dc0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*")
"""A text without any of it: told in half the time of a search."""
_FORBIDDEN = regex("[\x00-\x06\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = regex("\r\n?|[\x85\u2028\u2029]")
_BREAKS = regex("[\t\n\a\f]")
_RUN = regex(r"<w:r(?: [^>]*(?<!/))?>.*?</w:r>", re.S)
_RUN_PROPERTIES = regex(r"<w:rPr(?: [^>]*)?>.*?</w:rPr>", re.S)
_TEXT = regex(r"(<w:t(?: [^>]*(?<!/))?>)(.*?)(</w:t>)", re.S)
_TAG = regex(r"<[^>]*>")
_AS_CHARACTERS = [
    (regex(pattern, re.I), character)
    for pattern, character in ((r"<w:br(?: [^>]*)?/>", "\n"), (r"<w:tab/>", "\t"), (r"</w:p>(?=.*<w:p\b)", "\a"))
]
_MARK = regex(f"{MARK_BEGIN}[^{MARK_END}]*{MARK_END}")
HEADING_END = f"{MARK_BEGIN}H{MARK_END}"
TEXT_OPENING = '<w:t xml:space="preserve">'


def is_plain(text: str) -> bool:
    """Whether a text goes into running text as it is."""
    return _USUAL.fullmatch(text) is not None


def escaped(text: str) -> str:
    """Text with XML's signs escaped, without the characters that XML forbids or discourages; every line end is a line feed."""
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text)
    return allowed(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def in_one_line(text: str) -> str:
    """Escaped text for where no break may stand: each is a blank."""
    return _BREAKS.sub(" ", escaped(text))


def allowed(xml: str) -> str:
    """XML without the characters that it may not hold."""
    return _FORBIDDEN.sub("", xml)


def unmarked(xml: str) -> str:
    """XML without the renderer's marks, which must not be worked upon."""
    return _MARK.sub("", xml)


def broken(xml: str, spot: Spot) -> str:
    """Escaped text, to go into running text, with line feeds, tabs, form feeds (a new page) and bells (a new paragraph) as Word's."""
    if not _BREAKS.search(xml):
        return xml
    ending, opening = paragraph_end(spot), paragraph_opening(spot)
    marks = {
        "\n": f"</w:t><w:br/>{TEXT_OPENING}",
        "\t": f"</w:t><w:tab/>{TEXT_OPENING}",
        "\a": ending + opening,
        "\f": f'{ending}<w:p><w:r><w:br w:type="page"/></w:r></w:p>{opening}',
    }
    current_budget().write(sum(xml.count(sign) * len(mark) for sign, mark in marks.items()))
    return _BREAKS.sub(lambda match: marks[match[0]], xml)


def broken_within(xml: str, spot: Spot) -> str:
    """The same for XML that brings its own runs: in their texts, in their look."""
    if not _BREAKS.search(xml):
        return xml
    if "<" not in xml:
        return broken(xml, spot)

    def in_run(run: re.Match[str]) -> str:
        properties = _RUN_PROPERTIES.search(run[0])
        here = Spot("text", (), spot.paragraph_properties, properties[0] if properties else "", spot.opening, spot.closing)
        return _TEXT.sub(lambda text: text[1] + broken(text[2], here) + text[3], run[0])

    return _RUN.sub(in_run, xml)


def plain_text(xml: str) -> str:
    """The text of XML, with its breaks as characters; names of elements may have lost their case."""
    for pattern, character in _AS_CHARACTERS:
        xml = pattern.sub(character, xml)
    return unescaped(_TAG.sub("", xml))


def unescaped(text: str) -> str:
    """The text of XML that holds no tags."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def in_attribute(xml: str) -> str:
    """Escaped text (or XML, whose text counts) for the inside of an attribute."""
    plain = _TAG.sub("", xml) if "<" in xml else xml
    return plain.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\a", "&#10;").replace("\f", "&#10;")


def run_opening(spot: Spot) -> str:
    """A run with the look of the spot, up to its text."""
    return f"<w:r>{spot.run_properties}{TEXT_OPENING}"


def paragraph_opening(spot: Spot) -> str:
    """A paragraph with the look of the spot, up to the text of its first run."""
    return f"{bare_opening(spot)}{run_opening(spot)}"


def paragraph_end(spot: Spot) -> str:
    """From a text to behind its paragraph."""
    return f"</w:t></w:r>{bare_end(spot)}"


def bare_opening(spot: Spot) -> str:
    """A paragraph with the look of the spot, up to its runs."""
    return f"<w:p>{spot.heading}{spot.paragraph_properties}{spot.opening}"


def bare_end(spot: Spot) -> str:
    """From behind a run to behind its paragraph."""
    return f"{spot.closing}{HEADING_END if spot.heading else ''}</w:p>"
