"""The page format of a district's own file, in the words of a pack.yaml: what differs from the parent's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from reportgen.chinese import FAMILIES, SIZES
from reportgen.formatting import Letters, Manuscript, Part, Section, Shape
from reportgen.packs import Lettering, Page, Paragraph, Profile

_WORDS_UNTOUCHED = range(18, 24)
"""Half-points of letters that nobody chose, as Word and WPS begin with; so are faces of the theme."""
_ALIGNS = {"left": "左对齐", "center": "居中", "right": "右对齐", "both": "两端对齐", "distribute": "分散对齐"}
_ROLES = ("title", "subtitle", "body", "heading1", "heading2", "heading3", "heading4", "heading5", "table", "attachment", "signature")
_CLOSE = 20
"""Twips (1 point) by which two measures may differ and be the same to a reader."""
_MM = Decimal(1440) / Decimal("25.4")
_FAR = 57
"""Twips (1 mm) for margins."""
_UNTOUCHED_MARGINS = ((1440, 1440, 1800, 1800), (1440, 1440, 1440, 1440))


def look_of(manuscript: Manuscript, parts: Iterable[Part], profile: Profile) -> dict[str, Any]:
    """The `profile` of a child whose documents shall look as the file does; empty where the parent's do."""
    found: dict[str, Any] = {}
    if manuscript.sections:
        found |= _page(manuscript.sections[0], profile.page)
    known = list(parts)
    for role in _ROLES:
        blocks = [part.block for part in known if part.role == role and not part.run_in and part.block.text]
        if blocks and (words := _paragraph(_usual(block.letters for block in blocks), _usual_shape(blocks), _asked(profile, role))):
            found[role] = words
    return found


def _usual(letters: Iterable[Letters]) -> Letters:
    return Counter(letters).most_common(1)[0][0]


def _usual_shape(blocks: Iterable[Any]) -> Shape:
    shape: Shape = Counter(block.shape for block in blocks).most_common(1)[0][0]
    return shape


def _asked(profile: Profile, role: str) -> Paragraph:
    if role.startswith("heading"):
        return profile.headings[int(role[-1]) - 1]
    asked: Paragraph = getattr(profile, role)
    return asked


def _paragraph(letters: Letters, shape: Shape, asked: Paragraph) -> dict[str, Any]:
    """What a role looks like where that is another than what is asked; nothing where nobody chose a look."""
    if letters.size in _WORDS_UNTOUCHED or not letters.font or letters.themed:
        return {}
    words = _letters(letters, asked.letters)
    if shape.pitch.rule == "exact" and abs(shape.pitch.line - asked.pitch.line) > _CLOSE:
        words["line"] = f"{_plain(Decimal(shape.pitch.line) / 20)}磅"
    if shape.align in ("center", "right") and shape.align != asked.align:
        words["align"] = _ALIGNS[shape.align]
    return words


def _letters(letters: Letters, asked: Lettering) -> dict[str, Any]:
    words: dict[str, Any] = {}
    if not _same_face(letters.font, asked.font):
        words["font"] = next((role for family in FAMILIES.values() for role, face in family.items() if face == letters.font), letters.font)
    if letters.size != asked.size:
        words["size"] = _size(letters.size)
    if letters.bold != asked.bold:
        words["bold"] = letters.bold
    return words


def _same_face(font: str, asked: str) -> bool:
    """Whether two names are of faces that play the same part: 仿宋 and 仿宋_GB2312."""
    roles = [{role for family in FAMILIES.values() for role, face in family.items() if face == name} for name in (font, asked)]
    return font == asked or bool(roles[0] & roles[1])


def _size(half_points: int) -> str:
    points = Decimal(half_points) / 2
    return next((name for name, size in SIZES.items() if size == points), f"{_plain(points)}磅")


def _page(section: Section, asked: Page) -> dict[str, Any]:
    """Orientation and margins where the file has them otherwise; not where they are as Word begins."""
    words: dict[str, Any] = {}
    if (section.width > section.height) != asked.landscape:
        words["orientation"] = "横向" if section.width > section.height else "纵向"
    margins = {"top": section.top, "bottom": section.bottom, "left": section.left, "right": section.right}
    if tuple(margins.values()) in _UNTOUCHED_MARGINS:
        return words
    wanted: Mapping[str, int] = {"top": asked.top, "bottom": asked.bottom, "left": asked.left, "right": asked.right}
    own = {
        side: f"{_plain((Decimal(twips) / _MM).quantize(Decimal('0.1')))}mm"
        for side, twips in margins.items()
        if abs(twips - wanted[side]) > _FAR
    }
    return words | ({"margins": own} if own else {})


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
