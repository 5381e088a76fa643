"""Other Word files as values: their content with its styles, lists, pictures and links."""

from __future__ import annotations

from pathlib import Path

from reportgen.ooxml import open_package
from reportgen.render.insertion import Insertion
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Subdocument:
    """A Word file, as bytes or a path, whose paragraphs and tables go where `{{p … }}` stands.

    It is content, not a template: tags in it stay text. Styles of the same name look as in the template; notes and page
    set-up stay behind.
    """

    source: bytes | str | Path

    def to_xml(self, place: Insertion) -> str:
        """Its paragraphs and tables.

        Raises: NotADocx, OSError.
        """
        from reportgen.render.carrying import carried_xml  # the linker: not for documents without such values

        data = self.source if isinstance(self.source, bytes) else Path(self.source).read_bytes()
        return carried_xml(open_package(data, "" if isinstance(self.source, bytes) else str(self.source)), place.rendering)
