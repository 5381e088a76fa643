"""Pictures as values: a file's bytes become a part of the document and a drawing in a run."""

from __future__ import annotations

from pathlib import Path

from reportgen.compiler import faults
from reportgen.errors import FindingsError
from reportgen.ooxml.namespaces import PIC, R
from reportgen.render.drawings import inline
from reportgen.render.insertion import Insertion
from reportgen.values import dataclass

_EMU_PER_INCH = 914_400


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: PNG, JPEG, GIF, BMP or TIFF, as bytes or a file's path.

    Width and height are in EMU (36,000 a millimetre; python-docx's `Mm(30)` will do). One given keeps the proportions, none
    takes the picture's own size. `description` is its alternative text.
    """

    source: bytes | str | Path
    width: int | None = None
    height: int | None = None
    description: str = ""
    widest: int | None = None
    """What its own width may be at most."""

    def to_xml(self, place: Insertion) -> str:
        """A run with the drawing.

        Raises: FindingsError (T024).
        """
        data = self._bytes(place)
        kind, extension, width, height = self._measured(data, place)
        relationship = place.rendering.add_picture(data, kind, extension)
        return f"<w:r>{place.run_properties}{_drawing(relationship, width, height, self.description, place)}</w:r>"

    def _bytes(self, place: Insertion) -> bytes:
        if isinstance(self.source, bytes):
            return self.source
        try:
            return Path(self.source).read_bytes()
        except OSError as error:
            raise self._unreadable(place, error.strerror or str(error)) from error

    def _measured(self, data: bytes, place: Insertion) -> tuple[str, str, int, int]:
        """Content type, extension, width and height in EMU."""
        # python-docx reads the headers of all these formats; loaded only when there is a picture.
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
        from docx.image.image import Image as Measured

        try:
            image = Measured.from_blob(data)
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, KeyError, IndexError) as error:
            raise self._unreadable(place, type(error).__name__) from error
        own_width = max(1, round(image.px_width * _EMU_PER_INCH / (image.horz_dpi or 72)))
        own_height = max(1, round(image.px_height * _EMU_PER_INCH / (image.vert_dpi or 72)))
        width = int(self.width) if self.width is not None else None
        if width is None and self.height is None and self.widest is not None and own_width > self.widest:
            width = self.widest
        height = int(self.height) if self.height is not None else None
        if width is None and height is None:
            width, height = own_width, own_height
        elif width is None:
            width = max(1, round(own_width * (height or 0) / own_height))
        elif height is None:
            height = max(1, round(own_height * width / own_width))
        return image.content_type, image.ext, width or 1, height or 1

    def _unreadable(self, place: Insertion, problem: str) -> FindingsError:
        return FindingsError([faults.BAD_PICTURE.at(place.tag.span, tag=place.tag.typed, problem=problem)])


def _drawing(relationship: str, width: int, height: int, description: str, place: Insertion) -> str:
    picture = (
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{R}" r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
    )
    return inline(picture, PIC, width, height, description, place, word="Picture")
