"""Page numbers that clerks made, taken out of the footers so that those of the profile can stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml import Package, serialize
from reportgen.ooxml.namespaces import qn
from reportgen.regexes import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_ABOUT_A_NUMBER = regex(r"(?:[\s\d\-—–－―_/·.第共页]|Page|of)*")
_DRAWN = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object", "tbl"))


def without_page_numbers(package: Package) -> Package:
    """The package without those footers that hold nothing but a page number, and without what points at them."""
    numbers = {name for name in package.parts("footer") if _is_page_number(package.root(name))}
    if not numbers:
        return package
    ids = {one.id for one in package.relationships(package.main) if one.target in numbers}
    root = package.root(package.main)
    for reference in [one for one in root.iter(qn("w:footerReference")) if one.get(qn("r:id")) in ids]:
        reference.getparent().remove(reference)  # type: ignore[union-attr]  # a section's
    return package.with_parts({package.main: serialize(root)}).without(numbers)


def _is_page_number(root: _Element) -> bool:
    words = "".join(text.text or "" for text in root.iter(qn("w:t")))
    boxes = [drawn for drawn in root.iter(*_DRAWN) if not any(True for _ in drawn.iter(qn("w:txbxContent")))]
    return not boxes and _ABOUT_A_NUMBER.fullmatch(words) is not None
