"""Whether XML from outside keeps its part well-formed."""

from __future__ import annotations

from reportgen.compiler.spots import Spot

_AROUND = {
    "text": ("<w:p>{opening}<w:r><w:t>", "</w:t></w:r>{closing}</w:p>"),
    "run": ("<w:p>{opening}", "{closing}</w:p>"),
}


def keeps_well_formed(xml: str, spot: Spot, namespaces: str) -> bool:
    """Whether a fragment may be written at a spot: balanced there, and every element of a namespace that the part declares."""
    from lxml import etree  # few documents hold XML from outside

    before, after = _AROUND.get(spot.kind, ("", ""))
    filled = {"opening": spot.opening, "closing": spot.closing}
    whole = f"<x{namespaces}>{before.format_map(filled)}{xml}{after.format_map(filled)}</x>"
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=False)
    try:
        root = etree.fromstring(whole, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return all(isinstance(element.tag, str) and element.tag.startswith("{") for element in root.iterdescendants())
