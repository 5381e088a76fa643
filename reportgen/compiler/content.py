"""Whether a piece of a document shows anything, and how it is cut in two at a tag."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.compiler.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, SECTION, SPACE, TEXT
from reportgen.ooxml.namespaces import W14, qn

if TYPE_CHECKING:
    from lxml.etree import _Element


def _names(names: str) -> set[str]:
    return {qn(f"w:{name}") for name in names.split()}


_INVISIBLE = _names(
    "pPr rPr trPr tcPr tblPr tblGrid tblPrEx sdtPr sdtEndPr smartTagPr customXmlPr bookmarkStart bookmarkEnd proofErr permStart permEnd "
    "commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd lastRenderedPageBreak tab del moveFrom"
)
_SHELLS = _names("r p tc tr hyperlink ins moveTo smartTag sdt sdtContent customXml")
_TAB = qn("w:tab")
_MOVABLE = _names("bookmarkStart bookmarkEnd permStart permEnd commentRangeStart commentRangeEnd")
_IDENTITIES = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_PROPERTIES = _names("pPr rPr sdtPr smartTagPr")


def contents(element: _Element) -> Iterator[_Element]:
    """What an element shows, in document order: tags, texts, breaks, pictures; not blanks, bookmarks, properties and deleted text."""
    for child in element:
        if child.tag == TEXT:
            if (child.text or "").strip():
                yield child
            for mark in child:
                yield mark
                if (mark.tail or "").strip():
                    yield child
        elif child.tag in _SHELLS:
            yield from contents(child)
        elif child.tag not in _INVISIBLE and isinstance(child.tag, str):
            yield child


def has_content(element: _Element) -> bool:
    """Whether an element shows anything."""
    return next(contents(element), None) is not None


def holds_text(run: _Element) -> bool:
    """Whether a run shows anything, blanks and tabs included: between two words they are text."""
    return has_content(run) or any(child.tag == _TAB or (child.tag == TEXT and child.text) for child in run)


def movables(element: _Element) -> list[_Element]:
    """Bookmarks and other ranges' ends in an element that is about to go: they must outlive it."""
    return list(element.iter(*_MOVABLE))


def split(top: _Element, tag: _Element) -> _Element:
    """Cut `top` in two behind a tag in it; returns the second half, put behind the first, with the same properties.

    The tag stays the last thing of the first half. A section break goes to the second half.
    """
    half: _Element | None = None
    inner = tag
    while inner is not top:
        outer = inner.getparent()
        if outer is None:
            raise ValueError("the tag does not stand in the element to be cut")
        clone = outer.makeelement(outer.tag, {str(name): str(value) for name, value in outer.items() if name not in _IDENTITIES})
        clone.extend([deepcopy(child) for child in outer if child.tag in _PROPERTIES])
        if inner is tag:
            clone.text, inner.tail = inner.tail, None
        if half is not None:
            clone.append(half)
        clone.extend(list(inner.itersiblings()))
        if clone.tag == TEXT:
            clone.set(SPACE, "preserve")
        half, inner = clone, outer
    assert half is not None
    if top.tag == PARAGRAPH:
        for section in top.findall(f"{PARAGRAPH_PROPERTIES}/{SECTION}"):
            section.getparent().remove(section)  # type: ignore[union-attr]  # found below its parent
    top.addnext(half)
    return half


def take_out(tag: _Element) -> _Element | None:
    """Remove a tag element from its text, which stays; returns the paragraph that it stood in."""
    text = tag.getparent()
    if text is None:
        return None
    before, tail, tag.tail = tag.getprevious(), tag.tail or "", None
    if before is None:
        text.text = (text.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    text.remove(tag)
    return next(text.iterancestors(PARAGRAPH), None)


def tidy(paragraph: _Element) -> None:
    """Take out text elements and runs that cutting has left empty."""
    for text in [text for text in paragraph.iter(TEXT) if not text.text and not len(text)]:
        run = text.getparent()
        if run is not None:
            run.remove(text)
            above = run.getparent()
            if above is not None and all(child.tag == RUN_PROPERTIES for child in run):
                above.remove(run)
