"""Official parts to XML: which module writes which value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.expressions.charts import Chart
from reportgen.expressions.official import Caption, Contents, Footnote, Official, Picture, Reference, Renumbering, Section
from reportgen.render.captions import caption_xml, reference_xml
from reportgen.render.charts import chart_xml
from reportgen.render.contents import contents_xml
from reportgen.render.footnotes import footnote_xml
from reportgen.render.illustrations import illustration_xml
from reportgen.render.insertion import Insertion
from reportgen.render.sections import section_xml
from reportgen.render.text import escaped

_WRITERS: Mapping[type[Official], Callable[[Any, Insertion], str]] = {
    Caption: caption_xml,
    Chart: chart_xml,
    Contents: contents_xml,
    Footnote: footnote_xml,
    Picture: illustration_xml,
    Reference: reference_xml,
    Renumbering: lambda _, place: place.rendering.renumbering(),
    Section: section_xml,
}


def official_xml(value: Official, place: Insertion) -> str:
    """The XML of an official part; its words where no XML may stand.

    Raises: FindingsError (T023, T072).
    """
    if place.spot.kind in ("attribute", "plain"):
        return escaped(str(value))
    return _WRITERS[type(value)](value, place)
