"""Templates of several Word files, linked and read back as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.compiler.linking import Linked, link
from reportgen.compiler.names import TAG, TEXT
from reportgen.compiler.tags import FIRST, LAST, Marked
from reportgen.ooxml import open_package, serialize, write_archive

CHILD = "child.docx"


def linked(files: Mapping[str, bytes], name: str = CHILD) -> Linked:
    """A file of these linked with those that it names."""
    return link(open_package(files[name], name), files.get, name=name)


def flat(result: Linked) -> bytes:
    """The linked template as a .docx file: tags within text as «source», others gone."""
    parts = {}
    for name, marked in result.parts.items():
        _flatten(marked)
        parts[name] = serialize(marked.root)
    return write_archive(result.package.with_parts(parts))


def codes(result: Linked) -> list[str]:
    return [finding.code for finding in result.findings]


def _flatten(marked: Marked) -> None:
    for element, tag in list(marked.elements()):
        parent, before = element.getparent(), element.getprevious()
        assert parent is not None
        words = f"«{tag.source}»{element.tail or ''}" if parent.tag == TEXT and tag.kind != "comment" else element.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + words
        elif words:
            parent.text = (parent.text or "") + words
        parent.remove(element)
    assert next(marked.root.iter(TAG), None) is None
    for element in marked.root.iter("*"):
        for key, value in element.attrib.items():
            element.set(key, re.sub(f"{FIRST}(\\d+){LAST}", lambda match: f"«{marked.tags[int(match[1])].source}»", str(value)))
