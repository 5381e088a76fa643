"""Narrative to XML: paragraphs in the look of their placeholder, headings in the heading styles, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TypeGuard

from reportgen.compiler.spots import Spot
from reportgen.expressions.budget import current_budget
from reportgen.expressions.official import Official
from reportgen.narrative.blocks import Block, ListItem, Paragraph, Prose, Run, Runs, Table, alone
from reportgen.ooxml.styles import Style, Styles
from reportgen.render.insertion import Insertion
from reportgen.render.text import bare_end, bare_opening, broken, escaped, is_plain, run_opening

_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_BORDER = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 5000
"""A table's whole width in fiftieths of a per cent."""
_TEXT_END = "</w:t></w:r>"
_DEEPEST = 9
"""Word's deepest level of an outline."""


def prose_xml(prose: Prose, place: Insertion) -> str:
    """What continues the text, the paragraph or the paragraphs at the place; where none of them may stand, text or paragraphs."""
    blocks, kind = prose.blocks, place.spot.kind
    if kind in ("attribute", "plain"):
        return escaped(str(prose))
    if kind in ("paragraph", "row", "cell"):
        return "".join([_block(block, place) for block in blocks])
    if not blocks:
        return ""
    first = blocks[0]
    if len(blocks) == 1 and _continues(first):
        return _inside(first.runs, place)
    return _within(blocks, place)


def even_paragraphs(prose: Prose, spot: Spot) -> bytes:
    """The same for even prose between paragraphs."""
    start, end = _around(spot.paragraph_properties, spot.run_properties)
    current_budget().write(len(prose) + len(prose.blocks) * (len(start) + len(end)))
    return start + prose.encode().replace(b"\n", end + start) + end


@lru_cache(maxsize=1024)
def _around(paragraph_properties: str, run_properties: str) -> tuple[bytes, bytes]:
    """What stands around the words of a paragraph of one look."""
    start = f'<w:p>{paragraph_properties}<w:r>{_looked(run_properties)}<w:t xml:space="preserve">'
    return start.encode(), f"{_TEXT_END}</w:p>".encode()


def _within(blocks: tuple[Block, ...], place: Insertion) -> str:
    """Several blocks inside a paragraph: the first continues it, the last is continued by what follows."""
    spot = place.spot
    first, last = (block.runs if _continues(block) else () for block in (blocks[0], blocks[-1]))
    middle = "".join([_block(block, place) for block in blocks[_continues(blocks[0]) : len(blocks) - _continues(blocks[-1])]])
    before, after = (_TEXT_END, run_opening(spot)) if spot.kind == "text" else ("", "")
    return f"{_inside(first, place)}{before}{bare_end(spot)}{middle}{bare_opening(spot)}{after}{_inside(last, place)}"


def _continues(block: Block) -> TypeGuard[Paragraph | ListItem]:
    return isinstance(block, ListItem) or (isinstance(block, Paragraph) and not block.heading and alone(block.runs) is None)


def _block(block: Block, place: Insertion) -> str:
    if isinstance(block, Table):
        return _table(block, place)
    if isinstance(block, ListItem) or not block.heading:
        if (official := alone(block.runs)) is not None:
            return _official(official, place)
        return _paragraph(_runs(block.runs, place.run_properties, place), place.paragraph_properties)
    return _heading(block, place)


def _official(official: Official, place: Insertion) -> str:
    from reportgen.render.official import official_xml  # most narrative has none

    return official_xml(official, place)


def _heading(block: Paragraph, place: Insertion) -> str:
    """A heading in the style named `heading N`, N counted from the heading above the place.

    Of a run-in heading only its own words take the face of that style.
    """
    spot = place.spot
    depth = min(spot.under + block.heading, _DEEPEST)
    start, end = place.rendering.heading(depth)
    style = place.styles.named(f"heading {depth}")
    if style is None:
        level = f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{depth - 1}"/></w:pPr>'
        return _paragraph(_runs(block.runs, place.run_properties, place, bold=True) + end, start + level)
    if block.run_in and (face := _linked(style, place.styles)) is not None:
        words = _runs(block.runs[: block.run_in], f'<w:rPr><w:rStyle w:val="{face.id}"/></w:rPr>', place)
        rest = _runs(block.runs[block.run_in :], place.run_properties, place)
        return _paragraph(words + rest + end, start + place.paragraph_properties)
    return _paragraph(_runs(block.runs, "", place) + end, f'{start}<w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>')


