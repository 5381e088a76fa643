"""A picture that a template places in running text, in headers and notes as well."""

from __future__ import annotations

from os import PathLike
from typing import IO, Any

from reportgen.render import Insertion
from reportgen.render.foreign import picture_xml


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
