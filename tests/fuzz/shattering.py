"""A template whose runs Word has torn apart: at any character, with spelling marks, bookmarks and revisions in between."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from itertools import count

from lxml import etree

from tests.documents import archive, parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def shattered(data: bytes, seed: int) -> bytes:
    """The same document with its runs split at random points, and things that show no text put between the halves."""
    source = random.Random(seed)
    parts = parts_of(data)
    numbers = count()
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and b"<w:t" in content:
            root = etree.fromstring(content)
            for run in list(root.iter(f"{W}r")):
                _shatter(run, source, next(numbers))
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive(parts)


def paragraphs_of(data: bytes) -> list[str]:
    """The text of each paragraph of every part, inserted text included, deleted text left out."""
    found = []
    for name, content in sorted(parts_of(data).items()):
        if name.startswith("word/") and name.endswith(".xml"):
            for paragraph in etree.fromstring(content).iter(f"{W}p"):
                found.append("".join(_shown(element) for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")))
    return found


def _shown(element: etree._Element) -> str:
    return {"t": element.text or "", "tab": "\t", "br": "\n"}[etree.QName(element).localname]


def _shatter(run: etree._Element, source: random.Random, number: int) -> None:
    texts = run.findall(f"{W}t")
    if len(texts) != 1 or len(run) > 2 or not texts[0].text:
        return
    text, parent = texts[0].text, run.getparent()
    cuts = sorted(source.sample(range(1, len(text)), min(len(text) - 1, source.randint(0, 4))))
    position = parent.index(run)
    pieces = list(_pieces(run, [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)], source, number * 100))
    parent[position : position + 1] = pieces


def _pieces(run: etree._Element, texts: list[str], source: random.Random, number: int) -> Iterator[etree._Element]:
    properties = run.find(f"{W}rPr")
    for index, text in enumerate(texts):
        piece = etree.Element(f"{W}r", nsmap=run.nsmap)
        if properties is not None:
            piece.append(copy.deepcopy(properties))
        words = etree.SubElement(piece, f"{W}t", {_SPACE: "preserve"})
        words.text = text
        yield _revised(piece, "ins", number + index) if source.random() < 0.2 else piece
        if index < len(texts) - 1:
            yield from _between(source, number + index)


def _between(source: random.Random, number: int) -> Iterator[etree._Element]:
    """What Word may leave between two runs."""
    kind = source.choice(["nothing", "proofErr", "bookmark", "del", "both"])
    if kind in ("proofErr", "both"):
        yield etree.Element(f"{W}proofErr", {f"{W}type": source.choice(["spellStart", "spellEnd", "gramStart"])})
    if kind in ("bookmark", "both"):
        yield etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": f"b{number}"})
        yield etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    if kind == "del":
        gone = etree.Element(f"{W}r")
        etree.SubElement(gone, f"{W}delText").text = source.choice(["旧", "}}", "{{ x }}", "%}"])
        yield _revised(gone, "del", number)


def _revised(run: etree._Element, kind: str, number: int) -> etree._Element:
    revision = etree.Element(f"{W}{kind}", {f"{W}id": str(50_000 + number), f"{W}author": "甲", f"{W}date": "2023-01-01T00:00:00Z"})
    revision.append(run)
    return revision
