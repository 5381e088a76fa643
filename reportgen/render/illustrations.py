"""Pictures of the data: on lines of their own, no wider than the page, with their captions."""

from __future__ import annotations

from reportgen.expressions.official import Caption, Picture
from reportgen.render.captions import caption_xml
from reportgen.render.drawings import length_of, standing
from reportgen.render.insertion import Insertion
from reportgen.render.pictures import Image

_WIDEST = 150 * 36_000
"""150 mm, in EMU: within the 156 mm of the type area (GB/T 9704—2012, 5.2.1)."""


def illustration_xml(picture: Picture, place: Insertion) -> str:
    """A paragraph with the picture, and one with its caption.

    Raises: FindingsError (T024, T072).
    """
    width = length_of(picture.width, place) if picture.width else None
    image = Image(picture.data, width, description=picture.description or picture.caption, widest=_WIDEST)
    drawn = f"<w:p>{standing(keep_next=bool(picture.caption))}{image.to_xml(place)}</w:p>"
    return drawn + (caption_xml(Caption("图", picture.caption, picture.name), place) if picture.caption else "")
