"""The styles of a Word file, by id and by the name that Word shows.

Source: ECMA-376 Part 1, 17.7.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

BODY_LEVEL = 9
"""`w:outlineLvl` of text that is no heading."""
_DEEPEST = 64
"""Styles that a style may build on, one on the other; people's files have five."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style; "" stands for what it does not name."""

    id: str
    name: str
    kind: str
    """`paragraph`, `character`, `table` or `numbering`."""
    based_on: str = ""
    link: str = ""
    """Id of the character style of a paragraph style, or the other way round."""
    next: str = ""
    outline_level: int | None = None
    """0 for the first level of headings; None when the style itself does not say."""
    default: bool = False
    list_number: str = ""
    """`w:numId` of the list that its paragraphs belong to; "0" for none."""
    list_level: str = ""
    indents: tuple[tuple[str, str], ...] = ()
    """The attributes of its `w:ind`."""


@dataclass(frozen=True)
class Styles:
    """All styles of a file, in its order."""

    all: tuple[Style, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Style]:
        return {style.id: style for style in reversed(self.all)}

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Style]:
        return {(style.kind, style.name.casefold()): style for style in reversed(self.all)}

    def named(self, name: str, kind: str = "paragraph") -> Style | None:
        """The style of this name; Word's own (`heading 1`) are shown with capitals, so case does not count."""
        return self._by_name.get((kind, name.casefold()))

    def default(self, kind: str = "paragraph") -> Style | None:
        """The style of text that names none."""
        return next((style for style in self.all if style.default and style.kind == kind), None)

    def lineage(self, style_id: str) -> Iterator[Style]:
        """A style and those that it builds on, the nearest first, of which there are few; nothing for an unknown one."""
        seen: set[str] = set()
        while style_id not in seen and len(seen) < _DEEPEST and (style := self.by_id.get(style_id)):
            yield style
            seen.add(style_id)
            style_id = style.based_on

    def outline_level(self, style_id: str) -> int | None:
        """0 to 8 for a heading style, its own or inherited; None for body text and unknown styles."""
        level = next((style.outline_level for style in self.lineage(style_id) if style.outline_level is not None), BODY_LEVEL)
        return level if level < BODY_LEVEL else None


def read_styles(root: _Element) -> Styles:
    """The styles in the root element of a styles part."""
    return Styles(tuple(_style(element) for element in root.iterchildren(qn("w:style"))))


def _style(element: _Element) -> Style:
    level = whole(_value(element, "w:pPr/w:outlineLvl"), -1)
    indent = element.find(_path("w:pPr/w:ind"))
    return Style(
        id=element.get(qn("w:styleId"), ""),
        name=_value(element, "w:name"),
        kind=element.get(qn("w:type"), "paragraph"),
        based_on=_value(element, "w:basedOn"),
        link=_value(element, "w:link"),
        next=_value(element, "w:next"),
        outline_level=level if level >= 0 else None,
        default=element.get(qn("w:default")) in ("1", "true", "on"),
        list_number=_value(element, "w:pPr/w:numPr/w:numId"),
        list_level=_value(element, "w:pPr/w:numPr/w:ilvl"),
        indents=() if indent is None else tuple((str(name), str(value)) for name, value in indent.items()),
    )


def _value(element: _Element, path: str) -> str:
    child = element.find(_path(path))
    return "" if child is None else child.get(qn("w:val"), "")


@cache
def _path(names: str) -> str:
    return "/".join(map(qn, names.split("/")))
