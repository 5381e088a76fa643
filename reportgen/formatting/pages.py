"""Rules over pages: paper, direction, margins, columns, headers."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.findings import Finding, Place, Span
from reportgen.formatting import page_faults as faults
from reportgen.formatting.manuscript import Block
from reportgen.formatting.saying import Said, both, mm_words
from reportgen.formatting.sections import Section
from reportgen.formatting.sheet import Sheet, found
from reportgen.packs import Page

NEAR = 57
"""Twips in a millimetre, by which the standard lets the page be off."""
_SIDES: tuple[tuple[str, Said], ...] = (
    ("top", ("上", "top")),
    ("bottom", ("下", "bottom")),
    ("left", ("左", "left")),
    ("right", ("右", "right")),
)


def pages(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G101 to G105."""
    sections = sheet.manuscript.sections
    yield from _paper(sheet, sections)
    yield from _turned(sheet, sections)
    yield from _margins(sheet, sections)
    for section in sections:
        if section.columns > 1:
            yield from found(faults.COLUMNS, sheet.profile.demand("columns"), [beginning(sheet, section)], shown=section.columns)
    yield from _headers(sheet, sections)


def beginning(sheet: Sheet, section: Section) -> Span:
    """The place of a section's first words."""
    block = next((block for block in sheet.manuscript.blocks if block.section == section.number and block.text), None)
    return sheet.span(block) if block else sheet.whole


def _paper(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Finding]:
    wanted = sorted((sheet.profile.page.width, sheet.profile.page.height))
    wrong = [one for one in sections if any(abs(a - b) > NEAR for a, b in zip(sorted((one.width, one.height)), wanted, strict=True))]
    if wrong:
        shown, right = (f"{mm_words(width)[:-2]}×{mm_words(height)}" for width, height in ((wrong[0].width, wrong[0].height), wanted))
        places = [beginning(sheet, one) for one in wrong]
        yield from found(faults.PAPER, sheet.profile.demand("paper"), places, shown=shown, wanted=right)


def _turned(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Finding]:
    for section in sections:
        if section.landscape is sheet.profile.page.landscape:
            continue
        blocks = [block for block in sheet.manuscript.blocks if block.section == section.number]
        if blocks and not any(block.cell or block.pictures for block in blocks):
            shown = ("横向", "laid across") if section.landscape else ("纵向", "upright")
            yield from found(faults.TURNED, sheet.profile.demand("turned"), [beginning(sheet, section)], **both("shown", shown))


def margins_of(page: Page, *, landscape: bool) -> dict[str, int]:
    """The margins that a section should have; one that lies across has the binding edge on top. Source: GB/T 9704—2012, 8."""
    if landscape and not page.landscape:
        return {"top": page.left, "right": page.top, "bottom": page.right, "left": page.bottom}
    return {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}


def _margins(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Finding]:
    places, shown, wanted = [], ("", ""), ("", "")
    for section in sections:
        right = margins_of(sheet.profile.page, landscape=section.landscape)
        off = [(said, getattr(section, side), right[side]) for side, said in _SIDES if abs(getattr(section, side) - right[side]) > NEAR]
        if off:
            places.append(beginning(sheet, section))
            shown = shown if shown[0] else _sides([(said, value) for said, value, _ in off])
            wanted = wanted if wanted[0] else _sides([(said, value) for said, _, value in off])
    yield from found(faults.MARGINS, sheet.profile.demand("margins"), places, **both("shown", shown), **both("wanted", wanted))


def _sides(sides: list[tuple[Said, int]]) -> Said:
    return "、".join(zh + mm_words(value) for (zh, _), value in sides), ", ".join(f"{en} {mm_words(value)}" for (_, en), value in sides)


def _headers(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Finding]:
    parts = dict.fromkeys(part for section in sections for part in section.headers.values())
    for part in parts:
        worded = [block for block in sheet.part_beside(part) if block.text and not _numbers(block)]
        if worded:
            place = Span(sheet.manuscript.file, place=Place(part, words=worded[0].text[:24]))
            yield from found(faults.HEADER, sheet.profile.demand("header"), [place], shown=worded[0].text[:24])
            return


def _numbers(block: Block) -> bool:
    return any(run.field == "PAGE" for run in block.runs)
