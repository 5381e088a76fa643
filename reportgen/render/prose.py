"""Narrative to XML: paragraphs in the look of their placeholder, headings in the heading styles, lists and tables."""

from __future__ import annotations

import re
from typing import TypeGuard

from reportgen.narrative.blocks import Block, ListItem, Paragraph, Prose, Run, Runs, Table
from reportgen.ooxml.styles import Style, Styles
from reportgen.render.insertion import Insertion
from reportgen.render.text import bare_end, bare_opening, broken, escaped, run_opening

_STYLE = re.compile(r"<w:pStyle [^>]*/>")
_RUN_STYLE = re.compile(r"<w:rStyle [^>]*/>")
_OF_BODY = re.compile(r"<w:(?:ind|outlineLvl|numPr|jc|spacing)(?: [^>]*/>|>.*?</w:numPr>)", re.S)
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_BORDER = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 5000
"""A table's whole width in fiftieths of a per cent."""


def prose_xml(prose: Prose, place: Insertion) -> str:
    """A single paragraph of plain narrative as runs, everything else as paragraphs and tables."""
    blocks = prose.blocks
    if place.spot.kind in ("attribute", "plain"):
        return escaped(str(prose))
    only = blocks[0] if len(blocks) == 1 else None
    if place.spot.kind != "paragraph" and isinstance(only, Paragraph) and not only.heading:
        return _runs(only.runs, place)
    if place.spot.kind != "paragraph" and not blocks:
        return ""
    if place.spot.kind == "paragraph" or place.spot.kind in ("row", "cell"):
        return "".join(_block(block, place) for block in blocks)
    return _within(blocks, place)


def _within(blocks: tuple[Block, ...], place: Insertion) -> str:
    """Several blocks inside a paragraph: the first continues it, the last is continued by what follows."""
    spot = place.spot
    first, last = (block.runs if _continues(block) else () for block in (blocks[0], blocks[-1]))
    middle = "".join(_block(block, place) for block in blocks[bool(_continues(blocks[0])) : len(blocks) - bool(_continues(blocks[-1]))])
    before, after = ("</w:t></w:r>", run_opening(spot)) if spot.kind == "text" else ("", "")
    return f"{before}{_runs(first, place)}{bare_end(spot)}{middle}{bare_opening(spot)}{_runs(last, place)}{after}"


def _continues(block: Block) -> TypeGuard[Paragraph | ListItem]:
    return isinstance(block, ListItem) or (isinstance(block, Paragraph) and not block.heading)


def _block(block: Block, place: Insertion) -> str:
    if isinstance(block, Table):
        return _table(block, place)
    if isinstance(block, ListItem):
        return _paragraph(_runs(block.runs, place), place.paragraph_properties)
    if not block.heading:
        return _paragraph(_runs(block.runs, place), place.paragraph_properties)
    return _heading(block, place)


def _heading(block: Paragraph, place: Insertion) -> str:
    """A heading in the style named `heading N`; of a run-in heading only its own words take the face of that style."""
    start, end = place.rendering.heading(block.heading)
    style = place.styles.named(f"heading {block.heading}")
    if style is None:
        level = f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{block.heading - 1}"/></w:pPr>'
        return _paragraph(_runs(block.runs, place, bold=True) + end, start + level)
    if block.run_in and (face := _linked(style, place.styles)) is not None:
        words = _runs(block.runs[: block.run_in], place, style=face.id)
        return _paragraph(words + _runs(block.runs[block.run_in :], place) + end, start + place.paragraph_properties)
    return _paragraph(_runs(block.runs, place, bare=True) + end, f'{start}<w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>')


def _linked(style: Style, styles: Styles) -> Style | None:
    return styles.by_id.get(style.link) if style.link else None


def _paragraph(runs: str, properties: str) -> str:
    return f"<w:p>{properties}{runs}</w:p>"


def _runs(runs: Runs, place: Insertion, *, style: str = "", bold: bool = False, bare: bool = False) -> str:
    return "".join(_run(run, place, style, bold or run.bold, bare) for run in runs if run.text)


def _run(run: Run, place: Insertion, style: str, bold: bool, bare: bool) -> str:
    inner = "" if bare or style else place.run_properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    if style:
        inner = f'<w:rStyle w:val="{style}"/>'
    properties = _with(inner, bold, run.highlight)
    text = broken(escaped(run.text).replace("\a", "\n").replace("\f", "\n"), place.spot)
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _with(properties: str, bold: bool, highlight: bool) -> str:
    """Run properties with bold and highlight at their places in the schema's order."""
    if bold and "<w:b/>" not in properties:
        head = re.match(r"(?:<w:(?:rStyle|rFonts)(?: [^>]*)?/>)*", properties)
        end = head.end() if head else 0
        properties = f"{properties[:end]}<w:b/><w:bCs/>{properties[end:]}"
    if highlight:
        tail = re.search(r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]", properties)
        at = tail.start() if tail else len(properties)
        properties = properties[:at] + _HIGHLIGHT + properties[at:]
    return properties


def _table(table: Table, place: Insertion) -> str:
    columns = max((len(row) for row in table.rows), default=0)
    if not columns:
        return ""
    width = _WIDTH // columns
    rows = "".join(_row(row, width, place, header=table.header and index == 0) for index, row in enumerate(table.rows))
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    look = f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>{_BORDER}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(row: tuple[Runs, ...], width: int, place: Insertion, *, header: bool) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
    look = '<w:pPr><w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr>' if header else _cell_look(place)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>{_paragraph(_runs(cell, place, bold=header), look)}</w:tc>'
        for cell in row
    )
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell_look(place: Insertion) -> str:
    del place
    return '<w:pPr><w:ind w:firstLine="0" w:firstLineChars="0"/></w:pPr>'
