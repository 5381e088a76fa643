"""Styles, numbering and direct formatting laid over one another as Word does, to what a paragraph and its letters look like.

Source: ECMA-376 Part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.9.23 (numbering's own indents).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reportgen.formatting.looks import Letters, Shape, letters_of, shape_of
from reportgen.formatting.numbering import Numbering, read_numbering
from reportgen.formatting.properties import NOTHING, TOGGLES, Flat, letter_properties, over, paragraph_properties, whether
from reportgen.formatting.theme import theme_faces
from reportgen.ooxml import Package
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.styles import Style, Styles, read_styles
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_PPR, _RPR = qn("w:pPr"), qn("w:rPr")
_WHOLE_TABLE = "wholeTable"


@dataclass(frozen=True, slots=True)
class _Own:
    """What a style itself says, for paragraphs and for letters; of a table style also by kind of row or column."""

    paragraph: Flat
    letters: Flat
    parts: Mapping[str, tuple[Flat, Flat]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table's style as it bears on one cell."""

    style: str = ""
    parts: tuple[str, ...] = ()
    """`firstRow`, `firstCol`, …, what lies below first."""


NO_TABLE = TableStyle()


class Cascade:
    """A Word file's styles, defaults, numbering and theme, ready to tell how its text looks."""

    def __init__(self, package: Package) -> None:
        sheet, theme, settings, numbers = (_root(package, kind) for kind in ("styles", "theme", "settings", "numbering"))
        self.styles = Styles(()) if sheet is None else read_styles(sheet)
        self.settings = settings
        self.numbering: Numbering = read_numbering(numbers)
        self._faces = dict(theme_faces(theme, settings))
        self._own = {} if sheet is None else {one.get(qn("w:styleId"), ""): _own(one) for one in sheet.iterchildren(qn("w:style"))}
        self._defaults = _defaults(sheet)
        self._normal = self._default_id("paragraph")
        self._kept_letters: dict[tuple[object, ...], Letters] = {}
        self._kept_shapes: dict[tuple[object, ...], Shape] = {}
        self._kept_paragraphs: dict[str, Flat] = {}

    def _default_id(self, kind: str) -> str:
        style = self.styles.default(kind)
        return style.id if style else ""

    def style_of(self, properties: Flat) -> Style | None:
        """The style of a paragraph with these direct properties."""
        return self.styles.by_id.get(properties.get("pStyle", self._normal)) or self.styles.by_id.get(self._normal)

    def table_style(self, named: str) -> str:
        """Id of a table's style; the default one's where none is named."""
        return named or self._default_id("table")

    def paragraph(self, properties: Flat, table: TableStyle = NO_TABLE) -> Flat:
        """Everything that bears on a paragraph, what it says itself on top."""
        style = self._style_id(properties)
        number = self.numbering.indents(properties.get("numPr.numId", ""), properties.get("numPr.ilvl", "0"))
        return over(self._defaults.paragraph, self._of_table(table, 0), self._styled(style), number, properties)

    def shape(self, flat: Flat, size: int) -> Shape:
        """How a paragraph with everything that bears on it stands on the page."""
        key = (tuple(flat.items()), size)
        if key not in self._kept_shapes:
            self._kept_shapes[key] = shape_of(flat, size)
        return self._kept_shapes[key]

    def letters(self, properties: Flat, direct: Flat, table: TableStyle = NO_TABLE) -> Letters:
        """How letters look in a paragraph with the direct properties `properties`, themselves having `direct`."""
        style = self._style_id(properties)
        key = (style, table, tuple(direct.items()))
        if key not in self._kept_letters:
            self._kept_letters[key] = letters_of(self._letters(style, direct, table), self._faces)
        return self._kept_letters[key]

    def _letters(self, style: str, direct: Flat, table: TableStyle) -> Flat:
        hierarchy = [self._of_table(table, 1), self._chained(style), self._chained(direct.get("rStyle", ""))]
        flat = dict(over(self._defaults.letters, *hierarchy, direct))
        for name in TOGGLES:
            if name not in direct:
                odd = sum(whether(layer, name) for layer in hierarchy) % 2 == 1
                flat[name] = "1" if odd or whether(self._defaults.letters, name) else "0"
        return flat

    def _style_id(self, properties: Flat) -> str:
        named = properties.get("pStyle", "")
        return named if named in self._own else self._normal

    def _chain(self, style: str) -> list[str]:
        """A style and those that it is based on, the root first."""
        return [one.id for one in self.styles.lineage(style)][::-1]

    def _chained(self, style: str) -> Flat:
        return over(*(self._own[one].letters for one in self._chain(style)))

    def _styled(self, style: str) -> Flat:
        """What a paragraph style says, the indents of numbering that it names beneath its own."""
        if style not in self._kept_paragraphs:
            layers: list[Flat] = []
            for one in self._chain(style):
                own = self._own[one].paragraph
                layers += [self.numbering.indents(own.get("numPr.numId", ""), own.get("numPr.ilvl", "0")), own]
            self._kept_paragraphs[style] = over(*layers)
        return self._kept_paragraphs[style]

    def _of_table(self, table: TableStyle, which: int) -> Flat:
        if not table.style:
            return NOTHING
        layers: list[Flat] = []
        for one in self._chain(table.style):
            own = self._own[one]
            layers.append((own.paragraph, own.letters)[which])
            layers += [own.parts[name][which] for name in (_WHOLE_TABLE, *table.parts) if name in own.parts]
        return over(*layers)


def _root(package: Package, kind: str) -> _Element | None:
    part = package.part(kind)
    return package.root(part) if part else None


def _own(style: _Element) -> _Own:
    parts = {
        one.get(qn("w:type"), ""): (paragraph_properties(one.find(_PPR)), letter_properties(one.find(_RPR)))
        for one in style.iterchildren(qn("w:tblStylePr"))
    }
    return _Own(paragraph_properties(style.find(_PPR)), letter_properties(style.find(_RPR)), parts)


def _defaults(sheet: _Element | None) -> _Own:
    if sheet is None:
        return _Own(NOTHING, NOTHING)
    base = qn("w:docDefaults")
    paragraph = sheet.find(f"{base}/{qn('w:pPrDefault')}/{_PPR}")
    letters = sheet.find(f"{base}/{qn('w:rPrDefault')}/{_RPR}")
    return _Own(paragraph_properties(paragraph), letter_properties(letters))


def parts_of(row: int, rows: int, column: int, columns: int, look: Iterable[str]) -> tuple[str, ...]:
    """The parts of a table's style that bear on a cell, given which of them the table wants. Counts begin at 0."""
    here = {"firstRow": row == 0, "lastRow": row == rows - 1, "firstCol": column == 0, "lastCol": column == columns - 1}
    wanted = frozenset(look)
    return tuple(name for name in ("firstCol", "lastCol", "firstRow", "lastRow") if name in wanted and here[name])
