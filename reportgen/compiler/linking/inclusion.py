"""What a Word file gives to one that includes it: its body, or macros of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.compiler.linking import faults
from reportgen.compiler.linking.blocks import tag_of
from reportgen.compiler.linking.merging import Merger
from reportgen.compiler.linking.references import named_macros
from reportgen.compiler.linking.sources import Source
from reportgen.compiler.names import SECTION, TAG
from reportgen.compiler.tags import Marked, Tag
from reportgen.findings import Finding
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_MACRO = re.compile(r"macro\s+(\w+)")


def body(source: Source, tag: Tag, merger: Merger, marked: Marked) -> tuple[list[_Element], list[Finding]]:
    """The body of an included file, fit for the part `marked`, without its page set-up. Findings: T058."""
    carried = merger.carry((element for element in _top(source) if element.tag != SECTION), source.body, source, marked)
    breaks = [one for element in carried for one in element.iter(SECTION)]
    for section in breaks:
        parent = section.getparent()
        if parent is not None:
            parent.remove(section)
    return carried, [faults.SECTION_BREAK.at(tag.span)] if breaks else []


def macros(source: Source, tag: Tag, merger: Merger, marked: Marked) -> tuple[list[_Element], list[Finding]]:
    """The macros of a file that a `from` tag names, fit for the part `marked`. Findings: T063."""
    defined = dict(_macros(source))
    carried: list[_Element] = []
    found: list[Finding] = []
    for name, alias in named_macros(tag):
        if name not in defined:
            file, known = source.package.file or source.name, "、".join(sorted(defined)) or "—"
            found.append(faults.UNKNOWN_MACRO.at(tag.span, file=file, name=name, known=known))
            continue
        copies = merger.carry(defined[name], source.body, source, marked)
        if copies:
            number = int(copies[0].get("n", "0"))
            opening = marked.tags[number]
            marked.tags[number] = replace(opening, source=_MACRO.sub(f"macro {alias}", opening.source, count=1))
        carried += copies
    return carried, found


def _macros(source: Source) -> Iterator[tuple[str, list[_Element]]]:
    """The macros whose tags stand between paragraphs of the body: name, and everything from its beginning to its end."""
    taken: list[_Element] = []
    name, depth = "", 0
    for element in _top(source):
        tag = tag_of(element, source.body) if element.tag == TAG else None
        word = tag.word if tag and tag.kind == "block" else ""
        if tag and word == "macro":
            match = _MACRO.match(tag.source)
            name = name if depth else (match[1] if match else "")
            depth += 1
        if depth:
            taken.append(element)
        if word == "endmacro" and depth:
            depth -= 1
            if not depth:
                yield name, taken
                taken = []


def _top(source: Source) -> Iterator[_Element]:
    return source.body.root.iterfind(f"{qn('w:body')}/*")
