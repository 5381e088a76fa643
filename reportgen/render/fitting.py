"""XML of any shape – text, runs, paragraphs – fitted to the spot where it goes, by closing and opening what stands around it."""

from __future__ import annotations

from typing import Literal

from reportgen.compiler.spots import Spot
from reportgen.regexes import regex
from reportgen.render.text import TEXT_OPENING, bare_end, bare_opening, in_attribute, paragraph_end, paragraph_opening, run_opening

Shape = Literal["text", "inner", "run", "paragraph", "row", "cell"]

_FIRST = regex(r"\s*<(w:\w+|m:\w+|mc:\w+)?")
_PARAGRAPHS = {"w:p", "w:tbl", "w:sdt", "w:altChunk", "w:sectPr"}
_INNER = {"w:br", "w:tab", "w:drawing", "w:pict", "w:sym", "w:object", "w:noBreakHyphen", "w:cr", "mc:AlternateContent"}
_TEXT_END = "</w:t></w:r>"


def shape_of(xml: str) -> Shape:
    """What an XML fragment is a piece of, by its first element; text when it begins with none."""
    match = _FIRST.match(xml)
    name = match[1] if match else None
    if name is None or name == "w:t":
        return "text"
    if name in _PARAGRAPHS:
        return "paragraph"
    if name in _INNER:
        return "inner"
    return {"w:tr": "row", "w:tc": "cell"}.get(name, "run")  # type: ignore[return-value]  # the values are shapes


def fitted(xml: str, spot: Spot) -> str | None:
    """The fragment as it must be written at the spot; None where it cannot stand there."""
    if spot.kind in ("attribute", "plain"):
        return in_attribute(xml)
    shape = shape_of(xml)
    if spot.kind in ("row", "cell"):
        return xml if shape == spot.kind or not xml.strip() else None
    if shape in ("row", "cell"):
        return None
    return _FITTERS[spot.kind](xml, shape, spot)


def _in_text(xml: str, shape: Shape, spot: Spot) -> str:
    if shape == "inner":
        return f"</w:t>{xml}{TEXT_OPENING}"
    if shape == "run":
        return f"{_TEXT_END}{xml}{run_opening(spot)}"
    if shape == "paragraph":
        return f"{paragraph_end(spot)}{xml}{paragraph_opening(spot)}"
    return xml


def _in_paragraph(xml: str, shape: Shape, spot: Spot) -> str:
    if shape == "paragraph":
        return f"{bare_end(spot)}{xml}{bare_opening(spot)}"
    return _run(xml, shape, spot)


def _between_paragraphs(xml: str, shape: Shape, spot: Spot) -> str:
    if shape == "paragraph" or not xml:
        return xml
    return f"<w:p>{spot.paragraph_properties}{_run(xml, shape, spot)}</w:p>"


def _run(xml: str, shape: Shape, spot: Spot) -> str:
    if shape == "inner":
        return f"<w:r>{spot.run_properties}{xml}</w:r>"
    return f"{run_opening(spot)}{xml}{_TEXT_END}" if shape == "text" and xml else xml


_FITTERS = {"text": _in_text, "run": _in_paragraph, "paragraph": _between_paragraphs}