def _linked(style: Style, styles: Styles) -> Style | None:
    return styles.by_id.get(style.link) if style.link else None


def _paragraph(runs: str, properties: str) -> str:
    return f"<w:p>{properties}{runs}</w:p>"


def _inside(runs: Runs, place: Insertion) -> str:
    """Runs for the inside of a paragraph, or of a text, whose own look is left only for those of another."""
    spot = place.spot
    if spot.kind != "text":
        return _runs(runs, place.run_properties, place)
    own = _looked(spot.run_properties)
    out: list[str] = []
    within = True
    for look, text in _stretches(runs, spot.run_properties, place):
        if look == own:
            out.append(text if within else run_opening(spot) + text)
        else:
            out.append(f"{_TEXT_END if within else ''}{_run(look, text)}")
        within = look == own
    return "".join(out) if within else "".join(out) + run_opening(spot)


def _runs(runs: Runs, properties: str, place: Insertion, *, bold: bool = False) -> str:
    return "".join([_run(look, text) for look, text in _stretches(runs, properties, place, bold=bold)])


def _run(look: str | None, text: str) -> str:
    return text if look is None else f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _stretches(runs: Runs, properties: str, place: Insertion, *, bold: bool = False) -> Iterator[tuple[str | None, str]]:
    """Neighbouring runs of one look together: the XML of their properties, and of their text; None, and whole runs, of an official part."""
    spot = place.spot
    if len(runs) == 1 and runs[0].official is None:
        run = runs[0]
        if run.text:
            yield _looked(properties, bold or run.bold, run.highlight), _text(run.text, spot)
        return
    for (is_bold, highlight, official), alike in groupby(runs, _face):
        if official is not None:
            yield from ((None, _official(official, place)) for _ in alike)
        elif text := "".join([run.text for run in alike]):
            yield _looked(properties, bold or is_bold, highlight), _text(text, spot)


def _face(run: Run) -> tuple[bool, bool, Official | None]:
    return run.bold, run.highlight, run.official


def _text(text: str, spot: Spot) -> str:
    return text if is_plain(text) else broken(escaped(text).replace("\a", "\n").replace("\f", "\n"), spot)


@lru_cache(maxsize=1024)
def _looked(properties: str, bold: bool = False, highlight: bool = False) -> str:
    """XML of run properties, "" for none, with bold and highlight at their places in the schema's order."""
    inner = "" if properties == "<w:rPr/>" else properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    if bold and "<w:b/>" not in inner:
        head = re.match(r"(?:<w:(?:rStyle|rFonts)(?: [^>]*)?/>)*", inner)
        end = head.end() if head else 0
        inner = f"{inner[:end]}<w:b/><w:bCs/>{inner[end:]}"
    if highlight:
        tail = re.search(r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]", inner)
        at = tail.start() if tail else len(inner)
        inner = inner[:at] + _HIGHLIGHT + inner[at:]
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


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
    look, letters, bold = _cell_look(place, header=header)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(_runs(cell, letters, place, bold=bold), look)}</w:tc>"
        for cell in row
    )
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell_look(place: Insertion, *, header: bool) -> tuple[str, str, bool]:
    """Properties of a cell's paragraph and runs, and whether it is bold: the styles for tables, or the look of the text around."""
    style = place.styles.named("Table Heading" if header else "Table Text")
    if style is not None:
        return f'<w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>', "", False
    centred = '<w:jc w:val="center"/>' if header else ""
    return f'<w:pPr><w:ind w:firstLine="0" w:firstLineChars="0"/>{centred}</w:pPr>', place.run_properties, header
