"""A picture that a template places in running text, in headers and notes as well."""

from __future__ import annotations

import re
from os import PathLike, fspath
from typing import IO, TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from reportgen.ooxml.namespaces import A, R

if TYPE_CHECKING:
    from reportgen.render import Insertion

_NAMED = re.compile(r"<(wp:docPr|pic:cNvPr)\b([^>]*)/>")


class InlineImage:
    """A picture for `{{ … }}`, from a path or a file object.

    `width` and `height` are python-docx lengths (`Mm(20)`); one given keeps the proportions. `anchor` is a URL to open on a click.
    """

    def __init__(
        self,
        tpl: Any,
        image_descriptor: IO[bytes] | str | PathLike[str],
        width: int | None = None,
        height: int | None = None,
        anchor: str | None = None,
    ) -> None:
        self.tpl, self.image_descriptor, self.width, self.height, self.anchor = tpl, image_descriptor, width, height, anchor

    def to_xml(self, place: Insertion) -> str:
        """A run with the picture.

        Raises: FindingsError (T024), from the error of whoever read the picture.
        """
        return picture_xml(self, place)


def picture_xml(image: Any, place: Insertion) -> str:
    """The run of an `InlineImage`, ours or docxtpl's own."""
    from reportgen.render import Image

    source = image.image_descriptor
    if hasattr(source, "read"):
        source.seek(0)
        source = source.read()
    else:
        source = fspath(source)
    xml = Image(source, image.width, image.height).to_xml(place)
    if not image.anchor:
        return xml
    rendering = place.rendering
    link = rendering.draft.relate(rendering.part, "hyperlink", image.anchor, external=True)
    click = f'<a:hlinkClick xmlns:a="{A}" xmlns:r="{R}" r:id={quoteattr(link)}/>'
    return _NAMED.sub(rf"<\1\2>{click}</\1>", xml)
