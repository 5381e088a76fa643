"""Rules over what should be gone before a file is sent: tags, prompts, changes, comments, hidden words, names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Span
from reportgen.formatting import trace_faults as faults
from reportgen.formatting.faces import everywhere, kind_of
from reportgen.formatting.letters import lettered
from reportgen.formatting.manuscript import Block, Run
from reportgen.formatting.saying import both
from reportgen.formatting.sections import section_elements
from reportgen.formatting.sheet import Sheet, found
from reportgen.ooxml.namespaces import qn
from reportgen.packs import Demand

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(r"\{\{[^{}]{0,80}\}?\}?|\{%[^{}]{0,80}%?\}?|\{#[^{}]{0,80}#?\}?")
_CHANGES = frozenset(
    qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
)
_CORE_NAMES = {"creator": ("作者", "the author"), "lastModifiedBy": ("最后修改人", "who changed it last")}
_APP_NAMES = {"Company": ("单位", "the company"), "Manager": ("经理", "the manager")}
_NOBODY = frozenset({"", "python-docx", "reportgen", "Administrator", "Microsoft Office User", "WPS_1", "用户"})
_THEME = "+中文正文"
_MUST, _USUAL, _PRACTICE = Demand("must"), Demand("usual"), Demand("practice")


def traces(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G401 to G405, G409 to G415."""
    yield from _tags(sheet)
    yield from _tracked(sheet)
    yield from _comments(sheet)
    yield from _hidden(sheet)
    yield from _outside(sheet)
    yield from _people(sheet)
    yield from _runs(sheet)


def _tags(sheet: Sheet) -> Iterator[Finding]:
    hits = [(block, match[0]) for block in sheet.manuscript.blocks for match in _TAG.finditer(block.text)]
    if hits:
        yield from found(faults.TAG_LEFT, _MUST, [sheet.span(block, words) for block, words in hits], shown=hits[0][1][:24])


def _tracked(sheet: Sheet) -> Iterator[Finding]:
    changed = [block for block in sheet.manuscript.blocks if _has_change(block.element)]
    places = [sheet.span(block) for block in changed]
    if not places and any(section.find(qn("w:sectPrChange")) is not None for section in section_elements(sheet.manuscript.body)):
        places = [sheet.whole]
    yield from found(faults.TRACKED, _USUAL, places)


def _has_change(paragraph: _Element) -> bool:
    return any(child.tag in _CHANGES for child in paragraph.iter(*_CHANGES))


def _comments(sheet: Sheet) -> Iterator[Finding]:
    places = [sheet.span(block) for block in sheet.manuscript.blocks if block.element.find(f".//{qn('w:commentReference')}") is not None]
    count = sum(1 for block in sheet.manuscript.blocks for _ in block.element.iter(qn("w:commentReference")))
    yield from found(faults.COMMENTED, _USUAL, places, shown=count)


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    hits = [(block, run) for block in sheet.manuscript.blocks for run in block.runs if run.letters.hidden and run.text.strip()]
    if hits:
        places = [sheet.span(block, run.text[:24]) for block, run in hits]
        yield from found(faults.HIDDEN, _USUAL, places, shown=hits[0][1].text[:24])


def _outside(sheet: Sheet) -> Iterator[Finding]:
    """Links to click on, and what Word would fetch when the file is opened."""
    package = sheet.manuscript.package
    external = {one.id: one for one in package.relationships(package.main) if one.external}
    links = {id_ for id_, one in external.items() if one.kind == "hyperlink"}
    linked = [(block, link) for block in sheet.manuscript.blocks for link in _links(block, links)]
    if linked:
        yield from found(faults.LINK, _PRACTICE, [sheet.span(block, words) for block, words in linked], shown=linked[0][1][:24])
    drawn = [one.target for id_, one in external.items() if id_ not in links and one.kind != "attachedTemplate"]
    if drawn:
        yield from found(faults.OUTSIDE, _USUAL, [sheet.whole], shown="、".join(dict.fromkeys(drawn))[:60])


def _links(block: Block, ids: set[str]) -> Iterator[str]:
    for link in block.element.iter(qn("w:hyperlink")):
        if link.get(qn("r:id")) in ids:
            yield "".join(text.text or "" for text in link.iter(qn("w:t"))).strip() or block.text[:24]


def _people(sheet: Sheet) -> Iterator[Finding]:
    """Names of people in the file's properties; those that programs write by themselves are nobody's."""
    package = sheet.manuscript.package
    named = []
    for one in package.relationships():
        names = {"core-properties": _CORE_NAMES, "extended-properties": _APP_NAMES}.get(one.kind)
        if names and one.target in package:
            for child in package.root(one.target):
                key = str(child.tag).rpartition("}")[2]
                if key in names and (child.text or "").strip() not in _NOBODY:
                    named.append((names[key], (child.text or "").strip()))
    if named:
        zh = "、".join(f"{title[0]}“{name[:20]}”" for title, name in named)
        en = ", ".join(f"{title[1]} ({name[:20]})" for title, name in named)
        yield from found(faults.AUTHOR, _PRACTICE, [Span(sheet.manuscript.file)], **both("shown", (zh, en)))


def _runs(sheet: Sheet) -> Iterator[Finding]:
    marked = [(block, run) for block, run in sheet.manuscript.worded() if run.letters.highlight]
    if marked:
        yield from found(faults.MARKED, _USUAL, _places(sheet, marked), shown=marked[0][1].text.strip()[:24])
    floating = [block for block in sheet.manuscript.blocks if any(run.picture == "floating" for run in block.runs)]
    yield from found(faults.FLOATING, _PRACTICE, [sheet.span(block) for block in floating])
    themed = [(block, run) for block, run in sheet.manuscript.worded() if run.letters.themed]
    if themed:
        yield from found(
            faults.THEMED, _PRACTICE, [sheet.span(themed[0][0])], shown=themed[0][1].letters.font or themed[0][1].letters.latin or _THEME
        )
    yield from _rare(sheet)


def _rare(sheet: Sheet) -> Iterator[Finding]:
    """Faces of the right kind that few computers have; those of a wrong kind are to be changed anyway."""
    rare: dict[str, list[Span]] = {}
    for part, role, run in lettered(sheet):
        look, face = sheet.profile.look(role), run.letters.font
        if look and face != look.letters.font and kind_of(face) == kind_of(look.letters.font) and not everywhere(face):
            rare.setdefault(face, []).append(sheet.span(part))
    for face, places in rare.items():
        yield from found(faults.RARE_FACE, _PRACTICE, places, shown=face, wanted=kind_of(face))


def _places(sheet: Sheet, hits: list[tuple[Block, Run]]) -> list[Span]:
    return [sheet.span(block, run.text.strip()[:24]) for block, run in hits]
