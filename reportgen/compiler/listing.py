"""What a Word template has of its own: its blocks, and the fields that its tags take."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from reportgen.compiler.lexing import Syntax
from reportgen.compiler.linking.blocks import block_name
from reportgen.compiler.linking.sources import read_source
from reportgen.compiler.needs import ends
from reportgen.compiler.salvage import salvaged_uses
from reportgen.compiler.tags import Marked
from reportgen.ooxml import Package
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """The blocks and fields of one Word file."""

    blocks: tuple[tuple[int, str], ...]
    """In the order of the text: how many blocks stand around it, and its name."""
    fields: tuple[str, ...]
    """Dotted names, in alphabetical order."""


def list_template(package: Package, environment: Environment) -> Listing:
    """The blocks of a Word file and the fields that it uses itself, whatever it extends. Raises: NotADocx (P013, P014)."""
    source = read_source(package, package.file, Syntax.of(environment, wide=True))
    blocks: list[tuple[int, str]] = []
    fields: set[str] = set()
    for marked in source.parts.values():
        blocks += _blocks(marked)
        numbers = list(dict.fromkeys([*marked.numbers(), *range(len(marked.tags))]))  # tags in attributes come last
        fields |= ends(salvaged_uses(numbers, marked.tags, environment))
    return Listing(tuple(blocks), tuple(sorted(fields)))


def _blocks(marked: Marked) -> Iterator[tuple[int, str]]:
    depth = 0
    for _, tag in marked.elements():
        if name := block_name(tag):
            yield depth, name
            depth += 1
        elif tag.kind == "block" and tag.word == "endblock":
            depth = max(depth - 1, 0)
