"""The pages of a Word file: paper, margins, grid, and the headers and footers that each section shows.

Source: ECMA-376 Part 1, 17.6 and 17.10.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.ooxml import Package
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.numbers import whole
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = ("default", "even", "first")
_LETTER = (12240, 15840)
"""Paper that a section has which does not say. Source: ECMA-376 Part 1, 17.6.13."""
_MARGIN = 1440
_DISTANCE = 720


@dataclass(frozen=True, slots=True)
class Section:
    """One section's pages; measures in twips."""

    number: int
    """From 0."""
    width: int
    height: int
    top: int
    bottom: int
    left: int
    """Gutter included."""
    right: int
    header: int
    footer: int
    grid: str
    """`lines`, `linesAndChars`, `snapToChars` or ""."""
    line_pitch: int
    char_space: int
    """Added to each character by the grid, in 4096ths of a point."""
    columns: int
    own_first: bool
    """Whether its first page has a header and a footer of its own."""
    new_page: bool
    """Whether it begins a page."""
    starts_at: int | None
    """The page number with which it begins anew; None where the count goes on."""
    number_format: str
    """Word's name of the page numbers' form: `decimal`, `chineseCounting`, …"""
    headers: Mapping[str, str]
    """Part by kind (`default`, `even`, `first`)."""
    footers: Mapping[str, str]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom


def read_sections(package: Package, root: _Element) -> tuple[Section, ...]:
    """The sections of a body, in order; what one does not refer to anew it takes from the one before."""
    targets = {one.id: one.target for one in package.relationships(package.main) if not one.external and one.target in package}
    sections: list[Section] = []
    for number, element in enumerate(section_elements(root)):
        before = sections[-1] if sections else None
        headers = _referred(element, "header", targets, before.headers if before else {})
        footers = _referred(element, "footer", targets, before.footers if before else {})
        sections.append(_section(number, element, headers, footers))
    return tuple(sections)


def section_elements(root: _Element) -> Iterator[_Element]:
    """Each section's `w:sectPr`; those that tracked changes keep are none."""
    for element in root.iter(qn("w:sectPr")):
        parent = element.getparent()
        if parent is not None and parent.tag != qn("w:sectPrChange"):
            yield element


def _section(number: int, element: _Element, headers: Mapping[str, str], footers: Mapping[str, str]) -> Section:
    def measure(child: str, name: str, default: int) -> int:
        found = element.find(qn(child))
        return whole(None if found is None else found.get(qn(f"w:{name}")), default)

    def word(child: str, name: str, default: str = "") -> str:
        found = element.find(qn(child))
        return default if found is None else found.get(qn(f"w:{name}"), default)

    start = measure("w:pgNumType", "start", -1)
    return Section(
        number,
        width=measure("w:pgSz", "w", _LETTER[0]),
        height=measure("w:pgSz", "h", _LETTER[1]),
        top=abs(measure("w:pgMar", "top", _MARGIN)),
        bottom=abs(measure("w:pgMar", "bottom", _MARGIN)),
        left=measure("w:pgMar", "left", _MARGIN) + measure("w:pgMar", "gutter", 0),
        right=measure("w:pgMar", "right", _MARGIN),
        header=measure("w:pgMar", "header", _DISTANCE),
        footer=measure("w:pgMar", "footer", _DISTANCE),
        grid=word("w:docGrid", "type").replace("default", ""),
        line_pitch=measure("w:docGrid", "linePitch", 0),
        char_space=measure("w:docGrid", "charSpace", 0),
        columns=measure("w:cols", "num", 1),
        own_first=_on(element.find(qn("w:titlePg"))),
        new_page=word("w:type", "val", "nextPage") != "continuous",
        starts_at=start if start >= 0 else None,
        number_format=word("w:pgNumType", "fmt", "decimal"),
        headers=headers,
        footers=footers,
    )


def _referred(element: _Element, kind: str, targets: Mapping[str, str], before: Mapping[str, str]) -> Mapping[str, str]:
    found = dict(before)
    for reference in element.iterchildren(qn(f"w:{kind}Reference")):
        target = targets.get(reference.get(qn("r:id"), ""))
        which = reference.get(qn("w:type"), "default")
        if target and which in _KINDS:
            found[which] = target
    return found


def _on(element: _Element | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1") not in ("0", "false", "off")
