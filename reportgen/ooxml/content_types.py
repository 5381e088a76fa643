"""`[Content_Types].xml`: what each part of a package holds.

Source: ECMA-376 Part 2, 6.2.3.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.ooxml.namespaces import CONTENT_TYPES
from reportgen.ooxml.quoting import quoted
from reportgen.ooxml.xml import parse
from reportgen.values import dataclass

CONTENT_TYPES_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """Content types by extension and by part name; neither looks at case."""

    defaults: Mapping[str, str]
    """By extension, in lower case, without the dot."""
    overrides: Mapping[str, str]
    """By part name, without the leading `/`."""

    def of(self, name: str) -> str:
        """The content type of a part; "" when the package does not say."""
        folded = name.casefold()
        override = next((kind for part, kind in self.overrides.items() if part.casefold() == folded), "")
        return override or self.defaults.get(_extension(name), "")

    def adding(self, name: str, content_type: str) -> ContentTypes:
        """The same with one more part; a default for its extension is used or, for media, made."""
        if self.of(name) == content_type:
            return self
        extension = _extension(name)
        if extension not in self.defaults and not content_type.endswith("xml"):
            return ContentTypes({**self.defaults, extension: content_type}, self.overrides)
        return ContentTypes(self.defaults, {**self.overrides, name: content_type})

    def without(self, names: frozenset[str]) -> ContentTypes:
        """The same with some parts gone."""
        return ContentTypes(self.defaults, {name: kind for name, kind in self.overrides.items() if name not in names})


def read_content_types(data: bytes, file: str = "") -> ContentTypes:
    """The content types that a package declares.

    Raises: NotADocx (P013, P014).
    """
    root = parse(data, CONTENT_TYPES_PART, file)
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iterchildren(f"{{{CONTENT_TYPES}}}Default")}
    overrides = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in root.iterchildren(f"{{{CONTENT_TYPES}}}Override")}
    return ContentTypes(defaults, overrides)


def write_content_types(types: ContentTypes) -> bytes:
    """The part's bytes, in the order in which the types were declared."""
    lines = [f'<Types xmlns="{CONTENT_TYPES}">']
    lines += [f"<Default Extension={quoted(end)} ContentType={quoted(kind)}/>" for end, kind in types.defaults.items()]
    lines += [f"<Override PartName={quoted('/' + name)} ContentType={quoted(kind)}/>" for name, kind in types.overrides.items()]
    lines.append("</Types>")
    return ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + "".join(lines)).encode()


def _extension(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[2].lower()
