"""What a file that extends another may hold: its blocks, and what they need defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportgen.compiler.content import has_content
from reportgen.compiler.linking import faults
from reportgen.compiler.linking.blocks import Block, is_block, tag_of
from reportgen.compiler.linking.sources import Source
from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, TAG, TEXT
from reportgen.compiler.tags import Marked, Tag
from reportgen.findings import Fault, Finding
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEFINITIONS = {"import", "from", "set", "macro"}
_SIDES = ("header", "footer")
_SHOWN = 20


def definitions(source: Source) -> list[_Element]:
    """The top-level imports, macros and settings of a child's body: each of its blocks may use them."""
    kept: list[_Element] = []
    until = ""
    for element in _top(source.body):
        tag = tag_of(element, source.body) if element.tag == TAG else None
        if until:
            kept.append(element)
            until = "" if tag and tag.word == until else until
        elif tag and tag.kind == "block" and tag.word in _DEFINITIONS:
            kept.append(element)
            until = _end_of(tag)
    return kept


def check_child(source: Source, blocks: Iterable[Block]) -> list[Finding]:
    """What a file that extends another may not hold.

    Findings: T046, T047, T048, T058.
    """
    found = []
    outermost = [block for block in blocks if not block.outer]
    covered = {element for block in outermost for element in block.content()}
    covered.update(definitions(source))
    for block in outermost:
        if block.guard is not None:
            tag = block.guard
            found.append(
                faults.BLOCK_UNDER_CONDITION.at(block.tag.span, name=block.name, guard=tag.typed, word=tag.word, related=[tag.span])
            )
        if any(next(element.iter(SECTION), None) is not None for element in block.content()):
            found.append(faults.SECTION_BREAK.at(block.tag.span))
    if source.torn:
        return found
    sides = {name for kind in _SIDES for name in source.package.parts(kind)}
    for name, marked in source.parts.items():
        if name == source.package.main or name in sides:
            fault = faults.TEXT_OUTSIDE_BLOCKS if name == source.package.main else faults.SIDE_TEXT_UNUSED
            found += _outside(source, marked, covered, fault)
    return found


def _outside(source: Source, marked: Marked, covered: set[_Element], fault: Fault) -> Iterator[Finding]:
    """The paragraphs outside of all blocks that show something, and tags between paragraphs that would print something."""
    for element in marked.root.iter(PARAGRAPH, TAG):
        if element in covered or any(above in covered or above.tag == PARAGRAPH for above in element.iterancestors()):
            continue
        if element.tag == TAG:
            tag = tag_of(element, marked)
            if tag.kind == "variable":
                yield fault.at(tag.span, words=tag.typed)
        elif _shows(element, marked, covered):
            words = "".join(text.text or "" for text in element.iter(TEXT)).strip()
            words = words or next((tag_of(one, marked).typed for one in element.iter(TAG)), "…")
            yield fault.at(source.span_of(element, marked), words=words if len(words) <= _SHOWN else words[:_SHOWN] + "…")


def _shows(paragraph: _Element, marked: Marked, covered: set[_Element]) -> bool:
    """Whether a paragraph shows anything but what blocks in it hold."""
    for child in paragraph:
        if child in covered or child.tag == PARAGRAPH_PROPERTIES:
            continue
        if child.tag == TAG:
            if tag_of(child, marked).kind == "variable":
                return True
        elif _only_tags_of(child, marked, ("extends", "block", "endblock")):
            continue
        elif has_content(child) or child.tag.endswith("}oMath"):
            return True
    return False


def _only_tags_of(run: _Element, marked: Marked, words: tuple[str, ...]) -> bool:
    """Whether a run shows nothing but certain tags and comments."""
    tags = [tag_of(element, marked) for element in run.iter(TAG)]
    texts = "".join((text.text or "") + "".join(child.tail or "" for child in text) for text in run.iter(TEXT))
    return bool(tags) and not texts.strip() and all(tag.kind == "comment" or tag.word in words for tag in tags)


def _top(marked: Marked) -> Iterable[_Element]:
    """The elements right in the body, outside of blocks."""
    depth = 0
    for element in marked.root.iterfind(f"{qn('w:body')}/*"):
        tag = tag_of(element, marked) if element.tag == TAG else None
        if tag and is_block(tag):
            depth += 1
        elif tag and tag.word == "endblock":
            depth -= 1
        elif not depth:
            yield element


def _end_of(tag: Tag) -> str:
    """The word that ends a definition; "" for those without content."""
    if tag.word == "macro":
        return "endmacro"
    return "endset" if tag.word == "set" and "=" not in tag.source else ""
